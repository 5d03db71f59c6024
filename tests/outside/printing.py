"""A printing system of its own: CUPS in a folder, with a printer that prints to a file.

Its driver is that of cups-pdf, whose own backend is left out: it would write into the
home of whoever prints. What the driver gives is made a PDF by Ghostscript, as there.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.outside.screen import running

DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
PROGRAMS = ("cupsd", "lpadmin", "lp", "lpstat", "gs", "pdftoppm")
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
PRINTER = "Paper"
PATIENCE_S = 60.0  # for a busy machine; a job of nine pages takes two
LOOK_S = 0.05
FOLDERS = """
ServerRoot {home}
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/spool/tmp
AccessLog {home}/access.log
ErrorLog {home}/error.log
PageLog {home}/page.log
FileDevice Yes
"""
RULES = """
LogLevel warn
Listen {socket}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


def lacking() -> str:
    """Return what this machine lacks for printing, in words; empty if nothing."""
    missing = [name for name in PROGRAMS if not shutil.which(name, path=PATH)]
    if missing:
        return f"no {', '.join(missing)} here; packaging/debian.py names the packages"
    return "" if DRIVER.is_file() else "no driver of cups-pdf here"


@dataclass(frozen=True)
class Printing:
    """CUPS with one printer; what it prints lies in a file."""

    home: Path
    around: dict[str, str]

    @property
    def _paper(self) -> Path:
        return self.home / "paper.ps"

    def lp(self, pdf: Path, *options: str) -> None:
        """Print a file as a person does at a terminal."""
        words = [word for option in options for word in ("-o", option)]
        self._run("lp", "-d", PRINTER, *words, str(pdf))

    def by_program(self, script: str, *words: str) -> None:
        """Run Python with this CUPS as its only one."""
        around = self.around | {"PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", script, *words],
            env=around,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr

    def printed(self, pdf: Path) -> None:
        """Wait until all is printed, and make a PDF of it."""
        for _ in self._patience():
            waiting = self._run("lpstat", "-W", "not-completed", "-o")
            if not waiting.strip() and self._paper.exists():
                break
        else:
            pytest.fail(f"not printed: {(self.home / 'error.log').read_text()[-2000:]}")
        quiet = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite")
        self._run("gs", *quiet, f"-sOutputFile={pdf}", str(self._paper))
        self._paper.unlink()

    def _start(self) -> None:
        """Wait until it listens, and put the printer up."""
        for _ in self._patience():
            if "scheduler is running" in self._run("lpstat", "-r"):
                break
        else:
            pytest.skip("the private CUPS does not start here")
        where = f"file:{self._paper}"
        self._run("lpadmin", "-p", PRINTER, "-v", where, "-E", "-P", str(DRIVER))

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            words, env=self.around, check=False, capture_output=True, text=True
        )
        known = words[0] == "lpstat"  # which fails while nobody listens
        assert known or done.returncode == 0, done.stderr
        return done.stdout

    def _patience(self) -> Iterator[None]:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            yield
            time.sleep(LOOK_S)


@contextmanager
def private_printing(home: Path) -> Iterator[Printing]:
    """Run CUPS in this (short) folder until the block ends."""
    listens = home / "cups.sock"
    for name in ("spool/tmp", "cache", "state", "ppd"):
        (home / name).mkdir(parents=True)
    files, rules = home / "files.conf", home / "cupsd.conf"
    files.write_text(FOLDERS.format(home=home), "ascii")
    rules.write_text(RULES.format(socket=listens), "ascii")
    around = {
        "PATH": PATH,
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "CUPS_SERVER": str(listens),
    }
    words = ["cupsd", "-f", "-c", str(rules), "-s", str(files)]
    quiet = subprocess.DEVNULL
    with running(words, around, stdout=quiet, stderr=quiet):
        printing = Printing(home, around)
        printing._start()
        yield printing
