"""`new` and `info`."""

import pytest

from tests.desk import OPENS, WORDS, Desk

NEW = ("new", "new.sparekey")


def test_new_draws_six_words_into_a_private_file(desk: Desk) -> None:
    """And says where they are, never what they are."""
    told = desk.done(*NEW, "--generate", "w.txt", "--name", "Mud & Fire")
    words = desk.read("w.txt").decode().strip()
    assert len(words.split(" ")) == 6
    assert (desk.folder / "w.txt").stat().st_mode & 0o777 == 0o600
    assert "The passphrase is in w.txt" in told.out
    assert words not in told.all


def test_the_words_that_were_drawn_open_the_vault(desk: Desk) -> None:
    """It is empty, and bears the name."""
    desk.done(*NEW, "--generate", "w.txt", "--name", "Mud & Fire")
    told = desk.done("list", "new.sparekey", "--passphrase-file", "w.txt")
    assert "No accounts yet" in told.out


def test_without_a_name_the_vault_is_called_as_its_file(desk: Desk) -> None:
    """Something has to stand on the kit."""
    desk.write("words.txt", WORDS)
    desk.done(*NEW, *OPENS)
    assert desk.vault("new.sparekey").name == "new"


def test_a_passphrase_from_a_file_counts_as_chosen_by_hand(desk: Desk) -> None:
    """Only what the program drew is generated."""
    desk.write("words.txt", WORDS)
    desk.done(*NEW, *OPENS)
    assert not desk.vault("new.sparekey").passphrase_generated


def test_new_asks_twice_where_somebody_sits_there(desk: Desk) -> None:
    """And takes what was typed the same both times."""
    desk.done(*NEW, answers=(WORDS, WORDS))
    desk.opened("new.sparekey").close()


def test_two_different_answers_make_nothing(desk: Desk) -> None:
    """A typing mistake must not lock the owner out."""
    told = desk(*NEW, answers=("one", "two"))
    assert told.code == 1
    assert desk.files() == {}


def test_new_with_nobody_there_says_what_to_give(desk: Desk) -> None:
    """Misuse, not a hang."""
    told = desk(*NEW)
    assert told.code == 2
    assert "--generate FILE" in told.err
    assert desk.files() == {}


def test_generate_and_a_passphrase_file_do_not_go_together(desk: Desk) -> None:
    """One passphrase."""
    desk.write("words.txt", WORDS)
    before = desk.files()
    assert desk(*NEW, *OPENS, "--generate", "w.txt").code == 2
    assert desk.files() == before


def test_an_empty_passphrase_is_refused(desk: Desk) -> None:
    """It would lock nothing."""
    desk.write("words.txt", "\n")
    before = desk.files()
    told = desk(*NEW, *OPENS)
    assert told.code == 1
    assert "The passphrase is empty." in told.err
    assert desk.files() == before


def test_new_never_overwrites_a_vault(desk: Desk) -> None:
    """And draws no words for it."""
    desk.write("new.sparekey", "mine")
    before = desk.files()
    told = desk(*NEW, "--generate", "w.txt")
    assert told.code == 1
    assert "new.sparekey is there already, and nothing is ever overwritten" in told.err
    assert desk.files() == before


def test_new_never_overwrites_a_file_of_words(desk: Desk) -> None:
    """It may be the only copy of another vault's."""
    desk.write("w.txt", "other words")
    before = desk.files()
    told = desk(*NEW, "--generate", "w.txt")
    assert told.code == 1
    assert "w.txt is there already" in told.err
    assert desk.files() == before


def test_a_sample_vault_has_as_many_accounts_as_asked_for(desk: Desk) -> None:
    """For trying everything out."""
    report = desk.done(*NEW, "--generate", "w.txt", "--sample", "7", "--json").json
    assert report == {
        "vault": "new.sparekey",
        "accounts": 7,
        "passphrase_file": "w.txt",
    }
    assert len(desk.vault_by("new.sparekey", "w.txt").accounts) == 7


@pytest.mark.parametrize("count", ["0", "-1", "x", "1.5", "100001"])
def test_a_count_of_samples_that_is_none_is_misuse(desk: Desk, count: str) -> None:
    """With the range in the words."""
    with pytest.raises(SystemExit) as ended:
        desk(*NEW, "--generate", "w.txt", "--sample", count)
    assert ended.value.code == 2
    assert desk.files() == {}


def test_info_needs_no_passphrase(shop: Desk) -> None:
    """Kind, ways in, cost, size, damage."""
    told = shop.done("info", "shop.sparekey")
    assert "vault, format version 1" in told.out
    assert "way in 1: passphrase (Argon2id: 0 MiB, 1 passes, 1 lanes)" in told.out
    assert "way in 2: key card" in told.out
    assert "parity: whole" in told.out
    assert "damage: none, by its parity" in told.out


def test_info_as_json_tells_the_same(shop: Desk) -> None:
    """For a script."""
    report = shop.done("info", "shop.sparekey", "--json").json
    assert report["kind"] == "vault"
    assert report["bytes"] == len(shop.read("shop.sparekey"))
    assert [way["needs"] for way in report["ways_in"]] == [["passphrase"], ["key card"]]
    assert report["ways_in"][0]["argon2id"] == {"m_kib": 64, "t": 1, "p": 1}


def test_info_tells_neither_names_nor_the_owner(shop: Desk) -> None:
    """The open part is open to everybody."""
    told = shop.done("info", "shop.sparekey")
    assert "Tea Shop" not in told.all
    assert "Shop 0" not in told.all
