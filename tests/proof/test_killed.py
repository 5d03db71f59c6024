"""`kill -9` at every step and at any time: the vault opens, old or new, no stray file.

What a save has reported is there afterwards; the save under way may be or not.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import make_shop, opened
from tests.fakes import names_in, ports_on_disk
from tests.proof.killed import (
    Chosen,
    a_moment,
    edit,
    killed_in,
    make,
    number_in,
    save_on,
)
from vault.storage import paths

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9"),
]
SAVING = (
    "read",
    "names",
    "create",
    "preallocate",
    "write",
    "sync",
    "close",
    "make_folder",
    "link",
    "copy",
    "sync_directory",
    "replace",
    "day_and_size",
    "remove",
)
MAKING = ("create", "write", "sync", "close", "read", "link", "move", "remove")
LINKLESS = ("copy", "move")


@pytest.fixture
def shop(tmp_path: Path) -> Callable[[], Path]:
    """Return a maker of a vault in a folder of its own."""
    made = tmp_path / "made"
    made.mkdir()
    make_shop(ports_on_disk(), made)

    def fresh() -> Path:
        folder = tmp_path / "desk"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
        return folder / "shop.sparekey"

    return fresh


def check(path: Path, told: object) -> bool:
    """Hold that the vault opens and what was told is in it; tell if a file was left.

    After the next save nothing lies there but the vault, its lock and its backups,
    which all open.
    """
    left = any(map(paths.written_for, names_in(path.parent)))
    with opened(ports_on_disk(), path, write=True) as session:
        number = number_in(session)
        assert number in (told, told + 1)
        edit(session, number + 1)
        session.save()
    with opened(ports_on_disk(), path) as session:
        assert number_in(session) == number + 1
    backups = paths.backups(path)
    assert names_in(path.parent) <= {path.name, backups.name, "words.txt", "code.txt"}
    assert not paths.lock(path).read_bytes()
    for name in names_in(backups):
        assert paths.generation_of(name)
        with opened(ports_on_disk(), backups / name):
            pass
    return left


def die_at(step: str, kills: int, shop: Callable[[], Path]) -> None:
    """Kill a saving process at other calls of the step, before it and behind it."""
    for kill in range(kills):
        path = shop()
        chosen = Chosen(step, kill // 2, late=kill % 2 == 1, links=step != "copy")
        check(path, killed_in(save_on, path, chosen))


@pytest.mark.parametrize("step", SAVING)
def test_killed_at_any_step_of_a_save(step: str, shop: Callable[[], Path]) -> None:
    """Before it, and behind it."""
    die_at(step, 2, shop)


@pytest.mark.figures
@pytest.mark.parametrize("step", SAVING)
def test_killed_twenty_times_at_each_step(step: str, shop: Callable[[], Path]) -> None:
    """At the first ten calls of each."""
    die_at(step, 20, shop)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("step", MAKING)
def test_killed_while_a_vault_is_made(step: str, late: bool, tmp_path: Path) -> None:
    """It is there and opens, or it is not and can be made."""
    path = tmp_path / "shop.sparekey"
    killed_in(make, tmp_path, Chosen(step, late=late, links=step not in LINKLESS))
    if not path.exists():
        make_shop(ports_on_disk(), tmp_path)
    check(path, 0)


def die_at_random(kills: int, seed: int, shop: Callable[[], Path]) -> int:
    """Kill a saving process at random times; return how often it left a file."""
    draw = random.Random(seed)
    path = shop()
    left = 0
    for _ in range(kills):
        with opened(ports_on_disk(), path) as session:
            path = shop() if number_in(session) > 300 else path
        left += check(path, killed_in(save_on, path, Chosen(), a_moment(draw)))
    return left


def test_killed_at_random_times(shop: Callable[[], Path]) -> None:
    """Forty times."""
    die_at_random(40, 1, shop)


@pytest.mark.figures
@pytest.mark.parametrize("piece", range(20))
def test_killed_at_two_thousand_random_times(
    piece: int, shop: Callable[[], Path]
) -> None:
    """In the middle of a save, as what is left shows."""
    assert die_at_random(100, 100 + piece, shop) > 0
