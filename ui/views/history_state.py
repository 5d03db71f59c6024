"""What the history pages show, as plain values; values of codes stay out of a repr."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ChangeState:
    """One change. `before` and `after` as shown; `bare_…` with codes in clear."""

    key: str
    what: str  # whose field it was; "" where the page says so already
    label: str  # the field, or "" for a record as a whole
    before: str = field(repr=False)
    after: str = field(repr=False)
    bare_before: str = field(repr=False, default="")
    bare_after: str = field(repr=False, default="")
    can: bool = False
    back: str = field(repr=False, default="")  # what its button is called when read out
    why: str = ""


@dataclass(frozen=True)
class DayState:
    """What was changed on one day on one device; `goes_on` from the card above."""

    title: str
    changes: tuple[ChangeState, ...]
    goes_on: bool = False


@dataclass(frozen=True)
class HistoryState:
    """A history; `name` is whose, "" for all of the vault."""

    name: str = ""
    days: tuple[DayState, ...] = ()
    secrets: bool = False  # whether there are codes to show
    deleted: int = 0  # what can be brought back
    cut: bool = False  # whether there is more than is listed
    may_write: bool = True


@dataclass(frozen=True)
class DeletedState:
    """One removed record that can be brought back; `key` is its id."""

    key: str
    kind: str
    name: str
    when: str
    left: str
    along: str = ""
    may_write: bool = True
