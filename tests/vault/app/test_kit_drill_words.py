"""What a drill is said to have found."""

import pytest

from tests.builders import a_kit
from vault.app.explain import explain_typed
from vault.app.kit_changed import Since
from vault.app.kit_drill import Found
from vault.app.kit_drill_words import drill_lines, drill_title, unnoted_words
from vault.errors import NoKey, Refused, VaultError
from vault.kit.collect import KitState
from vault.kit.plan import Density, Plan
from vault.model.drill import OPENED, READ, SHORT, SHUT
from vault.model.kit import Kit

TWO = Plan(Density.STURDY, sheets=2, groups=1, k=24)
KIT = a_kit()
NOTHING = Since()


def found(
    result: str,
    entry: Kit | None = KIT,
    *,
    sheets: tuple[int, int] = (24, 24),
    forged: int = 0,
    trouble: VaultError | None = None,
    differs: bool = False,
) -> Found:
    """Return what a drill of a kit of two sheets found."""
    state = KitState(
        kit=bytes(8),
        plan=TWO,
        found_by_sheet=sheets,
        more=0,
        complete=result != SHORT,
        forged=forged,
        numbers=frozenset(),
        reserve=sum(sheets) - 24,
    )
    return Found(state, entry, result, NOTHING, trouble=trouble, differs=differs)


@pytest.mark.parametrize(
    ("drill", "title"),
    [
        (found(OPENED, None), "This kit is not in the register: 0000000000000000"),
        (found(SHORT), "Kit 1: too little was read to open it"),
        (found(SHUT), "Kit 1 was read, and did not open"),
        (
            found(OPENED, differs=True),
            "Kit 1 opens, but not to what the register says went into it",
        ),
        (
            found(OPENED),
            "Kit 1 works: it opens, and is what was printed, to the byte",
        ),
        (
            found(READ),
            "Kit 1 reads, and is what was printed, to the byte; it was not opened",
        ),
    ],
    ids=["unknown", "short", "shut", "another", "opened", "read"],
)
def test_the_title_says_what_matters_most(drill: Found, title: str) -> None:
    """In one sentence."""
    assert drill_title(drill) == title


def test_a_kit_of_somebody_else_is_told_where_it_may_come_from() -> None:
    """And nothing of what changed since: nobody knows."""
    told = list(drill_lines(found(READ, None)))
    assert told[0].startswith("It may be of another vault")
    assert not any("changed" in line for line in told)


def test_sheets_that_do_not_read_whole_are_named() -> None:
    """With what was read of each, and without a reserve where it is not complete."""
    told = list(drill_lines(found(SHORT, sheets=(9, 0))))
    assert told[0] == (
        "Of 2 sheets these did not read whole: sheet 1: 9 of 24 codes; "
        "sheet 2: nothing read."
    )
    assert not any("could lose" in line for line in told)


@pytest.mark.parametrize(
    ("forged", "words"),
    [
        (1, "1 code was not genuine and was left out."),
        (3, "3 codes were not genuine and were left out."),
    ],
)
def test_codes_that_are_not_genuine_are_counted(forged: int, words: str) -> None:
    """One is one."""
    assert words in list(drill_lines(found(READ, forged=forged)))


def test_a_wrong_secret_may_be_that_of_another_day() -> None:
    """So the day is said from which it opens."""
    first = next(drill_lines(found(SHUT, trouble=NoKey((1,)))))
    assert first.startswith("What was given does not open it.")
    assert KIT.made[:10] in first


def test_any_other_trouble_is_told_in_its_own_words() -> None:
    """As everywhere; none where none is known."""
    trouble = Refused("code-unused")
    said = explain_typed(trouble)
    first = next(drill_lines(found(SHUT, trouble=trouble)))
    assert first == f"{said.happened} {said.advice}"
    assert next(drill_lines(found(SHUT))) == ""


def test_a_date_that_is_not_noted_is_said_with_why() -> None:
    """The drill itself was done."""
    assert unnoted_words("It is open elsewhere.").endswith("It is open elsewhere.")
