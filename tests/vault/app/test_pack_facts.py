"""What a pack knows besides its steps is told, each fact with how sure it is."""

from typing import get_args

import pytest

from vault.app.pack_facts import (
    SITUATION_WORDS,
    due,
    more_parts,
    proofs,
    waits,
)
from vault.packs import shipped_packs
from vault.packs.shape import Situation

PACKS = shipped_packs()
INSTAGRAM = PACKS["instagram"]


@pytest.mark.parametrize("id_", sorted(PACKS))
def test_no_fact_that_ships_is_left_out(id_: str) -> None:
    """Of any pack: each deadline, trap, thing to keep, role and address is told."""
    pack = PACKS[id_]
    told = {one.part: one.facts for one in more_parts(pack)}
    for part in ("deadlines", "traps", "keep", "roles", "links"):
        assert len(told[part]) == len(getattr(pack, part))
    for part, name in (("proofs", "evidence"), ("waits", "waits")):
        texts = {fact.text for one in pack.procedures for fact in getattr(one, name)}
        assert len(told[part]) == len(texts)
    assert all("confidence" in fact.source for part in told.values() for fact in part)
    assert all(fact.text for part in told.values() for fact in part)


def test_a_proof_names_the_situations_that_it_is_for() -> None:
    """Once, and without them where one situation is asked for."""
    several = [one.text for one in proofs(INSTAGRAM)]
    assert any(one.endswith("(locked out, hacked)") for one in several)
    hacked = [one.text for one in proofs(INSTAGRAM, "hacked")]
    assert hacked
    assert not any(one.endswith(")") for one in hacked)
    assert not list(waits(INSTAGRAM, "handover"))


def test_a_deadline_is_counted_from_the_day_it_began() -> None:
    """The first to run out stands first; one that is past is called over."""
    found = due(INSTAGRAM, "2026-01-01T09:00:00Z", "2026-03-01")
    assert [one.day for one in found] == ["2026-01-31", "2026-01-31", "2026-06-30"]
    assert [one.state for one in found] == ["over", "over", ""]


def test_a_deadline_of_unknown_length_comes_last_without_a_day() -> None:
    """It is told all the same."""
    [one] = due(PACKS["etsy"], "2026-01-01", "2026-03-01")
    assert (one.day, one.state) == ("", "")
    assert "Digital Services Act" in one.text


def test_each_situation_has_its_words() -> None:
    """None is told by its key."""
    assert set(SITUATION_WORDS) == set(get_args(Situation))
