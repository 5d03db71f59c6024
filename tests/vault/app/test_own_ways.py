"""Ways back of the owner's own, as they are given in the window."""

import pytest
from msgspec.structs import replace

from tests.builders import (
    a_code_set,
    a_person,
    a_thing,
    an_account,
    an_empty_vault,
    an_own_route,
    with_records,
)
from tests.fakes import ports_on_disk
from vault.app.own_ways import (
    WayGiven,
    giving_way,
    is_dead,
    needed_by,
    things_of,
    ways_of,
)
from vault.errors import BadInput
from vault.model.change import Change, apply
from vault.model.vault import Vault

SHOP, MAIL, MINA, SAFE = an_account(0), an_account(1), a_person(0), a_thing(1)
WAY = an_own_route(SHOP.id, 1, SAFE.id)


def a_shop() -> Vault:
    """Return a shop and its mailbox, Mina, a thing, and a way back that needs it."""
    return with_records(
        an_empty_vault(),
        {
            "accounts": [SHOP, MAIL],
            "people": [MINA],
            "things": [SAFE],
            "routes": [WAY],
        },
    )


def kept(vault: Vault, changes: list[Change]) -> Vault:
    return apply(vault, changes, "2026-03-01T12:00:00Z")[0]


def test_a_way_comes_with_a_thing_that_is_new() -> None:
    """In one act, so that it is undone in one."""
    given = WayGiven("Letter", "3", people=(MINA.id,), new_thing="Grey safe ")
    vault = kept(a_shop(), giving_way(ports_on_disk(), a_shop(), MAIL.id, "", given))
    (way,) = ways_of(vault, MAIL.id)
    assert (way.name, way.days, way.people) == ("Letter", 3, (MINA.id,))
    assert [vault.things[one].name for one in way.things] == ["Grey safe"]


def test_a_thing_that_is_there_is_taken() -> None:
    """Nobody has the same safe twice; naming it and ticking it is once."""
    given = WayGiven("Letter", "", things=(SAFE.id,), new_thing=SAFE.name)
    vault = kept(a_shop(), giving_way(ports_on_disk(), a_shop(), MAIL.id, "", given))
    assert ways_of(vault, MAIL.id)[0].things == (SAFE.id,)
    assert things_of(vault) == (SAFE,)


def test_a_change_leaves_what_the_form_does_not_show() -> None:
    """The steps and the proofs stay."""
    given = WayGiven("Way 1", "5", accounts=(MAIL.id,))
    changes = giving_way(ports_on_disk(), a_shop(), SHOP.id, WAY.id, given)
    wanted = replace(WAY, things=(), accounts=(MAIL.id,), days=5)
    assert ways_of(kept(a_shop(), changes), SHOP.id) == (wanted,)


def test_the_same_again_changes_nothing() -> None:
    """So the history has no act that was none."""
    given = WayGiven("Way 1", "2", things=(SAFE.id,))
    assert not giving_way(ports_on_disk(), a_shop(), SHOP.id, WAY.id, given)


@pytest.mark.parametrize(
    ("given", "where"),
    [
        (WayGiven("Letter", "soon", things=(SAFE.id,)), "days"),
        (WayGiven("Letter", "3"), "new_thing"),
    ],
)
def test_what_is_no_way_is_refused(given: WayGiven, where: str) -> None:
    """At the field where it can be mended."""
    with pytest.raises(BadInput) as caught:
        giving_way(ports_on_disk(), a_shop(), SHOP.id, "", given)
    assert caught.value.where == where


def test_a_way_without_a_code_left_is_dead() -> None:
    """Until there are new ones."""
    codes = a_code_set(SHOP.id)
    way = replace(WAY, code_sets=(codes.id,))
    vault = with_records(a_shop(), {"code_sets": [codes], "routes": [way]})
    assert not is_dead(vault, way)
    retired = replace(codes, retired="2026-01-01")
    assert is_dead(with_records(vault, {"code_sets": [retired]}), way)


def test_it_is_known_what_leans_on_a_thing() -> None:
    """By the accounts' names."""
    assert needed_by(a_shop(), SAFE.id) == (SHOP.name,)
