"""Commands run in the project's root, and one line at a time said about them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # an older Python must come as far as dev.py's sentence about it
    Word = str | Path

ROOT = Path(__file__).resolve().parent.parent


# Where the environment forbids it, every start of a process compiles all there is anew:
# a third of the fast tests' time, and more of those that start whole commands.
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}

# The tests save thousands of vaults, each safely: half their time is a disk's. Where
# Linux offers memory as a folder, they lie there; the slow part tries the disk.
MEMORY = Path("/dev/shm")  # noqa: S108 - not guessed: a run makes its own below
MEMORY_BYTES = 1 << 30  # several times what a run leaves


def in_memory() -> dict[str, str]:
    """Return the variable that puts temporary files into memory, where that can be."""
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        return {}
    room = shutil.disk_usage(MEMORY).free >= MEMORY_BYTES
    return {"TMPDIR": str(MEMORY)} if room else {}


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(f"dev: {text}", flush=True)


def fail(text: str) -> None:
    """End with exit code 1 and one sentence."""
    sys.exit(f"dev: {text}")


def call(*command: Word, **environment: str) -> int:
    """Run a command in the project's root and return its exit code."""
    words = [str(word) for word in command]
    whole = {**os.environ, **COMPILED_ONCE, **environment}
    return subprocess.call(words, cwd=ROOT, env=whole)


def must(*command: Word, **environment: str) -> None:
    """Run a command and end with its exit code where that is not 0."""
    if code := call(*command, **environment):
        say(f"failed: {' '.join(map(str, command))}")
        sys.exit(code)


def answers(*command: Word) -> tuple[bool, str]:
    """Run a command unseen; return whether it ended well, and what it printed."""
    words = [str(word) for word in command]
    ended = subprocess.run(words, check=False, capture_output=True, text=True)
    return ended.returncode == 0, ended.stdout
