"""When a set of codes runs low."""

import pytest
from msgspec.structs import replace

from tests.builders import a_code_set, an_account
from vault.app.code_count import codes_left, runs_low
from vault.model.code import STANDING_KINDS

ACCOUNT = an_account().id


@pytest.mark.parametrize(
    ("used", "low"), [(0, False), (7, False), (8, True), (9, True)]
)
def test_two_left_is_few(used: int, low: bool) -> None:
    """PRODUCT says when to warn."""
    one = a_code_set(ACCOUNT, codes=10, used=used)
    assert codes_left(one) == 10 - used
    assert runs_low(one) is low


def test_a_platform_that_issues_one_code_is_no_cause_for_alarm() -> None:
    """X has one at a time; once it is used, none is left."""
    assert not runs_low(a_code_set(ACCOUNT, codes=1))
    assert runs_low(a_code_set(ACCOUNT, codes=1, used=1))


def test_what_is_retired_kept_or_empty_never_runs_low() -> None:
    """Nobody should fetch a new PIN because the old one was typed."""
    low = a_code_set(ACCOUNT, codes=3, used=2)
    assert runs_low(low)
    assert not runs_low(replace(low, retired="2026-03-01"))
    assert not runs_low(replace(low, codes=()))
    assert not any(runs_low(replace(low, kind=kind)) for kind in STANDING_KINDS)
