"""What an incident's report tells, before it is Markdown or a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line; `mark` is "open" or "done" where there is a box to tick."""

    text: str
    mark: str = ""
    under: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBlock:
    """A heading, and what stands below it: captions with their values, and lines."""

    title: str
    under: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    lines: tuple[ReportLine, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """A whole report: of whom, from which day, and its parts in order."""

    title: str
    under: str = ""
    owner: str
    date: str
    blocks: tuple[ReportBlock, ...]
    foot: str = ""
