"""A table is read one row at a time, within bounds, by the mark its header shows."""

import csv
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


@pytest.mark.long
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
    """Its line and column are named, and its length as far as it was read."""
    text = f"platform,notes\nx,y\netsy,{'x' * size}\n"
    with pytest.raises(BadInput) as caught:
        list(open_table(text).rows())
    fault = caught.value
    assert fault.problem == "cell-long"
    if size < csv.field_size_limit():
        assert (fault.where, fault.detail) == ("line 3, notes", str(size))
    else:
        assert (fault.where, fault.detail) == ("line 3", f"> {csv.field_size_limit()}")


def test_a_long_cell_without_a_header_is_named_by_its_number() -> None:
    """A column beyond the header has none."""
    table = open_table(f"platform\netsy,{'x' * 20_001}\n")
    with pytest.raises(BadInput) as caught:
        list(table.rows())
    assert caught.value.where == "line 2, column 2"


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_excel_s_first_line_names_the_delimiter(mark: str, end: str) -> None:
    """The rows below are placed as if it were any line."""
    lines = [f"sep={mark}", f"platform{mark}login", f"etsy{mark}mina"]
    table = open_table(end.join(lines))
    assert (table.delimiter, table.fields) == (mark, ("platform", "login"))
    assert [(row.place, row.cells) for row in table.rows()] == [
        ("line 3", ("etsy", "mina"))
    ]


def test_a_named_delimiter_that_says_nothing_is_not_believed() -> None:
    """The header below decides."""
    assert open_table("sep=;\nplatform,login\nx,y\n").delimiter == ","


@pytest.mark.parametrize("title", ["Table 1", "Accounts,,", '"My accounts, 2026"'])
def test_a_title_above_the_header_is_told_apart(title: str) -> None:
    """One word alone, and a header of known words below it."""
    table = open_table(f"{title}\n\nplatform,login,notes\netsy,mina,\n")
    assert table.title == title.strip('",')
    assert table.headers == ("platform", "login", "notes")
    assert [row.place for row in table.rows()] == ["line 4"]


def test_a_lone_column_is_no_title() -> None:
    """What stands below it is data."""
    table = open_table("platform\netsy\nx\n")
    assert (table.title, len(list(table.rows()))) == ("", 2)


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


def test_a_row_has_its_bounds_before_its_cells_are_built() -> None:
    """In columns, and in characters, over however many lines it goes."""
    most = limits.IMPORT_COLUMNS
    header = "platform,login\n"
    table = open_table(header + "," * (most - 2) + "x\n")
    assert len(next(table.rows()).cells) == most - 1
    with pytest.raises(TooLarge, match="IMPORT_COLUMNS"):
        list(open_table(header + "," * most + "x\n").rows())
    with pytest.raises(TooLarge, match="IMPORT_ROW_CHARACTERS"):
        open_table("," * limits.IMPORT_ROW_CHARACTERS + "x")
    long = '"' + "x\n" * limits.IMPORT_ROW_CHARACTERS
    with pytest.raises((TooLarge, BadInput)):
        list(open_table(header + long[: limits.IMPORT_ROW_CHARACTERS]).rows())
    many = ("x" * 999 + "\n") * 1100  # rows of a thousand are no long row
    assert sum(1 for _ in open_table(header + many).rows()) == 1100


def test_lines_are_counted_even_where_they_are_blank() -> None:
    """Millions of them would be looked at one by one."""
    lines = "\n" * (10 * limits.IMPORT_ROWS)
    with pytest.raises(TooLarge, match="IMPORT_ROWS"):
        open_table("platform,login\n" + lines)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_spreadsheets_end_them(end: str) -> None:
    """What else Unicode calls the end of a line is text, and stays in its cell."""
    text = end.join(("platform,login", 'etsy,"a\x0bb\u2028c"', "x,y"))
    rows = [row.cells for row in open_table(text).rows()]
    assert rows == [("etsy", "a\x0bb\u2028c"), ("x", "y")]
