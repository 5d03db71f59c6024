"""The power of a disk in memory is cut: what may lie on it then."""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.proof.disk import Disk, Named, Op, Synced, Tree, Written

SECTOR_BYTES = 512  # what a drive writes as one


def cut(disk: Disk, at: int, draw: random.Random) -> Tree:
    """Return what may lie on the disk where the power is cut after so many operations.

    What was synced is there. Of the rest each happened or not, whatever the order; a
    write in any of its sectors, a rename perhaps by its new name only.
    """
    done = disk.done[:at]
    tree = disk.began.copy()
    mood = draw.choice((0.0, 0.5, 0.5, 1.0))  # all lost, some, all there
    safe = _safe(done)
    for op, is_safe in zip(done, safe, strict=True):
        for part in (op,) if is_safe else _some(op, mood, draw):
            tree.do(part)
    _mend(tree)
    return tree


def _safe(done: list[Op]) -> list[bool]:
    """Tell of each operation whether a later sync made it safe."""
    synced: set[int | Path] = set()
    safe = []
    for op in reversed(done):
        if isinstance(op, Synced):
            synced.add(op.what)
        safe.append(
            (isinstance(op, Written) and op.inode in synced)
            or (isinstance(op, Named) and op.folder in synced)
        )
    return safe[::-1]


def _some(op: Op, mood: float, draw: random.Random) -> Iterable[Op]:
    """Return what of an operation that was never synced is there after all."""
    if isinstance(op, Named):
        if draw.random() >= mood:
            return ()
        torn = mood < 1 and len(op.names) > 1 and draw.random() < mood
        return (Named(op.folder, op.names[:1]),) if torn else (op,)
    if isinstance(op, Written):
        return _sectors(op, mood, draw)
    return ()


def _sectors(op: Written, mood: float, draw: random.Random) -> Iterator[Written]:
    """Yield the sectors of a write that reached the medium: a beginning, or any."""
    size = len(op.data)
    end = draw.randrange(size + 1) if mood < 1 and draw.random() < mood else size
    takes: Callable[[], bool] = lambda: draw.random() < mood  # noqa: E731
    for at in range(0, end, SECTOR_BYTES):
        if takes():
            part = op.data[at : min(at + SECTOR_BYTES, end)]
            yield Written(op.inode, op.at + at, part)


def _mend(tree: Tree) -> None:
    """Do what a check of the disk does: a folder without a name is lost."""
    root = min(tree.folders)
    named = {
        folder / name
        for folder, names in tree.folders.items()
        for name, inode in names.items()
        if not inode
    }
    for folder in set(tree.folders) - named - {root}:
        del tree.folders[folder]
    for folder in named:
        tree.folders.setdefault(folder, {})
    held = {n for names in tree.folders.values() for n in names.values() if n}
    for inode in held:
        tree.files.setdefault(inode, bytearray())
