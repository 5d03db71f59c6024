"""What of a kit is wanted in clear; light, since the window asks before it is made."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Sort = Literal["procedures", "contacts", "codes"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)


@dataclass(frozen=True)
class InClear:
    """What is wanted in clear; without `accounts` it is of all that the kit holds."""

    sorts: tuple[Sort, ...] = ()
    accounts: tuple[str, ...] = ()

    @property
    def has_codes(self) -> bool:
        """Whether codes are wanted in clear: the owner must have been warned."""
        return "codes" in self.sorts

    def within(self, accounts: tuple[str, ...]) -> "InClear":
        """Return the same for a kit of these accounts, of all where there are none."""
        kept = tuple(one for one in self.accounts if not accounts or one in accounts)
        return InClear(self.sorts, kept)
