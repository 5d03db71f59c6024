"""House rules are proposed, set, edited and confirmed person by person."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_vault
from vault.app.house_rules import (
    PROPOSED,
    confirming,
    house_rules,
    setting_rules,
)
from vault.errors import Refused
from vault.model.change import Replace, apply
from vault.model.validate import findings
from vault.model.vault import Vault

DAY, LATER = "2026-03-01", "2026-05-01"


def with_rules(day: str = DAY) -> Vault:
    vault = a_vault()
    return apply(vault, setting_rules(vault, PROPOSED, day), NOON)[0]


def confirmed(vault: Vault, day: str, *people: str) -> Vault:
    after, _ = apply(vault, confirming(vault, people, day), NOON)
    assert [one for one in findings(after) if one.severity == "error"] == []
    return after


def test_rules_are_proposed_until_some_are_set() -> None:
    """Nobody is asked to confirm what is only proposed."""
    told = house_rules(a_vault())
    assert (told.own, told.rules, told.since) == (False, PROPOSED, "")
    assert not any(one.holds for one in told.people)
    with pytest.raises(Refused, match="rules-not-set"):
        confirming(a_vault(), [], DAY)


def test_the_proposed_ones_are_short_and_each_is_said_once() -> None:
    """A line each."""
    assert all(len(one) <= 88 for one in PROPOSED)
    assert len(set(PROPOSED)) == len(PROPOSED) <= 10


def test_set_rules_are_the_owners_from_that_day_on() -> None:
    """Blank ones are left out; the same ones again are no change."""
    vault = with_rules()
    told = house_rules(vault)
    assert (told.own, told.since) == (True, DAY)
    assert setting_rules(vault, ["", *PROPOSED, "  "], LATER) == []
    after, _ = apply(vault, setting_rules(vault, [" Lock\n up. "], LATER), NOON)
    assert (after.house_rules, after.house_rules_since) == (("Lock up.",), LATER)
    none, _ = apply(after, setting_rules(after, [], LATER), NOON)
    assert (none.house_rules, none.house_rules_since) == ((), "")


def test_a_confirmation_holds_until_the_rules_change() -> None:
    """Then its day is still shown, and it is asked for again."""
    vault = with_rules()
    one, other = sorted(vault.people)
    vault = confirmed(vault, DAY, one, one)
    states = {p.id: p.holds for p in house_rules(vault).people}
    assert states == {one: True, other: False}
    assert confirming(vault, [one], DAY) == []
    vault, _ = apply(vault, setting_rules(vault, ["Other."], LATER), NOON)
    (told,) = (p for p in house_rules(vault).people if p.id == one)
    assert (told.on, told.holds) == (DAY, False)


def test_who_confirmed_on_the_day_of_a_change_is_asked_again() -> None:
    """Days alone would not tell which rules were meant."""
    vault = with_rules()
    one = min(vault.people)
    vault = confirmed(vault, DAY, one)
    vault, _ = apply(vault, setting_rules(vault, ["Other."], DAY), NOON)
    assert vault.people[one].rules_confirmed == ""


def test_nobody_confirms_rules_before_there_were_any() -> None:
    """The day of the rules is named."""
    vault = with_rules(LATER)
    with pytest.raises(Refused, match=LATER):
        confirming(vault, list(vault.people), DAY)


def test_only_who_works_here_is_missed() -> None:
    """Who answers for an account, or has access that lasts."""
    vault = with_rules()
    assert {one.id for one in house_rules(vault).missing} == set(vault.people)
    changes = [
        *(
            Replace("account", one, replace(one, owner=""))
            for one in vault.accounts.values()
        ),
        *(
            Replace("access", one, replace(one, ended=DAY))
            for one in vault.access.values()
        ),
    ]
    vault, _ = apply(vault, changes, NOON)
    assert house_rules(vault).missing == ()
