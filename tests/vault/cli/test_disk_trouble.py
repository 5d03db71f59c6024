"""A disk that is full, worn or locked: each command says so and loses nothing."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk import OPENS, Desk, files_in
from tests.fakes import STEPS, FailingFiles, with_files

Sheets = Callable[..., list[str]]
NEW = ("new", "new.sparekey", "--generate", "new.txt")
ADD = ("add", "shop.sparekey", "account", "--name", "New one", *OPENS)
IMPORT = ("import", "shop.sparekey", "more.csv", *OPENS)
EXPORT = ("export", "shop.sparekey", "out.json", "--yes", *OPENS)
REMOVE = ("remove", "shop.sparekey", "account", "Shop 1", *OPENS)
USE = ("codes", "shop.sparekey", "--use", "1", *OPENS)
# After the one step that counts, what fails no longer decides: the old name is gone.
BEFORE_NAMING = [s for s in STEPS if s not in ("remove", "sync_directory", "replace")]
SAVING = [s for s in STEPS if s not in ("remove", "sync_directory")]


def fails(desk: Desk, words: tuple[str, ...], step: str, after: int = 0) -> bool:
    """Run with a full disk at a step; hold that nothing changed, if it was met."""
    before = desk.files()
    files = FailingFiles(step, after=after)
    told = desk(*words, ports=with_files(desk.ports, files))
    if not files.failed:
        assert told.code == 0, told.err
        return False
    assert told.code == 1
    assert "the disk is full" in told.err
    assert "What was there before is untouched." in told.err
    assert desk.files() == before
    return True


@pytest.mark.parametrize("after", range(2))
@pytest.mark.parametrize("step", BEFORE_NAMING)
def test_a_new_vault_on_a_full_disk_leaves_nothing(
    desk: Desk, step: str, after: int
) -> None:
    """Neither a vault nor the words that would have opened it."""
    met = fails(desk, NEW, step, after)
    assert met or step == "make_folder"


@pytest.mark.parametrize("words", [ADD, REMOVE, USE, IMPORT])
@pytest.mark.parametrize("step", SAVING)
def test_a_change_on_a_full_disk_leaves_the_old_vault(
    shop: Desk, words: tuple[str, ...], step: str
) -> None:
    """And no backup of a state that was never left."""
    shop.write("more.csv", "Platform;Name\nEtsy;Our Etsy\n")
    before = shop.files()
    files = FailingFiles(step)
    told = shop(*words, ports=with_files(shop.ports, files))
    assert files.failed
    assert told.code == 1
    assert "the disk is full" in told.err
    after = shop.files()
    kept = {name: data for name, data in after.items() if "backups/" not in name}
    assert kept == before
    backups = [data for name, data in after.items() if "backups/" in name]
    assert all(data == before["shop.sparekey"] for data in backups)


@pytest.mark.parametrize("step", BEFORE_NAMING)
def test_an_export_on_a_full_disk_leaves_no_half_of_it(shop: Desk, step: str) -> None:
    """Half an export would look like the whole."""
    fails(shop, EXPORT, step, after=1 if step == "read" else 0)


@pytest.mark.parametrize("step", BEFORE_NAMING)
def test_a_restore_on_a_full_disk_makes_no_vault(
    shop: Desk, sheets: Sheets, step: str
) -> None:
    """The sheets are still there."""
    names = sheets()
    words = ("kit", "restore", *names, "-o", "back.sparekey", *OPENS)
    files_read = len(names) + 1  # and the passphrase
    fails(shop, words, step, after=files_read if step == "read" else 0)


def test_once_there_is_room_again_the_change_goes_through(shop: Desk) -> None:
    """A failed try leaves nothing that stands in the way."""
    for step in SAVING:
        shop(*ADD, ports=with_files(shop.ports, FailingFiles(step)))
    shop.done(*ADD)
    assert "New one" in shop.done("list", "shop.sparekey", *OPENS).out


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EDQUOT, "your quota is used up"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "you may not write or read there"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EFBIG, "the file may not grow that far"),
        (9999, "the system refused"),
    ],
)
def test_each_reason_of_the_disk_has_its_own_words(
    shop: Desk, number: int, words: str
) -> None:
    """And the vault is as it was."""
    files = FailingFiles("write", number)
    told = shop(*ADD, ports=with_files(shop.ports, files))
    assert told.code == 1
    assert words in told.err
    assert "What was there before is untouched." in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("new", "nowhere/new.sparekey", "--generate", "new.txt"),
        ("export", "shop.sparekey", "nowhere/out.json", "--yes", *OPENS),
        ("list", "nowhere/shop.sparekey", *OPENS),
    ],
)
def test_a_missing_folder_is_said_and_not_made(
    shop: Desk, words: tuple[str, ...]
) -> None:
    """No folder, no stray words."""
    before = shop.files()
    told = shop(*words)
    assert told.code == 1
    assert "there is no such file or folder" in told.err
    assert shop.files() == before
    assert not (shop.folder / "nowhere").exists()


@pytest.mark.usefixtures("quick")
def test_a_kit_into_a_missing_folder_leaves_the_register_alone(shop: Desk) -> None:
    """The sheets were written, the card could not be: both are gone."""
    before = shop.files()
    make = ("kit", "make", "shop.sparekey", "-o", "kit.pdf", *OPENS)
    told = shop(*make, "--card", "nowhere/card.pdf")
    assert told.code == 1
    assert shop.files() == before


def mounted(folder: Path, options: str) -> Callable[[], None]:
    """Mount a small disk in memory; return what takes it away. Skips where it can't."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a small disk wants root")
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this system mounts no small disk")
    return lambda: subprocess.run(["umount", "-l", str(folder)], check=True) and None


@pytest.fixture
def small_disk(desk: Desk) -> Iterator[Path]:
    """Yield a folder that is a disk of 64 KiB."""
    folder = desk.folder / "small"
    folder.mkdir()
    unmount = mounted(folder, "size=64k")
    try:
        yield folder
    finally:
        unmount()


def fill(folder: Path, left_bytes: int) -> None:
    """Fill a disk but for about `left_bytes`."""
    free = os.statvfs(folder)
    blocks = max(0, free.f_bavail - left_bytes // free.f_bsize)
    (folder / "ballast").write_bytes(bytes(blocks * free.f_bsize))


def test_a_truly_full_disk_makes_no_vault(small_disk: Path, desk: Desk) -> None:
    """Not the one that fails by order, but the system's own refusal."""
    fill(small_disk, 0)
    before = files_in(small_disk)
    told = desk("new", "small/new.sparekey", "--generate", "new.txt")
    assert told.code == 1
    assert "the disk is full" in told.err
    assert files_in(small_disk) == before
    assert not (desk.folder / "new.txt").exists()


@pytest.mark.parametrize("left_kib", [0, 4, 8, 12])
def test_a_disk_that_fills_up_keeps_the_old_vault(
    small_disk: Path, desk: Desk, shop_folder: Path, left_kib: int
) -> None:
    """It still opens, and holds what it held."""
    there = Desk(small_disk, desk.ports)
    there.copy(shop_folder)
    at = ("small/shop.sparekey", "--passphrase-file", "small/words.txt")
    fill(small_disk, left_kib * 1024)
    before = there.read("shop.sparekey")
    notes = "n" * 15_000
    told = desk("add", at[0], "account", "--name", "X", "--notes", notes, *at[1:])
    assert told.code == 1
    assert "the disk is full" in told.err
    assert there.read("shop.sparekey") == before
    assert not [name for name in there.files() if name.endswith(".new")]
    assert "Shop 2" in desk.done("list", *at).out


@pytest.fixture
def locked_disk(desk: Desk, shop_folder: Path) -> Iterator[Path]:
    """Yield a folder with a vault, on a disk that can only be read."""
    folder = desk.folder / "locked"
    folder.mkdir()
    unmount = mounted(folder, "size=1m")
    try:
        Desk(folder, desk.ports).copy(shop_folder)
        remount = ["mount", "-o", "remount,ro", str(folder)]
        subprocess.run(remount, check=True, capture_output=True)
        yield folder
    finally:
        unmount()


def test_a_folder_that_can_only_be_read_is_said(locked_disk: Path, desk: Desk) -> None:
    """Nothing is written; the vault opens all the same."""
    at = ("locked/shop.sparekey", "--passphrase-file", "locked/words.txt")
    told = desk("add", at[0], "account", "--name", "X", *at[1:])
    assert told.code == 1
    assert "the disk can only be read" in told.err
    assert desk("new", "locked/new.sparekey", "--generate", "w.txt").code == 1
    assert not (desk.folder / "w.txt").exists()
    assert "Shop 1" in desk.done("list", *at).out


@pytest.mark.parametrize("step", ["sync_directory", "remove"])
def test_a_new_vault_that_stands_is_never_left_without_its_words(
    desk: Desk, step: str
) -> None:
    """Where the last sync fails the vault may be there; then its words are too."""
    for after in range(3):
        files = FailingFiles(step, after=after)
        name = f"{after}.sparekey"
        words = ("new", name, "--generate", f"{after}.txt")
        desk(*words, ports=with_files(desk.ports, files))
        if (desk.folder / name).exists():
            desk.done("list", name, "--passphrase-file", f"{after}.txt")
