"""What was read of kits, as data: nothing here decodes pictures or is slow to load."""

from dataclasses import dataclass, field

from vault.errors import VaultError
from vault.kit.collect import Collection, KitState

__all__ = ["Gathering", "KitState", "PageRead", "Reading"]


@dataclass(frozen=True)
class PageRead:
    """What one page gave: codes that were new, that were known, that are not ours.

    `sheets` are the sheets it shows, as kit id and number from 0; `card` is the code of
    a key card that it shows; where nothing was read, `fault` or `trouble` says why.
    """

    file: str
    page: int
    new: int = 0
    known: int = 0
    damaged: int = 0
    foreign: int = 0
    trouble: VaultError | None = None  # why this file could not be read at all
    pages: int = 1
    sheets: tuple[tuple[bytes, int], ...] = ()
    fault: str = ""  # a `kit.fault.Fault`
    card: str = field(default="", repr=False)
    percent: float | None = None  # the scale at which it was printed, seen on a scan


@dataclass(frozen=True)
class Gathering:
    """Everything that was read of kits, before any passphrase."""

    collection: Collection
    pages: tuple[PageRead, ...]


@dataclass(frozen=True)
class Reading:
    """How far the gathering has come: a picture of it that nobody changes any more."""

    kits: tuple[KitState, ...] = ()
    pages: tuple[PageRead, ...] = ()

    @property
    def card(self) -> str:
        """The code of a key card that was seen; "" where none was."""
        return next((page.card for page in self.pages if page.card), "")
