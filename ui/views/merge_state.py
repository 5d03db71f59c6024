"""What the pages about another copy of the vault show, as data."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class CopyLine:
    """A copy that was found beside the vault."""

    path: Path
    name: str
    told: str


@dataclass(frozen=True)
class LineState:
    """One field in two versions, and what becomes of it.

    `shows` is "mine", "theirs", "both" or "neither"; both values are "" where there is
    only the outcome to tell. `key` is given back by what asks about this line.
    """

    key: int
    label: str
    outcome: str
    shows: str
    check: bool
    mine: str = field(default="", repr=False)
    theirs: str = field(default="", repr=False)


@dataclass(frozen=True)
class PartState:
    """One record: its kind, its name, its lines."""

    kind: str
    name: str
    lines: tuple[LineState, ...]

    @property
    def check(self) -> bool:
        """Whether any of it must be looked at."""
        return any(line.check for line in self.lines)


@dataclass(frozen=True)
class PreviewState:
    """What merging would do; `done`, what it did. `ways` tells of other ways in."""

    title: str
    lead: str
    summary: str
    compared: str
    parts: tuple[PartState, ...]
    ways: str = ""
    done: bool = False
