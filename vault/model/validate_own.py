"""The rules for the vault's own fields, those of no record."""

from collections.abc import Iterator
from typing import Final

from vault.limits import NAME_CHARACTERS
from vault.model.fault import Fault, is_hex
from vault.model.moment import is_time
from vault.model.vault import Vault
from vault.model.way import WayNote

VAULT_ID_BYTES: Final = 8
VAULT_CODE_BYTES: Final = 16
SLOT_BYTES: Final = 16  # the salt by which a way in is known
KEY_BYTES: Final = 32  # an Ed25519 seed, or public key


def own_faults(vault: Vault) -> Iterator[Fault]:
    """Yield what is wrong with the vault's own fields; secrets are not repeated."""
    if not is_hex(vault.id, VAULT_ID_BYTES):
        yield Fault("id", "bad-hex", vault.id)
    if vault.vault_code and not is_hex(vault.vault_code, VAULT_CODE_BYTES):
        yield Fault("vault_code", "bad-hex")
    if vault.signer and not is_hex(vault.signer, KEY_BYTES):
        yield Fault("signer", "bad-hex", vault.signer)
    if vault.identity and not is_hex(vault.identity.signing_seed, KEY_BYTES):
        yield Fault("identity", "bad-hex")
    if len(vault.name) > NAME_CHARACTERS:
        yield Fault("name", "too-long", str(len(vault.name)))
    yield from _time("created", vault.created)
    yield from _time("passphrase_since", vault.passphrase_since)
    for note in vault.ways:
        yield from _note(note)


def _time(field: str, at: str) -> Iterator[Fault]:
    if at and not is_time(at):
        yield Fault(field, "bad-time", at)


def _note(note: WayNote) -> Iterator[Fault]:
    if not is_hex(note.slot, SLOT_BYTES):
        yield Fault("ways.slot", "bad-hex", note.slot)
    yield from _time("ways.added", note.added)
    if len(note.whose) > NAME_CHARACTERS:
        yield Fault("ways.whose", "too-long", str(len(note.whose)))
