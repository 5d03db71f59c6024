"""`kit drill`: whether a printed kit works, said and noted."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace as with_fields

from tests.builders import an_account
from tests.desk import OPENS, SHEET, Desk, new_words, write_sheets
from tests.fakes import FailingFiles, with_files
from vault.app.kit_make import Made
from vault.kit.frames import frames_of
from vault.model.change import Add, Replace
from vault.model.drill import parse_drills
from vault.model.kit import Kit

Sheets = Callable[..., list[str]]
VAULT = "shop.sparekey"


def drill(desk: Desk, *words: str, **given: object) -> object:
    return desk("kit", "drill", VAULT, *words, *OPENS, **given)


def entry(desk: Desk) -> Kit:
    (kit,) = desk.vault().kits.values()
    return kit


def test_a_kit_that_works_is_said_to_work_and_noted(shop: Desk, sheets: Sheets) -> None:
    """What opened the vault is tried; nothing but the drill is changed."""
    names = sheets()
    before = shop.vault()
    told = shop.done("kit", "drill", VAULT, *names, *OPENS)
    assert "Kit 1 works: it opens, and is what was printed, to the byte" in told.out
    assert "Every sheet was read, with all its codes." in told.out
    assert "It could lose " in told.out
    assert "Nothing changed since it was printed." in told.out
    kit, now = entry(shop), shop.ports.now()
    (made,) = parse_drills(kit.drills)
    assert (made.at, made.result, kit.read_back) == (now, "opened", now)
    (was,) = before.kits.values()
    assert with_fields(kit, drills=was.drills, read_back=was.read_back) == was
    assert shop.vault().accounts == before.accounts


def test_the_report_tells_the_same(shop: Desk, sheets: Sheets) -> None:
    """Machine-readable, with the reserve as a number."""
    report = shop.done("kit", "drill", VAULT, *sheets(), *OPENS, "--json").json
    (kit,) = report["kits"]
    facts = (kit["number"], kit["result"], kit["matches"], kit["passed"])
    assert facts == (1, "opened", True, True)
    assert (kit["stale"], kit["changed_since"], report["noted"]) == (False, "", True)
    assert kit["reserve"] > 0


def test_only_reading_it_needs_nothing_that_opens_it(
    shop: Desk, sheets: Sheets
) -> None:
    """It is what was printed; whether it opens was proven when it was made."""
    told = shop.done("kit", "drill", VAULT, *sheets(), *OPENS, "--no-open")
    assert "it was not opened" in told.out
    assert parse_drills(entry(shop).drills)[0].result == "read"


def test_the_key_card_is_tried_too(shop: Desk, sheets: Sheets) -> None:
    """By its code."""
    names = sheets(ways="card")
    refused = shop("kit", "drill", VAULT, *names, *OPENS)
    assert refused.code == 1
    assert "Kit 1 was read, and did not open" in refused.out
    assert "What was given does not open it." in refused.out
    assert entry(shop).read_back == ""
    told = shop.done(
        "kit", "drill", VAULT, *names, *OPENS, "--kit-code-file", "code.txt"
    )
    assert "Kit 1 works" in told.out


def test_too_little_is_found_wanting(shop: Desk, sheets: Sheets) -> None:
    """And noted as such: it proves nothing."""
    texts = shop.read(sheets()[0]).removeprefix(SHEET).decode().splitlines()
    few = shop.write("few", SHEET + "\n".join(texts[:3]).encode())
    told = shop("kit", "drill", VAULT, few, *OPENS)
    assert told.code == 1
    assert "Kit 1: too little was read to open it" in told.out
    assert "sheet 1: 3 of 24 codes; sheet 2: nothing read" in told.out
    assert entry(shop).read_back == ""


def test_a_kit_of_another_vault_is_none_of_ours(
    shop: Desk, a_kit: Callable[..., Made]
) -> None:
    """Its register does not have it, and nothing is noted."""
    made = a_kit()
    names = write_sheets(shop.folder, frames_of(made.envelope, made.plan))
    with shop.opened(write=True) as session:
        kit = session.vault.kits[made.entry.id]
        session.apply(Replace("kit", kit, with_fields(kit, kit="0" * 16)))
        session.save()
    told = shop("kit", "drill", VAULT, *names, *OPENS, "--json")
    assert told.code == 1
    (one,) = told.json["kits"]
    assert (one["registered"], one["passed"]) == (False, False)
    assert not told.json["noted"]
    said = shop("kit", "drill", VAULT, *names, *OPENS).out
    assert f"This kit is not in the register: {made.entry.kit}" in said


def test_what_changed_since_is_said_and_is_no_failure(
    shop: Desk, sheets: Sheets
) -> None:
    """A stale kit works as well as it ever did."""
    names = sheets()
    with shop.opened(write=True) as session:
        session.apply(Add("account", an_account(77)))
        session.save()
    told = shop.done("kit", "drill", VAULT, *names, *OPENS)
    assert "Stale: one account new." in told.out


def test_a_passphrase_that_was_changed_since_is_said(
    shop: Desk, sheets: Sheets
) -> None:
    """The kit opens with the one of its day, and that is what has to be given."""
    names = sheets()
    shop.ports.clock.pass_days(1)
    with shop.opened(write=True) as session:
        new_words(session, "some other words")
    shop.write("other.txt", "some other words")
    shown = ("--passphrase-file", "other.txt")
    told = shop("kit", "drill", VAULT, *names, *shown)
    assert told.code == 1
    assert "this kit opens with the one of 2026-03-01" in told.out
    kit = ("--kit-passphrase-file", "words.txt")
    assert "Kit 1 works" in shop.done("kit", "drill", VAULT, *names, *shown, *kit).out


def test_a_dry_run_notes_nothing(shop: Desk, sheets: Sheets) -> None:
    """Not a byte of the vault is another."""
    names = sheets()
    before = shop.files()
    told = shop.done("kit", "drill", VAULT, *names, *OPENS, "--dry-run")
    assert "could not be noted" in told.err
    assert shop.files() == before


def test_a_vault_that_another_holds_is_read(shop: Desk, sheets: Sheets) -> None:
    """The kit is tried all the same."""
    names = sheets()
    with shop.opened(write=True):
        told = shop.done("kit", "drill", VAULT, *names, *OPENS)
    assert "Kit 1 works" in told.out
    assert "The date of this drill could not be noted." in told.err
    assert entry(shop).drills == ()


def test_a_drill_that_can_not_be_saved_says_so(shop: Desk, sheets: Sheets) -> None:
    """What was found out is true even so."""
    names = sheets()
    ports = with_files(shop.ports, FailingFiles("write"))
    told = shop.done("kit", "drill", VAULT, *names, *OPENS, ports=ports)
    assert "Kit 1 works" in told.out
    assert "could not be noted" in told.err


@pytest.mark.usefixtures("quick")
def test_no_kit_at_all_is_found_wanting(shop: Desk) -> None:
    """With what to do."""
    words = shop.write("nothing.png", SHEET + b"hello")
    told = shop("kit", "drill", VAULT, words, *OPENS)
    assert told.code == 1
    assert told.err
