"""Lines set one by one, each a piece of its own that a page takes whole."""

from collections.abc import Sequence
from typing import Final

from vault.kit.pages_column import Column
from vault.kit.pages_paper import BODY, GRID, INSET, LEADING, NOTE
from vault.kit.readable_flow import Piece, piece_of, white
from vault.printing.fonts import wrap
from vault.printing.page import Face, Item

CAPTIONS: Final = 0.25  # of the width, for what a value is


class Lines:
    """Sets lines one by one, each a piece of its own."""

    def __init__(self, width: float, part: str) -> None:
        self.width = width
        self.part = part
        self.pieces: list[Piece] = []

    def column(self) -> Column:
        """Return an empty column of the lines' width."""
        return Column(INSET, 0.0, self.width)

    def add(self, column: Column, *, keep: bool = False) -> None:
        """Take what was set in a column as the next piece."""
        self.pieces.append(piece_of(column, self.part, keep=keep))

    def skip(self, height: float) -> None:
        """Leave white, which stays with what follows."""
        self.pieces.append(white(height, self.part))

    def text(
        self,
        words: str,
        size: float,
        face: Face = "regular",
        indent: float = 0.0,
        *,
        keep: bool = False,
        before: Sequence[Item] = (),
    ) -> None:
        """Set a text; its first line stays with its second, or with what follows."""
        lines = [
            line
            for paragraph in words.strip().splitlines() or [""]
            for line in wrap(paragraph, face, size, self.width - indent)
        ]
        for number, line in enumerate(lines):
            column = self.column()
            column.line(line, size, face, indent)
            if number == 0:
                column.items.extend(before)
            last = number == len(lines) - 1
            self.add(column, keep=keep if last else number == 0)

    def pair(self, caption: str, value: str) -> None:
        """Set a caption and beside it what it says; both break, neither is cut."""
        beside = GRID * round(self.width * CAPTIONS / GRID)
        left = Column(INSET, 0.0, beside - GRID)
        right = Column(INSET + beside, 0.0, self.width - beside)
        left.skip(LEADING[BODY] - LEADING[NOTE])
        left.paragraph(caption, NOTE)
        right.paragraph(value or " ", BODY)
        left.items.extend(right.items)
        left.y = GRID * -(-max(left.y, right.y) // GRID)
        self.add(left)
