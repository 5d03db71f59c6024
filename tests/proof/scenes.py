"""What may be under way when the power fails: each a disk as it was, and one act."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.proof.disk import TODAY, Disk, Tree, started_with
from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials, Stamp, Way, new_keys
from vault.storage import paths, renew
from vault.storage.files import Files
from vault.storage.store import Store, VaultFile

ROOT = Path("/disk")
PATH = ROOT / "shop.sparekey"
IDENT = b"ident678"
CODE = bytes(range(16))
OLD, NEW, NEXT = b"old " * 700, b"new " * 800, b"next"


def by_code() -> Credentials:
    """Return what opens every vault here, without Argon2."""
    return Credentials(code=Secret(CODE))


def a_store(files: Files) -> Store:
    """Return a store on a disk, its chance seeded."""
    return Store(files, random.Random(2).randbytes)


def create(files: Files, path: Path, body: bytes = OLD) -> VaultFile:
    """Make the vault."""
    keys = new_keys(IDENT, [Way(code=Secret(CODE))], random.Random(3).randbytes)
    stamp = Stamp(generation=1, epoch=1, parent=bytes(8))
    return a_store(files).create(path, body, IDENT, keys, stamp)


def save(files: Files, path: Path, body: bytes = NEW) -> VaultFile:
    """Open the vault and save it with another body."""
    store = a_store(files)
    loaded, _ = store.load(path, by_code())
    return store.save(loaded, body, TODAY)


def write_back(files: Files, path: Path) -> VaultFile:
    """Open the vault and heal it on the disk."""
    store = a_store(files)
    loaded, _ = store.load(path, by_code())
    return renew.write_back(store, loaded)


Act = Callable[[Files, Path], VaultFile]


@dataclass(frozen=True)
class Scene:
    """A disk as it was, one act, and what the vault may hold: None where it is none.

    `kept` is what must lie among the backups once the act is done.
    """

    name: str
    tree: Tree
    act: Act
    before: bytes | None
    after: bytes
    kept: tuple[str, ...] = ()
    links: bool = True


def _young(saves: int = 0) -> Tree:
    """Return a disk with a vault that was saved so often since it was made."""
    disk = Disk(started_with(ROOT, {}))
    create(disk, PATH)
    for number in range(saves):
        save(disk, PATH, b"%d" % number if number < saves - 1 else OLD)
    return disk.tree


def _damaged(saves: int = 1) -> Tree:
    """Return a disk with a vault of which a sector was lost."""
    tree = _young(saves)
    inode = tree.folders[ROOT][PATH.name]
    tree.files[inode][512:1024] = bytes(512)
    return tree


def _backup_of(tree: Tree) -> str:
    """Return the name that the vault on a disk is kept under once it is replaced."""
    loaded, _ = a_store(Disk(tree)).load(PATH, by_code())
    return paths.backup(PATH, loaded.stamp.generation, loaded.save_id).name


def _kept_damaged(tree: Tree) -> str:
    loaded, _ = a_store(Disk(tree)).load(PATH, by_code())
    return paths.damaged(PATH, loaded.digest).name


def scenes() -> tuple[Scene, ...]:
    """Return them, made anew."""
    young, old, ill = _young(), _young(25), _damaged()
    backup = (_backup_of(young),)
    healed = (_kept_damaged(ill), _backup_of(ill))
    empty = started_with(ROOT, {})
    return (
        Scene("a new vault", empty, create, None, OLD),
        Scene("the first save", young, save, OLD, NEW, backup),
        Scene("a later save", old, save, OLD, NEW, (_backup_of(old),)),
        Scene("healing", ill, write_back, OLD, OLD, healed[:1]),
        Scene("saving what was damaged", ill, save, OLD, NEW, healed),
        Scene("saving without links", young, save, OLD, NEW, backup, links=False),
        Scene("a new vault without links", empty, create, None, OLD, links=False),
    )
