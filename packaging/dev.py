"""The one door for tasks: run, test, check, bench, build, setup.

    python3 packaging/dev.py VERB [ARGUMENTS]

Standard library only, the same on every system, safe to run again: each call does all
the set-up it needs and skips what is done. See packaging/README.md.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "lock.sha256"
OLDEST = (3, 11)

# Shared libraries that Qt loads, and the Debian package that brings each (SETUP: read
# off a bare bookworm). The first that fails hides the next, so all are looked up.
QT_LIBRARIES = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "xkbcommon": "libxkbcommon0",
    "glib-2.0": "libglib2.0-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
}
# What some tests call as a stranger would: a second rasteriser, a second QR reader.
TEST_PROGRAMS = {"pdftoppm": "poppler-utils", "zbarimg": "zbar-tools"}


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(f"dev: {text}", flush=True)


def fail(text: str) -> None:
    """End with exit code 1 and one sentence."""
    sys.exit(f"dev: {text}")


Word = str | Path


def call(*command: Word, **environment: str) -> int:
    """Run a command in the project's root and return its exit code."""
    words = [str(word) for word in command]
    return subprocess.call(words, cwd=ROOT, env={**os.environ, **environment})


def must(*command: Word, **environment: str) -> None:
    """Run a command and end with its exit code where that is not 0."""
    if code := call(*command, **environment):
        say(f"failed: {' '.join(map(str, command))}")
        sys.exit(code)


def apt(packages: list[str], why: str) -> None:
    """Install Debian packages where that is allowed, else name them in one line."""
    line = f"apt-get install {' '.join(packages)}"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (root and shutil.which("apt-get")):
        fail(f"{why}. On Debian or Ubuntu: sudo {line}")
    say(f"{why}: {line}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    must("apt-get", "update", "-q", **quiet)
    must(
        "apt-get", "install", "-q", "-y", "--no-install-recommends", *packages, **quiet
    )


def has_venv() -> bool:
    """Tell whether this Python can make an environment (Debian splits it off)."""
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def make_environment() -> None:
    """Make .venv from the hash-locked list, unless its stamp says it is the same."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == digest and PYTHON.exists():
        return
    say("setting up .venv (once, about half a minute)")
    shutil.rmtree(VENV, ignore_errors=True)
    locked: list[Word] = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    if uv := shutil.which("uv"):
        must(uv, "venv", "-q", "--python", sys.executable, VENV)
        install: list[Word] = [uv, "pip", "install", "-q", "--python", PYTHON]
    else:
        if not has_venv():
            apt(["python3-venv", "ca-certificates"], "Python lacks its venv module")
        must(sys.executable, "-m", "venv", VENV)
        install = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    must(*install, *locked)
    must(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    STAMP.write_text(digest)


def qt_loads() -> bool:
    """Tell whether Qt's drawing library finds every shared library it wants."""
    probe = [str(PYTHON), "-c", "import PySide6.QtGui, PySide6.QtWidgets"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def find_libraries() -> None:
    """On Linux, make sure that Qt loads; install or name exactly what is missing."""
    if not sys.platform.startswith("linux") or qt_loads():
        return
    missing = [
        p for lib, p in QT_LIBRARIES.items() if not ctypes.util.find_library(lib)
    ]
    apt(missing or list(QT_LIBRARIES.values()), "Qt lacks system libraries")
    if not qt_loads():
        fail("Qt still does not load; run .venv/bin/python -c 'import PySide6.QtGui'")


def find_test_programs() -> None:
    """Install what the tests call from outside, as root on Debian; else they skip."""
    missing = [p for name, p in TEST_PROGRAMS.items() if not shutil.which(name)]
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if missing and root and shutil.which("apt-get"):
        apt(missing, "tests want a second PDF and QR reader")
    elif missing:
        say(f"without {', '.join(missing)} some tests are skipped")


def setup(_: list[str]) -> None:
    """Do all the set-up and nothing else."""
    make_environment()
    find_libraries()
    say("ready")


def has_screen() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def run(arguments: list[str]) -> None:
    """Start the program; without a screen, say so and run the tour."""
    make_environment()
    find_libraries()
    if arguments:
        must(PYTHON, "-m", "ui", *arguments)
        return
    say("no screen here" if not has_screen() else "the window is not built yet")
    say("so this is the tour: the main job, start to end, in build/tour")
    must(PYTHON, "-m", "ui", "tour", "build/tour", "--replace")


def test(arguments: list[str]) -> None:
    """Run the tests: the fast part, then the slow; with --figures the full counts."""
    make_environment()
    find_libraries()
    find_test_programs()
    pytest: list[Word] = [
        PYTHON,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "worksteal",
    ]
    quiet = {"QT_QPA_PLATFORM": "offscreen"}
    if "--figures" in arguments:
        rest = [word for word in arguments if word != "--figures"]
        figures = {**quiet, "HYPOTHESIS_PROFILE": "figures"}
        must(*pytest, "-m", "figures", "--timeout", "7200", *rest, **figures)
        return
    if arguments:
        must(*pytest, *arguments, **quiet)
        return
    say("the fast part")
    must(*pytest, "-m", "not slow and not figures", **quiet)
    say("the slow part: real key costs, other programs, whole commands")
    must(*pytest, "-m", "slow", **quiet)


def check(_: list[str]) -> None:
    """Lint, format, types, floors, sizes, coverage; every finding is a failure."""
    make_environment()
    find_libraries()
    commands: dict[str, list[Word]] = {
        "ruff": [PYTHON, "-m", "ruff", "check", "."],
        "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy"],
        "floors": [BIN / "lint-imports", "--no-cache"],
        "sizes": [PYTHON, "-m", "pytest", "-q", "tests/test_house.py"],
        "coverage": [PYTHON, "packaging/covered.py"],
    }
    failed = [name for name, command in commands.items() if call(*command)]
    if failed:
        fail(f"check found something in: {', '.join(failed)}")
    say("check found nothing")


def bench(arguments: list[str]) -> None:
    """Measure, and print figures as ratios to a reference of the same run."""
    make_environment()
    must(PYTHON, "packaging/bench.py", *arguments)


def build(_: list[str]) -> None:
    """Build the wheel, then install it apart and open a vault with it."""
    make_environment()
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    must(PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", dist)
    must(PYTHON, "packaging/smoke.py", dist)


VERBS = {f.__name__: f for f in (run, test, check, bench, build, setup)}


def main() -> None:
    """Look the verb up and do it."""
    if sys.version_info < OLDEST:
        fail("Spare Key needs Python 3.11 or later: install it and use it here.")
    if not sys.argv[1:] or sys.argv[1] not in VERBS:
        words = "".join(f"\n  {name:6} {f.__doc__}" for name, f in VERBS.items())
        sys.exit(f"usage: python3 packaging/dev.py VERB [ARGUMENTS]{words}")
    VERBS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
