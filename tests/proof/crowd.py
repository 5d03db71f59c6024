"""Processes that edit one vault at the same time, as commands and as windows do."""

import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

from tests.desk import opened
from tests.fakes import ports_on_disk
from tests.proof.killed import START
from vault.app import unlock
from vault.app.merge_flow import close_copy, merge_in, open_disk, plan_merge
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import Busy, ChangedUnderneath, FileTrouble
from vault.ids import new_id
from vault.model.change import Add
from vault.model.person import Person

PAUSE_S = 0.002
PROCESSES = 4


def add(session: Session, name: str) -> None:
    """Make one edit that can be counted: a person of that name."""
    id_ = new_id(session.ports.random, session.vault.people)
    session.apply(Add("person", Person(id=id_, name=name)), "Add")


def names(path: Path) -> set[str]:
    """Return the names of the edits that the vault holds."""
    with opened(ports_on_disk(), path) as session:
        return {one.name for one in session.vault.people.values()}


def _ports(who: int) -> Ports:
    ports = ports_on_disk(seed=1000 + who)  # no two draw the same ids
    return replace(ports, device=f"device {who}")


def commands(path: Path, who: int, cycles: int, barrier: Barrier) -> None:
    """Open, edit, save and close so often; try again where somebody is at it."""
    barrier.wait()
    ports = _ports(who)
    done = 0
    while done < cycles:
        try:
            with opened(ports, path, write=True) as session:
                add(session, f"{who}-{done}")
                session.save()
        except (Busy, ChangedUnderneath):
            time.sleep(PAUSE_S)
        else:
            done += 1


class NoLock:
    """A lock as a network disk may have it: everybody holds it."""

    def __init__(self, *_: object) -> None:
        """Hold nothing."""

    def close(self) -> None:
        """Free nothing."""


def windows(path: Path, who: int, cycles: int, barrier: Barrier) -> None:
    """Keep the vault open, edit and save so often, without a lock that works.

    What somebody else saved meanwhile is merged, as a window does it; at the end each
    looks at the file once more, one after the other, as a window does that is open.
    """
    unlock.Lock = NoLock  # type: ignore[misc, assignment]
    with opened(_ports(who), path, write=True) as session:
        barrier.wait()
        for number in range(cycles):
            add(session, f"{who}-{number}")
            save(session)
        for turn in range(2 * PROCESSES):
            barrier.wait()
            if turn % PROCESSES == who:
                merge(session)
                save(session)


def save(session: Session) -> None:
    """Save; merge what somebody else saved, as often as it takes."""
    while session.unsaved:
        try:
            session.save()
        except ChangedUnderneath:
            merge(session)
        except FileTrouble:  # another save swept ours away: nothing is lost
            time.sleep(PAUSE_S)


def merge(session: Session) -> None:
    """Merge what lies on the disk."""
    copy = open_disk(session)
    merge_in(session, plan_merge(session, copy), "Merge")
    close_copy(session, copy)


Work = Callable[[Path, int, int, Barrier], None]


def all_at_once(work: Work, path: Path, cycles: int) -> None:
    """Let the processes work; return when all are done."""
    barrier = START.Barrier(PROCESSES, timeout=900)  # one that died ends the others
    children = [
        START.Process(target=work, args=(path, who, cycles, barrier))
        for who in range(PROCESSES)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * PROCESSES
