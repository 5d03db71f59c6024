"""`kit make --supplement`, and supplements at `kit check`, `drill` and `restore`."""

from collections.abc import Callable

import pytest

from tests.desk import OPENS, WORDS, Desk, new_words, write_sheets
from tests.supplements import rename
from vault.app.kit_make import Made, make_kit
from vault.cli import kit_supplement_cmd
from vault.kit.frames import frames_of
from vault.model.vault import Vault

Sheets = Callable[..., list[str]]
MAKE = ("kit", "make", "shop.sparekey", "-o", "more.pdf", "--supplement")
OTHER = "other words than before here"


@pytest.fixture
def more(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    """Keep every supplement that a command makes."""
    kept: list[Made] = []

    def keep(*words: object) -> Made:
        kept.append(make_kit(*words))  # type: ignore[arg-type]
        return kept[-1]

    monkeypatch.setattr(kit_supplement_cmd, "make_kit", keep)
    return kept


def changed(shop: Desk) -> Vault:
    """Rename an account, and return the vault."""
    with shop.opened(write=True) as session:
        rename(session)
        session.save()
        return session.vault


def laid(shop: Desk, made: Made, name: str = "more") -> list[str]:
    return write_sheets(shop.folder, frames_of(made.envelope, made.plan), name)


def test_from_a_change_to_a_restored_vault(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """Make, check, and restore with the sheets of both mixed."""
    kit = sheets()
    after = changed(shop)
    made = shop.done(*MAKE, *OPENS)
    assert "Supplement 1 to kit 1: more.pdf has 2 code sheets" in made.out
    assert "What opens it: key card 1, or the passphrase of 2026-03-01." in made.out
    both = [*laid(shop, more[0]), *kit]
    told = shop.done("kit", "check", *both)
    assert "Supplement 1 to kit 1, as it says" in told.out
    back = shop.done("kit", "restore", *both, "-o", "back.sparekey", *OPENS)
    assert "Supplement 1 to kit 1 is joined to it" in back.out
    assert "Sheets of other kits" not in back.out
    assert shop.vault("back.sparekey").accounts == after.accounts


def test_the_register_and_a_drill_know_it(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """By its name; with it the kit is no longer stale."""
    kit = sheets()
    changed(shop)
    assert "Stale: " in shop.done("kit", "list", "shop.sparekey", *OPENS).out
    shop.done(*MAKE, *OPENS)
    both = [*kit, *laid(shop, more[0])]
    drilled = shop.done("kit", "drill", "shop.sparekey", *both, *OPENS).out
    assert "Supplement 1 to kit 1 works" in drilled
    listed = shop.done("kit", "list", "shop.sparekey", *OPENS).out
    assert "Supplement 1 to kit 1: Read back" in listed
    assert "Stale: " not in listed


def test_what_is_reported_names_supplement_and_kit(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """For scripts."""
    kit = sheets()
    changed(shop)
    made = shop.done(*MAKE, "1", *OPENS, "--json").json
    assert (made["number"], made["supplement"], made["sheets"]) == (1, 1, 2)
    both = [*kit, *laid(shop, more[0])]
    names = [
        one["says"] for one in shop.done("kit", "check", *both, "--json").json["kits"]
    ]
    assert names == [None, "Supplement 1 to kit 1"]
    back = shop.done(
        "kit", "restore", *both, "-o", "back.sparekey", *OPENS, "--json"
    ).json
    (told,) = back["supplements"]
    assert (told["state"], told["to_number"]) == ("joined", 1)
    assert back["other_kits"] == []


def test_a_supplement_alone_makes_no_vault(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """It says which kit is needed, before anything is asked."""
    sheets()
    changed(shop)
    shop.done(*MAKE, *OPENS)
    told = shop("kit", "restore", *laid(shop, more[0]), "-o", "back.sparekey")
    assert told.code == 1
    assert "kit 1 is needed for the rest" in told.err
    assert "back.sparekey" not in shop.files()


def changed_words(shop: Desk) -> None:
    """Put other words in force, kept in a file."""
    with shop.opened(write=True) as session:
        new_words(session, OTHER, drawn=True)
    shop.write("other.txt", OTHER + "\n")


@pytest.mark.parametrize("asked", [True, False])
def test_after_another_passphrase_each_opens_with_its_own(
    shop: Desk, sheets: Sheets, more: list[Made], asked: bool
) -> None:
    """Asked for at a terminal, or named."""
    kit = sheets(ways="passphrase")
    changed(shop)
    changed_words(shop)
    shop.done(*MAKE, "--passphrase-file", "other.txt")
    both = [*kit, *laid(shop, more[0])]
    words = ["kit", "restore", *both, "-o", "back.sparekey"]
    if asked:
        back = shop.done(*words, answers=(WORDS, OTHER))
    else:
        named = ("--supplement-passphrase-file", "other.txt")
        back = shop.done(*words, *OPENS, *named)
    assert "is joined to it" in back.out


def test_one_that_stays_shut_is_said(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """The kit is restored without it."""
    kit = sheets(ways="passphrase")
    changed(shop)
    changed_words(shop)
    shop.done(*MAKE, "--passphrase-file", "other.txt")
    both = [*kit, *laid(shop, more[0])]
    told = shop.done("kit", "restore", *both, "-o", "back.sparekey", *OPENS)
    assert "Supplement 1 to kit 1 stays shut" in told.out


@pytest.mark.parametrize(
    "words",
    [
        ("--card", "card.pdf"),
        ("--locks", "card"),
        ("--only", "Shop 0"),
        ("--generate", "w.txt"),
        ("--card-by-hand",),
        ("--readable", "contacts"),
        ("--letter-file", "letter.txt"),
    ],
)
def test_what_its_kit_has_settled_is_not_asked_again(
    shop: Desk, sheets: Sheets, words: tuple[str, ...]
) -> None:
    """Misused: nothing is made."""
    sheets()
    changed(shop)
    told = shop(*MAKE, *words, *OPENS)
    assert told.code == 2
    assert words[0] in told.err


@pytest.mark.parametrize("number", ["", "7"])
def test_without_a_kit_there_is_none(shop: Desk, quick: None, number: str) -> None:
    """And no file."""
    told = shop(*MAKE, *filter(None, [number]), *OPENS)
    assert told.code == 1
    assert "There is no such kit" in told.err
    assert "more.pdf" not in shop.files()


def test_whoever_came_by_the_card_is_asked_for_the_passphrase(
    shop: Desk, sheets: Sheets, more: list[Made]
) -> None:
    """It must be the vault's."""
    sheets()
    changed(shop)
    by_card = ("--code-file", "code.txt")
    assert shop(*MAKE, *by_card, answers=("not the words",)).code == 1
    shop.done(*MAKE, *by_card, answers=(WORDS,))
    assert len(more) == 1
