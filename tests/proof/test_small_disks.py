"""Disks and limits of every size: a save fits or is refused, and the old file stays.

Three hundred sizes of a disk in memory, of a true small file system, and of the limit
that a process's files may grow to.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk import files_in, make_shop, opened
from tests.fakes import names_in, ports_on_disk
from tests.proof.disk import PAGE_BYTES, Disk, started_with
from tests.proof.killed import edit, number_in
from tests.proof.scenes import PATH, ROOT, a_store, by_code, create, save
from vault.app.explain import explain
from vault.errors import FileTrouble, VaultError
from vault.storage import paths

pytestmark = pytest.mark.slow
SIZES = 300
BODY = bytes(range(256)) * 1200  # a vault of about 100 pages


def said_of(act: Callable[[], object]) -> str:
    """Act; return what is said of a refusal, "" where there is none."""
    try:
        act()
    except FileTrouble as error:
        return explain(error).happened
    return ""


def test_three_hundred_sizes_of_a_disk_in_memory() -> None:
    """Of a page more each; at first nothing fits, in the end all does."""
    full = Disk(started_with(ROOT, {}))
    create(full, PATH, BODY)
    files = dict(full.tree.content())
    held = sum(-(-len(data) // PAGE_BYTES) for data in files.values())
    done = 0
    for more in range(SIZES):
        disk = Disk(full.tree, room=(held + more) * PAGE_BYTES)
        said = said_of(lambda disk=disk: save(disk, PATH, b"new " + BODY))
        if said:
            assert "the disk is full" in said
            assert dict(disk.tree.content()) == files
        else:
            done += 1
            assert a_store(disk).load(PATH, by_code())[1] == b"new " + BODY
        assert disk.names(ROOT) in ([PATH.name], ["shop backups", PATH.name])
    assert SIZES // 10 < done < SIZES * 9 // 10


def test_three_hundred_sizes_of_a_new_vault_s_disk() -> None:
    """It is there as a whole, or nothing is."""
    done = 0
    for pages in range(SIZES):
        disk = Disk(started_with(ROOT, {}), room=pages * PAGE_BYTES)
        if said_of(lambda disk=disk: create(disk, PATH, BODY)):
            assert not disk.names(ROOT)
        else:
            done += 1
            assert a_store(disk).load(PATH, by_code())[1] == BODY
    assert SIZES // 10 < done < SIZES * 9 // 10


Mount = Callable[[int], Path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Mount]:
    """Yield a maker of small file systems, in memory; skip where none can be made."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("making a small disk wants root")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = False

    def unmount() -> None:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)

    def mount(size_bytes: int) -> Path:
        nonlocal mounted
        unmount()
        options = f"size={size_bytes}"
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        mounted = not subprocess.run(words, capture_output=True, check=False).returncode
        if not mounted:
            pytest.skip("this system makes no small disk")
        return folder

    yield mount
    unmount()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a vault of some hundred kilobytes."""
    folder = tmp_path_factory.mktemp("made")
    make_shop(ports_on_disk(), folder, accounts=100)
    return folder


def saved_or_said(path: Path) -> str:
    """Edit and save; return what was said of a refusal, "" where there was none."""
    with opened(ports_on_disk(), path, write=True) as session:
        edit(session, 99)
        try:
            session.save()
        except VaultError as error:
            assert session.unsaved
            assert number_in(session) == 99
            return explain(error).happened
    return ""


def holds(path: Path, said: str, before: dict[str, bytes], why: str) -> None:
    """Hold what a save leaves on a disk that may be too small."""
    after = files_in(path.parent)
    assert not any(map(paths.written_for, names_in(path.parent)))
    if said:
        assert why in said
        assert {name: after[name] for name in before} == before
    else:
        with opened(ports_on_disk(), path) as session:
            assert number_in(session) == 99


def on_small_disks(made: Path, small_disk: Mount, step: int) -> tuple[int, int]:
    """Save on true disks of more and more pages; return how many refused and took."""
    size = sum(-(-len(data) // PAGE_BYTES) for data in files_in(made).values())
    refused = 0
    tried = range(0, SIZES, step)
    for more in tried:
        folder = small_disk((size + 1 + more) * PAGE_BYTES)
        shutil.copytree(made, folder, dirs_exist_ok=True)
        before = files_in(folder)
        said = saved_or_said(folder / "shop.sparekey")
        refused += bool(said)
        holds(folder / "shop.sparekey", said, before, "the disk is full")
    return refused, len(tried) - refused


def test_a_few_sizes_of_a_true_disk(made: Path, small_disk: Mount) -> None:
    """Some are too small, some are not."""
    refused, took = on_small_disks(made, small_disk, 30)
    assert refused
    assert took


@pytest.mark.figures
def test_three_hundred_sizes_of_a_true_disk(made: Path, small_disk: Mount) -> None:
    """A page more each time."""
    refused, took = on_small_disks(made, small_disk, 1)
    assert refused + took == SIZES
    assert min(refused, took) > SIZES // 10


def under_limits(made: Path, folder: Path, count: int) -> tuple[int, int]:
    """Save under limits up to twice the vault's size; return refusals and successes."""
    limited = pytest.importorskip("tests.proof.limited")
    size = (made / "shop.sparekey").stat().st_size
    path = folder / "shop.sparekey"
    refused = 0
    for number in range(count):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(made, folder)
        before = files_in(folder)
        limit = number * 2 * size // count
        said, unsaved, edit_kept = limited.save_within(path, limit)
        assert edit_kept == 99
        assert unsaved == bool(said)
        refused += unsaved
        holds(path, said, before, "the file may not grow that far")
    return refused, count - refused


def test_a_few_limits_of_a_process_s_files(made: Path, tmp_path: Path) -> None:
    """Some are too small, some are not."""
    refused, took = under_limits(made, tmp_path / "desk", 10)
    assert refused
    assert took


@pytest.mark.figures
def test_three_hundred_limits_of_a_process_s_files(made: Path, tmp_path: Path) -> None:
    """From nothing at all to twice the vault."""
    refused, took = under_limits(made, tmp_path / "desk", SIZES)
    assert refused + took == SIZES
    assert min(refused, took) > SIZES // 10
