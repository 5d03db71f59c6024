"""`packs`, as a person and as a script use it."""

import re
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.desk import OPENS, Desk
from vault.app.adopt import adopting
from vault.model.account import Account
from vault.model.change import Add
from vault.packs import shipped_packs

NEWS = ("packs", "news", "shop.sparekey", *OPENS)
ETSY = Account(id="0000000001", name="Clay on Etsy", platform="etsy")


@pytest.fixture
def behind(shop: Desk) -> Desk:
    """Return a desk whose vault took Etsy's steps from a pack of a day before."""
    pack = shipped_packs()["etsy"]
    day = (date.fromisoformat(pack.edition) - timedelta(days=1)).isoformat()
    first, *others = pack.procedures
    changed = replace(first.steps[0], text="Try the old page.")
    first = replace(first, steps=(changed, *first.steps[1:]))
    old = replace(
        pack, edition=day, procedures=(first, *others), contacts=pack.contacts[1:]
    )
    with shop.opened(write=True) as session:
        session.apply([Add("account", ETSY)], "Add")
        taken = adopting(shop.ports, session.vault, {"etsy": old}, [ETSY])
        session.apply(taken, "Take steps")
        session.save()
    return shop


def test_the_platforms_are_listed_without_a_vault(desk: Desk) -> None:
    """Each with its facts counted."""
    said = desk.done("packs", "list")
    assert re.search(r"^etsy +Etsy +Shops.* \d+ +\d+ ", said.out, re.MULTILINE)
    report = desk.done("packs", "list", "--json").json
    assert {one["id"] for one in report["packs"]} == set(shipped_packs())
    assert said.out.endswith(f"{len(report['packs'])} platforms\n")


def test_a_platform_is_shown_with_its_sources_ages(desk: Desk) -> None:
    """By any of its names."""
    said = desk.done("packs", "show", "gmail").out
    assert said.startswith("Google Account")
    assert "medium confidence]" in said
    assert "Whom to ask" in said
    report = desk.done("packs", "show", "gmail", "--json").json
    assert report["facts"]["hacked"][0]["source"]


def test_a_platform_that_is_not_known_is_refused(desk: Desk) -> None:
    """And it is said where they are listed."""
    said = desk("packs", "show", "myspace")
    assert said.code == 1
    assert "`sparekey packs list`" in said.err


def test_nothing_new_is_said(shop: Desk) -> None:
    """A vault that took nothing from an older pack."""
    assert "No newer pack" in shop.done(*NEWS).out


def test_news_are_shown_then_taken_in_part_and_never_asked_again(behind: Desk) -> None:
    """The vault may be named before the word as well."""
    said = behind.done("packs", "shop.sparekey", "news", *OPENS).out
    assert "1.1  Locked out" in said or "1.1" in said
    assert "    - Try the old page." in said
    told = behind.done(*NEWS, "--json").json["news"]
    (news,) = told
    kinds = [one["part"] for one in news["differences"]]
    assert kinds == ["step", "channel"]
    done = behind.done(*NEWS, "--take", "1.2", "--json").json
    assert done == {"taken": 1, "accounts": 1}
    assert "No newer pack" in behind.done(*NEWS).out
    with behind.opened(write=False) as session:
        vault = session.vault
    texts = {s.text for p in vault.procedures.values() for s in p.steps}
    assert "Try the old page." in texts
    (contact,) = (c for c in vault.contacts.values() if c.account == ETSY.id)
    assert len(contact.channels) == len(shipped_packs()["etsy"].contacts)


@pytest.mark.parametrize(("word", "taken"), [("all", 2), ("1", 2), ("1.1", 1)])
def test_what_is_named_is_taken(behind: Desk, word: str, taken: int) -> None:
    """All of it, an account, or one difference."""
    assert behind.done(*NEWS, "--take", word, "--json").json["taken"] == taken


def test_an_account_may_be_left_as_it_is(behind: Desk) -> None:
    """Nothing is taken then."""
    assert "0 differences taken" in behind.done(*NEWS, "--leave", "1").out
    assert "No newer pack" in behind.done(*NEWS).out


@pytest.mark.parametrize("word", ["2", "1.9", "0", "x", "1.x"])
def test_a_number_that_is_not_listed_is_misuse(behind: Desk, word: str) -> None:
    """Nothing is settled by a slip."""
    assert behind(*NEWS, "--take", word).code == 2
    assert behind.done(*NEWS, "--json").json["news"]
