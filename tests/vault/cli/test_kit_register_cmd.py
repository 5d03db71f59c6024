"""`kit list` and `kit retire`: the register, told and written on."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.desk import OPENS, Desk, Said
from vault.app.kit_make import Made
from vault.app.kit_register import Kept, kept_as, read_back
from vault.model.change import Replace
from vault.model.code import CodeSet
from vault.model.kit import Kit

VAULT = "shop.sparekey"
Maker = Callable[..., Made]


def retire(desk: Desk, *words: str) -> Said:
    return desk("kit", "retire", VAULT, *words, *OPENS)


def numbered(desk: Desk, number: int) -> Kit:
    found = desk.vault().kits.values()
    return next(one for one in found if one.number == number)


@pytest.fixture
def placed(shop: Desk, a_kit: Maker) -> Desk:
    """Return the desk with kit 1, which lies at two places."""
    made = a_kit()
    with shop.opened(write=True) as session:
        kit = session.vault.kits[made.entry.id]
        session.apply(kept_as(kit, Kept(("Safe", "Ana's house"), "Ben", 1, "sealed")))
        session.save()
    return shop


def test_an_empty_register_says_how_to_fill_it(shop: Desk) -> None:
    """It is no failure."""
    told = shop.done("kit", "list", VAULT, *OPENS)
    assert "No kit is printed." in told.out
    assert shop.done("kit", "list", VAULT, *OPENS, "--json").json == {"kits": []}


def test_a_kit_is_told_in_full(placed: Desk) -> None:
    """How it stands, its sheets, where they lie and who keeps them."""
    told = placed.done("kit", "list", VAULT, *OPENS).out
    assert "Kit 1: Not proven yet: nobody has read it back" in told
    assert "any 1 of them is enough" in told
    assert "lies at: Safe; Ana's house; kept by: Ben" in told
    (kit,) = placed.done("kit", "list", VAULT, *OPENS, "--json").json["kits"]
    assert kit["state"] == "unproven"
    assert (kit["places"], kit["keeper"]) == (["Safe", "Ana's house"], "Ben")
    assert (kit["sheets"], kit["present"]) == (2, 1)
    assert kit["changes"]["known"]


def test_what_changed_since_is_told_record_by_record(shop: Desk, a_kit: Maker) -> None:
    """In words and as data."""
    a_kit()
    with shop.opened(write=True) as session:
        one = next(iter(session.vault.code_sets.values()))
        at = session.ports.now()
        first = replace(one.codes[0], state="used", used_at=at)
        after = replace(one, codes=(first, *one.codes[1:]))
        assert isinstance(after, CodeSet)
        session.apply(Replace("code-set", one, after))
        session.save()
    assert "Stale: one code set used." in shop.done("kit", "list", VAULT, *OPENS).out
    (kit,) = shop.done("kit", "list", VAULT, *OPENS, "--json").json["kits"]
    assert kit["changes"]["used"] == [{"kind": "code-set", "id": one.id}]


def test_a_kit_is_retired_place_by_place(placed: Desk) -> None:
    """What is outstanding is said each time, and how to destroy it."""
    told = retire(placed, "1", "--collected", "Safe", "--on", "2026-02-27")
    assert "Safe: collected on 2026-02-27, not destroyed yet" in told.out
    assert "Ana's house: not collected yet" in told.out
    assert "Cut each sheet across" in told.out
    assert "Key card 1 stays" in told.out
    assert retire(placed, "1", "--destroyed", "Safe").code == 0
    assert numbered(placed, 1).destroyed == ""
    told = retire(placed, "1", "--destroyed")
    assert "All of Kit 1 is destroyed." in told.out
    assert numbered(placed, 1).destroyed == "2026-03-01"


def test_it_can_be_taken_back(placed: Desk) -> None:
    """All of it."""
    before = numbered(placed, 1)
    retire(placed, "1", "--destroyed")
    assert "Kit 1 is in use again." in retire(placed, "1", "--take-back").out
    assert numbered(placed, 1) == before


def test_beginning_says_what_is_to_be_done(placed: Desk) -> None:
    """Nothing is noted as collected yet."""
    told = retire(placed, "1", "--json")
    assert told.json["state"] == "retiring"
    assert [one["collected"] for one in told.json["lies"]] == ["", ""]


def test_a_replaced_kit_is_named_with_its_successor(placed: Desk, a_kit: Maker) -> None:
    """Once that is proven."""
    made = a_kit()
    with placed.opened(write=True) as session:
        kit = session.vault.kits[made.entry.id]
        session.apply(read_back(kit, session.ports.now()))
        session.save()
    told = placed.done("kit", "list", VAULT, *OPENS)
    assert "Kit 1: Kit 2 took its place: collect its sheets and destroy" in told.out
    assert "Key card 1 stays: it opens Kit 2 too." in retire(placed, "1").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("9",), 1),
        (("1", "--collected", "Nowhere"), 1),
        (("1", "--on", "tomorrow"), 1),
        (("1", "--on", "2999-01-01"), 1),
        (("1", "--take-back", "--destroyed"), 2),
        (("one",), 2),
    ],
)
def test_what_can_not_be_is_refused(
    placed: Desk, words: tuple[str, ...], code: int
) -> None:
    """And the vault is as it was."""
    before = placed.files()
    try:
        assert retire(placed, *words).code == code
    except SystemExit as stopped:
        assert stopped.code == code  # noqa: PT017 - argparse exits by itself
    assert placed.files() == before
