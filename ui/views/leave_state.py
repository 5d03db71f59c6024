"""What the page of a leaver shows, as plain values."""

from dataclasses import dataclass

from ui.widgets.pick import Option


@dataclass(frozen=True)
class LeaveItem:
    """One thing to settle: what it is, what warns of it, what to do about it."""

    key: str
    what: str
    warnings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class LeavePart:
    """What belongs to one account, or to none; `harm` is what its loss would cost."""

    name: str
    items: tuple[LeaveItem, ...]
    harm: str = ""

    @property
    def open(self) -> tuple[str, ...]:
        """The keys of what is not settled yet."""
        return tuple(item.key for item in self.items if not item.done)


@dataclass(frozen=True)
class LeaveState:
    """The whole list; `heirs` are who may answer for the accounts from now on."""

    name: str
    parts: tuple[LeavePart, ...]
    heirs: tuple[Option, ...] = ()
    heir: str = ""
    may_write: bool = True

    @property
    def count(self) -> int:
        """How many things there are to settle."""
        return sum(len(part.items) for part in self.parts)

    @property
    def done(self) -> int:
        """How many of them are."""
        return self.count - sum(len(part.open) for part in self.parts)
