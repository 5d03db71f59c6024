"""Seal any bytes, and open what was sealed. The format is in SPEC.md beside this.

On reading exactly five errors leave: Malformed, TooNew, NeedsConsent, NoKey, Tampered.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vault import limits
from vault.crypto import hkdf, signing
from vault.crypto.random import Random
from vault.crypto.secret import Secret
from vault.crypto.stream import open_stream, seal_stream, sealed_bytes
from vault.envelope.budget import check_budget
from vault.envelope.factors import KEY_BYTES, Credentials
from vault.envelope.header import (
    ID_BYTES,
    Header,
    Profile,
    is_paper,
    parse_header,
)
from vault.envelope.passphrase import has_edge_spaces, passphrase_secret
from vault.envelope.payload import (
    UNSIGNED,
    Stamp,
    file_plaintext_bytes,
    join_plaintext,
    paper_plaintext_bytes,
    split_plaintext,
)
from vault.envelope.ways import (
    ChangedWays,
    Keys,
    Way,
    change_ways,
    find_key,
    new_keys,
    slots_to_try,
)
from vault.errors import BrokenInvariant, Malformed, NoKey, Tampered, TooLarge

__all__ = [
    "ChangedWays",
    "Credentials",
    "Keys",
    "Opened",
    "Stamp",
    "Way",
    "change_ways",
    "has_edge_spaces",
    "new_keys",
    "open_envelope",
    "passphrase_secret",
    "reopen",
    "seal",
]

PAYLOAD_LABEL = b"sparekey/1 payload"
CONTEXT_LABEL = b"sparekey/1 payload\x00"
SIGNATURE_LABEL = b"sparekey/1 sig\x00"
NO_SLOT = -1  # `Opened.slot` where the file key in use opened it


@dataclass(frozen=True, eq=False)
class Opened:
    """What an envelope held; `slot` is the index of the one that opened it."""

    header: Header
    keys: Keys
    stamp: Stamp
    body: bytes = field(repr=False)
    signature: bytes
    signed: bytes  # the message that the signature covers; empty where there is none
    slot: int

    @property
    def is_signed(self) -> bool:
        """Tell whether there is a signature at all, right or wrong."""
        return self.signature != UNSIGNED

    def verify(self, public_key: bytes) -> bool:
        """Tell whether whoever holds this key sealed it for just these ways in."""
        return self.is_signed and signing.verify(
            public_key, self.signature, self.signed
        )


def seal(  # noqa: PLR0913 -- keyword-only: what an envelope is made of
    body: bytes,
    *,
    profile: Profile,
    ident: bytes,
    keys: Keys,
    stamp: Stamp,
    random: Random,
    sign: Callable[[bytes], bytes] | None = None,
    symbol_bytes: int | None = None,
) -> bytes:
    """Return the envelope of `body`; the save id and the stream's salt are drawn here.

    A vault is never signed. `symbol_bytes` belongs to a kit, which then fills whole
    symbols. TooLarge beyond FILE_BYTES, or PAPER_BYTES for a kit.
    """
    if (sign and profile is Profile.VAULT) or (
        symbol_bytes and profile is not Profile.KIT
    ):
        raise BrokenInvariant("seal-profile")
    if len(ident) != ID_BYTES or len(stamp.parent) != ID_BYTES:
        raise BrokenInvariant("seal-id")
    unsized = Header(profile, ident, random(ID_BYTES), keys.slots, 0, keys.kept)
    plaintext_bytes = _plaintext_bytes(unsized, len(body), symbol_bytes)
    header = replace(unsized, payload_bytes=sealed_bytes(plaintext_bytes))
    _check_sizes(header)
    head = header.to_bytes()
    covered = join_plaintext(stamp, body, plaintext_bytes)
    signature = sign(_message(head, covered)) if sign else UNSIGNED
    payload = seal_stream(
        _input_key(keys.file_key, ident), _context(head), covered + signature, random
    )
    return b"".join((head[-header.payload_start :], payload))


def open_envelope(
    data: bytes,
    credentials: Credentials,
    *,
    profile: Profile | None = None,
    consent: bool = False,
    free_memory_kib: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Opened:
    """Open an envelope with what the user presented.

    `profile` is the kind expected, if any; a kit's bytes are those of the paper.
    `consent` is the user's word that Argon2 may cost what NeedsConsent named; such runs
    happen in a child process, which `cancelled` ends.
    """
    header = _parse(data, profile)
    trying = slots_to_try(header.slots, credentials)
    costs = [cost for i in trying if (cost := header.slots[i].cost) is not None]
    if not consent:
        check_budget(costs, free_memory_kib)
    ask = cancelled if consent else None
    slot, file_key = find_key(header.slots, header.ident, credentials, ask)
    return _open(data, header, Keys(file_key, header.slots, header.kept), slot)


def reopen(data: bytes, keys: Keys, *, profile: Profile | None = None) -> Opened:
    """Open with the file key in use: no slot is tried and no Argon2 is run.

    NoKey where the file shares no slot with `keys`, so that its file key is another.
    """
    header = _parse(data, profile)
    theirs = Keys(keys.file_key, header.slots, header.kept)
    try:
        return _open(data, header, theirs, NO_SLOT)
    except Tampered:
        if set(header.slots) & set(keys.slots):
            raise
        raise NoKey(tuple(slot.mask for slot in header.slots)) from None


def _parse(data: bytes, profile: Profile | None) -> Header:
    paper = profile is Profile.KIT or (profile is None and is_paper(data))
    header = parse_header(data, paper)
    if profile is not None and header.profile is not profile:
        raise Malformed("profile", header.profile)
    return header


def _open(data: bytes, header: Header, keys: Keys, slot: int) -> Opened:
    head = header.to_bytes()
    start = header.payload_start
    payload = memoryview(data)[start : start + header.payload_bytes]
    input_key = _input_key(keys.file_key, header.ident)
    content = split_plaintext(open_stream(input_key, _context(head), payload))
    unsigned = content.signature == UNSIGNED
    if header.profile is Profile.VAULT and not unsigned:
        raise Tampered
    return Opened(
        header=header,
        keys=keys,
        stamp=content.stamp,
        body=content.body,
        signature=content.signature,
        signed=b"" if unsigned else _message(head, content.covered),
        slot=slot,
    )


def _plaintext_bytes(header: Header, body_bytes: int, symbol_bytes: int | None) -> int:
    if header.profile is Profile.KIT:
        return paper_plaintext_bytes(body_bytes, header.payload_start, symbol_bytes)
    return file_plaintext_bytes(body_bytes)


def _check_sizes(header: Header) -> None:
    if header.fields_bytes > limits.FIELDS_BYTES:
        raise TooLarge("FIELDS_BYTES", limits.FIELDS_BYTES, header.fields_bytes)
    name, most = "FILE_BYTES", limits.FILE_BYTES
    if header.profile is Profile.KIT:
        name, most = "PAPER_BYTES", limits.PAPER_BYTES
    found = header.payload_start + header.payload_bytes
    if found > most:
        raise TooLarge(name, most, found)


def _input_key(file_key: Secret, ident: bytes) -> Secret:
    return Secret(hkdf.expand(file_key.reveal(), PAYLOAD_LABEL + ident, KEY_BYTES))


def _context(head: bytes) -> bytes:
    return CONTEXT_LABEL + hashlib.sha512(head).digest()


def _message(head: bytes, covered: bytes | memoryview) -> bytes:
    digests = hashlib.sha512(head).digest() + hashlib.sha512(covered).digest()
    return SIGNATURE_LABEL + digests
