"""`rules`, as a person and as a script use it."""

import pytest

from tests.desk import OPENS, Desk
from vault.app.house_rules import PROPOSED

V = "shop.sparekey"


@pytest.mark.parametrize("words", [("show", V), (V, "show"), (V,)])
def test_rules_are_proposed_where_none_are_set(
    shop: Desk, words: tuple[str, ...]
) -> None:
    """Without a part, they are shown."""
    said = shop.done("rules", *words, *OPENS).out
    assert said.startswith("No rules are set. We propose:\n1. Each of us")
    assert len(said.splitlines()) == len(PROPOSED) + 1


def test_the_proposed_ones_are_set_and_confirmed(shop: Desk) -> None:
    """By name; who is still to do so is said."""
    assert "is set" not in shop("rules", "set", V, "--proposed", *OPENS).err
    told = shop.done("rules", "show", V, *OPENS, "--json").json
    assert told["own"]
    names = [one["name"] for one in told["people"]]
    said = shop.done("rules", "confirm", V, names[0], *OPENS).out
    assert "Noted for 1 person." in said
    shown = shop.done("rules", V, *OPENS).out
    assert f"- {names[0]}: confirmed on " in shown
    assert f"- {names[1]}: has not confirmed them" in shown
    again = shop.done("rules", V, "set", "--proposed", *OPENS).out
    assert "they read so already" in again


def test_rules_of_ones_own_are_options_or_lines(shop: Desk) -> None:
    """A line each."""
    shop.done("rules", "set", V, "--rule", "Lock up.", "--rule", "Ring Ana.", *OPENS)
    assert "2. Ring Ana." in shop.done("rules", V, *OPENS).out
    said = shop.done("rules", "set", V, *OPENS, typed=b"One.\n\nTwo.\nThree.\n").out
    assert "3 rules are set." in said
    assert shop("rules", "set", V, *OPENS, typed=b"\xff\n").code == 1


def test_nothing_is_confirmed_that_is_not_set(shop: Desk) -> None:
    """The refusal says what to type."""
    told = shop.done("rules", "show", V, *OPENS, "--json").json
    name = told["people"][0]["name"]
    said = shop("rules", "confirm", V, name, *OPENS)
    assert said.code == 1
    assert "`sparekey rules set VAULT --proposed`" in said.err


@pytest.mark.parametrize("day", ["soon", "2999-01-01"])
def test_a_day_must_be_one_that_was(shop: Desk, day: str) -> None:
    """Nobody confirms in advance."""
    assert shop("rules", "confirm", V, "Ana", "--on", day, *OPENS).code == 1
