"""The one door for tasks: run, test, check, bench, build, setup.

    python3 packaging/dev.py VERB [ARGUMENTS]

Standard library only, the same on every system, safe to run again: each call does all
the set-up it needs and skips what is done. See packaging/README.md.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

import covered
from debian import (
    find_bench_programs,
    find_libraries,
    find_sound,
    find_test_programs,
    has_screen,
    want,
)
from shell import ROOT, answers, call, fail, in_memory, must, say

if TYPE_CHECKING:
    from shell import Word

LOCK = ROOT / "packaging" / "requirements.lock"
FUZZ_LOCK = ROOT / "packaging" / "fuzz.lock"  # apart: nothing else needs it
CAMERA_LOCK = ROOT / "packaging" / "camera.lock"  # the extra `camera`, 60 MB
FUZZ_SECONDS = "60"  # a target
SLOW = "(slow or hypothesis) and not figures"  # laws once more, with more examples
FAST = "not slow and not long and not figures"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "lock.sha256"
OLDEST = (3, 11)
# With SBK_EMBED=0, PySide writes its files beside itself; from then on it reads them.
UNPACK = """
import compileall, pathlib, shiboken6
home = pathlib.Path(shiboken6.__file__).parent / "files.dir"
compileall.compile_dir(home, quiet=1)
"""


def has_venv() -> bool:
    """Tell whether this Python can make an environment (Debian splits it off)."""
    return answers(sys.executable, "-c", "import venv, ensurepip")[0]


def make_environment() -> None:
    """Make .venv from the hash-locked list, unless its stamp says it is the same."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == digest and PYTHON.exists():
        return
    say("setting up .venv (once, about half a minute)")
    shutil.rmtree(VENV, ignore_errors=True)
    if uv := shutil.which("uv"):
        must(uv, "venv", "-q", "--python", sys.executable, VENV)
    else:
        if not has_venv():
            want(["python3-venv", "ca-certificates"], "Python lacks its venv module")
        must(sys.executable, "-m", "venv", VENV)
    install_locked(LOCK)
    must(*installer(), "--no-deps", "--no-build-isolation", "--editable", ROOT)
    unpack_qt_helpers()
    STAMP.write_text(digest)


def installer() -> list[Word]:
    """Return the command that installs into .venv: uv where there is one, else pip."""
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "-q", "--python", PYTHON]
    return [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]


def install_locked(lock: Word) -> None:
    """Install a hash-locked list, wheels only."""
    must(*installer(), "--require-hashes", "--only-binary", ":all:", "-r", lock)


def unpack_qt_helpers() -> None:
    """Unpack and compile PySide's helper files, else it does so at every start."""
    must(PYTHON, "-c", UNPACK, SBK_EMBED="0")


def find_camera() -> bool:
    """Install the extra `camera` where it lacks; False where that can't be."""
    loads: list[Word] = [PYTHON, "-c", "import PySide6.QtMultimedia"]
    if answers(*loads)[0]:
        return True
    say("adding the part for the camera (60 MB)")
    hashed = ("--require-hashes", "--only-binary", ":all:", "--no-deps")
    added = not call(*installer(), *hashed, "-r", CAMERA_LOCK)
    if added and not answers(*loads)[0]:
        find_sound()
    return added and answers(*loads)[0]


def setup(arguments: list[str]) -> None:
    """Do all the set-up and nothing else; --camera: with what reads from one."""
    make_environment()
    find_libraries(PYTHON)
    if "--camera" in arguments and not find_camera():
        fail("the part for the camera does not load; pictures can be read all the same")
    say("ready")


def run(arguments: list[str]) -> None:
    """Start the program; without a screen, say so and run the tour."""
    make_environment()
    find_libraries(PYTHON)
    if arguments or has_screen():
        must(PYTHON, "-m", "ui", *arguments)
        return
    say("no screen here, so no window")
    say("so this is the tour: the main job, start to end, in build/tour")
    must(PYTHON, "-m", "ui", "tour", "build/tour", "--replace")


def test(arguments: list[str]) -> None:
    """Run the tests; --fast: that part; --figures: full counts; --fuzz: by atheris."""
    make_environment()
    find_libraries(PYTHON)
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
    elif "--fuzz" in arguments:
        fuzz([word for word in arguments if word != "--fuzz"])
    elif set(arguments) - {"--fast", "--cover"}:
        must(*pytest, *arguments, **quiet)
    else:
        test_in_parts(arguments)


def test_in_parts(arguments: list[str]) -> None:
    """Run the fast part and, without --fast, the rest; --cover: for coverage, too."""
    pytest: list[Word] = [PYTHON, "-m", "pytest", *covered.RUN]
    quiet = {"QT_QPA_PLATFORM": "offscreen"}
    if "--cover" in arguments:
        say("the fast part and what is long, measured for coverage")
        code = covered.sources()
        words = [covered.MEASURED_PART, *covered.measuring(covered.MEASURED)]
        must(*pytest, *words, **covered.around(covered.MEASURED))
        covered.STAMP.write_text(code)
        rest = SLOW
    else:
        say("the fast part")
        must(*pytest, FAST, HYPOTHESIS_PROFILE="fast", **quiet, **in_memory())
        rest = f"long or {SLOW}"
    if "--fast" not in arguments:
        if not find_camera():
            say("without the part for the camera the tests of films are skipped")
        say("the slow part: real key costs, other programs, laws with more examples")
        must(*pytest, rest, **quiet)


def fuzz(targets: list[str]) -> None:
    """Let atheris drive each target for a minute, or those that are named."""
    if not answers(PYTHON, "-c", "import atheris")[0]:
        install_locked(FUZZ_LOCK)
    drive: list[Word] = [PYTHON, "tests/fuzz/drive.py"]
    there, names = answers(*drive, "--list")
    if not there:
        fail("atheris has wheels for Linux on x86-64 and Python 3.11 to 3.13 only")
    failed = []
    for target in targets or names.split():
        say(f"fuzzing {target}")
        if call(*drive, target, FUZZ_SECONDS):
            failed.append(target)
    if failed:
        fail(f"fuzzing found something: {', '.join(failed)}; see build/fuzz")
    say("fuzzing found nothing")


def check(_: list[str]) -> None:
    """Lint, format, types, floors, sizes, coverage; every finding is a failure."""
    make_environment()
    find_libraries(PYTHON)
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
    find_libraries(PYTHON)
    if "--camera" in arguments:
        if not find_camera():
            fail("no film can be played without the part for the camera")
        must(PYTHON, "packaging/bench_camera.py", QT_QPA_PLATFORM="offscreen")
        return
    if "--paper" in arguments:
        must(PYTHON, "packaging/bench_paper.py")
        return
    find_bench_programs()
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
