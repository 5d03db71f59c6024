"""A power cut at any moment: the vault opens, old or new, and the next save is clean.

The states are drawn over everything that POSIX lets happen to what was never synced;
two disks that forget a sync prove that the drawing finds what must not be.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.disk import Disk, Op, Synced, Tree
from tests.proof.power import cut
from tests.proof.scenes import NEXT, PATH, ROOT, Scene, a_store, by_code, save, scenes
from vault.storage import paths
from vault.storage.files import Files

SCENES = {scene.name: scene for scene in scenes()}
FEW, FULL = 100, 4096
every_scene = pytest.mark.parametrize("name", SCENES)


class Lost(AssertionError):
    """A state in which something is lost that must not be."""


def must(holds: bool, words: str) -> None:
    if not holds:
        raise Lost(words)


class NoFolderSync(Disk):
    """A disk of somebody who forgot to sync the folder."""

    def sync_directory(self, folder: Path) -> None:
        """Forget it."""


class NoFileSync(Disk):
    """A disk of somebody who forgot to sync the file."""

    def sync(self, descriptor: int) -> None:
        """Forget it."""


def states(disk: Disk, count: int) -> Iterator[tuple[int, Tree]]:
    """Yield so many different states: each place of the cut in turn, drawn anew."""
    draw, seen = random.Random(7), set()
    while len(seen) < count:
        for at in range(len(disk.done) + 1):
            tree = cut(disk, at, draw)
            key = (at, tree.content())
            if key not in seen:
                seen.add(key)
                yield at, tree


def body_of(disk: Disk, path: Path = PATH) -> bytes:
    return a_store(disk).load(path, by_code())[1]


def check(scene: Scene, disk: Disk, at: int, tree: Tree) -> None:
    """Hold what must hold after a cut."""
    left = Disk(tree, links=scene.links)
    done = at == len(disk.done)
    backups = paths.backups(PATH)
    if not left.exists(PATH):
        must(scene.before is None and not done, "no vault")
        return
    body = body_of(left)
    must(body in (scene.before, scene.after), "neither old nor new")
    if done:
        must(body == scene.after, "a save that was reported is gone")
        must(set(scene.kept) <= set(left.names(backups)), "the backup is gone")
    save(left, PATH, NEXT)
    must(body_of(left) == NEXT, "the next save went wrong")
    must(set(left.names(ROOT)) <= {PATH.name, backups.name}, "a stray file")
    for name in left.names(backups):
        must(name.startswith(("g", "damaged-")), f"a stray file: {name}")
        must(bool(body_of(left, backups / name)), "a backup does not open")


def run(scene: Scene, disk: Disk, count: int) -> int:
    """Do the act, then check so many states; return how many."""
    scene.act(disk, PATH)
    checked = 0
    for at, tree in states(disk, count):
        check(scene, disk, at, tree)
        checked += 1
    return checked


@pytest.mark.slow
@every_scene
def test_whenever_the_power_fails_the_vault_is_old_or_new(name: str) -> None:
    """At each operation, whatever of the unsynced is lost."""
    scene = SCENES[name]
    assert run(scene, Disk(scene.tree, links=scene.links), FEW) >= FEW


@pytest.mark.figures
@every_scene
def test_four_thousand_states_of_each_scene(name: str) -> None:
    """No two of them the same."""
    scene = SCENES[name]
    assert run(scene, Disk(scene.tree, links=scene.links), FULL) >= FULL


@pytest.mark.slow
@every_scene
def test_without_the_sync_of_the_folder_something_is_lost(name: str) -> None:
    """So the states would show it."""
    scene = SCENES[name]
    with pytest.raises(Lost):
        run(scene, NoFolderSync(scene.tree, links=scene.links), FULL)


@pytest.mark.slow
@every_scene
def test_without_the_sync_of_the_file_something_is_lost(name: str) -> None:
    """So the states would show it."""
    scene = SCENES[name]
    with pytest.raises(Exception):  # noqa: B017, PT011 - torn bytes fail in many ways
        run(scene, NoFileSync(scene.tree, links=scene.links), FULL)


def test_every_name_is_synced_before_an_act_ends() -> None:
    """But for those of what is only taken away."""
    for scene in SCENES.values():
        disk = Disk(scene.tree, links=scene.links)
        scene.act(disk, PATH)
        assert isinstance(_last_kept(disk.done), Synced)


def _last_kept(done: list[Op]) -> Op:
    gone = [op for op in done if not _only_takes_away(op)]
    return gone[-1]


def _only_takes_away(op: Op) -> bool:
    return all(inode is None for _, inode in getattr(op, "names", [("", 0)]))


def test_the_disk_in_memory_has_every_step_of_the_real_one() -> None:
    """A step that it took from the real disk would not be seen."""
    own = {"memory_kib", "free_memory_kib"}  # they look at no disk
    public = {name for name in vars(Files) if not name.startswith("_")}
    assert public - own <= set(vars(Disk))
