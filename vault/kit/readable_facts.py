"""What the readable part tells, as words: chosen steps, contacts and codes, in clear.

Everything here is printed for whoever finds the page: nothing is put in that was not
chosen.
"""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # the field is called date, as printed

from vault.kit.pages_paper import PAPERS, Paper, PaperName


@dataclass(frozen=True, slots=True)
class ReadableStep:
    """One thing to do, and the page to do it on."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableBlock:
    """One thing of an account: steps to take, ways to reach somebody, or codes.

    `pairs` are a caption and what it says; `codes` are secrets, printed in clear.
    """

    title: str
    under: str = ""  # small, below the title
    steps: tuple[ReadableStep, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    notes: str = ""

    def __repr__(self) -> str:
        """Name the block without telling its codes: tracebacks are no safe."""
        return f"ReadableBlock({self.title!r}, {len(self.codes)} codes)"


@dataclass(frozen=True, slots=True)
class ReadablePart:
    """What stands together under one heading: an account, or the whole business."""

    name: str
    under: str
    blocks: tuple[ReadableBlock, ...]
    is_account: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableFacts:
    """All of the readable part, and the kit that it goes with."""

    kit_number: int
    date: Date
    owner: str
    paper: PaperName
    parts: tuple[ReadablePart, ...]

    @property
    def size(self) -> Paper:
        """The paper these pages are laid out for."""
        return PAPERS[self.paper]

    @property
    def has_codes(self) -> bool:
        """Whether a code stands in clear on any page."""
        return any(block.codes for part in self.parts for block in part.blocks)
