"""Rows of a table with a header: read strictly, one at a time, within bounds.

Only the row in hand is kept here: the bound on rows must hold before memory is spent.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vault import limits
from vault.errors import BadInput, TooLarge
from vault.exchange.columns import fields_of, known_words

_DELIMITERS: Final = (",", ";", "\t")
_BLANK: Final = ",; \t\r\n"


@dataclass(frozen=True)
class Row:
    """One row: the line it begins on, and its cells, blank ones included."""

    line: int
    cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where the row stands, for a note."""
        return f"line {self.line}"


@dataclass(frozen=True)
class Table:
    """A table whose header was understood; `fields` names the meaning of each column.

    `headers` are the words as written, `fields` "" for a column of unknown meaning.
    """

    text: str
    delimiter: str
    headers: tuple[str, ...]
    fields: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header; wholly blank ones are left out.

        Raises BadInput with the line for a quoting fault (`bad-quoting`), TooLarge
        above IMPORT_ROWS rows and for a cell that no record could hold.
        """
        rows = _rows(self.text, self.delimiter)
        next(rows)
        for count, row in enumerate(rows, start=1):
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
    for mark in _DELIMITERS:
        try:
            tables.append(_under(text, mark))
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


def _under(text: str, delimiter: str) -> Table:
    header = next(_rows(text, delimiter), Row(1, ()))
    headers = [cell.strip() for cell in header.cells]
    return Table(text, delimiter, tuple(headers), tuple(fields_of(headers)))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(_bounded(cell) for cell in cells))
            line = reader.line_num + 1
    except csv.Error as fault:
        # The reader has its own bound on a cell, far above ours.
        if "field limit" in str(fault):
            raise TooLarge("TEXT_CHARACTERS", limits.TEXT_CHARACTERS) from None
        place = f"line {line}"
        raise BadInput(place, "bad-quoting") from None


def _bounded(cell: str) -> str:
    if len(cell) > limits.TEXT_CHARACTERS:
        raise TooLarge("TEXT_CHARACTERS", limits.TEXT_CHARACTERS, len(cell))
    return cell
