"""A platform that the owner wrote down is read as a shipped pack is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import a_platform
from tests.strategies import records
from vault.model.platform import OwnPlatform
from vault.packs import (
    facts,
    find_pack,
    is_shipped,
    own_pack,
    packs_with,
    recognise,
    shape_of,
    shipped_packs,
    source_words,
)
from vault.packs.standing import standings


def test_every_part_of_it_is_a_part_of_the_pack() -> None:
    """With the day it was gone through, and of middling confidence."""
    pack = own_pack(a_platform())
    assert all(one.facts for one in standings(pack) if one.part in {"codes", "hacked"})
    (lost, hacked) = pack.procedures
    assert [step.text for step in lost.steps] == [
        "Ask for a new password",
        "Write to the desk",
    ]
    assert hacked.steps[0].link == "https://a"
    assert [one.role for one in pack.links] == ["home", "recover"]
    assert (pack.contacts[0].channel, pack.contacts[0].purpose) == ("phone", "weekdays")
    assert [one.days for one in pack.deadlines] == [30]
    for part in (pack.leaving, pack.roles, pack.traps, pack.keep):
        assert len(part) == 1
    said = {source_words(pack, fact) for _place, fact in facts(pack)}
    assert said == {"source of 2026-03-01, medium confidence"}


def test_one_that_was_never_gone_through_says_whose_words_it_has() -> None:
    """No day is made up."""
    pack = own_pack(replace(a_platform(), checked=""))
    said = {source_words(pack, fact) for _place, fact in facts(pack)}
    assert said == {"undated source, copy of your own notes, medium confidence"}


def test_codes_are_told_by_the_example() -> None:
    """Hyphens aside."""
    found = recognise(own_pack(a_platform()), None, "ABCD-1111\nwxyz-2222\nWXYZ3333")
    assert found.codes == ("ABCD-1111", "WXYZ3333")


@given(st.text(max_size=40))
def test_an_example_fits_its_own_shape(example: str) -> None:
    """Whatever it is made of."""
    bare = re.sub(r"[\s-]+", "", example)
    shape = shape_of(example)
    assert bool(shape) == bool(bare)
    if shape:
        assert re.fullmatch(shape, bare)


@given(records["platform"])
def test_whatever_was_written_down_is_a_pack(one: OwnPlatform) -> None:
    """Half of it missing, or odd."""
    pack = own_pack(one)
    assert len(list(facts(pack))) >= len(one.leaving)
    assert not re.search(r"\s", pack.id)


def test_it_is_found_by_what_accounts_call_it() -> None:
    """By its name or another, whatever the case; shipped ones stay what they are."""
    packs = packs_with([a_platform(), a_platform("Etsy")])
    for name in ("Folksy", " folksy ", "FOLKSY.example"):
        assert find_pack(packs, name) == own_pack(a_platform())
    assert packs["etsy"] == shipped_packs()["etsy"]
    assert packs_with([]) == shipped_packs()


@pytest.mark.parametrize(("name", "shipped"), [("Etsy", True), ("Folksy", False)])
def test_a_shipped_one_is_known_by_name(name: str, *, shipped: bool) -> None:
    """So that nobody writes down what we have."""
    assert is_shipped(name) is shipped
