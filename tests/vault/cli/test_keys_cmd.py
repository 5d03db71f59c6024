"""`keys`: the ways in listed and changed, each loss said before it happens."""

import stat
from pathlib import Path

import pytest

from tests.desk import OPENS, Desk
from tests.fakes import FailingFiles, with_files

KEYS = ("keys", "shop.sparekey")
BY_CARD = ("--code-file", "code.txt")
BY_NEW = ("--passphrase-file", "new.txt")
CHANGE = (*KEYS, "change-passphrase", "--generate", "new.txt")
ADD = (*KEYS, "add-passphrase", "--for", "Mina", "--generate", "mina.txt")
KNOWN = (*KEYS, "somebody-knows", "--generate", "new.txt", "--card", "card.pdf")


def ways(shop: Desk, *shown: str) -> list[str]:
    """Return what the list names, opened so."""
    told = shop.done(*KEYS, "--json", *(shown or OPENS)).json
    return [way["what"] for way in told["ways"]]


def opens(shop: Desk, *shown: str) -> bool:
    return shop("list", "shop.sparekey", *shown).code == 0


def test_the_ways_in_are_listed(shop: Desk) -> None:
    """With what an owner should know of them."""
    told = shop.done(*KEYS, *OPENS)
    assert "1. your passphrase (drawn by the program" in told.out
    assert "2. key card 1" in told.out
    assert ways(shop) == ["your passphrase", "key card 1"]


def test_the_act_may_stand_before_or_behind_the_vault(shop: Desk) -> None:
    """As in `kit make VAULT`, or as in all the others."""
    for words in (("keys", "list", "shop.sparekey"), (*KEYS, "list"), KEYS):
        assert "key card 1" in shop.done(*words, *OPENS).out


def test_a_passphrase_is_replaced_by_drawn_words(shop: Desk) -> None:
    """The old one is dead, the card opens as before, old kits are spoken of."""
    told = shop.done(*CHANGE, *OPENS)
    assert "still open with the passphrase of their day" in told.out
    assert not opens(shop, *OPENS)
    assert opens(shop, *BY_NEW)
    assert opens(shop, *BY_CARD)
    assert stat.S_IMODE((shop.folder / "new.txt").stat().st_mode) == 0o600


def test_a_new_passphrase_is_asked_for_twice(shop: Desk) -> None:
    """Where no file holds it."""
    words = ("invented by hand", "invented by hand")
    shop.done(*KEYS, "change-passphrase", *OPENS, answers=words)
    shop.write("new.txt", "invented by hand")
    assert opens(shop, *BY_NEW)


def test_a_forgotten_passphrase_is_replaced_by_the_card(shop: Desk) -> None:
    """The only one there is, or the one that is named."""
    shop.done(*CHANGE, *BY_CARD)
    assert opens(shop, *BY_NEW)
    shop.done(*ADD, *BY_NEW)
    more = (*KEYS, "change-passphrase", "--generate", "newer.txt", *BY_CARD)
    told = shop(*more)
    assert told.code == 1
    assert "Name it: --way N." in told.err
    told = shop(*more, "--way", "2")
    assert told.code == 2
    assert "Lost: the passphrase of Mina." in told.err
    shop.done(*more, "--way", "2", "--yes")
    assert opens(shop, "--passphrase-file", "newer.txt")
    assert not opens(shop, "--passphrase-file", "mina.txt")


def test_nothing_is_lost_unsaid(shop: Desk) -> None:
    """Nobody is there to agree: nothing is done, and no words lie about."""
    shop.done(*ADD, *OPENS)
    before = shop.files()
    told = shop(*CHANGE, *OPENS)
    assert told.code == 2
    assert "Lost: the passphrase of Mina. Whoever has it was not there" in told.err
    assert "say --yes" in told.err
    assert shop.files() == before
    told = shop(*CHANGE, *OPENS, typed=b"y\n", answers=("somebody sits there",))
    assert told.code == 0
    assert ways(shop, *BY_NEW) == ["key card 1", "your passphrase"]


def test_a_dry_run_writes_nothing_at_all(shop: Desk) -> None:
    """Neither words, nor a card, nor a key file."""
    shop.done(*ADD, *OPENS)
    before = shop.files()
    for act in (
        CHANGE,
        (*ADD[:-1], "other.txt"),
        (*KEYS, "remove", "--way", "2"),
        (*KEYS, "new-code", "--card", "card.pdf"),
        (*KEYS, "key-file", "--draw", "f.key"),
        KNOWN,
    ):
        told = shop.done(*act, *OPENS, "--dry-run", "--json").json
        assert told["written"] is False
        assert told["code"] is None
        assert shop.files() == before
    assert told["gone"] == ["your passphrase", "key card 1", "the passphrase of Mina"]


def test_a_partner_gets_a_passphrase_and_loses_it_again(shop: Desk) -> None:
    """By the number in the list; who is left shows what is theirs."""
    shop.done(*ADD, *OPENS)
    assert opens(shop, "--passphrase-file", "mina.txt")
    assert ways(shop)[2] == "the passphrase of Mina"
    shop.done(*KEYS, "remove", "--way", "3", *OPENS)
    assert not opens(shop, "--passphrase-file", "mina.txt")
    assert opens(shop, *OPENS)
    assert opens(shop, *BY_CARD)


def test_the_last_way_in_is_never_removed(shop: Desk) -> None:
    """And a single one is warned of."""
    told = shop(*KEYS, "remove", "--way", "2", *OPENS)
    assert told.code == 2
    assert "This is the only way in" in told.err
    shop.done(*KEYS, "remove", "--way", "2", *OPENS, "--yes")
    told = shop(*KEYS, "remove", "--way", "1", *OPENS, "--yes")
    assert told.code == 1
    assert "no way in at all" in told.err
    told = shop(*KEYS, "remove", "--way", "7", *OPENS, "--yes")
    assert "`sparekey keys list VAULT` shows them" in told.err


def test_a_new_code_comes_with_its_card(shop: Desk) -> None:
    """The card before it opens nothing more."""
    told = shop.done(*KEYS, "new-code", "--card", "card.pdf", *OPENS)
    assert shop.read("card.pdf").startswith(b"%PDF")
    assert "still open with key card 1" in told.out
    assert not opens(shop, *BY_CARD)
    assert ways(shop) == ["your passphrase", "key card 2"]


def test_a_new_code_is_shown_only_to_who_asks(shop: Desk) -> None:
    """To be written by hand; it opens."""
    told = shop(*KEYS, "new-code", *OPENS)
    assert told.code == 1
    assert "Add --card PDF, or --reveal" in told.err
    told = shop.done(*KEYS, "new-code", "--reveal", "--json", *OPENS)
    shop.write("code.txt", told.json["code"])
    assert opens(shop, *BY_CARD)
    told = shop.done(*KEYS, "new-code", "--card", "card.pdf", "--json", *OPENS)
    assert told.json["code"] is None


def test_a_card_is_written_over_nothing(shop: Desk) -> None:
    """It is looked at before anything is asked."""
    before = shop.files()
    told = shop(*KEYS, "new-code", "--card", "code.txt", *OPENS)
    assert told.code == 1
    assert shop.files() == before


def test_a_disk_that_fails_leaves_no_card_that_opens_nothing(shop: Desk) -> None:
    """Nor words, nor a key file: the old ways in are in force."""
    before = shop.files()
    for act in (
        CHANGE,
        (*KNOWN, "--yes"),
        (*KEYS, "key-file", "--draw", "shop.key"),
        (*KEYS, "new-code", "--card", "card.pdf"),
    ):
        full = with_files(shop.ports, FailingFiles("replace"))
        assert shop(*act, *OPENS, ports=full).code == 1
        left = {n: d for n, d in shop.files().items() if "backups" not in n}
        assert left == before


def test_a_key_file_is_drawn_and_needed(shop: Desk) -> None:
    """Beside the passphrase, by every command; the card needs none."""
    shop.done(*KEYS, "key-file", "--draw", "shop.key", *OPENS)
    path = shop.folder / "shop.key"
    assert path.stat().st_size == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    told = shop("list", "shop.sparekey", *OPENS)
    assert told.code == 1
    assert "passphrase + key file" in told.err
    assert "the very same file" in told.err
    both = (*OPENS, "--key-file", "shop.key")
    assert ways(shop, *both) == ["key card 1", "your passphrase with the key file"]
    assert opens(shop, *BY_CARD)
    told = shop.done("info", "shop.sparekey")
    assert "passphrase + key file" in told.out
    shop.done("add", "shop.sparekey", "account", "--name", "New", *both)
    shop.done(*KEYS, "key-file", "--remove", *both)
    assert opens(shop, *OPENS)


def test_any_small_file_may_be_a_key_file(shop: Desk) -> None:
    """Unchanged for ever after; another one opens nothing."""
    shop.write("photo.jpg", bytes(range(100)))
    shop.done(*KEYS, "key-file", "--add", "photo.jpg", *OPENS)
    assert opens(shop, *OPENS, "--key-file", "photo.jpg")
    shop.write("photo.jpg", bytes(range(1, 101)))
    assert not opens(shop, *OPENS, "--key-file", "photo.jpg")


def test_opened_by_the_card_the_passphrase_is_asked_for(shop: Desk) -> None:
    """It is proven before it is made to need a file."""
    words = (*KEYS, "key-file", "--draw", "shop.key", *BY_CARD)
    told = shop(*words)
    assert told.code == 2
    assert not (shop.folder / "shop.key").exists()
    told = shop(*words, answers=("wrong",))
    assert told.code == 1
    assert not (shop.folder / "shop.key").exists()


def test_the_kit_asks_for_no_key_file(shop: Desk, quick: None) -> None:
    """In fifteen years nobody has it: passphrase or card open the sheets."""
    shop.done(*KEYS, "key-file", "--draw", "shop.key", *OPENS)
    both = (*OPENS, "--key-file", "shop.key")
    make = ("kit", "make", "shop.sparekey", "-o", "kit.pdf", "--card", "c.pdf")
    told = shop.done(*make, *both)
    assert "the key card, or the passphrase of today" in told.out


def test_somebody_knows_makes_everything_new(shop: Desk) -> None:
    """And says what is left, which no program can do."""
    shop.done(*ADD, *OPENS)
    told = shop.done(*KNOWN, *OPENS, "--yes")
    for dead in (OPENS, BY_CARD, ("--passphrase-file", "mina.txt")):
        assert not opens(shop, *dead)
    assert ways(shop, *BY_NEW) == ["your passphrase", "key card 2"]
    assert "- Renew the codes of 3 accounts on their platforms: " in told.out
    assert "- Print a new kit" in told.out
    assert "- Destroy key card 1" in told.out
    assert "- Delete 2 older copies of this file" in told.out
    listed = shop.done(*KEYS, *BY_NEW)
    assert "Renew the codes of Shop 2: somebody may know them since" in listed.out


def test_somebody_knows_asks_first(shop: Desk) -> None:
    """Before anything is drawn or written."""
    before = shop.files()
    told = shop(*KNOWN, *OPENS)
    assert told.code == 2
    assert "This makes everything new" in told.err
    assert shop.files() == before


def test_older_copies_are_deleted_where_that_is_wanted(shop: Desk) -> None:
    """By an option, or asked at the end."""
    told = shop.done(*KNOWN, *OPENS, "--yes", "--delete-copies")
    assert "Deleted 1 older copy." in told.out
    assert not list((shop.folder / "shop backups").iterdir())
    again = (*KEYS, "somebody-knows", "--generate", "b.txt", "--card", "b.pdf")
    told = shop.done(
        *again, *BY_NEW, "--yes", typed=b"y\n", answers=("somebody sits there",)
    )
    assert "Delete 1 older copy of this file now?" in told.err
    assert "Deleted 1 older copy." in told.out


def test_codes_come_off_the_list_when_they_are_renewed(shop: Desk) -> None:
    """As the list says."""
    shop.done(*KNOWN, *OPENS, "--yes")
    first, *rest = shop.done(*KEYS, *BY_NEW, "--json").json["to_renew"]
    edit = ("edit", "shop.sparekey", "code-set", first, "--renew", "")
    shop.done(*edit, *BY_NEW)
    assert shop.done(*KEYS, *BY_NEW, "--json").json["to_renew"] == rest


def test_a_report_for_programs_tells_it_all(shop: Desk) -> None:
    """What went, what was lost, what opens it, what is left."""
    told = shop.done(*KNOWN, *OPENS, "--yes", "--json").json
    assert told["written"] is True
    assert told["gone"] == ["your passphrase", "key card 1"]
    assert (told["lost"], told["code"], told["card"]) == ([], None, "card.pdf")
    assert [way["what"] for way in told["ways"]] == ["your passphrase", "key card 2"]
    assert len(told["to_do"]) == 6


@pytest.mark.parametrize("name", ["words.txt", "code.txt"])
def test_no_secret_is_ever_reported(shop: Desk, name: str) -> None:
    """Not the old ones, nor the new."""
    said = ""
    for act in (CHANGE, (*KEYS, "new-code", "--card", "card.pdf", "--yes")):
        shown = OPENS if act is CHANGE else BY_NEW
        said += shop.done(*act, *shown).all
    secrets = [shop.read(one).decode().strip() for one in (name, "new.txt")]
    assert not [one for one in secrets if one in said]
    assert Path("new.txt").exists()


def test_a_vault_is_no_key_file_of_itself(shop: Desk) -> None:
    """Whoever names the wrong file is not locked out by it."""
    before = shop.files()
    told = shop(*KEYS, "key-file", "--add", "shop.sparekey", "--yes", *OPENS)
    assert told.code == 1
    assert "choose one that stays" in told.err
    assert shop.files() == before
