"""How a passphrase of one's own is rated: by length and variety, and honestly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.app.strength import strength_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", ""),
        ("password", "refused"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "refused"),
        ("kiln-pot-kiln-pot-", "refused"),
        ("qwertyuiopasdfghjkl", "refused"),
        ("1234567890123", "refused"),
        ("kiln & clay 2026", "refused"),
        ("my kiln & clay lies behind the old mill", "good"),
        ("blue teapot 7", "weak"),
        ("blue teapot on mars", "fair"),
        ("eleven blue teapots sing to the moon", "good"),
        ("陶工在河边唱着老歌等着月亮慢慢升起来照着窑", "good"),
    ],
)
def test_a_passphrase_is_rated_by_what_can_be_seen(text: str, level: str) -> None:
    """And what is plainly easy is refused."""
    assert strength_of(text, "Kiln & Clay").level == level


def test_each_rating_says_what_is_the_matter() -> None:
    """A colour alone would help nobody."""
    assert "8 of at least 12" in strength_of("password").words
    assert "over and over" in strength_of("a" * 20).words
    assert "in a row" in strength_of("qwertyuiopasdf").words
    assert "name of the business" in strength_of("kiln & clay!", "kiln & clay").words


def test_a_short_name_is_in_many_a_word_by_chance() -> None:
    """It does not count."""
    assert strength_of("a teapot for the moon", "pot").level == "fair"


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_rated(text: str, name: str) -> None:
    """With words, but for the empty one."""
    told = strength_of(text, name)
    assert bool(told.words) == bool(text) == bool(told.level)
