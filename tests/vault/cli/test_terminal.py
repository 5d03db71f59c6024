"""What reaches a terminal, and what happens where nothing does."""

import getpass
import io
import sys

import pytest

from tests.fakes import a_terminal, noted, said
from vault.cli.terminal import ReportLost, Terminal, shown, system_terminal


class Full(io.StringIO):
    """A standard output on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


class Gone(io.StringIO):
    """A pipe whose reader has left."""

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


def a_terminal_on(out: io.StringIO) -> Terminal:
    return Terminal(out, io.StringIO(), io.BytesIO(), interactive=False)


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x07", "\u202e", "\u2066", "\x9b", "\n"])
def test_nothing_that_a_record_holds_is_obeyed(mark: str) -> None:
    """Colours, bells and turned writing are shown as what they are: foreign."""
    assert mark[0] not in shown(f"a{mark}b")
    terminal = a_terminal()
    terminal.say(f"a{mark}b")
    terminal.note(f"a{mark}b")
    assert mark[0] not in said(terminal).rstrip("\n")
    assert mark[0] not in noted(terminal).rstrip("\n")


def test_letters_of_every_language_stay_as_they_are() -> None:
    """Only what a terminal would obey is replaced."""
    assert shown("Kiln 陶 가마 شارع é 🏺") == "Kiln 陶 가마 شارع é 🏺"


def test_a_report_that_is_lost_is_said_to_be() -> None:
    """A full disk behind `>` is not a failure of the command itself."""
    terminal = a_terminal_on(Full())
    with pytest.raises(ReportLost):
        terminal.say("line")
    with pytest.raises(ReportLost):
        terminal.flush()


def test_a_reader_that_has_left_is_no_lost_report() -> None:
    """`head` has seen enough."""
    terminal = a_terminal_on(Gone())
    with pytest.raises(BrokenPipeError):
        terminal.say("line")
    with pytest.raises(BrokenPipeError):
        terminal.flush()


def test_progress_is_shown_to_a_person_and_wiped() -> None:
    """A script sees nothing of it."""
    watched = Terminal(io.StringIO(), io.StringIO(), io.BytesIO(), interactive=True)
    watched.progress("read", 0, 5)
    assert "read 1 of 5" in noted(watched)
    watched.clear()
    assert noted(watched).endswith("\r")
    script = a_terminal()
    script.progress("read", 0, 5)
    assert noted(script) == ""


def test_a_secret_is_asked_for_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, so that a report can be piped."""
    asked: list[tuple[str, object]] = []

    def answer(question: str, stream: object) -> str:
        asked.append((question, stream))
        return "words"

    monkeypatch.setattr(getpass, "getpass", answer)
    terminal = a_terminal_on(io.StringIO())
    assert terminal.ask_secret("Passphrase") == "words"
    assert asked == [("Passphrase: ", terminal.err)]


def test_the_process_own_terminal_survives_letters_it_can_not_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They are written as escapes there."""

    class Source:
        buffer = io.BytesIO()

        def isatty(self) -> bool:
            return False

    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    monkeypatch.setattr(sys, "stdin", Source())
    terminal = system_terminal()
    terminal.say("陶")
    terminal.flush()
    assert not terminal.interactive
    assert out.buffer.getvalue() == b"\\u9676\n"
