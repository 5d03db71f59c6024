"""Columns that line up on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.cli.table import WIDEST_CELLS, cells, cut, table

texts = st.text(st.characters(exclude_categories=["C", "Z", "M"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("abc", 3), ("灯笼", 4), ("가나", 4), ("e\u0301", 1)]
)
def test_a_chinese_or_korean_character_takes_two_cells(text: str, wide: int) -> None:
    """And a combining accent none."""
    assert cells(text) == wide


@given(texts, st.integers(2, 60))
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    """What fits stays as it is."""
    short = cut(text, width)
    assert cells(short) <= width
    assert short == text or short.endswith("…")


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_the_second_column_begins_where_its_head_does(
    rows: list[tuple[str, str]],
) -> None:
    """Whatever stands in the first."""
    lines = table(("one", "two"), [(a, "|") for a, _ in rows])
    start = cells(lines[0][: lines[0].index("two")])
    assert start <= WIDEST_CELLS + 2
    for line in lines[1:]:
        assert cells(line[: line.rindex("|")]) == start


def test_a_line_break_never_breaks_a_row() -> None:
    """Notes may have some."""
    (_, row) = table(("a",), [("one\ntwo\tthree",)])
    assert row == "one two three"
