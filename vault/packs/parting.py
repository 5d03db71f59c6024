"""How a line of a list parts: at separators, at numbering, at the bars of a table."""

import re
from typing import Final

_COLUMNS: Final = re.compile(r"\t+|\s{2,}|\s*[,;|，；、]\s*")  # noqa: RUF001 - full-width commas are typed where codes are pasted
_RULE: Final = frozenset("|-–—:=+_ \t")  # noqa: RUF001 - dashes as printed
_NUMBER: Final = re.compile(r"(?:^|(?<=\s))\#?(\d{1,2})[.)]\s+(?=\S)")
_COUNT: Final = re.compile(r"\#?\d{1,2}[.)]?")
_USED: Final = re.compile(
    r"\[?[xX✓✔☑✅☒✗✘✖]\]?|used|redeemed|spent|已使用|已用|사용됨|사용함", re.IGNORECASE
)
_BARS_AT_LEAST: Final = 2


def cells_of(line: str) -> tuple[list[str], str]:
    """Split a line at tabs, wide gaps, commas, semicolons and bars, and say at which.

    A list that counts on inside a cell parts there too. The second part holds the
    separators' characters, spaces aside.
    """
    text = line.strip()
    cells = [part for cell in _COLUMNS.split(text) for part in _counted_on(cell)]
    return cells, "".join("".join(_COLUMNS.findall(text)).split())


def _counted_on(cell: str) -> list[str]:
    """Part "1) … 2) …" before each number, if the numbers follow each other."""
    found = list(_NUMBER.finditer(cell))
    first = int(found[0][1]) if found and found[0].start() == 0 else None
    if first is None or [int(one[1]) for one in found] != list(
        range(first, first + len(found))
    ):
        return [cell] if cell else []
    starts = [one.start() for one in found]
    ends = [*starts[1:], len(cell)]
    return [cell[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def row_cells(line: str) -> list[str]:
    """Return the cells of a table's row in Markdown that say something, else none."""
    text = line.strip()
    if text.count("|") < _BARS_AT_LEAST or text[0] != "|" or text[-1] != "|":
        return []
    return [cell.strip() for cell in text.split("|") if cell.strip()]


def is_rule(line: str) -> bool:
    """Tell the line of strokes below a table's header."""
    return "-" in line and "|" in line and not set(line.strip()) - _RULE


def is_count(cell: str) -> bool:
    """Tell the number of a row, or a cell of mere signs."""
    return _COUNT.fullmatch(cell) is not None or not any(map(str.isalnum, cell))


def is_used_cell(cell: str) -> bool:
    """Tell a cell that says of its row's code that it was used."""
    return _USED.fullmatch(cell) is not None
