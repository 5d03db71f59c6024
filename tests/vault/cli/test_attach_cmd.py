"""`attach` and `attachments`, as a person and as a script use them."""

import pytest

from tests.builders import A_PAPER
from tests.desk import OPENS, Desk
from vault.cli.parser_attach import SORTS
from vault.model import attachment

ATTACH = ("attach", "shop.sparekey", *OPENS)
LIST = ("attachments", "shop.sparekey", *OPENS)


@pytest.fixture
def shop(shop: Desk) -> Desk:
    """Return a desk with a shop and a scan to be kept."""
    shop.write("scan.pdf", A_PAPER)
    return shop


def test_the_sorts_are_those_of_the_model() -> None:
    """The parser names them without loading it."""
    assert SORTS == attachment.SORTS


def test_a_shop_without_papers_is_told_what_they_are_for(shop: Desk) -> None:
    """The empty state is no error."""
    assert "Platforms ask for" in shop.done(*LIST).out


def test_a_file_is_kept_listed_and_saved_out(shop: Desk) -> None:
    """With the account, the sort and the day; the same bytes come out."""
    about = ("--account", "Shop 0", "--sort", "identity", "--expires", "2026-03-20")
    said = shop.done(*ATTACH, "scan.pdf", *about)
    assert "The file itself is still there" in said.out
    (line,) = [one for one in shop.done(*LIST).out.splitlines() if "scan.pdf" in one]
    assert "Shop 0" in line
    assert "2026-03-20, soon over" in line
    (one,) = shop.done(*LIST, "--account", "Shop 0", "--json").json["attachments"]
    assert (one["size"], one["runs_out"]) == (len(A_PAPER), "soon")
    assert not shop.done(*LIST, "--account", "Shop 1", "--json").json["attachments"]
    said = shop.done(*LIST, "--save", "scan.pdf", "-o", "out.pdf", "--yes")
    assert "in clear" in said.err
    assert shop.read("out.pdf") == A_PAPER


def test_a_paper_that_ran_out_is_said_to_be_over(shop: Desk) -> None:
    """The day itself is shown besides."""
    shop.done(*ATTACH, "scan.pdf", "--expires", "2026-02-01")
    assert "2026-02-01, over" in shop.done(*LIST).out


def test_the_same_paper_again_is_said(shop: Desk) -> None:
    """It is kept all the same: it may be wanted under two names."""
    shop.done(*ATTACH, "scan.pdf")
    assert "was kept before" in shop.done(*ATTACH, "scan.pdf").out


@pytest.mark.parametrize(
    "words",
    [
        (*LIST, "-o", "out.pdf"),
        (*LIST, "--save", "scan.pdf"),
        (*LIST, "--save", "scan.pdf", "-o", "-"),
        (*LIST, "--save", "scan.pdf", "-o", "out.pdf"),
    ],
    ids=["nothing to save", "nowhere", "a terminal", "not agreed"],
)
def test_what_is_not_clear_writes_nothing(shop: Desk, words: tuple[str, ...]) -> None:
    """Misuse, exit code 2."""
    shop.done(*ATTACH, "scan.pdf")
    assert shop(*words).code == 2
    assert "out.pdf" not in shop.files()


def test_of_two_files_one_that_is_missing_keeps_neither(shop: Desk) -> None:
    """All or nothing."""
    assert shop(*ATTACH, "scan.pdf", "missing.pdf").code == 1
    assert not shop.vault().attachments


def test_an_export_says_that_it_does_not_hold_them(shop: Desk) -> None:
    """And whoever takes it in is told as well."""
    shop.done(*ATTACH, "scan.pdf")
    out = ("export", "shop.sparekey", "plain.json", "--yes", *OPENS)
    assert "1 attached file is named in it and not held" in shop.done(*out).out
    new = ("new", "other.sparekey", "--passphrase-file", "words.txt")
    shop.done(*new)
    said = shop.done("import", "other.sparekey", "plain.json", *OPENS)
    assert "attach scan.pdf again" in said.out
