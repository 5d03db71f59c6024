"""Days and times have one spelling, and must exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.model.moment import is_day, is_time


@given(st.datetimes())
def test_every_moment_there_is_has_its_spelling(moment: object) -> None:
    """What the calendar knows is accepted as day and as time."""
    day, time = str(moment)[:10], str(moment)[11:19]
    assert is_day(day)
    assert is_time(f"{day}T{time}Z")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-2-3",
        "20260203",
        "2026-W01-1",
        "2026-01-01\n",
        "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661",
    ],
)
def test_other_days_are_refused(text: str) -> None:
    """Days that do not exist, and other spellings of those that do."""
    assert not is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-01-01",
        "2026-01-01T25:00:00Z",
        "2026-01-01T12:00:00",
        "2026-01-01T12:00:00.5Z",
        "2026-01-01T12:00:00+00:00",
        "2026-01-01 12:00:00Z",
        "2026-01-01T12:00:00Z\n",
    ],
)
def test_other_times_are_refused(text: str) -> None:
    """Times that do not exist, and other spellings of those that do."""
    assert not is_time(text)
