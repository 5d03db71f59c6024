"""`copy`, `backups`, `make-current`, and older copies at every other command."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk import OPENS, Desk, make_shop, opened

ADD = ("add", "shop.sparekey", "account", "--name", "New", *OPENS)
LIST = ("list", "shop.sparekey", *OPENS)
WRITING = [
    ADD,
    ("edit", "shop.sparekey", "account", "Shop 1", "--phone", "1", *OPENS),
    ("remove", "shop.sparekey", "account", "Shop 1", *OPENS),
    ("codes", "shop.sparekey", "--use", "1", *OPENS),
    ("repair", "shop.sparekey", "--in-place", *OPENS),
    ("import", "shop.sparekey", "words.txt", "--account", "Shop 1", *OPENS),
]


@pytest.fixture
def home(shop: Desk) -> Desk:
    """Return a desk at a computer that remembers."""
    shop.ports = replace(shop.ports, state=shop.folder / "home")
    return shop


@pytest.fixture
def rolled_back(home: Desk) -> Desk:
    """Return a desk whose vault was put back to an older copy."""
    before = home.read("shop.sparekey")
    home.done(*ADD)
    home.write("shop.sparekey", before)
    return home


def backup(desk: Desk) -> str:
    (found,) = (desk.folder / "shop backups").glob("g*")
    return str(found.relative_to(desk.folder))


def test_a_first_time_and_the_usual_way_say_nothing(home: Desk) -> None:
    """No alarm where there is none."""
    assert home.done(*LIST).err == ""
    assert home.done(*ADD).err == ""
    assert home.done(*LIST).err == ""


def test_an_older_copy_is_read_and_said(rolled_back: Desk) -> None:
    """On standard error, so that the report stays what it is."""
    told = rolled_back.done(*LIST, "--json")
    assert told.json["accounts"]
    assert "This copy is older than one you had on 2026-03-01." in told.err


@pytest.mark.parametrize("words", WRITING)
def test_an_older_copy_is_not_changed(
    rolled_back: Desk, words: tuple[str, ...]
) -> None:
    """One sentence and the way out."""
    before = rolled_back.files()
    told = rolled_back(*words)
    assert told.code == 1
    assert "This copy is older than one you had on this computer." in told.err
    assert "sparekey make-current VAULT" in told.err
    assert rolled_back.files() == before


def test_info_still_needs_nothing(rolled_back: Desk) -> None:
    """The generation stands inside: without a way in there is nothing to say."""
    assert rolled_back.done("info", "shop.sparekey").err == ""


def test_an_older_copy_is_made_current(rolled_back: Desk) -> None:
    """Then everything goes on as before."""
    told = rolled_back.done("make-current", "shop.sparekey", *OPENS)
    assert "shop.sparekey is current now." in told.out
    assert rolled_back.done(*ADD).err == ""
    assert rolled_back.done(*LIST, "--code-file", "code.txt").err == ""


def test_what_was_not_presented_is_named(rolled_back: Desk) -> None:
    """By the card alone, the passphrase is lost."""
    by_card = ("--code-file", "code.txt")
    told = rolled_back.done("make-current", "shop.sparekey", *by_card, "--json")
    assert told.json["ways_lost"] == ["passphrase"]
    assert rolled_back(*LIST).code == 1
    assert rolled_back.done("list", "shop.sparekey", *by_card).err == ""


def test_the_newest_is_left_as_it_is(home: Desk) -> None:
    """And says so."""
    home.done(*ADD)
    before = home.files()
    told = home.done("make-current", "shop.sparekey", *OPENS)
    assert "the newest that this computer knows of" in told.out
    assert home.files() == before


def test_a_backup_is_read_and_never_changed(home: Desk) -> None:
    """It says what it is and how to go on from it."""
    home.done(*ADD)
    name = backup(home)
    assert "this is a backup" in home.done("list", name, *OPENS).err
    for words in (
        ("add", name, "account", "--name", "New", *OPENS),
        ("make-current", name, *OPENS),
    ):
        told = home(*words)
        assert told.code == 1
        assert "make-current BACKUP -o NEW.sparekey" in told.err


def test_a_backup_is_brought_back_as_a_new_file(home: Desk) -> None:
    """What was added since is missing in it, and that is said when it is opened."""
    home.done(*ADD)
    told = home.done("make-current", backup(home), "-o", "back.sparekey", *OPENS)
    assert "Brought back as back.sparekey." in told.out
    listed = home.done("list", "back.sparekey", *OPENS)
    assert "lacks what was saved on this computer on 2026-03-01" in listed.err
    assert "New" not in listed.out
    assert home(*("make-current", "shop.sparekey"), "-o", "back.sparekey").code == 1


def test_a_fork_is_said_and_may_be_changed(home: Desk) -> None:
    """Two computers, one file; the sync program let theirs win."""
    theirs = replace(home.ports, state=home.folder / "theirs")
    before = home.read("shop.sparekey")
    home.done(*ADD)
    ours = home.read("shop.sparekey")
    home.write("shop.sparekey", before)
    home.done(*ADD[:4], "Other", *OPENS, ports=theirs)
    told = home.done(*LIST)
    assert "two copies went their own ways" in told.err
    home.write("ours.sparekey", ours)
    home.done("merge", "shop.sparekey", "ours.sparekey", "-o", "both.sparekey", *OPENS)
    both = home.done("list", "both.sparekey", *OPENS)
    assert both.err == ""
    assert {"New", "Other"} <= set(both.out.split())


def test_another_vault_is_said_before_the_passphrase_is_asked(
    home: Desk, tmp_path: Path
) -> None:
    """Even where nobody can be asked."""
    home.done(*ADD)
    folder = tmp_path / "stranger"
    folder.mkdir()
    make_shop(home.ports, folder)
    shutil.copy(folder / "shop.sparekey", home.folder / "shop.sparekey")
    told = home("list", "shop.sparekey")
    assert told.code == 2
    assert "Since 2026-03-01 another vault was opened from this place." in told.err


def test_a_copy_is_the_very_save(home: Desk) -> None:
    """It opens, it is known as the same, and nothing is overwritten."""
    told = home.done("copy", "shop.sparekey", "copy.sparekey", *OPENS)
    assert "Copied to copy.sparekey, and opened there." in told.out
    assert home.read("copy.sparekey") == home.read("shop.sparekey")
    assert home.done("list", "copy.sparekey", *OPENS).err == ""
    again = home("copy", "shop.sparekey", "copy.sparekey", *OPENS)
    assert "is there already, and nothing is ever overwritten" in again.err


def test_backups_are_listed_without_any_way_in(home: Desk) -> None:
    """Generation, day, size, state, file."""
    assert "No backup yet" in home.done("backups", "shop.sparekey").out
    home.done(*ADD)
    told = home.done("backups", "shop.sparekey").out
    assert "whole" in told
    assert Path(backup(home)).name in told
    assert str(home.folder / "shop backups") in told
    (plain,) = home.done("backups", "shop.sparekey", "--json").json["backups"]
    assert plain["generation"] == 1
    assert plain["state"] == "whole"
    assert plain["second_place"] is False


def test_a_second_place_follows_each_change(home: Desk) -> None:
    """Chosen once; its absence is said, and caught up."""
    (home.folder / "stick").mkdir()
    assert "No second place" in home.done("backups", "shop.sparekey").out
    chosen = home.done("backups", "shop.sparekey", "--second", "stick")
    assert "the next change is kept there too" in chosen.out
    assert "goes with it, unless it is synced" in chosen.err
    assert home.done(*ADD).err == ""
    assert "last written 2026-03-01" in home.done("backups", "shop.sparekey").out
    (home.folder / "stick").rename(home.folder / "away")
    assert "is not there; this save follows later" in home.done(*ADD).err
    assert "is not there now" in home.done("backups", "shop.sparekey").out
    (home.folder / "away").rename(home.folder / "stick")
    assert home.done(*ADD).err == ""
    kept = list((home.folder / "stick" / "shop backups").iterdir())
    assert len(kept) == 2
    told = home.done("backups", "shop.sparekey", "--no-second", "--json").json
    assert told["second_place"] is None
    with opened(home.ports, kept[0]) as session:
        assert session.read_only == "a-backup"


def test_a_second_place_that_refuses_does_not_undo_the_save(home: Desk) -> None:
    """The change is done, and the trouble told beside it."""
    (home.folder / "stick").mkdir()
    home.done("backups", "shop.sparekey", "--second", "stick")
    (home.folder / "stick" / "shop backups").write_text("in the way")
    told = home.done(*ADD)
    assert "Added account" in told.out
    assert "Not kept in the second place" in told.err


def test_a_folder_beside_the_vault_is_refused_as_second_place(home: Desk) -> None:
    """What takes one takes both."""
    told = home("backups", "shop.sparekey", "--second", ".")
    assert told.code == 1
    assert "what takes one takes both" in told.err


def test_damaged_files_that_were_kept_are_named_and_removed(home: Desk) -> None:
    """Nothing else removes them."""
    data = bytearray(home.read("shop.sparekey"))
    data[2000] ^= 1
    home.write("shop.sparekey", bytes(data))
    home.done("repair", "shop.sparekey", "--in-place", *OPENS)
    told = home.done("backups", "shop.sparekey")
    assert "Kept, damaged since" in told.out
    home.done("backups", "shop.sparekey", "--remove-damaged")
    assert home.done("backups", "shop.sparekey", "--json").json["damaged"] == []
