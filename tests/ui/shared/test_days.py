"""Days as people write them."""

import pytest

from ui.shared.days import day_words, time_words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("2026-03-02", "2 Mar 2026"),
        ("2026-03-02T09:30:00Z", "2 Mar 2026"),
        ("", ""),
        ("some day", "some day"),
    ],
)
def test_a_day_is_written_as_people_do(record: str, words: str) -> None:
    """What is no day stays as it is: a record may hold anything."""
    assert day_words(record) == words


def test_a_time_has_its_hour_on_this_machine() -> None:
    """Records are in UTC; people are somewhere."""
    said = time_words("2026-03-02T12:30:00Z")
    assert said.startswith(("1 Mar 2026, ", "2 Mar 2026, ", "3 Mar 2026, "))
    assert said.endswith((":30", ":00", ":15"))
    assert time_words("whenever") == "whenever"
