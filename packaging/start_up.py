"""How soon the unlock page is drawn, against KeePassXC's in the same minutes.

Both are started by turns on one private screen with a session bus: each with a vault to
unlock, a home folder laid anew, and no question of a first start. Measured from just
before the process is made until the screen looks as it stays; the files are warm.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watched import Screen, private_screen, watch

ROUNDS = 9
GOAL = 0.5  # the first window's issue: at most half of KeePassXC's time
STAY_S = 1.0  # twice what KeePassXC takes from its window to its page, when busy
PROGRAMS = ("Xvfb", "dbus-run-session", "keepassxc", "keepassxc-cli")
QUIET_INI = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true

[GUI]
CheckForUpdates=false
"""
Figures = dict[str, float]


@dataclass(frozen=True)
class Program:
    """What is started: its words, and the home folder that it is given anew."""

    words: list[str]
    laid: Path

    def start(self, screen: Screen, home: Path, bus: str) -> Figures:
        """Start it once and return its figures in seconds."""
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.laid, home)
        (home / "run").mkdir(mode=0o700)
        environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(home / "run"),
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
        }
        start = watch(screen, self.words, environment, STAY_S)
        painted, processor = start.painted()
        return {"mapped": start.mapped, "painted": painted, "processor": processor}


def lacking() -> list[str]:
    """Return the programs without which nothing can be compared."""
    return [name for name in PROGRAMS if not shutil.which(name)]


def compare(folder: Path, rounds: int = ROUNDS) -> dict[str, Figures]:
    """Return the median figures of both programs, in seconds, and their ratios."""
    home = folder / "home"
    programs = {
        "Spare Key": _spare_key(folder, home),
        "KeePassXC": _keepassxc(folder, home),
    }
    runs: dict[str, list[Figures]] = {name: [] for name in programs}
    with private_screen(folder) as screen, _bus() as bus:
        for _ in range(rounds + 1):
            for name, program in programs.items():
                runs[name].append(program.start(screen, home, bus))
    figures = {name: _medians(found[1:]) for name, found in runs.items()}
    ours, theirs = figures.values()
    return {**figures, "ratio": {name: ours[name] / theirs[name] for name in ours}}


def _medians(runs: list[Figures]) -> Figures:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _spare_key(folder: Path, home: Path) -> Program:
    laid = folder / "spare-key"
    laid.mkdir()
    own = [sys.executable, "-m", "ui"]
    made = ["new", "shop.sparekey", "--generate", "words.txt"]
    subprocess.run([*own, *made], cwd=laid, check=True, capture_output=True)
    return Program([*own, str(home / "shop.sparekey")], laid)


def _keepassxc(folder: Path, home: Path) -> Program:
    laid = folder / "keepassxc"
    settings = laid / ".config" / "keepassxc"
    settings.mkdir(parents=True)
    (settings / "keepassxc.ini").write_text(QUIET_INI, encoding="utf-8")
    subprocess.run(
        ["keepassxc-cli", "db-create", "--set-password", "shop.kdbx"],
        cwd=laid,
        check=True,
        capture_output=True,
        input=b"not a secret\nnot a secret\n",
    )
    return Program(["keepassxc", str(home / "shop.kdbx")], laid)


@contextlib.contextmanager
def _bus() -> Iterator[str]:
    """Run a session bus until the block ends, and return where it is."""
    told = "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"  # cat: until its input ends
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", told],
        stdin=pipe,
        stdout=pipe,
        stderr=quiet,
        text=True,
    ) as session:
        yield session.stdout.readline().strip() if session.stdout else ""
        if session.stdin:
            session.stdin.close()
