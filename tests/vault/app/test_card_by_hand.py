"""What is typed off a card written by hand, against what should stand there."""

import pytest

from tests.printed import CODE
from vault.app.card_by_hand import typed_back


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), CODE.replace("-", " ")])
def test_the_code_as_it_is_is_right(typed: str) -> None:
    """Case and hyphens do not matter."""
    assert typed_back(typed, CODE).same


@pytest.mark.parametrize("count", [1, 2, 4])
def test_what_differs_is_named_character_by_character(count: int) -> None:
    """Even what would be mended at restoring."""
    plain = CODE.replace("-", "")
    wrong = "".join("2" if c != "2" else "3" for c in plain[:count]) + plain[count:]
    told = typed_back(wrong, CODE)
    assert not told.same
    for place in range(count):
        assert f"number {place + 1} is {plain[place]}" in told.words


def test_a_card_that_is_mostly_wrong_is_written_anew() -> None:
    """A list of thirty characters would be the code itself."""
    told = typed_back("3" * 31, CODE)
    assert not told.same
    assert "anew" in told.words


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "7"])
def test_too_few_or_too_many_are_counted(typed: str) -> None:
    """Nothing is compared then."""
    told = typed_back(typed, CODE)
    assert not told.same
    assert "of 31 characters" in told.words
