"""`kit make --readable`: asked for, warned of, apart from the sheets, noted."""

import pytest

from tests.desk import OPENS, Desk
from tests.fakes import FailingFiles, with_files

MAKE = ("kit", "make", "shop.sparekey", "-o", "kit.pdf", "--card", "card.pdf", *OPENS)
PLAIN = ("--readable", "procedures,contacts", "--readable-out", "open.pdf")
CODES = ("--readable", "codes", "--readable-out", "open.pdf")

pytestmark = pytest.mark.usefixtures("quick")


def noted(shop: Desk) -> list[tuple[str, ...]]:
    return [kit.in_clear for kit in shop.vault().kits.values()]


def test_the_default_is_without(shop: Desk) -> None:
    """A kit shows nothing in clear unless it was asked to."""
    told = shop.done(*MAKE)
    assert "In clear" not in told.all
    assert noted(shop) == [()]


def test_chosen_sorts_go_to_a_pdf_of_their_own(shop: Desk) -> None:
    """And the register notes it."""
    told = shop.done(*MAKE, *PLAIN)
    assert "In clear: open.pdf, " in told.out
    assert shop.read("open.pdf").startswith(b"%PDF")
    assert noted(shop) == [("procedures", "contacts")]


def test_the_report_as_json_names_it(shop: Desk) -> None:
    """For a script that prints it."""
    report = shop.done(*MAKE, *PLAIN, "--json").json
    assert report["readable"] == "open.pdf"
    assert report["in_clear"] == ["procedures", "contacts"]


@pytest.mark.parametrize("answer", [b"\n", b"yes\n", b"clear\n"])
def test_codes_in_clear_are_warned_of_and_must_be_typed(
    shop: Desk, answer: bytes
) -> None:
    """Anything but the words leaves nothing behind."""
    before = shop.files()
    told = shop(*MAKE, *CODES, typed=answer, answers=("somebody sits here",))
    assert told.code == 1
    assert "whoever finds these pages gets into the accounts" in told.err
    assert shop.files() == before


def test_codes_in_clear_are_printed_where_the_warning_was_answered(shop: Desk) -> None:
    """Typed by hand, or by an option that names it."""
    shop.done(*MAKE, *CODES, typed=b"In clear\n", answers=("somebody sits here",))
    assert noted(shop) == [("codes",)]


def test_a_script_answers_with_an_option(shop: Desk) -> None:
    """Without it, nobody is there to answer."""
    told = shop(*MAKE, *CODES)
    assert told.code == 2
    assert "--yes-codes-in-clear" in told.err
    shop.done(*MAKE, *CODES, "--yes-codes-in-clear")
    assert noted(shop) == [("codes",)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--readable", "passwords", "--readable-out", "a.pdf"), "not passwords"),
        (("--readable", "contacts"), "--readable-out PDF"),
        (("--readable-out", "a.pdf"), "--readable SORTS"),
        (("--readable", "contacts", "--readable-out", "kit.pdf"), "need a PDF each"),
        (("--readable", "contacts", "--readable-out", "card.pdf"), "need a PDF each"),
    ],
)
def test_words_that_do_not_go_together_are_refused(
    shop: Desk, words: tuple[str, ...], said: str
) -> None:
    """Before anything is made."""
    before = shop.files()
    told = shop(*MAKE, *words)
    assert told.code == 2
    assert said in told.err
    assert shop.files() == before


def test_an_account_outside_the_kit_is_never_shown(shop: Desk) -> None:
    """A kit of chosen accounts shows none but those."""
    first, second = sorted(one.name for one in shop.vault().accounts.values())[:2]
    before = shop.files()
    part = ("--only", first, "--generate", "own.txt", "--readable-only", second)
    told = shop(*MAKE, *part, *PLAIN)
    assert told.code == 1
    assert "not in this kit" in told.err
    assert shop.files() == before


@pytest.mark.parametrize("after", range(4))
def test_where_a_file_can_not_be_written_nothing_is_left_in_clear(
    shop: Desk, after: int
) -> None:
    """The pages in clear, the sheets, the card, the register: all of it, or nothing."""
    before = shop.files()
    files = FailingFiles("write", after=after)
    told = shop(*MAKE, *PLAIN, ports=with_files(shop.ports, files))
    assert told.code == 1
    assert shop.files() == before
