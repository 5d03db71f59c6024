"""What holds secrets can't be read or traced by its user's other programs.

Seen from outside: a process is started, and another one of the same user tries.
"""

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from vault.hardening import give_back, harden

ROOT = Path(__file__).parents[2]
PATTERN = Path("/proc/sys/kernel/core_pattern")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
# What each process of the program begins with; then it waits to be looked at.
OPEN = "print('ready', flush=True); input()"
HARDENED = "from vault.hardening import harden; harden()"
SHUT = f"{HARDENED}; {OPEN}"
SHOWN = 'import os; os.system("grep core /proc/self/limits")'
CORES_LIE_HERE = PATTERN.exists() and PATTERN.read_text("ascii")[:1] not in "|/"
WINDOW = f"""
import sys
sys.argv = ["sparekey"]
import ui.__main__ as start
def shown(words):
    {OPEN}
sys.modules["ui.window"] = type(sys)("ui.window")
sys.modules["ui.window"].main = shown
start.main()
"""
COMMANDS = f"""
import sys
import vault.cli.main as start
def ran(*_):
    {OPEN}
start.run = ran
start.main(["info"])
"""
CHILD = f"""
from types import SimpleNamespace
from vault.crypto.kdf import _work
def asked():
    {OPEN}
_work(SimpleNamespace(recv_bytes=asked), None)
"""
# Starts a program, as a debugger would, and tries to read its memory and to trace it;
# prints what it could do.
ATTACK = """
import ctypes, subprocess, sys
pipe = subprocess.PIPE
words = [sys.executable, "-c", sys.argv[1]]
program = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)
assert program.stdout.readline() == "ready\\n"
try:
    line = next(one for one in open(f"/proc/{program.pid}/maps") if " rw-p " in one)
    memory = open(f"/proc/{program.pid}/mem", "rb")
    memory.seek(int(line.split("-")[0], 16))
    print("read" if memory.read(16) else "")
except OSError:
    pass
PTRACE_SEIZE = 0x4206
ptrace = ctypes.CDLL(None).ptrace
ptrace.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
if ptrace(PTRACE_SEIZE, program.pid, None, None) == 0:
    print("traced")
program.kill()
"""


def as_any_user() -> None:
    """Take from root, before a program starts, what lets it trace everybody."""
    capability_drop, trace = 24, 19
    if ctypes.CDLL(None).prctl(capability_drop, trace, 0, 0, 0):
        raise PermissionError


def attacked(code: str) -> set[str]:
    """Return what its own user's debugger could do to a program."""
    tried = subprocess.run(
        [sys.executable, "-c", ATTACK, code],
        cwd=ROOT,
        preexec_fn=as_any_user if os.geteuid() == 0 else None,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(tried.stdout.split())


@LINUX
def test_an_open_program_is_read_and_traced() -> None:
    """Else the test below would say nothing."""
    assert attacked(OPEN) == {"read", "traced"}


@LINUX
@pytest.mark.parametrize(
    "code", [SHUT, WINDOW, COMMANDS, CHILD], ids=["alone", "window", "command", "child"]
)
def test_no_program_of_the_same_user_reads_or_traces_it(code: str) -> None:
    """The window, the command line and the child that derives keys."""
    assert attacked(code) == set()


@LINUX
def test_an_abort_leaves_no_core(tmp_path: Path) -> None:
    """Though the shell before it allows one of any size."""
    aborts = "import os; os.abort()"
    shell = "ulimit -c unlimited 2>/dev/null; grep core /proc/self/limits; exec "
    limits = {}
    for name, code in (("open", aborts), ("shut", f"{HARDENED}; {SHOWN}; {aborts}")):
        folder = tmp_path / name
        folder.mkdir()
        ended = subprocess.run(
            ["/bin/sh", "-c", f"{shell} {sys.executable} -c '{code}'"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == -signal.SIGABRT
        limits[name] = ended.stdout.splitlines()
    allowed, left = limits["shut"]
    assert left.split()[4:6] == ["0", "0"]
    assert list((tmp_path / "shut").iterdir()) == []
    if allowed.split()[4] != "0" and CORES_LIE_HERE:
        assert list((tmp_path / "open").iterdir()) != []


class Library:
    """Stands for a system's library, and notes what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def load(self, name: str | None) -> SimpleNamespace:
        def noted(function: str) -> Any:  # noqa: ANN401 - any function of a library
            return lambda *words: self.asked.append((name, function, *words))

        names = ("prctl", "ptrace", "SetErrorMode")
        return SimpleNamespace(**{one: noted(one) for one in names})


@pytest.mark.parametrize(
    ("system", "asked"),
    [
        ("linux", [(None, "prctl", 4, 0, 0, 0, 0)]),
        ("darwin", [(None, "ptrace", 31, 0, None, 0)]),
        ("win32", [("kernel32", "SetErrorMode", 3)]),
        ("plan9", []),
    ],
)
def test_each_system_is_asked_in_its_words(
    system: str, asked: list[tuple[object, ...]], calm: None
) -> None:
    """Once, and none but its own."""
    library = Library()
    harden(system, {}, library.load)
    assert library.asked == asked


@pytest.mark.parametrize("box", ["FLATPAK_ID", "SNAP"])
def test_in_a_box_the_dialogs_for_files_go_on_working(box: str, calm: None) -> None:
    """They come from a service that has to see who asks."""
    library = Library()
    harden("linux", {box: "x"}, library.load)
    assert library.asked == []


def test_a_system_that_refuses_is_no_reason_to_end(
    calm: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No such library, no such function, no such limit."""

    def missing(_: str | None) -> object:
        raise OSError

    harden("win32", {}, missing)
    harden("linux", {}, lambda _: object())
    monkeypatch.setitem(sys.modules, "resource", None)
    harden("plan9", {})


@pytest.fixture
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the limits of the process that runs the tests as they are."""
    if sys.platform != "win32":
        monkeypatch.setattr("resource.setrlimit", lambda *_: None)


@pytest.mark.parametrize(
    ("system", "asked"), [("linux", [0]), ("darwin", []), ("win32", [])]
)
def test_freed_memory_is_handed_back(system: str, asked: list[int]) -> None:
    """The GNU library is asked to keep nothing of it."""
    trimmed: list[int] = []
    library = SimpleNamespace(malloc_trim=trimmed.append)
    give_back(system, lambda _: library)
    assert trimmed == asked


def test_a_library_that_keeps_no_memory_is_left_alone() -> None:
    """Others have no such function; nothing is said."""
    give_back("linux", lambda _: SimpleNamespace())
