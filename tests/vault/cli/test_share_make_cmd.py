"""`share make`: what goes in, what locks it, and that nothing is left half made."""

import pytest

from tests.desk import OPENS, WORDS, Desk
from tests.fakes import FailingFiles, ports_on_disk, with_files
from vault.app import share_make
from vault.app.share_make import DEPTHS
from vault.cli import parser_share
from vault.storage.lockfile import Lock

MAKE = ("share", "make", "shop.sparekey", "-o", "mina.sparekey", *OPENS)
DRAWN = ("--generate", "mina.txt")
ONE = ("--account", "Shop 1")
SHOW = ("share", "open", "mina.sparekey", "--passphrase-file", "mina.txt")


@pytest.fixture
def shop(shop: Desk) -> Desk:
    """Return the desk with a shop, and with other chance than made the shop."""
    shop.ports = ports_on_disk(seed=2)
    return shop


def test_a_share_is_made_and_said(shop: Desk) -> None:
    """What is in it, what opens it, whose words to read out, where it is noted."""
    told = shop.done(*MAKE, *ONE, *DRAWN)
    assert (
        "Made mina.sparekey: 1 account with procedures and contacts only." in told.out
    )
    assert "Shop 1: 1 procedure, 1 contact" in told.out
    assert "Its passphrase is in mina.txt, which only you can read" in told.out
    assert "Read these eight words out" in told.out
    assert "Issue 1, noted in the vault" in told.out
    shop.done(*SHOW)


def test_only_the_vault_changes_in_its_folder(shop: Desk) -> None:
    """But for the share and its words: the register of shares is in it."""
    before = shop.files()
    shop.done(*MAKE, *ONE, *DRAWN)
    after = shop.files()
    new = {name for name in after if name not in before and "backups" not in name}
    assert new == {"mina.sparekey", "mina.txt"}
    same = [name for name in before if after[name] == before[name]]
    assert "shop.sparekey" not in same
    assert len(shop.vault().shares) == 1


def test_the_words_are_drawn_for_the_share_and_never_said(shop: Desk) -> None:
    """Six of them, in a file that only its owner may read."""
    told = shop.done(*MAKE, "--all", *DRAWN, "--json")
    words = shop.read("mina.txt").decode().strip()
    assert len(words.split(" ")) == 6
    assert words != WORDS
    assert words not in told.all
    modes = {
        (shop.folder / name).stat().st_mode & 0o777
        for name in ("mina.txt", "mina.sparekey")
    }
    assert modes == {0o600}


def test_the_report_as_json_tells_what_goes_in_and_what_stays_out(shop: Desk) -> None:
    """By account, by kind, by name."""
    day = ("--expires", "2027-03-01", "--note", "Ring me first")
    report = shop.done(*MAKE, *ONE, *DRAWN, *day, "--json").json
    assert (report["file"], report["passphrase_file"]) == ("mina.sparekey", "mina.txt")
    assert (report["issue"], report["depth"]) == (1, "procedures")
    assert report["expires"] == "2027-03-01"
    assert report["bytes"] == len(shop.read("mina.sparekey"))
    assert len(report["signed_by"]) == 8
    (one,) = report["goes_in"]["accounts"]
    assert one["name"] == "Shop 1"
    assert one["goes_in"] == {
        "procedures": ["Locked out"],
        "contacts": ["Support desk"],
    }
    assert set(one["stays_out"]) == {"code_sets", "access"}
    assert report["stays_out"]["accounts"] == ["Shop 0", "Shop 2"]
    assert report["stays_out"]["fields"]["accounts"] == [
        "owner",
        "worth_a_day",
        "importance",
        "notes",
    ]
    info = shop.done("info", "mina.sparekey", "--json").json
    assert (info["kind"], info["id"]) == ("share", report["share"])


def test_a_vault_that_another_holds_is_not_shared(shop: Desk) -> None:
    """The share could not be noted; nothing is handed out."""
    with Lock(shop.folder / "shop.sparekey", shop.ports.clock.now()):
        assert shop(*MAKE, *ONE, *DRAWN).code == 1
    assert "mina.sparekey" not in shop.files()


def test_no_word_of_it_is_in_the_clear(shop: Desk) -> None:
    """Not the owner, not an account, not the note, not the day, not the depth."""
    words = ("--note", "Marker note", "--expires", "2027-03-01", "--depth", "access")
    shop.done(*MAKE, *ONE, *DRAWN, *words)
    data = shop.read("mina.sparekey")
    clear = ["Tea Shop", "Shop 1", "shop1", "Marker note", "2027-03-01", "access"]
    assert [word for word in clear if word.encode() in data] == []
    assert bytes.fromhex(shop.vault().id) not in data


@pytest.mark.parametrize("depth", parser_share.DEPTHS)
def test_the_depth_says_how_much_goes_in(shop: Desk, depth: str) -> None:
    """Each of the three."""
    told = shop.done(*MAKE, "--all", "--depth", depth, *DRAWN)
    assert "Made mina.sparekey: 3 accounts" in told.out
    assert ("person with access" in told.out) is (depth != "procedures")
    assert ("10 unused codes" in told.out) is (depth == "codes")
    assert shop.done(*SHOW, "--json").json["depth"] == depth


def test_the_depths_are_those_there_are() -> None:
    """The parser spells them itself, so that it loads nothing to be asked."""
    assert parser_share.DEPTHS == DEPTHS


def test_a_share_of_nothing_but_the_login_says_so(shop: Desk) -> None:
    """An account on which nothing hangs."""
    shop.done("add", "shop.sparekey", "account", "--name", "Bare", *OPENS)
    told = shop.done(*MAKE, "--account", "Bare", *DRAWN)
    assert "Bare: its name and login" in told.out


def test_what_hangs_on_no_account_is_said_to_be_left_out(shop: Desk) -> None:
    """The owner may have counted on it."""
    title = ("--title", "If I am ill")
    shop.done("add", "shop.sparekey", "procedure", *title, *OPENS)
    told = shop.done(*MAKE, "--all", *DRAWN)
    assert "Left out, since it hangs on no account: If I am ill." in told.out


def test_several_accounts_may_be_named_and_one_twice(shop: Desk) -> None:
    """By name or by id."""
    report = shop.done(
        *MAKE, "--account", "Shop 2", "Shop 1", "shop1", *DRAWN, "--json"
    ).json
    names = [one["name"] for one in report["goes_in"]["accounts"]]
    assert names == ["Shop 1", "Shop 2"]


def test_words_of_ones_own_come_from_a_file_or_are_asked_for(shop: Desk) -> None:
    """Agreed on by voice; a short phrase is remarked on."""
    shop.write("own.txt", "on the stairs\n")
    shop.done(*MAKE, *ONE, "--share-passphrase-file", "own.txt")
    opened = ("share", "open", "mina.sparekey", "--passphrase-file", "own.txt")
    shop.done(*opened)
    make = (*MAKE[:4], "asked.sparekey", *OPENS)
    told = shop.done(*make, *ONE, answers=("stairs", "stairs"))
    assert "a short passphrase can be guessed" in told.err
    shop.done("share", "open", "asked.sparekey", answers=("stairs",))


def test_both_passphrases_may_come_on_standard_input(shop: Desk) -> None:
    """The vault's first."""
    make = ("share", "make", "shop.sparekey", "-o", "mina.sparekey", *ONE)
    files = ("--passphrase-file", "-", "--share-passphrase-file", "-")
    shop.done(*make, *files, typed=f"{WORDS}\non the stairs\n".encode())
    shop.done("share", "open", "mina.sparekey", answers=("on the stairs",))


def test_the_vaults_own_words_never_lock_a_share(shop: Desk) -> None:
    """Also where the card opened the vault."""
    before = shop.files()
    for way in (OPENS, ("--code-file", "code.txt")):
        told = shop(*MAKE[:5], *way, *ONE, "--share-passphrase-file", "words.txt")
        assert told.code == 1
        assert "This passphrase opens your vault" in told.err
    assert shop.files() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--expires", "tomorrow"), "“tomorrow” is no day; write it as 2026-03-01"),
        (("--expires", "2026-02-28"), "2026-02-28 is past already"),
        (("--note", "x" * 20_001), "20001 characters; the note of a share holds"),
        (("--note", "half \ud800"), "it holds half a character"),
    ],
)
def test_what_can_not_be_taken_leaves_neither_share_nor_words(
    shop: Desk, words: tuple[str, ...], said: str
) -> None:
    """It says what is wrong."""
    before = shop.files()
    told = shop(*MAKE, *ONE, *DRAWN, *words)
    assert told.code == 1
    assert said in told.err
    assert shop.files() == before


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--all", "--account", "Shop 1"),
        ("--account",),
        ("--all", "--depth", "everything"),
    ],
)
def test_a_choice_that_is_none_is_misuse(
    shop: Desk, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """All or some, one of three depths."""
    with pytest.raises(SystemExit) as ended:
        shop(*MAKE, *words, *DRAWN)
    assert ended.value.code == 2
    assert "usage: sparekey share make" in capsys.readouterr().err


def test_an_unknown_account_makes_no_share(shop: Desk) -> None:
    """And no smaller one."""
    before = shop.files()
    told = shop(*MAKE, "--account", "Shop 1", "Nothing", *DRAWN)
    assert told.code == 1
    assert "There is no account “Nothing”" in told.err
    assert shop.files() == before


def test_a_vault_without_accounts_makes_no_share(desk: Desk) -> None:
    """There is nothing to share, and no words are drawn for it."""
    desk.write("words.txt", WORDS)
    desk.done("new", "shop.sparekey", *OPENS)
    before = desk.files()
    told = desk(*MAKE, "--all", *DRAWN)
    assert told.code == 1
    assert "No account is chosen" in told.err
    assert desk.files() == before


@pytest.mark.parametrize("name", ["mina.sparekey", "mina.txt"])
def test_a_share_never_overwrites(shop: Desk, name: str) -> None:
    """Neither a file nor words that open something else."""
    shop.write(name, "mine")
    before = shop.files()
    told = shop(*MAKE, *ONE, *DRAWN)
    assert told.code == 1
    assert f"{name} is there already" in told.err
    assert shop.files() == before


def test_a_share_and_its_words_never_share_a_file(shop: Desk) -> None:
    """One of the two would be lost."""
    before = shop.files()
    told = shop(*MAKE, *ONE, "--generate", "mina.sparekey")
    assert told.code == 2
    assert "belong in two files" in told.err
    assert shop.files() == before


def test_with_nobody_to_ask_it_says_what_to_give(shop: Desk) -> None:
    """Misuse, not a hang."""
    told = shop(*MAKE, *ONE)
    assert told.code == 2
    assert "--generate FILE" in told.err


def test_generate_and_a_file_do_not_go_together(shop: Desk) -> None:
    """One passphrase."""
    told = shop(*MAKE, *ONE, *DRAWN, "--share-passphrase-file", "words.txt")
    assert told.code == 2


@pytest.mark.parametrize("after", range(2))
@pytest.mark.parametrize("step", ["create", "preallocate", "write", "sync", "link"])
def test_a_full_disk_leaves_neither_share_nor_words(
    shop: Desk, step: str, after: int
) -> None:
    """At the words, at the share: all of it, or nothing."""
    before = shop.files()
    files = FailingFiles(step, after=after)
    told = shop(*MAKE, *ONE, *DRAWN, ports=with_files(shop.ports, files))
    assert files.failed
    assert told.code == 1
    assert "the disk is full" in told.err
    assert shop.files() == before


def test_a_share_that_does_not_open_is_never_handed_out(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a fault of ours, and is said as one."""
    seal = share_make.seal_share
    monkeypatch.setattr(
        share_make,
        "seal_share",
        lambda facts, part, *rest: seal(
            type(facts)(issue=2, made=facts.made, depth=facts.depth), part, *rest
        ),
    )
    before = shop.files()
    told = shop(*MAKE, *ONE, *DRAWN)
    assert told.code == 1
    assert "share-opens-differently" in told.err
    assert shop.files() == before
