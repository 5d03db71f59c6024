"""A private screen: an X server, a bus, a home folder, a reader of what is shown."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has gi
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = ("Xvfb", "setxkbmap", "xdotool", "import", "dbus-run-session")
PROGRAMS += (SYSTEM_PYTHON, LAUNCHER)
SIZE = "1280x800x24"
END_S = 5.0  # for a program that was asked to end


@dataclass(frozen=True)
class Screen:
    """A screen with nothing on it, and a home folder with nothing in it."""

    home: Path
    environment: dict[str, str]
    reader: "subprocess.Popen[str]"

    def look(self) -> list[dict[str, object]]:
        """Return every node that programs tell a screen reader about."""
        self.reader.stdin.write("look\n")
        self.reader.stdin.flush()
        return json.loads(self.reader.stdout.readline())


def lacking() -> str:
    """Return what this machine lacks for a screen, in words; empty if nothing."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        return f"no {', '.join(missing)} here; packaging/debian.py names the packages"
    words = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    told = subprocess.run(words, check=False, capture_output=True)
    return "the system's Python has no gi with Atspi" if told.returncode else ""


@contextmanager
def private_screen(home: Path) -> Iterator[Screen]:
    """Bring a screen up for a new user whose home is this (short) folder."""
    environment = _of_a_new_user(home)
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-noreset"]
    server += ["-nolisten", "tcp"]
    with running(server, environment, stdout=subprocess.PIPE) as screen:
        environment["DISPLAY"] = f":{int(screen.stdout.readline())}"
        # Keys for “ü” and the like: what no key bears is lent one for a moment only,
        # and a program that is slow to look finds it bare again.
        subprocess.run(["setxkbmap", "de"], env=environment, check=True)
        with (
            _bus(environment) as address,
            running([LAUNCHER, "--launch-immediately"], environment | address),
            running(
                [SYSTEM_PYTHON, str(READER)],
                environment | address,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            ) as reader,
        ):
            yield Screen(home, environment | address, reader)


def _of_a_new_user(home: Path) -> dict[str, str]:
    """Return the environment of someone who has never started anything."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


@contextmanager
def _bus(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Run a session bus until the block ends, and return where it is."""
    told = "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"  # cat: until its input ends
    words = ["dbus-run-session", "--", "sh", "-c", told]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        words, env=environment, stdin=pipe, stdout=pipe, stderr=nothing, text=True
    ) as session:
        address = session.stdout.readline().strip()
        yield {"DBUS_SESSION_BUS_ADDRESS": address}
        session.stdin.close()


@contextmanager
def running(
    words: list[str], environment: dict[str, str], **pipes: object
) -> "Iterator[subprocess.Popen]":
    """Run a program in its home until the block ends; it is asked to end, then made."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(
        words, env=environment, cwd=environment["HOME"], **(quiet | pipes)
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(END_S)
            except subprocess.TimeoutExpired:
                process.kill()
