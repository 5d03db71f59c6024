"""A process that saves a vault again and again until it is killed, and who kills it.

Each save that was done is told through a pipe: what was told must survive.
"""

import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from tests.desk import make_shop, opened
from tests.fakes import ports_on_disk, with_files
from vault.app.session import Session
from vault.model.change import Replace
from vault.storage.files import Files

START = get_context("forkserver" if hasattr(os, "fork") else "spawn")
if hasattr(os, "fork"):
    START.set_forkserver_preload(["tests.proof.killed"])
SAVES = 400
LONGEST_S = 0.03  # about twenty saves


class KillingFiles(Files):
    """The real disk, but at a call of a step the whole process is killed.

    `late`: behind the call instead of before it. Of what is written, half is.
    """

    def __init__(self, step: str, nth: int, *, late: bool, links: bool) -> None:
        """Choose the step by its method's name, and which call of it."""
        real: Callable[..., object] = getattr(self, step)
        calls = iter(range(nth))
        self._links = links

        def killing(*words: object, **named: object) -> object:
            last = next(calls, None) is None
            if last and step == "write":
                half = len(words[1]) // 2
                real(words[0], words[1][:half])
            if last and not late:
                die()
            result = real(*words, **named)
            if last:
                die()
            return result

        setattr(self, step, killing)

    def link(self, source: Path, target: Path) -> bool:
        """Know links, or not, as exFAT does not."""
        return self._links and super().link(source, target)


def die() -> None:
    """End as a process does that is killed: nothing is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


def edit(session: Session, number: int) -> None:
    """Write the number into an account."""
    before = min(session.vault.accounts.values(), key=lambda one: one.id)
    after = msgspec.structs.replace(before, notes=str(number))
    session.apply(Replace("account", before, after))


def number_in(session: Session) -> int:
    """Return the number that was written last."""
    first = min(session.vault.accounts.values(), key=lambda one: one.id)
    return int(first.notes or 0)


def save_on(path: Path, files: Files, told: Connection) -> None:
    """Save until killed; tell of each save that was done."""
    with opened(with_files(ports_on_disk(), files), path, write=True) as session:
        told.send(number_in(session))
        for number in range(number_in(session) + 1, SAVES):
            edit(session, number)
            session.save()
            told.send(number)


def make(folder: Path, files: Files, told: Connection) -> None:
    """Make a new vault."""
    told.send(None)
    make_shop(with_files(ports_on_disk(seed=5), files), folder)
    told.send(0)


Work = Callable[[Path, Files, Connection], None]


def killed_in(work: Work, path: Path, files: "Chosen", after_s: float = 60) -> object:
    """Let a process work and kill it, where it does not do so; return what it told."""
    hears, tells = START.Pipe(duplex=False)
    child = START.Process(target=_work, args=(work, path, files, tells))
    child.start()
    tells.close()
    last: object = 0
    if after_s < LONGEST_S:
        last = hears.recv()  # it is at work
        time.sleep(after_s)
        child.kill()
    child.join()
    try:
        while True:
            last = hears.recv()
    except EOFError:
        pass
    hears.close()
    assert child.exitcode == -signal.SIGKILL
    child.close()
    return last


class Chosen:
    """Which disk the process is to use; made there."""

    def __init__(
        self, step: str = "", nth: int = 0, *, late: bool = False, links: bool = True
    ) -> None:
        """Without a step nothing kills it from inside."""
        self.step, self.nth, self.late, self.links = step, nth, late, links

    def files(self) -> Files:
        """Return the disk."""
        if not self.step:
            return KillingFiles("read", SAVES * 100, late=False, links=self.links)
        return KillingFiles(self.step, self.nth, late=self.late, links=self.links)


def _work(work: Work, path: Path, chosen: Chosen, told: Connection) -> None:
    work(path, chosen.files(), told)


def a_moment(draw: random.Random) -> float:
    """Return a time after which to kill, in seconds."""
    return draw.random() * LONGEST_S
