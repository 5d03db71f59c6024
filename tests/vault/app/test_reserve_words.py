"""What is said of the codes that a kit could lose still."""

import pytest

from vault.app.reserve_words import reserve_words


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (0, "It could lose no further code."),
        (1, "It could lose 1 more code, whichever it is."),
        (9, "It could lose 9 more codes, whichever they are."),
    ],
)
def test_the_reserve_is_said_as_a_number_of_codes(codes: int, words: str) -> None:
    """None, one, and more."""
    assert reserve_words(codes) == words
