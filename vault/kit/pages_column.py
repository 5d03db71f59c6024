"""A column of text: lines set one under the other, every baseline on the grid."""

from collections.abc import Sequence

from vault.kit.pages_paper import BODY, LEADING
from vault.printing.fonts import wrap
from vault.printing.page import Face, Item, Rule, Text

Step = tuple[float, int]  # a type size and the most lines allowed in it


class Column:
    """Items from the top down; `y` is the last baseline, or where the column starts."""

    def __init__(self, x: float, y: float, width: float) -> None:
        self.x = x
        self.y = y
        self.width = width
        self.items: list[Item] = []

    def skip(self, height: float) -> None:
        """Leave this much white."""
        self.y += height

    def line(self, words: str, size: float, face: Face, indent: float = 0.0) -> None:
        """Set one line that is known to fit."""
        self.y += LEADING[size]
        self.items.append(Text(self.x + indent, self.y, size, words, face))

    def paragraph(
        self, words: str, size: float = BODY, face: Face = "regular", indent: float = 0
    ) -> None:
        """Set a text over as many lines as it takes; each newline begins a new one."""
        for part in words.split("\n"):
            for line in wrap(part, face, size, self.width - indent):
                self.line(line, size, face, indent)

    def numbered(
        self, texts: Sequence[str], size: float, indent: float, gap: float = 0.0
    ) -> None:
        """Set texts with their numbers hanging in front, and a `gap` before each."""
        for number, words in enumerate(texts, start=1):
            self.skip(gap)
            baseline = self.y + LEADING[size]
            self.items.append(Text(self.x, baseline, size, str(number), "bold"))
            self.paragraph(words, size, indent=indent)

    def rule(self, width: float = 0.5) -> None:
        """Draw a rule across the column where it stands."""
        self.items.append(Rule(self.x, self.y, self.x + self.width, self.y, width))


def shrink(
    words: str, face: Face, room: float, steps: Sequence[Step]
) -> tuple[float, list[str]]:
    """Return the first size in which `words` take no more lines than allowed.

    The last size takes as many lines as it needs: nothing is ever cut.
    """
    for size, most in steps:
        lines = wrap(words, face, size, room)
        if len(lines) <= most:
            return size, lines
    return size, lines
