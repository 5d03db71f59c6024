"""`kit make`: what may be printed, and that nothing is handed out unproven."""

from collections.abc import Callable

import pytest

from tests.desk import OPENS, WORDS, Desk, make_shop
from tests.fakes import FailingFiles, with_files
from vault.app import kit_proof
from vault.storage.lockfile import Lock

MAKE = ("kit", "make", "shop.sparekey", "-o", "kit.pdf")
CARD = ("--card", "card.pdf")

pytestmark = pytest.mark.usefixtures("quick")


def kits(desk: Desk) -> list[str]:
    return [kit.ways for kit in desk.vault().kits.values()]


@pytest.fixture
def typed_shop(desk: Desk) -> Desk:
    """Return a desk whose vault has a passphrase that was not generated."""
    make_shop(desk.ports, desk.folder, generated=False)
    return desk


def test_a_kit_is_made_entered_and_said(shop: Desk) -> None:
    """Sheets, card, what opens it, and a line in the register."""
    told = shop.done(*MAKE, *CARD, *OPENS)
    assert shop.read("kit.pdf").startswith(b"%PDF")
    assert shop.read("card.pdf").startswith(b"%PDF")
    assert "What opens it: the key card, or the passphrase of today." in told.out
    assert "2 code sheets; any 1 of them is enough" in told.out
    (kit,) = shop.vault().kits.values()
    assert (kit.number, kit.ways, kit.sheets, kit.needed) == (1, "either", 2, 1)
    assert kit.kit


def test_the_report_as_json_tells_the_same(shop: Desk) -> None:
    """For a script that prints it."""
    report = shop.done(*MAKE, *CARD, *OPENS, "--json").json
    (kit,) = shop.vault().kits.values()
    assert report["kit"] == kit.kit
    assert (report["pdf"], report["card"]) == ("kit.pdf", "card.pdf")
    assert (report["sheets"], report["needed"], report["codes"]) == (2, 1, 48)


def test_only_the_owner_may_read_what_was_made(shop: Desk) -> None:
    """A PDF is a copy of the kit."""
    shop.done(*MAKE, *CARD, *OPENS)
    modes = {
        (shop.folder / name).stat().st_mode & 0o777 for name in ("kit.pdf", "card.pdf")
    }
    assert modes == {0o600}


@pytest.mark.parametrize("ways", ["passphrase", "either"])
def test_a_passphrase_of_ones_own_never_opens_a_kit_alone(
    typed_shop: Desk, ways: str
) -> None:
    """Whoever finds the sheets would have years to guess."""
    before = typed_shop.files()
    card = CARD if ways == "either" else ()
    told = typed_shop(*MAKE, *card, *OPENS, "--locks", ways)
    assert told.code == 1
    assert "Use --locks card or --locks both" in told.err
    assert typed_shop.files() == before


@pytest.mark.parametrize("ways", ["card", "both"])
def test_a_passphrase_of_ones_own_may_stand_beside_the_card(
    typed_shop: Desk, ways: str
) -> None:
    """There the card is not to be guessed."""
    typed_shop.done(*MAKE, *CARD, *OPENS, "--locks", ways)
    assert kits(typed_shop) == [ways]


def test_the_lock_is_the_card_where_the_passphrase_was_not_generated(
    typed_shop: Desk,
) -> None:
    """The default is the safe one."""
    typed_shop.done(*MAKE, *CARD, *OPENS)
    assert kits(typed_shop) == ["card"]


def test_a_generated_passphrase_may_open_a_kit_alone(shop: Desk) -> None:
    """And then there is no card to be made."""
    told = shop.done(*MAKE, *OPENS, "--locks", "passphrase")
    assert "What opens it: the passphrase of today." in told.out
    assert not (shop.folder / "card.pdf").exists()


def test_a_lock_that_needs_the_card_wants_a_place_for_it(shop: Desk) -> None:
    """Without the card the kit would open for nobody."""
    before = shop.files()
    told = shop(*MAKE, *OPENS)
    assert told.code == 1
    assert "Add --card PDF" in told.err
    assert shop.files() == before


def test_the_card_never_shares_a_pdf_with_the_sheets(shop: Desk) -> None:
    """They belong in two places."""
    told = shop(*MAKE, "--card", "kit.pdf", *OPENS)
    assert told.code == 2
    assert "a PDF of its own" in told.err


@pytest.mark.parametrize("name", ["kit.pdf", "card.pdf"])
def test_a_kit_never_overwrites(shop: Desk, name: str) -> None:
    """Neither the sheets nor the card."""
    shop.write(name, "mine")
    before = shop.files()
    told = shop(*MAKE, *CARD, *OPENS)
    assert told.code == 1
    assert f"{name} is there already" in told.err
    assert shop.files() == before


def test_compact_is_asked_for_and_counted(shop: Desk) -> None:
    """Either way the other number of sheets is said, with what it costs."""
    told = shop.done(*MAKE, *CARD, *OPENS)
    assert "Compact, it would be 2 sheets; its smaller codes need a better" in told.out
    again = ("kit", "make", "shop.sparekey", "-o", "b.pdf", "--card", "c.pdf")
    told = shop.done(*again, *OPENS, "--compact")
    assert "It is compact: try your camera on it. Sturdy, it would be 2" in told.out
    densities = sorted(kit.density for kit in shop.vault().kits.values())
    assert densities == ["compact", "sturdy"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff\xfe", "not UTF-8"), (b"x" * 20_000, "The letter is longer")],
)
def test_a_letter_that_can_not_be_taken_ends_it(
    shop: Desk, data: bytes, words: str
) -> None:
    """Before anything is made."""
    shop.write("letter.txt", data)
    before = shop.files()
    told = shop(*MAKE, *CARD, *OPENS, "--letter-file", "letter.txt")
    assert told.code == 1
    assert words in told.err
    assert shop.files() == before


def test_opened_by_the_card_the_passphrase_is_asked_for_and_proven(shop: Desk) -> None:
    """The owner remembers it: that is what the question is for."""
    by_card = ("--code-file", "code.txt")
    before = shop.files()
    assert shop(*MAKE, *CARD, *by_card, answers=("not it",)).code == 1
    assert shop.files() == before
    shop.done(*MAKE, *CARD, *by_card, answers=(WORDS,))


def test_opened_by_the_card_with_nobody_there_it_says_what_to_give(shop: Desk) -> None:
    """Misuse, and nothing made."""
    told = shop(*MAKE, *CARD, "--code-file", "code.txt")
    assert told.code == 2
    assert "--passphrase-file" in told.err


def test_a_wrong_passphrase_beside_the_right_card_locks_no_kit(shop: Desk) -> None:
    """The card opens the vault; the words are proven all the same."""
    shop.write("wrong.txt", "guess me")
    before = shop.files()
    wrong = ("--passphrase-file", "wrong.txt", "--code-file", "code.txt")
    told = shop(*MAKE, *CARD, *wrong)
    assert told.code == 1
    assert "No way in fits" in told.err
    assert shop.files() == before


def test_a_part_is_locked_by_its_own_card(shop: Desk) -> None:
    """The register says which accounts it holds."""
    shop.done(*MAKE, *CARD, *OPENS, "--only", "Shop 1")
    (kit,) = shop.vault().kits.values()
    assert (kit.partial, kit.ways, len(kit.accounts)) == (True, "card", 1)


def test_a_part_with_a_passphrase_draws_words_of_its_own(shop: Desk) -> None:
    """Never the vault's."""
    part = ("--only", "Shop 1", "Shop 2", "--locks", "either")
    told = shop(*MAKE, *CARD, *OPENS, *part)
    assert told.code == 1
    assert "Add --generate F" in told.err
    shop.done(*MAKE, *CARD, *OPENS, *part, "--generate", "part.txt")
    assert shop.read("part.txt").decode().strip() != WORDS
    assert len(shop.read("part.txt").split()) == 6


def test_generate_is_for_parts_only(shop: Desk) -> None:
    """A full kit has the vault's own passphrase."""
    told = shop(*MAKE, *CARD, *OPENS, "--generate", "part.txt")
    assert told.code == 2
    assert not (shop.folder / "part.txt").exists()


def test_a_part_that_is_refused_leaves_no_drawn_passphrase(shop: Desk) -> None:
    """Words that open nothing would stop the next try."""
    before = shop.files()
    part = ("--only", "Shop 1", "--locks", "both", "--generate", "part.txt")
    told = shop(*MAKE, *OPENS, *part)
    assert told.code == 1
    assert "Add --card PDF" in told.err
    assert shop.files() == before


def test_an_unknown_account_is_no_part(shop: Desk) -> None:
    """It says that there is none."""
    told = shop(*MAKE, *CARD, *OPENS, "--only", "Nothing")
    assert told.code == 1
    assert "There is no account “Nothing”" in told.err


def one_dropped(texts: list[str]) -> list[str]:
    """Lose so many codes that a sheet alone is not enough."""
    return texts[:10]


def one_changed(texts: list[str]) -> list[str]:
    """Read a code that is none of ours."""
    return [texts[0][:-1], *texts[1:]]


@pytest.mark.parametrize("spoil", [one_dropped, one_changed])
def test_a_kit_that_does_not_read_back_is_never_handed_out(
    shop: Desk, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[list[str]], list[str]]
) -> None:
    """No file is made, and the register stays as it was."""
    honest = kit_proof.scan

    def blurred(*words: object) -> object:
        for page in honest(*words):
            yield type(page)(page.source, 1, 1, 300, tuple(spoil(list(page.texts))))

    monkeypatch.setattr(kit_proof, "scan", blurred)
    before = shop.files()
    told = shop(*MAKE, *CARD, *OPENS)
    assert told.code == 1
    assert "Spare Key broke a rule of its own: kit-" in told.err
    assert shop.files() == before
    assert kits(shop) == []


def test_an_envelope_that_does_not_open_is_never_handed_out(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every way in is tried before anything is given away."""
    real = kit_proof.open_envelope

    def other(*words: object, **named: object) -> object:
        opened = real(*words, **named)
        return type("Opened", (), {"body": opened.body + b"!"})()

    monkeypatch.setattr(kit_proof, "open_envelope", other)
    before = shop.files()
    told = shop(*MAKE, *CARD, *OPENS)
    assert told.code == 1
    assert "kit-opens-differently" in told.err
    assert shop.files() == before


@pytest.mark.parametrize("after", range(3))
@pytest.mark.parametrize("step", ["create", "preallocate", "write", "sync", "link"])
def test_a_full_disk_takes_back_what_was_handed_out(
    shop: Desk, step: str, after: int
) -> None:
    """At the sheets, at the card, at the register: all of it, or nothing."""
    before = shop.files()
    files = FailingFiles(step, after=after)
    told = shop(*MAKE, *CARD, *OPENS, ports=with_files(shop.ports, files))
    assert files.failed
    assert told.code == 1
    assert "the disk is full" in told.err
    assert shop.files() == before


def test_a_vault_that_another_holds_makes_no_kit(shop: Desk) -> None:
    """And it says who holds it."""
    before = shop.files()
    with Lock(shop.folder / "shop.sparekey", shop.ports.clock.now()):
        told = shop(*MAKE, *CARD, *OPENS)
    assert told.code == 1
    assert "is open in another place (process " in told.err
    assert shop.files() == before


def test_the_second_kit_has_the_next_number(shop: Desk) -> None:
    """Serial numbers count up."""
    shop.done(*MAKE, *CARD, *OPENS)
    shop.done(*MAKE[:-1], "kit2.pdf", "--card", "card2.pdf", *OPENS)
    assert sorted(kit.number for kit in shop.vault().kits.values()) == [1, 2]
