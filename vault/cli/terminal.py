"""Where a command reads and writes; handed in, so that a test can be a terminal.

Reports go to standard output; questions, progress and errors to standard error, so
that a report can be piped.
"""

import codecs
import getpass
import json
import re
import sys
from dataclasses import dataclass, field
from typing import BinaryIO, TextIO

# Controls, and marks that turn the direction of writing: a name may hold them, a
# terminal would obey them.
_OBEYED = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


class ReportLost(Exception):
    """The report could not be written; what the command had to do is another matter."""


def shown(line: str) -> str:
    """Return a line in which nothing is obeyed by a terminal."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", line)


@dataclass
class Terminal:
    """One terminal: its three streams, and whether a person sits there."""

    out: TextIO
    err: TextIO
    source: BinaryIO
    interactive: bool
    as_json: bool = False
    _progress_shown: bool = field(default=False, init=False)

    def say(self, line: str = "") -> None:
        """Write one line of a report for people."""
        if not self.as_json:
            self._write(shown(line) + "\n")

    def report(self, value: object) -> None:
        """Write the report for programs; for people it is said line by line."""
        if self.as_json:
            ascii_only = not _is_utf_8(self.out)  # \xe9 would be no JSON
            text = json.dumps(value, ensure_ascii=ascii_only, indent=2, sort_keys=True)
            self._write(text + "\n")

    def _write(self, text: str) -> None:
        try:
            self.out.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise ReportLost from error

    def flush(self) -> None:
        """Bring the report out; `ReportLost` where that can't be done."""
        try:
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise ReportLost from error

    def note(self, line: str) -> None:
        """Write one line beside the report: a warning, an error."""
        self.clear()
        print(shown(line), file=self.err)

    def progress(self, what: str, done: int, total: int) -> None:
        """Show what long work is at, where somebody watches."""
        if self.interactive:
            self.clear()
            print(f"{what} {done + 1} of {total}", end="\r", file=self.err, flush=True)
            self._progress_shown = True

    def clear(self) -> None:
        """Wipe the line of progress."""
        if self._progress_shown:
            print(" " * 60, end="\r", file=self.err, flush=True)
            self._progress_shown = False

    def ask_secret(self, question: str) -> str:
        """Ask for something that must not be seen on the screen."""
        self.clear()
        return getpass.getpass(f"{question}: ", stream=self.err)

    def confirm(self, question: str) -> bool:
        """Ask for yes or no; no where nobody sits there."""
        if not self.interactive:
            return False
        print(f"{question} [y/N] ", end="", file=self.err, flush=True)
        return self.line().strip().lower() in (b"y", b"yes")

    def ask(self, question: str) -> str:
        """Ask for a word that may be seen."""
        self.clear()
        print(f"{question}: ", end="", file=self.err, flush=True)
        return self.line().decode(errors="replace")

    def line(self) -> bytes:
        """Read one line of standard input, its end left out."""
        return self.source.readline().rstrip(b"\n").removesuffix(b"\r")

    def rest(self, limit_bytes: int) -> bytes:
        """Read what is left of standard input, at most one byte more than the limit."""
        return self.source.read(limit_bytes + 1)


def _is_utf_8(stream: TextIO) -> bool:
    """Tell whether a stream writes every character; one in memory has no encoding."""
    encoding = stream.encoding
    return not encoding or codecs.lookup(encoding).name == "utf-8"


def system_terminal() -> Terminal:
    """Return the terminal that this process was started from."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without UTF-8
    watched = sys.stdin.isatty() and sys.stderr.isatty()
    return Terminal(sys.stdout, sys.stderr, sys.stdin.buffer, watched)
