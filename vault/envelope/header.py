"""Preamble and fields, to and from bytes. Describes an envelope without any key.

Everything that can be refused without a key is refused here, before any key work.
"""

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from vault import limits
from vault.encoding.framing import Field, print_fields, read_fields
from vault.envelope.slot import Factor, Slot, parse_slot
from vault.errors import Malformed, TooNew

MAGIC: Final = b"\x89SPK\r\n\x1a\n"
REPAIR_MAGIC: Final = b"\x89SPR\r\n\x1a\n"  # begins the only thing behind a payload
VERSION: Final = 1
ID_BYTES: Final = 8
PREAMBLE_BYTES: Final = 28
SLOT_FIELD: Final = 1
LENGTH_FIELD: Final = 2
LENGTH_BYTES: Final = 8
OPTIONAL_FIELDS_FROM: Final = 0x80
PAYLOAD_BYTES: Final = 160  # stream head 56, tag 16, and a plaintext of 24 + 64


class Profile(IntEnum):
    """What an envelope is for; a kit is on paper, the others are files."""

    VAULT = 0
    SHARE = 1
    KIT = 2
    PROPOSAL = 3


VAULT_BEGIN: Final = MAGIC + bytes([VERSION, Profile.VAULT])
WITH_LENGTH: Final = frozenset({Profile.VAULT, Profile.SHARE})


@dataclass(frozen=True)
class Preamble:
    """The first 28 bytes; on paper the magic in front is left out."""

    profile: Profile
    fields_bytes: int
    ident: bytes
    save_id: bytes

    def to_bytes(self) -> bytes:
        """Return all 28 bytes, the magic included."""
        numbers = bytes([VERSION, self.profile]) + self.fields_bytes.to_bytes(2, "big")
        return MAGIC + numbers + self.ident + self.save_id


@dataclass(frozen=True)
class Header:
    """What can be known without a key; `kept` are optional fields of later writers."""

    profile: Profile
    ident: bytes
    save_id: bytes
    slots: tuple[Slot, ...]
    payload_bytes: int
    kept: tuple[Field, ...] = ()
    repair_bytes: int = 0
    version: int = VERSION

    def to_bytes(self) -> bytes:
        """Return preamble and fields with the magic: what the payload is bound to."""
        fields = self._fields()
        head = Preamble(self.profile, len(fields), self.ident, self.save_id)
        return head.to_bytes() + fields

    @property
    def payload_start(self) -> int:
        """Where the payload begins in the file, or in the paper's bytes."""
        left_out = len(MAGIC) if self.profile is Profile.KIT else 0
        return PREAMBLE_BYTES + self.fields_bytes - left_out

    @property
    def fields_bytes(self) -> int:
        """How long all fields are together."""
        return len(self._fields())

    def _fields(self) -> bytes:
        fields = [Field(SLOT_FIELD, slot.to_bytes()) for slot in self.slots]
        if self.profile in WITH_LENGTH:
            length = self.payload_bytes.to_bytes(LENGTH_BYTES, "big")
            fields.append(Field(LENGTH_FIELD, length))
        return print_fields((*fields, *self.kept))


def is_paper(data: bytes) -> bool:
    """Tell whether these bytes begin as a kit of this version does on paper."""
    return data[:2] == bytes([VERSION, Profile.KIT])


def parse_header(data: bytes, paper: bool) -> Header:
    """Read the header of a whole envelope and check every limit that needs no key.

    `paper` means that the magic was left out. What parses prints back identically.
    Raises Malformed and TooNew.
    """
    preamble = _parse_preamble(data, paper=paper)
    start = PREAMBLE_BYTES - (len(MAGIC) if paper else 0)
    end = start + preamble.fields_bytes
    if end > len(data):
        raise Malformed("fields-cut", len(data))
    fields = read_fields(data[start:end])
    _check_types(fields)
    slots = tuple(parse_slot(f.value) for f in fields if f.type == SLOT_FIELD)
    _check_slots(slots)
    payload, repair = _lengths(preamble.profile, fields, data, end)
    return Header(
        profile=preamble.profile,
        ident=preamble.ident,
        save_id=preamble.save_id,
        slots=slots,
        payload_bytes=payload,
        kept=tuple(f for f in fields if f.type >= OPTIONAL_FIELDS_FROM),
        repair_bytes=repair,
    )


def _parse_preamble(data: bytes, *, paper: bool) -> Preamble:
    most = limits.PAPER_BYTES if paper else limits.FILE_BYTES
    if len(data) > most:
        raise Malformed("file-size", len(data))
    if data.startswith(MAGIC) is paper:
        raise Malformed("magic")
    whole = MAGIC + data[: PREAMBLE_BYTES - len(MAGIC)] if paper else data
    _check_version(whole)
    if len(whole) < PREAMBLE_BYTES:
        raise Malformed("preamble-cut", len(data))
    number, fields_bytes = whole[9], int.from_bytes(whole[10:12], "big")
    if number > max(Profile) or paper is not (number == Profile.KIT):
        raise Malformed("profile", number)
    if not 0 < fields_bytes <= limits.FIELDS_BYTES:
        raise Malformed("fields-size", fields_bytes)
    return Preamble(Profile(number), fields_bytes, whole[12:20], whole[20:28])


def _check_version(whole: bytes) -> None:
    """Look at the version before anything that a later version may have changed."""
    version = whole[8] if len(whole) > len(MAGIC) else 0
    if version > VERSION:
        raise TooNew(version, VERSION)
    if version < VERSION:
        raise Malformed("version", version)


def _check_types(fields: tuple[Field, ...]) -> None:
    types = [field.type for field in fields]
    for found in types:
        if found not in {SLOT_FIELD, LENGTH_FIELD} and found < OPTIONAL_FIELDS_FROM:
            raise TooNew(VERSION, VERSION)  # a later writer says: do not guess
    if types != sorted(types):
        raise Malformed("field-order")
    doubled = [t for t, count in Counter(types).items() if count > 1]
    if any(found != SLOT_FIELD for found in doubled):
        raise Malformed("field-doubled", max(doubled))


def _check_slots(slots: tuple[Slot, ...]) -> None:
    if not 0 < len(slots) <= limits.SLOTS:
        raise Malformed("slots", len(slots))
    asking = sum(1 for slot in slots if slot.mask & Factor.PASSPHRASE)
    if asking > limits.PASSPHRASE_SLOTS:
        raise Malformed("slots-passphrase", asking)


def _lengths(
    profile: Profile, fields: tuple[Field, ...], data: bytes, start: int
) -> tuple[int, int]:
    """Return the lengths of payload and repair part, which are all from `start` on."""
    lengths = [field.value for field in fields if field.type == LENGTH_FIELD]
    if bool(lengths) is not (profile in WITH_LENGTH):
        raise Malformed("length-field", len(lengths))
    rest = len(data) - start
    payload = rest
    if lengths:
        if len(lengths[0]) != LENGTH_BYTES:
            raise Malformed("length-size", len(lengths[0]))
        payload = int.from_bytes(lengths[0], "big")
    if payload < PAYLOAD_BYTES or payload > rest:
        raise Malformed("payload-cut", payload)
    repair = rest - payload
    if repair and not data.startswith(REPAIR_MAGIC, start + payload):
        raise Malformed("trailing", repair)
    return payload, repair
