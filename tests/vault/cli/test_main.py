"""From words to an exit code: help, interrupts, pipes, terminals of all sorts."""

import io
import json
import os
import shlex
import subprocess
import sys

import pytest

from tests.desk import OPENS, WORDS, Desk
from tests.fakes import a_terminal
from vault.app import edit
from vault.cli import main
from vault.cli.main import COMMANDS, run
from vault.cli.parser import parse
from vault.errors import BrokenInvariant

GROUPS = ("", "kit", "share")
HELPED = ["tour", *GROUPS, *COMMANDS]


def example_of(text: str) -> str:
    (line,) = [one for one in text.splitlines() if one.startswith("Example: ")]
    return line.removeprefix("Example: ")


@pytest.mark.parametrize("words", HELPED)
def test_every_command_has_help(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 0 and says something."""
    with pytest.raises(SystemExit) as ended:
        parse([*words.split(), "--help"])
    assert ended.value.code == 0
    assert "usage: sparekey" in capsys.readouterr().out


@pytest.mark.parametrize("words", [one for one in HELPED if one not in GROUPS])
def test_every_help_has_an_example_that_is_understood(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands there can be typed."""
    with pytest.raises(SystemExit):
        parse([*words.split(), "--help"])
    program, *rest = shlex.split(example_of(capsys.readouterr().out))
    options = parse(rest)
    assert program == "sparekey"
    assert options.command == words.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    "words", [(), ("fly",), ("kit",), ("list",), ("list", "v", "--fly"), ("kit", "x")]
)
def test_misuse_ends_with_2_and_a_usage_line(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is touched."""
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
    assert "usage: sparekey" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["--passphrase", "--code"])
def test_no_option_takes_a_secret_itself(shop: Desk, name: str) -> None:
    """An abbreviation may stand for the option that names a file, and only that."""
    before = shop.files()
    told = shop("list", "shop.sparekey", name, WORDS)
    assert told.code == 1
    assert shop.files() == before


def test_a_refusal_as_json_is_one_value(shop: Desk) -> None:
    """Class, title, what happened, what to do."""
    told = shop("list", "shop.sparekey", "--json", "--passphrase-file", "f")
    assert told.code == 1
    assert set(told.json) == {"error", "title", "happened", "advice"}
    assert told.json["error"] == "FileTrouble"


ACTS = [
    ("add", "shop.sparekey", "account", "--name", "X", *OPENS),
    ("kit", "make", "shop.sparekey", "-o", "k.pdf", "--card", "c.pdf", *OPENS),
    ("export", "shop.sparekey", "o.json", "--yes", *OPENS),
    ("new", "new.sparekey", "--generate", "new.txt"),
    ("share", "make", "shop.sparekey", "-o", "s", "--all", "--generate", "w", *OPENS),
]


@pytest.mark.parametrize("step", ["create", "write", "sync", "read", "link"])
@pytest.mark.parametrize("words", ACTS, ids=[" ".join(one[:2]) for one in ACTS])
@pytest.mark.usefixtures("quick")
def test_ctrl_c_leaves_everything_as_it_was(
    shop: Desk, words: tuple[str, ...], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was being written."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = shop.files()
    monkeypatch.setattr(shop.ports.files, step, interrupted)
    told = shop(*words)
    monkeypatch.undo()
    assert told.code == 130
    assert told.err.endswith("sparekey: stopped; nothing was changed.\n")
    assert shop.files() == before


def test_a_fault_of_the_program_is_said_as_one(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a traceback, and nothing is written."""

    def broken(*_: object) -> None:
        raise BrokenInvariant("moon")

    monkeypatch.setattr(edit, "adding", broken)
    before = shop.files()
    told = shop("add", "shop.sparekey", "account", "--name", "X", *OPENS)
    assert told.code == 1
    assert "Spare Key broke a rule of its own: moon." in told.err
    assert shop.files() == before


def test_a_fault_is_told_without_what_was_worked_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python's own words would print it, and a script would keep them in a log."""

    def broken(*_: object) -> int:
        raise ValueError(WORDS)

    monkeypatch.setattr(main, "run", broken)
    assert main.main(["list", "shop.sparekey"]) == 1
    told = capsys.readouterr().err
    assert "ValueError in broken" in told
    assert not set(WORDS.split()) & set(told.split())


def test_main_takes_the_words_of_the_process(
    shop: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the real disk."""
    monkeypatch.setattr(sys, "argv", ["sparekey", "info", "shop.sparekey", "--json"])
    assert main.main() == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "vault"


def process(shop: Desk, *words: str, **given: object) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(one for one in sys.path if one)
    surroundings = {**os.environ, "PYTHONPATH": path, **given.pop("env", {})}
    return subprocess.Popen(
        [sys.executable, "-m", "vault", *words],
        cwd=shop.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=surroundings,
        **given,
    )


@pytest.mark.parametrize("accounts", [3, 3000])
def test_a_reader_that_has_seen_enough_is_no_fault(shop: Desk, accounts: int) -> None:
    """As in `sparekey list V | head -0`: no traceback, also at the very end."""
    name = shop.write(
        "many.csv",
        "Platform;Name\n"
        + "".join(f"Etsy;Shop number {n}\n" for n in range(3, accounts)),
    )
    if accounts > 3:
        shop.done("import", "shop.sparekey", name, *OPENS)
    with process(shop, "list", "shop.sparekey", *OPENS) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        said = listing.stderr.read().decode()
    assert "Traceback" not in said
    assert "Error" not in said


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_terminal_without_chinese_gets_another_spelling(
    shop: Desk, more: tuple[str, ...]
) -> None:
    """No traceback; and what is JSON stays JSON."""
    add = ("add", "shop.sparekey", "account", "--name", "Café 深圳 🔑", *OPENS)
    shop.done(*add)
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    listed = process(shop, "list", "shop.sparekey", *OPENS, *more, env=ascii_only)
    out, err = listed.communicate()
    assert (listed.returncode, err) == (0, b"")
    assert out.isascii()
    if more:
        names = {one["name"] for one in json.loads(out)["accounts"]}
        assert "Café 深圳 🔑" in names
    else:
        assert b"Caf\\xe9 \\u6df1" in out


def test_a_name_of_a_file_that_is_no_utf_8_is_said_all_the_same(shop: Desk) -> None:
    """Linux allows any bytes in a name."""
    listed = process(shop, "info", os.fsdecode(b"caf\xe9.sparekey"))
    _, err = listed.communicate()
    assert listed.returncode == 1
    assert b"there is no such file" in err
    assert b"Traceback" not in err


def test_progress_is_wiped_before_words_come(shop: Desk) -> None:
    """Where somebody watches."""
    terminal = a_terminal(b"", answers=(WORDS,))
    terminal.progress("draw", 0, 3)
    terminal.note("done")
    assert isinstance(terminal.err, io.StringIO)
    shown = terminal.err.getvalue()
    assert "draw 1 of 3" in shown
    assert shown.endswith("\rdone\n")
    assert run(["info", "shop.sparekey"], shop.ports, terminal) == 0
