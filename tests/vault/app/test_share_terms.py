"""What is offered when a share is made."""

import pytest

from tests.builders import a_vault
from vault.app.share_terms import previews, usual_last_day
from vault.model.moment import is_day


@pytest.mark.parametrize(
    ("today", "last"),
    [
        ("2026-03-01", "2026-09-01"),
        ("2026-08-31", "2027-02-28"),
        ("2026-12-30", "2027-06-28"),
        ("2027-06-15", "2027-12-15"),
    ],
)
def test_a_share_counts_for_half_a_year(today: str, last: str) -> None:
    """As long as from one review to the next, and a day that there is."""
    assert usual_last_day(today) == last
    assert is_day(last)


def test_each_depth_says_what_would_go_in() -> None:
    """Deeper ones hold no less."""
    vault = a_vault(3, codes=5, used=2)
    chosen = list(vault.accounts)[:2]
    told = previews(vault, chosen)
    assert list(told) == ["procedures", "access", "codes"]
    assert told["procedures"].goes_in == {"account": 2, "procedure": 2, "contact": 2}
    assert told["codes"].goes_in["code"] == 6
    assert "code" not in told["access"].goes_in
