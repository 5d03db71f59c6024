"""`packs own` and `add` of a platform, a thing and a route, as a person uses them."""

import json

from tests.desk import OPENS, Desk

V = "shop.sparekey"
FOLKSY = {
    "name": "Folksy",
    "steps": [{"situation": "locked-out", "text": "Ask for a new password"}],
    "channels": [{"kind": "mail", "address": "help@folksy.example"}],
}


def test_without_any_it_says_how_one_is_written_down(shop: Desk) -> None:
    """The empty state."""
    assert "No platform of your own" in shop.done("packs", "own", V, *OPENS).out


def test_one_that_was_written_down_is_shown_as_a_pack_is(shop: Desk) -> None:
    """With what is still missing, by any name, and no double of it."""
    add = ("add", V, "platform", *OPENS)
    shop.done(*add, typed=json.dumps(FOLKSY).encode())
    listed = shop.done("packs", "own", V, *OPENS).out
    assert "Folksy: not written down: Recovery codes, Hacked" in listed
    shown = shop.done("packs", V, "own", "folksy", *OPENS).out
    assert "Written down by you." in shown
    assert "Ask for a new password" in shown
    told = shop.done("packs", "own", V, "Folksy", *OPENS, "--json").json
    assert told["own"] is True
    assert shop(*add, typed=json.dumps(FOLKSY).encode()).code == 1
    assert shop(*add, typed=b'{"name": "Etsy"}').code == 1
    assert shop("packs", "own", V, "Unknown", *OPENS).code == 1


def test_a_thing_and_a_way_back_are_added_by_the_names_of_what_they_need(
    shop: Desk,
) -> None:
    """Options that may be given again; a name that is not there is refused."""
    shop.done("add", V, "thing", "--name", "Grey safe", "--place", "office", *OPENS)
    way = ("add", V, "route", "--name", "A letter", "--account", "Shop 0", *OPENS)
    shop.done(*way, "--things", "Grey safe", "--accounts", "Shop 1", "--days", "3")
    (one,) = shop.vault().routes.values()
    assert (len(one.things), len(one.accounts), one.days) == (1, 1, 3)
    assert shop(*way, "--things", "Blue safe").code == 1
    assert shop(*way, "--recovers-through", "Shop 1").code == 1
    shop.done("edit", V, "route", "A letter", "--accounts", "", *OPENS)
    (one,) = shop.vault().routes.values()
    assert not one.accounts
