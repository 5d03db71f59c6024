"""Spare Key's core: everything a vault is and does, without a window.

Floors, top to bottom (a file imports only from floors below its own, never sideways):
cli · app · storage, kit, share, exchange · envelope, document, packs, optics,
printing · crypto, model · encoding, ids, i18n · errors, limits.

Start reading at `vault/app/session.py` (what can be asked), then
`vault/envelope/SPEC.md`, `vault/document/SPEC.md`, `vault/kit/SPEC.md` and
`vault/share/SPEC.md` (the bytes).
"""
