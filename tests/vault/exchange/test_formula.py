"""Cells that another program guarded come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.exchange.formula import unguard

RUNS = ("=", "+", "-", "@", "\t", "\r")


@given(st.text(alphabet="'", max_size=3), st.sampled_from(RUNS), st.text())
def test_a_guard_is_taken_off_once(own: str, first: str, rest: str) -> None:
    """Apostrophes of the cell's own stay."""
    cell = own + first + rest
    assert unguard("'" + cell) == cell


@pytest.mark.parametrize("cell", ["'tis", "it's", "", "'", "plain", "=1"])
def test_other_apostrophes_stay(cell: str) -> None:
    """Only a guard is taken off."""
    assert unguard(cell) == cell
