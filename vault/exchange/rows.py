"""Rows of a table with a header: read strictly, one at a time, within bounds.

Only the row in hand is kept here: the bound on rows must hold before memory is spent.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from vault import limits
from vault.errors import BadInput, TooLarge
from vault.exchange.columns import field_of, fields_of, known_words

_DELIMITERS: Final = (",", ";", "\t")
_BLANK: Final = ",; \t\r\n"
# Excel's own first line, which says how the others part.
_SAYS_DELIMITER: Final = re.compile(
    r'"?sep=(?P<mark>[^\w\s"]|\t)"?\s*[\r\n]', re.IGNORECASE
)
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
        above IMPORT_ROWS rows.
        """
        rows = _rows(self.text, self.delimiter, self.headers)
        for count, row in enumerate(islice(rows, self.above + 1, None), start=1):
            if count > limits.IMPORT_ROWS:
                raise TooLarge("IMPORT_ROWS", limits.IMPORT_ROWS, count)
            yield row


def open_table(text: str) -> Table:
    """Return the table with the delimiter under which its header says most.

    Raises BadInput("header", …): `empty-file`, or `no-known-column` with the words.
    """
    if not text.strip(_BLANK):
        raise BadInput("header", "empty-file")
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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
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


def _check(cells: list[str], headers: tuple[str, ...], line: int) -> None:
    for at, cell in enumerate(cells):
        if len(cell) > limits.TEXT_CHARACTERS:
            column = headers[at] if at < len(headers) else ""
            place = f"line {line}, {column or f'column {at + 1}'}"
            raise BadInput(place, "cell-long", str(len(cell)))
