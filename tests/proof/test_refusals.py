"""Every refusal of a disk at every call of a save: nothing is lost, and it is said.

The old file stays whole, the edit stays in memory, a sentence tells why, no stray file
is left; and once the disk is well again the same session saves.
"""

import errno
import os
import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.desk import make_shop, opened
from tests.fakes import names_in, ports_on_disk, with_files
from tests.proof.killed import edit, number_in
from vault.app.explain import explain
from vault.app.explain_disk import disk_words
from vault.app.session import Session
from vault.errors import FileTrouble, Unconfirmed, VaultError
from vault.storage import paths
from vault.storage.files import Files

pytestmark = pytest.mark.slow
ERRORS = (errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.ENOSPC)
STEPS = (
    "exists",
    "day_and_size",
    "read",
    "create",
    "preallocate",
    "write",
    "sync",
    "close",
    "link",
    "copy",
    "replace",
    "sync_directory",
    "remove",
    "make_folder",
    "names",
)
CALLS = 6  # no step of a save is taken more often


class Refusal(NamedTuple):
    """What the disk refuses: from the nth call of a step on, or at that one alone."""

    step: str
    number: int
    nth: int
    once: bool


class Refusing(Files):
    """The real disk, with a refusal; `links` False: as on exFAT."""

    def __init__(self, refusal: Refusal, *, links: bool) -> None:
        """Choose what is refused."""
        self.links = links
        real: Callable[..., object] = getattr(self, refusal.step)
        calls = 0

        def refusing(*words: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            after = calls > refusal.nth
            if calls == refusal.nth or (after and not refusal.once):
                if refusal.step == "close":  # the descriptor is gone all the same
                    real(*words, **named)
                raise OSError(refusal.number, os.strerror(refusal.number))
            return real(*words, **named)

        setattr(self, refusal.step, refusing)

    def link(self, source: Path, target: Path) -> bool:
        """Know links, or not."""
        return self.links and super().link(source, target)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a vault that was saved a few times."""
    folder = tmp_path_factory.mktemp("made")
    make_shop(ports_on_disk(), folder, accounts=1)
    with opened(ports_on_disk(), folder / "shop.sparekey", write=True) as session:
        for number in range(1, 13):
            edit(session, number)
            session.save()
    return folder


def spoilt(path: Path) -> None:
    """Let the disk lose a sector of the vault."""
    data = path.read_bytes()
    path.write_bytes(data[:1024] + bytes(512) + data[1536:])


def a_copy(made: Path, desk: Path, *, damaged: bool) -> Path:
    shutil.rmtree(desk, ignore_errors=True)
    shutil.copytree(made, desk)
    path = desk / "shop.sparekey"
    if damaged:
        spoilt(path)
    return path


def told_of(session: Session) -> VaultError | None:
    """Save; return what was raised."""
    try:
        session.save()
    except VaultError as error:
        return error
    return None


def check(session: Session, path: Path, refusal: Refusal, before: bytes) -> None:
    """Save on the disk that refuses, and hold what must hold."""
    told = told_of(session)
    if told is None or isinstance(told, Unconfirmed):
        assert not session.unsaved
        assert path.read_bytes() != before
    else:
        assert isinstance(told, FileTrouble)
        assert path.read_bytes() == before
        assert session.unsaved
        assert number_in(session) == 99
    if told:
        assert disk_words(refusal.number)[0] in explain(told).happened
    if refusal.step != "remove":
        assert not any(map(paths.written_for, names_in(path.parent)))


def every_refusal(step: str) -> list[Refusal]:
    """Return each call of a step refused for each reason, once and for good."""
    every = product(ERRORS, range(1, CALLS + 1), (True, False))
    return [Refusal(step, *refused) for refused in every]


def go_through(made: Path, desk: Path, refusals: list[Refusal], damaged: bool) -> int:
    """Save under each refusal; return how many were met."""
    met = 0
    for refusal in refusals:
        links = refusal.step != "copy"
        path = a_copy(made, desk, damaged=damaged)
        before = path.read_bytes()
        with opened(ports_on_disk(), path, write=True) as session:
            well, files = session.ports, Refusing(refusal, links=links)
            edit(session, 99)
            session.ports = with_files(well, files)
            check(session, path, refusal, before)
            met += session.unsaved
            session.ports = well
            session.save()
            edit(session, 100)
            session.save()
        with opened(ports_on_disk(), path) as session:
            assert number_in(session) == 100
        left = names_in(path.parent) | names_in(paths.backups(path))
        assert not any(map(paths.written_for, left))
    return met


every_step = pytest.mark.parametrize("step", STEPS)
whole_or_damaged = pytest.mark.parametrize("damaged", [False, True])


@whole_or_damaged
@every_step
def test_a_refusal_at_any_call_of_a_save_loses_nothing(
    step: str, damaged: bool, made: Path, tmp_path: Path
) -> None:
    """Each call once, the reasons in turn."""
    refusals = every_refusal(step)[:: CALLS * 2 + 1]
    refusals += every_refusal(step)[1 : CALLS * 2 : 2]
    assert {one.number for one in refusals} == set(ERRORS)
    met = go_through(made, tmp_path / "desk", refusals, damaged)
    harmless = {"names"}  # tidying up
    harmless |= set() if damaged else {"exists", "remove"}
    assert (met > 0) == (step not in harmless)


@pytest.mark.figures
@whole_or_damaged
@every_step
def test_every_refusal_at_every_call_of_a_save_loses_nothing(
    step: str, damaged: bool, made: Path, tmp_path: Path
) -> None:
    """For each reason, once and for good."""
    go_through(made, tmp_path / "desk", every_refusal(step), damaged)


@pytest.mark.parametrize("taken", [1, 7, 511, 4096])
def test_a_disk_that_takes_a_write_in_parts_gets_all_of_it(
    taken: int, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small they are."""
    path = a_copy(made, tmp_path / "desk", damaged=False)
    real = os.write
    monkeypatch.setattr(os, "write", lambda to, data: real(to, data[:taken]))
    with opened(ports_on_disk(), path, write=True) as session:
        edit(session, 99)
        session.save()
    with opened(ports_on_disk(), path) as session:
        assert number_in(session) == 99


def test_a_disk_that_takes_nothing_at_all_is_no_endless_wait(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reports nothing, and nothing gets on: that is a fault."""
    path = a_copy(made, tmp_path / "desk", damaged=False)
    before = path.read_bytes()
    with opened(ports_on_disk(), path, write=True) as session:
        edit(session, 99)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", lambda to, data: 0)
            told = told_of(session)
        assert isinstance(told, FileTrouble)
        assert session.unsaved
        assert path.read_bytes() == before
