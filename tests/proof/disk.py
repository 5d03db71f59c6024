"""A disk in memory that remembers what was never synced, so that its power can be cut.

What POSIX promises is all that it keeps: a file's bytes are safe after a sync of the
file, a name after a sync of its folder. Until then each may be lost, alone.
"""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vault.storage.files import Files

PAGE_BYTES = 4096  # what a file takes on the disk
NEVER = 1 << 62
TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Written:
    """Bytes went into a file at a place; it is as long as that afterwards."""

    inode: int
    at: int
    data: bytes


@dataclass(frozen=True)
class Named:
    """Names of one folder changed in one step; a name without an inode is gone."""

    folder: Path
    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Synced:
    """What was done before to a file (its inode), or a folder's names, is safe."""

    what: int | Path


Op = Written | Named | Synced


@dataclass
class Tree:
    """What lies on a disk: the folders with their names, the files with their bytes.

    A folder's name has the inode 0.
    """

    folders: dict[Path, dict[str, int]] = field(default_factory=dict)
    files: dict[int, bytearray] = field(default_factory=dict)

    def do(self, op: Op) -> None:
        """Let one operation happen."""
        if isinstance(op, Written):
            data = self.files.setdefault(op.inode, bytearray())
            data.extend(bytes(max(0, op.at + len(op.data) - len(data))))
            data[op.at : op.at + len(op.data)] = op.data
        elif isinstance(op, Named):
            entries = self.folders.setdefault(op.folder, {})
            for name, inode in op.names:
                if inode is None:
                    entries.pop(name, None)
                else:
                    entries[name] = inode

    def copy(self) -> "Tree":
        """Return the same once more."""
        folders = {path: dict(names) for path, names in self.folders.items()}
        return Tree(folders, {n: bytearray(data) for n, data in self.files.items()})

    def content(self) -> tuple[tuple[str, bytes], ...]:
        """Return all that can be reached: each file's path and bytes."""
        return tuple(sorted(self._reached(min(self.folders, default=Path()))))

    def _reached(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        for name, inode in self.folders.get(folder, {}).items():
            path = folder / name
            if inode:
                yield str(path), bytes(self.files.get(inode, b""))
            else:
                yield from self._reached(path)


class Disk(Files):
    """The disk: `done` is all that was done to it since it was started."""

    def __init__(self, tree: Tree, *, links: bool = True, room: int = NEVER) -> None:
        """Begin with what lies on it, all of it safe.

        `links` False: as on exFAT there are no second names. `room` is its size.
        """
        self.began = tree.copy()
        self.tree = tree.copy()
        self.done: list[Op] = []
        self.links = links
        self.room = room
        self._open: dict[int, int] = {}
        self._fresh = iter(range(max(tree.files, default=0) + 1, NEVER))

    def _do(self, op: Op) -> None:
        self.tree.do(op)
        self.done.append(op)

    def _found(self, path: Path) -> int:
        entries = self.tree.folders.get(path.parent, {})
        if path.name not in entries:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return entries[path.name]

    def _is_free(self, path: Path) -> None:
        if path.parent not in self.tree.folders:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
        if self.exists(path):
            raise FileExistsError(errno.EEXIST, "is there", str(path))

    def _must_fit(self, inode: int, size: int) -> None:
        """Refuse what makes the disk overflow; a removed file takes no room."""
        held = {n for names in self.tree.folders.values() for n in names.values() if n}
        sizes = {n: len(self.tree.files[n]) for n in held | {inode}} | {inode: size}
        pages = sum(-(-n // PAGE_BYTES) for n in sizes.values())
        if pages * PAGE_BYTES > self.room:
            raise OSError(errno.ENOSPC, "full")

    def resolve(self, path: Path) -> Path:
        """Know no symbolic links."""
        return path

    def exists(self, path: Path) -> bool:
        """Look the name up."""
        return path.name in self.tree.folders.get(path.parent, {})

    def disk(self, path: Path) -> int | None:
        """Know of no other."""
        return 1

    def day_and_size(self, path: Path) -> tuple[date, int]:
        """Know one day only."""
        return TODAY, len(self.tree.files[self._found(path)])

    def read(self, path: Path, limit_bytes: int) -> bytes:
        """Read from memory, as a running system does."""
        return bytes(self.tree.files[self._found(path)][: limit_bytes + 1])

    read_any = read  # there are no pipes

    def is_named_pipe(self, path: Path) -> bool:
        """Tell that it is none."""
        del path
        return False

    def create(self, path: Path) -> int:
        """Make an empty file."""
        self._is_free(path)
        inode = next(self._fresh)
        self.tree.files[inode] = bytearray()
        self._do(Named(path.parent, ((path.name, inode),)))
        descriptor = -inode
        self._open[descriptor] = 0
        return descriptor

    def preallocate(self, descriptor: int, size_bytes: int) -> None:
        """Make the file longer, with zeros."""
        self._must_fit(-descriptor, size_bytes)
        self._do(Written(-descriptor, 0, bytes(size_bytes)))

    def write(self, descriptor: int, data: bytes) -> None:
        """Write where the last one ended."""
        at = self._open[descriptor]
        self._must_fit(-descriptor, at + len(data))
        self._do(Written(-descriptor, at, bytes(data)))
        self._open[descriptor] = at + len(data)

    def sync(self, descriptor: int) -> None:
        """Make the file's bytes safe, though not its name."""
        self._do(Synced(-descriptor))

    def close(self, descriptor: int) -> None:
        """Close; that makes nothing safe."""
        del self._open[descriptor]

    def link(self, source: Path, target: Path) -> bool:
        """Give a second name, where there are any."""
        if not self.links:
            return False
        inode = self._found(source)
        self._is_free(target)
        self._do(Named(target.parent, ((target.name, inode),)))
        return True

    def copy(self, source: Path, target: Path) -> None:
        """Write the same bytes to a new file, and sync it."""
        data = self.read(source, NEVER)
        descriptor = self.create(target)
        self.write(descriptor, data)
        self.sync(descriptor)
        self.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename: both names of the one folder change together."""
        assert source.parent == target.parent
        names = ((target.name, self._found(source)), (source.name, None))
        self._do(Named(target.parent, names))

    def move(self, source: Path, target: Path) -> None:
        """Rename to a name that is free."""
        self._is_free(target)
        self.replace(source, target)

    def sync_directory(self, folder: Path) -> None:
        """Make the folder's names safe."""
        self._do(Synced(folder))

    def remove(self, path: Path) -> None:
        """Take a name away."""
        self._found(path)
        self._do(Named(path.parent, ((path.name, None),)))

    def make_folder(self, path: Path) -> None:
        """Make a folder, unless it is there."""
        if not self.exists(path):
            self._do(Named(path.parent, ((path.name, 0),)))
            self.tree.folders[path] = {}

    def names(self, folder: Path) -> list[str]:
        """List a folder."""
        return sorted(self.tree.folders.get(folder, {}))


def started_with(folder: Path, files: dict[str, bytes]) -> Tree:
    """Return a disk's content: `folder`, and files in it by their relative names."""
    tree = Tree({folder: {}})
    for number, (name, data) in enumerate(files.items(), 1):
        path = folder / name
        if path.parent != folder:
            tree.folders.setdefault(path.parent, {})
            tree.folders[folder][path.parent.name] = 0
        tree.folders[path.parent][path.name] = number
        tree.files[number] = bytearray(data)
    return tree
