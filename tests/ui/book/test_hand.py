"""The hand that walks the picture book: it presses, types, and says what it misses."""

from pathlib import Path

import pytest

from tests.ui.conftest import Start
from ui.book.hand import Hand
from vault.errors import BrokenInvariant


def test_it_goes_presses_and_types_as_a_person_would(
    start: Start, tmp_path: Path
) -> None:
    """By the names that a screen reader reads."""
    person = start()
    hand = Hand(person.application)
    hand.go("unlock", tmp_path / "x.sparekey")
    hand.press("Use the key card")
    hand.fill("Code on the key card", "7QXK-4M2P")
    assert person.sees("7QXK-4M2P")
    assert hand.has("Use the passphrase")
    assert not hand.has("Use the key card")


def test_it_says_what_there_is_where_it_misses_something(start: Start) -> None:
    """So that a route is mended in a minute when a page changes."""
    hand = Hand(start().application)
    with pytest.raises(BrokenInvariant) as missed:
        hand.press("Create a castle")
    assert "Create a castle" in missed.value.where
    assert "Create a vault" in missed.value.where


def test_only_a_button_can_be_pressed(start: Start, tmp_path: Path) -> None:
    """A field is typed into."""
    hand = Hand(start().application)
    hand.go("unlock", tmp_path / "x.sparekey")
    with pytest.raises(BrokenInvariant):
        hand.press("Passphrase")
