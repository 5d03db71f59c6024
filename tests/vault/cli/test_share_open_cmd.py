"""`share open`: what a deputy sees, in the order of need, codes hidden until asked."""

from collections.abc import Callable

import pytest

from tests.builders import a_code_set, an_account
from tests.desk import OPENS, Desk, Said, without_parity
from tests.fakes import FixedClock, ports_on_disk
from vault.app.share_words import NEWER
from vault.model.code import CodeSet
from vault.model.vault import Vault
from vault.share import document

FILE = ("share", "open", "mina.sparekey", "--passphrase-file", "mina.txt")
Make = Callable[..., Said]


@pytest.fixture
def shop(shop: Desk) -> Desk:
    """Return the desk with a shop, and with other chance than made the shop."""
    shop.ports = ports_on_disk(seed=2)
    return shop


@pytest.fixture
def made(shop: Desk) -> Make:
    """Return a maker of a share by the command itself."""

    def make(*words: str, accounts: tuple[str, ...] = ("--all",)) -> Said:
        drawn = ("-o", "mina.sparekey", "--generate", "mina.txt")
        make = ("share", "make", "shop.sparekey", *drawn, *OPENS)
        return shop.done(*make, *accounts, *words)

    return make


def values(vault: Vault) -> list[str]:
    """Return the codes of a vault."""
    return [code.value for one in vault.code_sets.values() for code in one.codes]


def test_the_page_begins_with_whose_it_is(shop: Desk, made: Make) -> None:
    """From whom, since when, whose words; and that nobody has confirmed them."""
    words = made("--note", "Ring Mina first,\nthen me").out
    told = shop.done(*FILE)
    head = told.out.split("\n\n", maxsplit=1)[0]
    assert "issue 1, from Tea Shop, made 2026-03-01" in head
    signed = next(one for one in words.splitlines() if one.startswith("Signed by:"))
    assert signed in head
    assert "Nobody has confirmed yet that this key is the owner's" in head
    assert "| Ring Mina first,\n| then me" in head


def test_several_accounts_are_shown_in_short(shop: Desk, made: Make) -> None:
    """What costs most first; and how to see the rest."""
    shop.done("add", "shop.sparekey", "account", "--name", "Bare", *OPENS)
    made("--depth", "codes")
    told = shop.done(*FILE)
    assert "\n\nBare\n\n" in told.out
    names = ["Shop 2  (instagram)", "Shop 1  (instagram)", "Shop 0  (instagram)"]
    assert [one for one in told.out.splitlines() if one in names] == names
    assert "  login: shop1" in told.out
    assert "  What to do, locked out: Locked out" in told.out
    assert "  Whom to ask: Support desk" in told.out
    assert "  Codes: 10 unused" in told.out
    assert "--account NAME" in told.out
    assert "Open the form" not in told.out


def test_one_account_is_shown_whole(shop: Desk, made: Make) -> None:
    """Steps with their pages, channels, people, sources."""
    made("--depth", "access")
    told = shop.done(*FILE, "--account", "shop 1").out
    assert "Shop 2" not in told
    for line in (
        "  mail: owner@example.com",
        "  owner: Person 1, +49 30 1234567",
        "    1. Open the form",
        "       https://example.com/help",
        "    2. Wait",
        "    wait: up to 3 days",
        "    checked 2026-03-01",
        "    mail: help@example.com",
        "    case numbers: A-1",
        "  Who has access: Person 1, +49 30 1234567, admin",
    ):
        assert line in told.splitlines(), told
    assert "--account NAME" not in told


def test_a_share_of_one_account_is_shown_whole_at_once(shop: Desk, made: Make) -> None:
    """There is nothing to choose."""
    made(accounts=("--account", "Shop 0"))
    told = shop.done(*FILE).out
    assert "    1. Open the form" in told
    assert "Who has access" not in told
    assert "Codes" not in told
    assert "Person" not in told


def test_codes_stay_hidden_until_they_are_asked_for(shop: Desk, made: Make) -> None:
    """On the screen and in JSON."""
    made("--depth", "codes")
    codes = values(shop.vault())
    for words in ((), ("--account", "Shop 1"), ("--json",)):
        told = shop.done(*FILE, *words)
        assert not [code for code in codes if code in told.all]
    for words in ((), ("--json",)):
        told = shop.done(*FILE, "--reveal", *words)
        assert [code for code in codes if code in told.out] == codes


def test_a_hidden_code_is_seen_to_be_there(shop: Desk, made: Make) -> None:
    """With its set, numbered."""
    made("--depth", "codes", accounts=("--account", "Shop 0"))
    told = shop.done(*FILE).out
    assert "  Codes, backup-codes: 10 unused" in told
    assert "    10. ••••••••" in told


def test_all_of_it_as_json(shop: Desk, made: Make) -> None:
    """What a script needs, whole accounts at once."""
    made("--depth", "codes", "--note", "Ring me", "--expires", "2026-03-01")
    report = shop.done(*FILE, "--json").json
    assert (report["owner"], report["issue"], report["depth"]) == (
        "Tea Shop",
        1,
        "codes",
    )
    assert (report["note"], report["expires"], report["old"]) == (
        "Ring me",
        "2026-03-01",
        False,
    )
    assert (report["newer"], report["signer_confirmed"]) == (False, False)
    assert len(report["signed_by"]) == 8
    assert [one["name"] for one in report["accounts"]] == ["Shop 2", "Shop 1", "Shop 0"]
    first = report["accounts"][0]
    assert first["procedures"][0]["steps"][0]["text"] == "Open the form"
    assert first["contacts"][0]["channels"][1]["address"] == "112"
    assert first["access"][0]["role"] == "admin"
    assert "value" not in first["code_sets"][0]["codes"][0]
    assert [one["name"] for one in report["people"]] == ["Person 0", "Person 1"]
    only = shop.done(*FILE, "--json", "--account", "Shop 0").json
    assert [one["name"] for one in only["accounts"]] == ["Shop 0"]


def wait(shop: Desk, days: int) -> None:
    clock = shop.ports.clock
    assert isinstance(clock, FixedClock)
    clock.pass_days(days)


def test_an_old_share_opens_and_says_that_it_is_old(shop: Desk, made: Make) -> None:
    """From the day after its last, and with the same exit code."""
    made("--expires", "2026-03-02")
    assert "Its last day is 2026-03-02." in shop.done(*FILE).out
    wait(shop, 1)
    assert "This share is old" not in shop.done(*FILE).out
    wait(shop, 1)
    told = shop.done(*FILE)
    assert "This share is old: its last day was 2026-03-02" in told.out
    assert "Shop 1" in told.out
    assert shop.done(*FILE, "--json").json["old"] is True


def test_a_share_without_a_last_day_says_nothing_of_one(shop: Desk, made: Make) -> None:
    """It is never old."""
    made()
    wait(shop, 9999)
    assert "last day" not in shop.done(*FILE).out


def test_a_share_of_a_newer_program_opens_and_says_that_there_is_more(
    shop: Desk, made: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it knows is shown."""
    with monkeypatch.context() as patch:
        patch.setattr(document, "MINOR", 1)
        made()
    told = shop.done(*FILE)
    assert NEWER in told.out
    assert "Shop 1" in told.out


def test_everything_that_may_be_said_of_an_account_is_said(shop: Desk) -> None:
    """Notes of several lines, sources, times, an access that has ended."""
    of = ("--account", "Whole")
    dates = ("--since", "2024-01-01", "--ended", "2025-01-01")
    page = ("--url", "https://shop.example.com")
    for one in (
        ("account", "--name", "Whole", "--notes", "first line\nsecond line", *page),
        ("contact", "--name", "Bare desk", *of, "--notes", "be brief"),
        ("procedure", "--title", "Ask", *of, "--source", "a page"),
        ("access", "--person", "Person 0", *of, *dates, "--factor", "key"),
        ("code-set", *of, "--label", "Spare", "--notes", "in a book"),
    ):
        shop.done("add", "shop.sparekey", *one, *OPENS)
    make = ("share", "make", "shop.sparekey", "-o", "mina.sparekey", *OPENS)
    words = ("--account", "Whole", "--depth", "codes", "--generate", "mina.txt")
    shop.done(*make, *words)
    told = shop.done(*FILE).out.splitlines()
    person = "Person 0, +49 30 1234567"
    for line in (
        "Whole",
        "  page: https://shop.example.com",
        "  first line",
        "  second line",
        "  What to do, other: Ask",
        "    source: a page",
        "  Whom to ask: Bare desk",
        "    be brief",
        f"  Who has access: {person}, key, since 2024-01-01, ended 2025-01-01",
        "  Codes, Spare: 0 unused",
        "    in a book",
    ):
        assert line in told


def test_nothing_that_is_shown_is_obeyed_by_a_terminal(shop: Desk, made: Make) -> None:
    """A stranger wrote it."""
    made("--note", "\x1b]0;owned\x07 \u202e")
    told = shop.done(*FILE)
    assert "\x1b" not in told.all
    assert "\u202e" not in told.all


def test_other_words_open_nothing(shop: Desk, made: Make) -> None:
    """And it says what would."""
    made()
    told = shop("share", "open", "mina.sparekey", *OPENS)
    assert told.code == 1
    assert "No way in fits" in told.err
    assert "a share with its own" in told.err


def test_a_vault_is_no_share_and_nothing_is_asked(shop: Desk) -> None:
    """Nobody types a passphrase in vain."""
    told = shop("share", "open", "shop.sparekey")
    assert told.code == 1
    assert "shop.sparekey is a vault, not a share" in told.err


def test_a_share_is_no_vault(shop: Desk, made: Make) -> None:
    """The commands of a vault say so too."""
    made()
    told = shop("list", "mina.sparekey", *OPENS)
    assert told.code == 1
    assert "mina.sparekey is a share, not a vault" in told.err


def test_a_changed_share_is_refused_with_what_to_do(shop: Desk, made: Make) -> None:
    """Ask whoever sent it."""
    made()
    data = without_parity(shop.read("mina.sparekey"))
    shop.write("mina.sparekey", data[:-1] + bytes([data[-1] ^ 1]))
    told = shop(*FILE)
    assert told.code == 1
    assert "ask whoever sent it for a new one" in told.err
    shop.write("mina.sparekey", data[:-1])
    assert shop(*FILE).code == 1


def test_an_account_that_is_not_in_the_share_is_named(shop: Desk, made: Make) -> None:
    """As everywhere."""
    made(accounts=("--account", "Shop 0"))
    told = shop(*FILE, "--account", "Shop 1")
    assert told.code == 1
    assert "There is no account “Shop 1”" in told.err


def test_with_nobody_to_ask_it_says_what_to_give(shop: Desk, made: Make) -> None:
    """Misuse, not a hang."""
    made()
    told = shop("share", "open", "mina.sparekey")
    assert told.code == 2
    assert "--passphrase-file" in told.err


def test_opening_leaves_the_desk_as_it_was(shop: Desk, made: Make) -> None:
    """No lock, no copy, no vault of one's own."""
    made()
    before = {path.name for path in shop.folder.rglob("*")}
    files = shop.files()
    shop.done(*FILE, "--reveal")
    assert shop.files() == files
    assert {path.name for path in shop.folder.rglob("*")} == before


def test_the_codes_of_the_desk_are_what_the_tests_take_them_for() -> None:
    """Ten, none used."""
    one: CodeSet = a_code_set(an_account().id)
    assert [code.state for code in one.codes] == ["unused"] * 10
