"""What a printed report tells: a list to tick, what was done, who signs."""

from dataclasses import dataclass

from vault.kit.pages_paper import PAPERS, Paper, PaperName


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
    """A whole report: of whom, from which day, and its parts in order.

    `sign` are the captions of lines to sign on.
    """

    title: str
    under: str = ""
    owner: str
    date: str
    paper: PaperName = "a4"
    blocks: tuple[ReportBlock, ...]
    foot: str = ""
    sign: tuple[str, ...] = ()

    @property
    def size(self) -> Paper:
        """The paper it is printed on."""
        return PAPERS[self.paper]
