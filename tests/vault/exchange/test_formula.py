"""Cells that a spreadsheet would run are guarded, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.exchange.formula import guard, unguard


@given(st.text(alphabet="'=+-@\t\rab1"))
def test_what_was_guarded_comes_back_exactly(cell: str) -> None:
    """`unguard` undoes `guard`, apostrophes of the cell's own included."""
    assert unguard(guard(cell)) == cell


@given(st.text(alphabet="'=+-@\t\rab1"))
def test_no_guarded_cell_begins_as_a_formula_does(cell: str) -> None:
    """A spreadsheet finds text in front."""
    assert not guard(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("cell", ["'tis", "it's", "", "'"])
def test_other_apostrophes_stay(cell: str) -> None:
    """Only a guard is taken off."""
    assert unguard(cell) == cell == guard(cell)
