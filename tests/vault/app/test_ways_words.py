"""The ways in, in words: each is named, each loss said, each thing left listed."""

import pytest

from tests.builders import a_kit, a_vault
from tests.desk import WORDS
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.session import Session
from vault.app.ways_change import plan_code, plan_partner, plan_removal
from vault.app.ways_in import WayIn, ways_in
from vault.app.ways_known import Left
from vault.app.ways_plan import carry_out
from vault.app.ways_words import (
    fact_words,
    kept_words,
    left_words,
    plan_words,
    standing_words,
    way_words,
)
from vault.limits import Cost


def way(mask: int, **facts: object) -> WayIn:
    told = {
        "number": 1,
        "mask": mask,
        "whose": "",
        "added": "",
        "generated": False,
        "cost": None,
        "cheap": False,
        "card_number": 3 if mask == 2 else None,
    }
    return WayIn(**(told | facts))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (way(1), "your passphrase"),
        (way(1, whose="Mina"), "the passphrase of Mina"),
        (way(2), "key card 3"),
        (way(5), "your passphrase with the key file"),
        (way(5, whose="Mina"), "the passphrase of Mina with the key file"),
        (way(3), "passphrase and key card"),
        (way(4), "key file"),
    ],
)
def test_each_way_in_has_a_name(one: WayIn, said: str) -> None:
    """Those that this program never makes too."""
    assert way_words(one) == said


def test_what_is_known_of_a_way_in_is_told() -> None:
    """Since when, how it was made, what a try costs, whether that is enough."""
    cost = Cost(256 * 1024, 4, 4)
    one = way(1, added="2026-03-01T12:00:00Z", generated=True, cost=cost, cheap=True)
    assert list(fact_words(one)) == [
        "since 2026-03-01",
        "drawn by the program",
        "each try costs 256 MiB and 4 passes",
        "cheaper to guess than today's: a new passphrase mends that",
    ]
    assert list(fact_words(way(1))) == ["chosen by hand"]
    assert list(fact_words(way(2))) == []


def test_what_an_owner_should_know_is_said() -> None:
    """A single way in, no card, no passphrase; nothing of two that are whole."""
    assert list(standing_words((way(1), way(2)))) == []
    assert len(list(standing_words((way(1),)))) == 2
    (said,) = standing_words((way(2), way(2)))
    assert "No passphrase opens the vault" in said


def test_a_plan_names_whom_it_loses_and_what_still_opens(session: Session) -> None:
    """Paper can't be called back."""
    new = Passphrase(typed_passphrase("mina's own words").secret, generated=False)
    carry_out(session, plan_partner(session, new, "Mina"))
    (lost,) = plan_words(plan_code(session))
    assert lost.startswith("Lost: the passphrase of Mina.")
    kept = list(kept_words(plan_code(session)))
    assert "the passphrase of their day" in kept[0]
    assert "key card 1" in kept[1]
    session.presented = Credentials(typed_passphrase(WORDS).secret)
    assert list(kept_words(plan_removal(session, 2))) == [kept[0]]  # Mina is lost
    assert len(ways_in(session)) == 3


def test_what_is_left_is_a_list_with_the_codes_first() -> None:
    """Five accounts by name, the others counted."""
    vault = a_vault(7)
    sets = tuple(vault.code_sets.values())
    left = Left((a_kit(2), a_kit(1)), 1, sets, ())
    lines = list(left_words(vault, left))
    assert lines[0].startswith("Renew the codes of 7 accounts")
    assert lines[0].endswith("and 2 more.")
    assert lines[2].startswith("Destroy kit 1")
    assert not [line for line in lines if line.startswith("Delete")]
    none = list(left_words(vault, Left((), 1, (), ())))
    assert none[0].startswith("Print a new kit")
