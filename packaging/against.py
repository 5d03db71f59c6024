"""What KeePassXC and Spare Key take for the same acts on the same data, by turns.

Each side is one process that holds its vault open and is told line by line what to do:
`keepassxc-cli open`, and own_side.py. Time is taken from outside, from the line that is
sent to the prompt that comes back; and beside it the processor time of that process,
which is steady on a busy machine and knows nothing of waiting for a disk. No process
start is in it, and no key derivation: KeePassXC's file asks for a single round of
AES and ours is opened by its code.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple, Self

from kdbx import kdbx
from same_data import entries_of, make_vault

PROGRAM = "keepassxc-cli"
PASSWORD = "measured"  # noqa: S105 - of a sample
WORD = "blue"  # in the notes of one account in six
ROUNDS = {100: 9, 1000: 7}
FEWEST_ROUNDS = 5
FLIPS = 8
SEED = 20261123


class Took(NamedTuple):
    """What an act took, in seconds; of memory, what is held, in MiB, twice."""

    wall: float
    processor: float

    def __add__(self, other: object) -> Took:
        """Take two acts as one."""
        if not isinstance(other, Took):
            return NotImplemented
        return Took(self.wall + other.wall, self.processor + other.processor)


Runs = dict[str, list[Took]]


class Goal(NamedTuple):
    """What a ratio may be at most; from `many` accounts on, `at_many`."""

    most: float
    at_many: float
    many: int = 10_000

    def at(self, accounts: int) -> float:
        """Return what it may be at that many accounts."""
        return self.at_many if accounts >= self.many else self.most


GOALS = {
    "open": Goal(0.1, 0.1),
    "save": Goal(0.1, 0.2),
    "search, first": Goal(0.1, 0.1),
    "search, next": Goal(0.1, 0.1),
    "memory": Goal(0.75, 0.75),
}


@dataclass
class Side:
    """One program with its vault; started, told what to do, ended."""

    words: list[str]
    secret: str
    asks: bytes  # what it prints before it reads the secret
    prompt: bytes  # and after each act
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            self.words, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT
        )
        self._until(self.asks)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process and self.process.stdin and self.process.stdout:
            with suppress(BrokenPipeError):  # it has ended by itself
                self.process.stdin.close()
            self.process.stdout.close()
            self.process.wait()

    def open(self) -> Took:
        """Hand in the secret; return what it takes until the vault is open."""
        return self.say(self.secret)

    def say(self, line: str) -> Took:
        """Have one act done; return what it took. EOFError where the program ends."""
        if not self.process or not self.process.stdin:
            raise EOFError
        clock = (~self.process.pid << 3) | 2  # Linux: a process's processor time
        worked, began = time.clock_gettime(clock), time.perf_counter()
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        self._until(self.prompt)
        wall = time.perf_counter() - began
        return Took(wall, time.clock_gettime(clock) - worked)

    def memory(self) -> Took:
        """Return what the process holds in memory, in MiB."""
        number = self.process.pid if self.process else 0
        lines = Path(f"/proc/{number}/status").read_text(encoding="ascii").splitlines()
        held = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
        return Took(int(held) / 1024, int(held) / 1024)

    def _until(self, end: bytes) -> None:
        got = b""
        while not got.endswith(end):
            if not self.process or not self.process.stdout:
                raise EOFError
            more = os.read(self.process.stdout.fileno(), 1 << 16)
            if not more:
                raise EOFError
            got = (got + more)[-1000:]


def ours(path: Path, code: str) -> Side:
    """Return our side."""
    own = str(Path(__file__).with_name("own_side.py"))
    return Side([sys.executable, own, str(path)], code, b"code: ", b"own> ")


def theirs(path: Path) -> Side:
    """Return KeePassXC's side."""
    prompt = f"{path.name}> ".encode()
    return Side([PROGRAM, "open", str(path)], PASSWORD, b": ", prompt)


def lacking() -> bool:
    """Tell whether there is nothing to compare with."""
    return shutil.which(PROGRAM) is None


def compare(folder: Path, accounts: int) -> list[dict[str, object]]:
    """Return a row for each act at one size; without KeePassXC only our figures."""
    own, other = folder / "v.sparekey", folder / "v.kdbx"
    vault = make_vault(own, accounts)
    other.write_bytes(kdbx(entries_of(vault), PASSWORD))
    title = next(iter(vault.accounts.values())).name
    sides: dict[str, tuple[Side, str, str]] = {
        "own": (ours(own, vault.vault_code), "edit {}", "lock")
    }
    if not lacking():
        edit = f'edit --notes {{}} "{title}"'
        sides["other"] = (theirs(other), edit, "")
    runs: dict[str, Runs] = {name: {} for name in sides}
    for number in range(ROUNDS.get(accounts, FEWEST_ROUNDS) + 1):
        for name, (side, edit, lock) in sides.items():
            found = _measured(side, edit.format(f"changed-{number}"), lock)
            if number:  # the first round only warms the files
                for act, value in found.items():
                    runs[name].setdefault(act, []).append(value)
    sound = {"own": ours(own, vault.vault_code)}
    if not lacking():
        sound["other"] = theirs(other)
    healed = {name: flips(side) for name, side in sound.items()}
    rows = [_row(accounts, act, runs) for act in runs["own"]]
    return [*rows, {"accounts": accounts, "act": "one bit flipped", **healed}]


def _measured(side: Side, edit: str, lock: str) -> dict[str, Took]:
    """Open, search twice, look at the memory, save, lock: one round of one side."""
    with side:
        found = {
            "open": side.open(),
            "search, first": side.say(f"search {WORD}"),
            "search, next": side.say(f"search {WORD}"),
            "memory": side.memory(),
            "save": side.say(edit),
        }
        if lock:  # a large file gets its parity here: it belongs to the save
            found["save"] = found["save"] + side.say(lock)
        return found


def _row(accounts: int, act: str, runs: dict[str, Runs]) -> dict[str, object]:
    """Return medians, and the ratio with its least and greatest of all rounds."""
    own = runs["own"][act]
    row: dict[str, object] = {
        "accounts": accounts,
        "act": act,
        "own": _middle(own).wall,
        "unit": "MiB" if act == "memory" else "s",
        "goal": GOALS[act].at(accounts),
    }
    if "other" in runs:
        other = runs["other"][act]
        each = [mine.wall / its.wall for mine, its in zip(own, other, strict=True)]
        ours_, theirs_ = _middle(own), _middle(other)
        row |= {
            "other": theirs_.wall,
            "ratio": ours_.wall / theirs_.wall,
            "least": min(each),
            "greatest": max(each),
            "processor": ours_.processor / theirs_.processor,
        }
    return row


def _middle(runs: list[Took]) -> Took:
    return Took(
        statistics.median(one.wall for one in runs),
        statistics.median(one.processor for one in runs),
    )


def flips(side: Side) -> str:
    """Flip one bit at each of some places in turn; return how many files opened."""
    path = Path(side.words[-1])
    sound, random = path.read_bytes(), Random(SEED)  # noqa: S311 - a sample of places
    opened = 0
    for _ in range(FLIPS):
        flipped = bytearray(sound)
        flipped[random.randrange(len(sound))] ^= 1 << random.randrange(8)
        path.write_bytes(flipped)
        with suppress(EOFError), side:
            side.open()
            opened += 1
    path.write_bytes(sound)
    return f"{opened} of {FLIPS} open"
