"""Days as people write them."""

import pytest

from ui.shared.days import day_words


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
