"""What a pack holds, told in words."""

from typing import get_args

import pytest

from vault.app.pack_told import GROUP_WORDS, PART_WORDS, told_pack, told_packs
from vault.errors import NotFound
from vault.packs import shipped_packs
from vault.packs.shape import Group
from vault.packs.standing import PARTS


def test_each_group_and_each_part_has_its_words() -> None:
    """None is left out, whatever a pack holds."""
    assert set(GROUP_WORDS) == set(get_args(Group))
    assert tuple(PART_WORDS) == PARTS


def test_all_packs_are_told_group_by_group() -> None:
    """Each with its facts counted, and the weak ones among them."""
    told = told_packs()
    assert {one.id for one in told} == set(shipped_packs())
    groups = [one.group for one in told]
    assert groups == sorted(groups, key=list(GROUP_WORDS.values()).index)
    assert all(one.low <= one.facts == sum(p.facts for p in one.parts) for one in told)


def test_each_fact_of_a_pack_says_how_old_and_how_sure_it_is() -> None:
    """Steps in order, contacts with their address, codes with their shape."""
    glance, parts = told_pack("IG")
    pack = shipped_packs()["instagram"]
    assert glance.edition == pack.edition
    by_part = {one.part: one.facts for one in parts}
    steps = next(one for one in pack.procedures if one.situation == "hacked").steps
    assert [one.text for one in by_part["hacked"]] == [one.text for one in steps]
    assert by_part["contacts"][0].link == pack.contacts[0].address
    assert "8 digits" in by_part["codes"][0].text
    assert all("confidence" in fact.source for one in parts for fact in one.facts)


def test_a_platform_without_a_pack_is_said() -> None:
    """By the name that was asked for."""
    with pytest.raises(NotFound) as caught:
        told_pack("myspace")
    assert caught.value.reference == "myspace"
