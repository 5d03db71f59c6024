"""`review`, as a person and as a script use it."""

from pathlib import Path

import pytest

from tests.desk import OPENS, Desk

VAULT = ("review", "shop.sparekey")


def test_a_review_from_its_first_card_to_its_sign_off(shop: Desk) -> None:
    """Left after each card: every command opens the vault anew."""
    cards = shop.done(*VAULT, "begin", *OPENS, "--json").json["cards"]
    status = shop(*VAULT, "status", *OPENS, "--json")
    assert status.code == 1
    names = [card["name"] for card in status.json["cards"]]
    assert len(names) == cards > 0
    for name in names:
        shop.done(*VAULT, "answer", name, "right", "--access", *OPENS)
    shop.done(*VAULT, "try", "--result", "worked", *OPENS)
    ended = shop.done(*VAULT, "finish", "--sign", "Mina", *OPENS, "--json").json
    assert sum(part["points"] for part in ended["parts"]) == ended["score"]
    after = shop.done(*VAULT, "status", *OPENS, "--json").json
    assert (after["going"], after["due"], after["next"]) == (None, False, ended["next"])
    assert [one["signed_by"] for one in after["history"]] == ["Mina"]


def test_the_calendar_file_is_new_or_not_at_all(shop: Desk) -> None:
    """What is there already stays."""
    shop.done(*VAULT, "ics", "-o", "next.ics", *OPENS)
    data = shop.read("next.ics")
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert shop(*VAULT, "ics", "-o", "next.ics", *OPENS).code == 1
    assert shop.read("next.ics") == data
    assert Path("next.ics").suffix == ".ics"


def test_the_report_is_of_the_last_review(shop: Desk) -> None:
    """Signed off, or not yet; before the first there is none."""
    assert shop(*VAULT, "report", "-o", "none.md", *OPENS).code == 1
    shop.done(*VAULT, "begin", *OPENS)
    shop.done(*VAULT, "report", "-o", "going.md", *OPENS)
    assert b"Signed off: not yet" in shop.read("going.md")
    shop.done(*VAULT, "finish", "--sign", "Mina", *OPENS)
    said = shop.done(*VAULT, "report", "-o", "ended.md", *OPENS)
    assert "whoever gets the file can read it" in said.all
    assert b"Signed by: Mina" in shop.read("ended.md")
    assert shop(*VAULT, "report", "-o", "ended.md", *OPENS).code == 1
    shop.done(*VAULT, "report", "-o", "ended.pdf", "--paper", "letter", *OPENS)
    assert shop.read("ended.pdf").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("answer",), "give an account and an answer"),
        (("answer", "Shop", "perhaps"), "right, changed, gone, skipped"),
        (("finish",), "--sign"),
        (("finish", "--sign", "Mina"), "no review goes on"),
        (("try",), "--result"),
        (("ics",), "-o"),
        (("report",), "-o"),
    ],
)
def test_what_is_missing_is_said(shop: Desk, words: tuple[str, ...], said: str) -> None:
    """Exit code 2."""
    ended = shop(*VAULT, *words, *OPENS)
    assert ended.code == 2
    assert said in ended.all
