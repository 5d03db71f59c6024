"""Which of two values shows, whoever is mine, and how the other is noted."""

import pytest

from vault.merge.choice import ABSENT, UNKNOWN, Choice, Value, choose, later
from vault.merge.side import Side, Two

BOTH = Two(True, True)
NEITHER = Two(False, False)


def of(now: object, *before: object, n: int = 1, rank: int = 0) -> Value:
    return Value((now,), tuple((one,) for one in before), (n, "", ""), rank)


@pytest.mark.parametrize(
    ("mine", "theirs", "traced", "base", "wanted"),
    [
        (of("b", "a"), of("a"), BOTH, UNKNOWN, Choice("mine")),
        (of("b", "a"), of("a"), BOTH, ("b",), Choice("mine")),
        (of("b", "a"), of("x"), NEITHER, ("a",), Choice("theirs", "merge-check")),
        (of("b", "a"), of("x"), NEITHER, ("x",), Choice("mine", "merge")),
        (of("b", "a"), of("c", "a"), BOTH, UNKNOWN, Choice("theirs", "merge-check")),
        (of("b", "a"), of("a", "c", "a"), BOTH, ("a",), Choice("mine")),
        (of("b", "a"), of("a", "a", "c"), BOTH, UNKNOWN, Choice("mine")),
        (of("b"), of("c"), NEITHER, UNKNOWN, Choice("theirs", "merge-check")),
        (of("b"), of("c"), NEITHER, ("b",), Choice("theirs", "merge")),
    ],
)
def test_the_choice_is_the_same_whoever_is_mine(
    mine: Value, theirs: Value, traced: Two[bool], base: object, wanted: Choice
) -> None:
    """Who knows better; else who changed; else both, the later one showing."""
    assert choose(Two(mine, theirs), traced, base) == wanted
    turned = choose(Two(theirs, mine), traced.turned(), base)
    assert turned == Choice(wanted.loses, wanted.note)


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted"),
    [
        (of("a", n=2), of("b", n=1), "mine"),
        (of("a", n=1), of("b", n=1), "theirs"),
        (of("a", n=1, rank=1), of("b", n=9), "mine"),
        (Value(ABSENT, (), (9, "", "")), of("b", rank=1), "theirs"),
        (Value("x", (), (1, "2026", "")), Value("y", (), (1, "2025", "")), "mine"),
        (Value("x", (), (1, "", "b")), Value("y", (), (1, "", "a")), "mine"),
    ],
)
def test_the_later_one_is_told_by_rank_number_time_device_and_value(
    mine: Value, theirs: Value, wanted: Side
) -> None:
    """In this order, so that two devices never disagree."""
    assert later(Two(mine, theirs)) == wanted
    other = "theirs" if wanted == "mine" else "mine"
    assert later(Two(theirs, mine)) == other
