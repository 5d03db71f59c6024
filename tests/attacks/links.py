"""Links, folders and names laid where a file is to be written or read."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.attacks.attack import VAULT, Act, Attack
from tests.attacks.stage import NEW, OWNER
from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import ports_on_disk
from vault.app.exchange_flow import export
from vault.crypto.random import system_random
from vault.errors import ChangedUnderneath, Exists, FileTrouble
from vault.model.change import Add
from vault.storage import atomic, paths
from vault.storage.files import Files
from vault.storage.store import Store

LOVED = "diary.txt"  # what the attack is really after
OUT = "export.json"
FIRST = "g0000000001-fed8b6b8357e44cd.sparekey"  # the first save of a seeded shop


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _exports()
    yield from _temporary()
    yield from _beside_the_vault()
    yield from _in_place_of_the_vault()


def _loved(folder: Path) -> None:
    (folder / LOVED).write_text("Dear diary")


def _linked(name: str, target: str) -> Callable[[Path], None]:
    """Return what lays a link by that name, and what it leads to where that is."""

    def lay(folder: Path) -> None:
        _loved(folder)
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(folder / target)

    return lay


def _exporting(folder: Path) -> object:
    ports = ports_on_disk()
    make_shop(ports, folder / "own") if not (folder / "own").exists() else None
    with opened(ports, folder / "own" / VAULT) as session:
        return export(session, folder / OUT, "json")


def _exports() -> Iterator[Attack]:
    """A vault in clear goes where the owner said, and nowhere else."""
    for name, target in {
        "a link to a file": LOVED,
        "a link to nothing": "nowhere.txt",
        "a link to itself": OUT,
        "a link to a folder": "own",
    }.items():

        def lay(folder: Path, target: str = target) -> None:
            (folder / "own").mkdir()
            make_shop(ports_on_disk(), folder / "own")
            _linked(OUT, target)(folder)

        told = f"{name} where an export is to go"
        yield Attack(told, Exists(OUT), _exporting, lay)

    def folder_there(folder: Path) -> None:
        (folder / "own").mkdir()
        make_shop(ports_on_disk(), folder / "own")
        (folder / OUT).mkdir()

    name = "a folder where an export is to go"
    yield Attack(name, Exists(OUT), _exporting, folder_there)


class _Raced(Files):
    """The disk, on which a link is laid just before a new file is made."""

    def __init__(self, target: str) -> None:
        """Choose where the link leads, below the same folder."""
        self.target = target

    def create(self, path: Path) -> int:
        """Lose the race; the link is taken away again, to see what it led to."""
        path.symlink_to(path.parent / (self.target or path.name))
        try:
            return super().create(path)
        finally:
            path.unlink()


def _temporary() -> Iterator[Attack]:
    """The name of a temporary file, guessed, and something laid there meanwhile."""
    for name, target in {
        "a link to a file": LOVED,
        "a link to nothing": "nowhere.txt",
        "a link to itself": "",
    }.items():
        files = _Raced(target)

        def writing(folder: Path, files: Files = files) -> object:
            return atomic.write_new(files, system_random, folder / OUT, b"secret")

        def replacing(folder: Path, files: Files = files) -> object:
            return atomic.replace(
                files, system_random, folder / LOVED, b"secret", lambda: None
            )

        told = f"{name} at the temporary name of"
        yield Attack(f"{told} a new file", Exists(OUT), writing, _loved)
        yield Attack(f"{told} a save", Exists(LOVED), replacing, _loved)


def _saving(folder: Path) -> object:
    with opened(ports_on_disk(seed=5), folder / VAULT, write=True) as session:
        session.apply(Add("account", an_account(9)))
        return session.save()


def _shop_and(lay: Callable[[Path], None]) -> Callable[[Path], None]:
    def laid(folder: Path) -> None:
        make_shop(ports_on_disk(), folder)
        lay(folder)

    return laid


def _beside_the_vault() -> Iterator[Attack]:
    """What the program keeps beside a vault, laid by somebody else."""
    backups = paths.backups(Path(VAULT)).name

    def file_for_folder(folder: Path) -> None:
        (folder / backups).write_text("not a folder")

    def loop(folder: Path) -> None:
        (folder / backups).symlink_to(folder / backups)

    refusal = FileTrouble(f"{backups}/{FIRST}", "backup", errno.ENOTDIR)
    for name, lay in {
        "a file where the backups' folder goes": file_for_folder,
        "a link to itself where the backups' folder goes": loop,
    }.items():
        yield Attack(name, refusal, _saving, _shop_and(lay))
    lock = paths.lock(Path(VAULT)).name

    def locked(folder: Path) -> None:
        _loved(folder)
        (folder / lock).unlink(missing_ok=True)
        (folder / lock).symlink_to(folder / LOVED)

    refusal = FileTrouble(VAULT, "lock", errno.ELOOP)
    yield Attack("a link to a file as the lock", refusal, _saving, _shop_and(locked))

    def folder_for_lock(folder: Path) -> None:
        (folder / lock).unlink(missing_ok=True)
        (folder / lock).mkdir()

    refusal = FileTrouble(VAULT, "lock", errno.EISDIR)
    yield Attack("a folder as the lock", refusal, _saving, _shop_and(folder_for_lock))


def _loading(folder: Path) -> object:
    return Store(Files(), bytes).load(folder / VAULT, OWNER.both)


def _changed_by(change: Callable[[Path], None]) -> Act:
    """Return a save during which somebody else changes the file."""

    def act(folder: Path) -> object:
        store = Store(Files(), bytes)
        file, body = store.load(folder / VAULT, OWNER.both)
        change(folder / VAULT)
        try:
            return store.save(file, body + b"!", date(2026, 3, 1))
        finally:
            _put_back(folder / VAULT)

    return act


def _put_back(path: Path) -> None:
    path.with_name("other").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(NEW.data)


def _in_place_of_the_vault() -> Iterator[Attack]:
    def vault(folder: Path) -> None:
        (folder / VAULT).write_bytes(NEW.data)

    def to_folder(folder: Path) -> None:
        (folder / VAULT).mkdir()

    yield Attack(
        "a folder where the vault was",
        FileTrouble(VAULT, "read", errno.EISDIR),
        _loading,
        to_folder,
    )
    yield Attack(
        "a link to itself where the vault was",
        FileTrouble(VAULT, "read", errno.ELOOP),
        _loading,
        lambda folder: (folder / VAULT).symlink_to(folder / VAULT),
    )
    yield Attack(
        "a link to nothing where the vault was",
        FileTrouble("nowhere", "read", errno.ENOENT),
        _loading,
        lambda folder: (folder / VAULT).symlink_to(folder / "nowhere"),
    )
    changes: dict[str, Callable[[Path], None]] = {
        "the vault replaced while it is open": lambda p: p.write_bytes(b"other"),
        "the vault emptied while it is open": lambda p: p.write_bytes(b""),
        "the vault cut while it is open": lambda p: os.truncate(p, 100),
        "the vault lengthened while it is open": lambda p: p.write_bytes(
            NEW.data + b"\0"
        ),
        "the vault replaced by a link while it is open": _to_link,
    }
    for name, change in changes.items():
        yield Attack(name, ChangedUnderneath(VAULT), _changed_by(change), vault)
    yield Attack(
        "the vault removed while it is open",
        FileTrouble(VAULT, "read", errno.ENOENT),
        _changed_by(lambda path: path.unlink()),
        vault,
    )


def _to_link(path: Path) -> None:
    other = path.with_name("other")
    path.unlink()
    path.symlink_to(other)
    other.write_bytes(b"somebody else's")
