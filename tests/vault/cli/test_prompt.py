"""Passphrases and codes: from files, from standard input, or asked for."""

import os
from threading import Thread

import pytest

from tests.desk import OPENS, WORDS, Desk, opened
from tests.fakes import ScriptedTerminal

LIST = ("list", "shop.sparekey")


def by(name: str) -> tuple[str, str]:
    return "--passphrase-file", name


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_passphrase_file_may_end_as_editors_end_files(shop: Desk, end: str) -> None:
    """One line end is no part of the passphrase."""
    shop.write("p.txt", WORDS + end)
    shop.done(*LIST, *by("p.txt"))


def test_a_second_line_end_is_a_part_of_the_passphrase(shop: Desk) -> None:
    """Only one is taken off: what is in the file is what is meant."""
    shop.write("p.txt", WORDS + "\n\n")
    assert shop(*LIST, *by("p.txt")).code == 1


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_dash_reads_one_line_of_standard_input(shop: Desk, end: bytes) -> None:
    """For a pipe from a password manager."""
    shop.done(*LIST, *by("-"), typed=WORDS.encode() + end)


def test_two_dashes_read_two_lines(shop: Desk) -> None:
    """Passphrase first, then the code."""
    typed = WORDS.encode() + b"\n" + shop.read("code.txt")
    shop.done(*LIST, *by("-"), "--code-file", "-", typed=typed)


def test_the_record_may_follow_the_passphrase(shop: Desk) -> None:
    """What is left of standard input is the command's."""
    typed = WORDS.encode() + b'\n{"name": "Piped"}'
    shop.done("add", "shop.sparekey", "account", *by("-"), typed=typed)
    assert "Piped" in [one.name for one in shop.vault().accounts.values()]


def test_a_passphrase_that_is_no_utf_8_is_said(shop: Desk) -> None:
    """A Windows code page would type other bytes than the keyboard."""
    shop.write("p.txt", b"caf\xe9")
    told = shop(*LIST, *by("p.txt"))
    assert told.code == 1
    assert told.err.startswith("sparekey: p.txt: ")
    assert "UTF-8" in told.err


def test_a_file_too_large_for_a_secret_is_said(shop: Desk) -> None:
    """The wrong file was named."""
    shop.write("p.txt", "x" * 70_000)
    told = shop(*LIST, *by("p.txt"))
    assert told.code == 1
    assert "too large to hold a passphrase" in told.err


@pytest.mark.parametrize("words", [f" {WORDS}", f"{WORDS} ", f"\u3000{WORDS}"])
def test_a_space_at_an_edge_is_noted(shop: Desk, words: str) -> None:
    """It is seldom meant; it is taken all the same."""
    shop.write("p.txt", words)
    told = shop(*LIST, *by("p.txt"))
    assert "Note: the passphrase begins or ends with a space." in told.err
    assert told.code == 1


def test_an_ideographic_space_between_words_is_a_space(desk: Desk) -> None:
    """A Chinese keyboard types U+3000 where another types U+0020."""
    desk.write("p.txt", "灯\u3000笼")
    desk.done("new", "v.sparekey", *by("p.txt"))
    opened(desk.ports, desk.folder / "v.sparekey", "灯 笼").close()


def test_a_passphrase_is_asked_for_where_somebody_sits_there(shop: Desk) -> None:
    """Unseen."""
    shop.done(*LIST, answers=(WORDS,))


def test_nobody_there_is_misuse(shop: Desk) -> None:
    """It names the option."""
    told = shop(*LIST)
    assert told.code == 2
    assert "--passphrase-file FILE" in told.err


def test_nothing_is_asked_in_vain(desk: Desk) -> None:
    """A file that is no vault is refused before anybody types a passphrase."""
    desk.write("shop.sparekey", "text")
    told = desk(*LIST, answers=("never asked",))
    assert told.code == 1


def code_of(shop: Desk) -> str:
    return shop.read("code.txt").decode().strip()


def with_typos(code: str, count: int) -> str:
    """Return the code with that many characters wrong, in different groups."""
    typed = list(code)
    for place in (0, 7, 13)[:count]:
        typed[place] = "Z" if typed[place] != "Z" else "Y"
    return "".join(typed)


@pytest.mark.parametrize(("count", "places"), [(1, "1"), (2, "1, 7")])
def test_one_or_two_wrong_characters_are_mended_and_said(
    shop: Desk, count: int, places: str
) -> None:
    """So that the card can be corrected in one's head."""
    shop.write("typed.txt", with_typos(code_of(shop), count))
    told = shop.done(*LIST, "--code-file", "typed.txt")
    assert f"the code was mended at character {places} of 31" in told.err


def test_three_wrong_characters_are_refused(shop: Desk) -> None:
    """Never taken for another code."""
    shop.write("typed.txt", with_typos(code_of(shop), 3))
    told = shop(*LIST, "--code-file", "typed.txt")
    assert told.code == 1
    assert "more than two characters of the code are wrong" in told.err


def test_a_code_of_another_length_says_how_long_it_is(shop: Desk) -> None:
    """A group was left out."""
    shop.write("typed.txt", code_of(shop)[:-4])
    told = shop(*LIST, "--code-file", "typed.txt")
    assert told.code == 1
    assert "has 31 characters, this one has 28" in told.err


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " ")])
def test_case_and_grouping_of_the_code_do_not_matter(shop: Desk, typed: object) -> None:
    """It is typed by hand."""
    assert callable(typed)
    shop.write("typed.txt", typed(code_of(shop)) + "  \n")
    shop.done(*LIST, "--code-file", "typed.txt")


def test_either_of_two_that_fits_is_enough(shop: Desk) -> None:
    """A wrong passphrase beside the right card opens."""
    shop.write("wrong.txt", "wrong")
    shop.done(*LIST, *by("wrong.txt"), "--code-file", "code.txt")


def test_an_end_of_input_at_the_question_stops_politely(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+D is no traceback."""

    def ended(*_: object) -> str:
        raise EOFError

    monkeypatch.setattr(ScriptedTerminal, "ask_secret", ended)
    before = shop.files()
    told = shop(*LIST, answers=("",))
    assert told.code == 130
    assert "stopped; nothing was changed" in told.err
    assert shop.files() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on the disk here")
def test_a_passphrase_may_come_by_a_pipe_and_waiting_is_said(shop: Desk) -> None:
    """So that nobody wonders why nothing happens."""
    pipe = shop.folder / "pipe"
    os.mkfifo(pipe)
    somebody = Thread(target=pipe.write_bytes, args=(WORDS.encode() + b"\n",))
    somebody.start()
    told = shop.done(*LIST, *by("pipe"))
    somebody.join()
    assert "Waiting for what somebody writes into the pipe pipe." in told.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on the disk here")
@pytest.mark.parametrize(
    "words",
    [
        ("info", "pipe"),
        ("list", "pipe", *OPENS),
        ("list", "shop.sparekey", *OPENS, "--key-file", "pipe"),
        ("import", "shop.sparekey", "pipe", *OPENS),
        ("kit", "check", "pipe"),
        ("repair", "pipe"),
        ("merge", "shop.sparekey", "pipe", "--dry-run", *OPENS),
        ("share", "open", "pipe", *OPENS),
    ],
)
def test_nothing_else_waits_for_a_pipe(shop: Desk, words: tuple[str, ...]) -> None:
    """What is to be opened is a file, and that is said."""
    os.mkfifo(shop.folder / "pipe")
    told = shop(*words)
    assert told.code == 1
    assert "that is a pipe or a device. Name a file." in told.err
