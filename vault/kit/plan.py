"""How many sheets an envelope takes, and how many of its codes are parity; pure.

Codes are counted through the kit: number r = 24 * sheet + cell. Number r belongs to
group r mod G, as its block r div G; blocks 0..k-1 of each group are the data.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from vault.errors import TooLarge
from vault.limits import CODES_A_SHEET, PAPER_BYTES, SHEETS

SHEETS_A_GROUP: Final = 10  # 240 codes, so that a block number fits the field of 256
FEWEST_SHEETS: Final = 2  # either of two is enough; one alone could only be lost


class Density(Enum):
    """How finely a kit is printed; `format_number` is what its frames begin with."""

    STURDY = (1, 13, 300, 12)
    COMPACT = (2, 16, 415, 10)

    def __init__(
        self, format_number: int, version: int, symbol_bytes: int, module_dots: int
    ) -> None:
        """`module_dots` are 1/600 inch: 0.508 and 0.423 mm a module."""
        self.format_number = format_number
        self.version = version
        self.symbol_bytes = symbol_bytes
        self.module_dots = module_dots

    @classmethod
    def by_format(cls, format_number: int) -> "Density | None":
        """Return the density whose frames begin with `format_number`, if any."""
        return next((d for d in cls if d.format_number == format_number), None)


@dataclass(frozen=True)
class Plan:
    """The shape of one kit: any `needed` of its `sheets` are enough."""

    density: Density
    sheets: int
    groups: int
    k: int

    @property
    def n(self) -> int:
        """Codes in each group, parity included."""
        return codes_a_group(self.sheets, self.groups)

    @property
    def needed(self) -> int:
        """The fewest whole sheets that always hold k codes of every group."""
        return sheets_needed(self.k, self.groups)

    @property
    def codes(self) -> int:
        """All codes of the kit."""
        return CODES_A_SHEET * self.sheets

    @property
    def multiple_bytes(self) -> int:
        """An envelope for this plan is sealed to a multiple of this."""
        return self.groups * self.density.symbol_bytes

    @property
    def envelope_bytes(self) -> int:
        """Exactly what the data codes of this plan hold."""
        return self.k * self.multiple_bytes


def plan_for(envelope_bytes: int, density: Density) -> Plan:
    """Return the plan with the fewest sheets for an envelope of at most that size.

    The envelope must then be padded to `plan.envelope_bytes`, for which the plan is the
    same. Raises `TooLarge` beyond forty sheets or `PAPER_BYTES`.
    """
    if envelope_bytes > PAPER_BYTES:
        raise TooLarge("PAPER_BYTES", PAPER_BYTES, envelope_bytes)
    for sheets in range(FEWEST_SHEETS, SHEETS + 1):
        groups = groups_of(sheets)
        k = max(1, -(-envelope_bytes // (groups * density.symbol_bytes)))
        if k <= most_data_codes(sheets):
            return Plan(density, sheets, groups, k)
    allowed = capacity_bytes(SHEETS, density)
    raise TooLarge("SHEETS", allowed, envelope_bytes)


def capacity_bytes(sheets: int, density: Density) -> int:
    """Return the largest envelope that fits that many sheets, below `PAPER_BYTES`."""
    step = groups_of(sheets) * density.symbol_bytes
    return min(most_data_codes(sheets), PAPER_BYTES // step) * step


def groups_of(sheets: int) -> int:
    """Return into how many groups the codes of so many sheets are dealt."""
    return -(-sheets // SHEETS_A_GROUP)


def codes_a_group(sheets: int, groups: int) -> int:
    """Return n; 24 is a multiple of every number of groups there is, 1 to 4."""
    return CODES_A_SHEET * sheets // groups


def sheets_needed(k: int, groups: int) -> int:
    """Return the fewest sheets q with k codes of each group: 24 * q / groups >= k."""
    return -(-k * groups // CODES_A_SHEET)


def most_data_codes(sheets: int) -> int:
    """Return the largest k of a group that leaves the parity promised on the paper.

    The share of scattered codes that may be lost is that of whole sheets as well: a
    lost sheet takes as many codes from every group.
    """
    n = codes_a_group(sheets, groups_of(sheets))
    return n * (100 - _lost_percent(sheets)) // 100


def _lost_percent(sheets: int) -> int:
    if sheets == FEWEST_SHEETS:
        return 50  # either sheet alone is enough
    if sheets == FEWEST_SHEETS + 1:
        return 45  # 40 would leave one whole sheet lost and little more
    return 40 if sheets <= SHEETS_A_GROUP else 30
