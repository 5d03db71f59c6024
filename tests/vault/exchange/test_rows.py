"""A table is read one row at a time, within bounds, by the mark its header shows."""

import tracemalloc

import pytest

from vault import limits
from vault.errors import BadInput, TooLarge
from vault.exchange.rows import open_table


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_header_shows_the_delimiter(mark: str) -> None:
    """Other marks in the cells do not confuse it."""
    text = mark.join(("platform", "login", "notes")) + "\n"
    text += mark.join(("etsy", "mina", '"a,b;c\td"'))
    table = open_table(text)
    assert table.delimiter == mark
    assert [row.cells for row in table.rows()] == [("etsy", "mina", "a,b;c\td")]


def test_a_row_is_placed_where_it_begins() -> None:
    """A line break inside quotes belongs to the row, blank rows count as lines."""
    text = 'platform,notes\n\n  ,\nx,"two\nlines"\netsy,next\n'
    assert [row.place for row in open_table(text).rows()] == ["line 4", "line 6"]


def test_rows_are_counted_up_to_the_bound() -> None:
    """The last allowed row is read, and the next one refused."""
    rows = "etsy\n" * limits.IMPORT_ROWS
    assert sum(1 for _ in open_table("platform\n" + rows).rows()) == limits.IMPORT_ROWS
    with pytest.raises(TooLarge, match="IMPORT_ROWS"):
        list(open_table("platform\n" + rows + "etsy\n").rows())


def test_a_hundred_thousand_rows_are_refused_without_holding_them() -> None:
    """The bound strikes while streaming: the memory spent is not that of the rows."""
    text = "platform,login,notes\n" + "etsy,mina,a note of some length\n" * 100_000
    table = open_table(text)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge) as caught:
            for _ in table.rows():
                pass
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.found == limits.IMPORT_ROWS + 1
    # The reader holds a copy of the text, and one row.
    assert peak_bytes < 6 * len(text)


@pytest.mark.parametrize("size", [limits.TEXT_CHARACTERS + 1, 1_000_000])
def test_a_cell_that_no_record_could_hold_is_refused(size: int) -> None:
    """A cell of a megabyte is told from a table."""
    with pytest.raises(TooLarge, match="TEXT_CHARACTERS"):
        list(open_table(f"platform,notes\netsy,{'x' * size}\n").rows())


def test_a_column_that_is_missing_in_the_header_is_no_fault_of_the_row() -> None:
    """Rows may be longer or shorter than the header."""
    table = open_table("platform,login\netsy\nx,mina,more\n")
    assert [len(row.cells) for row in table.rows()] == [1, 3]


def test_a_header_of_strange_words_is_refused_with_the_known_ones() -> None:
    """The message can say which words would do."""
    with pytest.raises(BadInput) as caught:
        open_table("Amount,Valuta\n1,EUR\n")
    assert caught.value.problem == "no-known-column"
    assert "platform" in caught.value.detail
    assert "codes" in caught.value.detail
