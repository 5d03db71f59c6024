"""`--card-by-hand`: shown once, in no file, and typed back before there is a kit."""

import pytest

from tests.desk import OPENS, Desk

MAKE = ("kit", "make", "shop.sparekey", "-o", "kit.pdf", "--card-by-hand", *OPENS)

pytestmark = pytest.mark.usefixtures("quick")


def code_of(shop: Desk) -> str:
    return shop.read("code.txt").decode().strip()


def test_the_code_is_shown_and_typed_back(shop: Desk) -> None:
    """Then there is a kit, and no file for the card."""
    code = code_of(shop)
    told = shop.done(*MAKE, answers=(code.replace("-", " ").lower(),))
    assert code in told.err
    assert "All 31 characters are right." in told.err
    assert "clear this window" in told.err
    assert code not in told.out
    assert len(shop.vault().kits) == 1
    assert "card.pdf" not in shop.files()


def test_a_card_to_fill_in_may_be_printed(shop: Desk) -> None:
    """It has boxes and no code."""
    shop.done(*MAKE, "--card", "card.pdf", answers=(code_of(shop),))
    assert shop.read("card.pdf").startswith(b"%PDF")


def test_a_slip_is_named_and_asked_again(shop: Desk) -> None:
    """What would be mended at restoring is not: the card itself must be right."""
    code = code_of(shop)
    wrong = "Z" if code[0] != "Z" else "Y"
    told = shop.done(*MAKE, answers=(wrong + code[1:], code))
    assert f"One character differs: number 1 is {code[0]}." in told.err


def test_without_the_right_code_no_kit_is_made(shop: Desk) -> None:
    """Five times, then nothing was made: no file, no entry."""
    before = shop.files()
    told = shop(*MAKE, answers=("A" * 31,) * 5)
    assert told.code == 1
    assert "no kit was made" in told.err
    assert shop.files() == before


def test_where_nobody_sits_nothing_is_begun(shop: Desk) -> None:
    """A script can't write with a pen."""
    before = shop.files()
    told = shop(*MAKE)
    assert told.code == 2
    assert "needs somebody at a terminal" in told.err
    assert shop.files() == before


def test_the_json_does_not_tell_it(shop: Desk) -> None:
    """A report is kept in files."""
    told = shop.done(*MAKE, "--json", answers=(code_of(shop),))
    assert code_of(shop) not in told.out
