"""Columns that line up, with Chinese and Korean characters two cells wide."""

import unicodedata
from collections.abc import Sequence

GAP = "  "
WIDEST_CELLS = 40  # of one column; more is cut, since `show` has the whole


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 for c in text)


def cut(text: str, width: int) -> str:
    """Return the text, cut to a width in cells with an ellipsis where it is longer."""
    text = " ".join(text.split())
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return text + "…"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table, its head first."""
    shown = [[cut(cell, WIDEST_CELLS) for cell in row] for row in [head, *rows]]
    widths = [max(cells(row[i]) for row in shown) for i in range(len(head))]
    return [_line(row, widths) for row in shown]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - cells(cell))
        for cell, width in zip(row, widths, strict=True)
    )
    return GAP.join(padded).rstrip()
