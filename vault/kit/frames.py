"""One code on paper: its bytes, its text, and the frames a kit is cut into.

The layout is that of SPEC.md: 16 bytes of numbers, CRC-32, data. What parses prints
back identically; anything else is Malformed.
"""

import struct
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from vault.encoding import base45, erasure
from vault.encoding.checksum import CHECKSUM_BYTES, checksum
from vault.errors import BrokenInvariant, Malformed
from vault.kit.plan import FEWEST_SHEETS, Density, Plan, codes_a_group, groups_of
from vault.limits import CODES_A_SHEET, PAPER_BYTES, SHEETS

PREFIX: Final = "SK:"
KIT_BYTES: Final = 8
TEXT_CHARACTERS: Final = 1000  # those of the compact density are 656
_NUMBERS: Final = struct.Struct(f">B{KIT_BYTES}s7B")
HEAD_BYTES: Final = _NUMBERS.size + CHECKSUM_BYTES  # 20


@dataclass(frozen=True)
class Frame:
    """One code: block `index` of `group` of the kit whose id is `kit`.

    `sheet` counts from 0; `k` of the `n` blocks of each of `groups` groups are needed.
    """

    kit: bytes
    groups: int
    group: int
    k: int
    n: int
    index: int
    sheet: int
    sheets: int
    data: bytes = field(repr=False)
    density: Density = Density.STURDY

    @property
    def number(self) -> int:
        """The place in the kit, r = 24 * sheet + cell."""
        return self.index * self.groups + self.group

    @property
    def cell(self) -> int:
        """The place on the sheet, 0..23, row by row."""
        return self.number % CODES_A_SHEET

    @property
    def plan(self) -> Plan:
        """The shape of the kit, as this frame tells it."""
        return Plan(self.density, self.sheets, self.groups, self.k)

    def to_bytes(self) -> bytes:
        """Return the frame as it is coded, 20 bytes more than its data."""
        numbers = _NUMBERS.pack(
            self.density.format_number,
            self.kit,
            self.groups,
            self.group,
            self.k,
            self.n,
            self.index,
            self.sheet,
            self.sheets,
        )
        return numbers + checksum(numbers, self.data) + self.data

    def to_text(self) -> str:
        """Return what the QR code says."""
        return PREFIX + base45.encode(self.to_bytes())


def parse_frame(text: str) -> Frame:
    """Return the frame that prints exactly as `text`; raises `Malformed` otherwise."""
    if not text.startswith(PREFIX):
        raise Malformed("frame-prefix")
    if len(text) > TEXT_CHARACTERS:
        raise Malformed("frame-length", len(text))
    raw = base45.decode(text[len(PREFIX) :])
    density = Density.by_format(raw[0]) if raw else None
    if density is None:
        raise Malformed("frame-format", raw[0] if raw else None)
    if len(raw) != HEAD_BYTES + density.symbol_bytes:
        raise Malformed("frame-length", len(raw))
    numbers, crc, data = (
        raw[: _NUMBERS.size],
        raw[_NUMBERS.size : HEAD_BYTES],
        raw[HEAD_BYTES:],
    )
    if crc != checksum(numbers, data):
        raise Malformed("frame-checksum")
    kit, groups, group, k, n, index, sheet, sheets = _NUMBERS.unpack(numbers)[1:]
    frame = Frame(kit, groups, group, k, n, index, sheet, sheets, data, density)
    _check(frame)
    return frame


def frames_of(envelope: bytes, plan: Plan) -> list[Frame]:
    """Return all frames of the kit, data and parity, in the order of their numbers.

    Raises `BrokenInvariant` where the envelope is not padded to the plan.
    """
    if len(envelope) != plan.envelope_bytes:
        raise BrokenInvariant("kit-padding")
    size, kit = plan.density.symbol_bytes, kit_id(envelope)
    symbols = [envelope[at : at + size] for at in range(0, len(envelope), size)]
    groups = [symbols[group :: plan.groups] for group in range(plan.groups)]
    blocks = [data + erasure.encode(data, plan.n - plan.k) for data in groups]
    return [
        Frame(
            kit=kit,
            groups=plan.groups,
            group=number % plan.groups,
            k=plan.k,
            n=plan.n,
            index=number // plan.groups,
            sheet=number // CODES_A_SHEET,
            sheets=plan.sheets,
            data=blocks[number % plan.groups][number // plan.groups],
            density=plan.density,
        )
        for number in range(plan.codes)
    ]


def kit_id(envelope: bytes) -> bytes:
    """Return the first eight bytes of the envelope's SHA-256."""
    return sha256(envelope).digest()[:KIT_BYTES]


def _check(frame: Frame) -> None:
    """Raise `Malformed` unless the numbers are those of a kit we could have made."""
    if not FEWEST_SHEETS <= frame.sheets <= SHEETS:
        raise Malformed("frame-sheets", frame.sheets)
    if frame.groups != groups_of(frame.sheets):
        raise Malformed("frame-groups", frame.groups)
    if frame.n != codes_a_group(frame.sheets, frame.groups):
        raise Malformed("frame-n", frame.n)
    if not 1 <= frame.k <= frame.n or frame.plan.envelope_bytes > PAPER_BYTES:
        raise Malformed("frame-k", frame.k)
    if frame.group >= frame.groups:
        raise Malformed("frame-group", frame.group)
    if frame.index >= frame.n:
        raise Malformed("frame-index", frame.index)
    if frame.sheet != frame.number // CODES_A_SHEET:
        raise Malformed("frame-sheet", frame.sheet)
