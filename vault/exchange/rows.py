"""Rows of a table with a header: read strictly, one at a time, within bounds.

Only the row in hand is kept here: the bound on rows must hold before memory is spent.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Self

from vault import limits
from vault.errors import BadInput, TooLarge
from vault.exchange.columns import field_of, fields_of, known_words

_DELIMITERS: Final = (",", ";", "\t")
_BLANK: Final = ",; \t\r\n"
# Excel's own first line, which says how the others part.
_SAYS_DELIMITER: Final = re.compile(
    r'"?sep=(?P<mark>[^\w\s"]|\t)"?\s*[\r\n]', re.IGNORECASE
)
_LINES: Final = 10 * limits.IMPORT_ROWS  # blank ones, and those within a cell, too
# Where a line ends for the reader; what else Unicode calls a line end is text.
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_COLUMNS_OF_A_HEADER: Final = 2  # known ones; fewer may be a row of data


@dataclass(frozen=True)
class Row:
    """One row: the line it begins on, and its cells, blank ones included."""

    line: int
    cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where the row stands, for a note."""
        return f"line {self.line}"


_NONE: Final = Row(1, ())


@dataclass(frozen=True)
class Table:
    """A table whose header was understood; `fields` names the meaning of each column.

    `headers` are the words as written, `fields` "" for a column of unknown meaning.
    """

    text: str
    delimiter: str
    headers: tuple[str, ...]
    fields: tuple[str, ...]
    above: int = 0  # lines that are not blank before the header
    title: str = ""  # the one line above the header that is the table's name

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header; wholly blank ones are left out.

        Raises BadInput with the line for a quoting fault (`bad-quoting`), with line
        and column for a cell that no record could hold (`cell-long`), and TooLarge
        above IMPORT_ROWS rows, IMPORT_COLUMNS or IMPORT_ROW_CHARACTERS of one.
        """
        rows = _rows(self.text, self.delimiter, self.headers)
        for count, row in enumerate(islice(rows, self.above + 1, None), start=1):
            if count > limits.IMPORT_ROWS:
                raise TooLarge("IMPORT_ROWS", limits.IMPORT_ROWS, count)
            yield row


def open_table(text: str) -> Table:
    """Return the table with the delimiter under which its header says most.

    Raises BadInput("header", …): `empty-file`, or `no-known-column` with the words;
    TooLarge as `rows` does, and for ten times as many lines.
    """
    if not text.strip(_BLANK):
        raise BadInput("header", "empty-file")
    lines = text.count("\n") + text.count("\r")
    if lines > _LINES:
        raise TooLarge("IMPORT_ROWS", limits.IMPORT_ROWS, lines)
    tables, faults = [], []
    said = _SAYS_DELIMITER.match(text)
    for mark in (said["mark"], *_DELIMITERS) if said else _DELIMITERS:
        try:
            tables.append(_under(text, mark, bool(said)))
        except BadInput as fault:
            # Quotes that are right for one delimiter are faults under another.
            faults.append(fault)
    if not tables:
        raise faults[0]
    # Known columns decide; the first delimiter wins a tie, so a lone column has one.
    best = max(tables, key=lambda table: sum(map(bool, table.fields)))
    if not any(best.fields):
        raise BadInput("header", "no-known-column", known_words())
    return best


def _under(text: str, delimiter: str, said: bool) -> Table:
    """Read the header under a delimiter; `said` where the first line only names one."""
    above = int(said)
    rows = islice(_rows(text, delimiter), above, None)
    header, title = next(rows, _NONE), ""
    words = [cell.strip() for cell in header.cells if cell.strip()]
    if len(words) == 1 and _is_header(second := _peeked(rows)):
        header, title = second, words[0]
    headers = tuple(cell.strip() for cell in header.cells)
    fields = tuple(fields_of(list(headers)))
    return Table(text, delimiter, headers, fields, above + bool(title), title)


def _peeked(rows: Iterator[Row]) -> Row:
    try:
        return next(rows, _NONE)
    except BadInput:
        return _NONE  # a fault in a row is told, with its place, when rows are read


def _is_header(row: Row) -> bool:
    return sum(map(bool, map(field_of, row.cells))) >= _COLUMNS_OF_A_HEADER


def _rows(text: str, delimiter: str, headers: tuple[str, ...] = ()) -> Iterator[Row]:
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            lines.begin_row()
            if len(cells) > limits.IMPORT_COLUMNS:
                most = limits.IMPORT_COLUMNS
                raise TooLarge("IMPORT_COLUMNS", most, len(cells))
            if any(cell.strip() for cell in cells):
                _check(cells, headers, line)
                yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as fault:
        place = f"line {line}"
        # The reader has its own bound on a cell, far above ours.
        if "field limit" in str(fault):
            raise BadInput(place, "cell-long", f"> {csv.field_size_limit()}") from None
        raise BadInput(place, "bad-quoting") from None


class _Lines:
    """The lines of a text with their ends, of which no row may take too much.

    The reader builds all cells of a row at once, and a row may go over many lines.
    """

    def __init__(self, text: str) -> None:
        self._found = _LINE.finditer(text)
        self._left = limits.IMPORT_ROW_CHARACTERS

    def begin_row(self) -> None:
        """Count anew: what was given so far is in rows that are done."""
        self._left = limits.IMPORT_ROW_CHARACTERS

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = next(self._found)
        self._left -= line.end() - line.start()
        if self._left < 0:
            most = limits.IMPORT_ROW_CHARACTERS
            raise TooLarge("IMPORT_ROW_CHARACTERS", most, most - self._left)
        return line[0]


def _check(cells: list[str], headers: tuple[str, ...], line: int) -> None:
    for at, cell in enumerate(cells):
        if len(cell) > limits.TEXT_CHARACTERS:
            column = headers[at] if at < len(headers) else ""
            place = f"line {line}, {column or f'column {at + 1}'}"
            raise BadInput(place, "cell-long", str(len(cell)))
