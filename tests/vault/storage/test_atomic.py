"""Writing a file: whole or not at all, whatever step fails."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FailingFiles, RecordingFiles, ShortFiles, names_in
from vault.errors import BrokenInvariant, Exists, FileTrouble, Unconfirmed
from vault.storage import atomic, paths
from vault.storage.files import Files

NEW_STEPS = ("create", "preallocate", "write", "sync", "close", "read", "link")
REPLACE_STEPS = ("create", "preallocate", "write", "sync", "close", "read", "replace")


def a_tag(size_bytes: int) -> bytes:
    return b"t" * size_bytes


def keep() -> None:
    """Do nothing between writing and replacing."""


def test_a_new_file_holds_the_data_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    """The file is whole and private."""
    path = tmp_path / "new"
    atomic.write_new(Files(), a_tag, path, b"data")
    assert path.read_bytes() == b"data"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names_in(tmp_path) == {"new"}


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    """What stands there stays."""
    path = tmp_path / "new"
    path.write_bytes(b"old")
    with pytest.raises(Exists):
        atomic.write_new(Files(), a_tag, path, b"data")
    assert path.read_bytes() == b"old"


def test_a_dangling_link_counts_as_something(tmp_path: Path) -> None:
    """Writing through it would make a file elsewhere."""
    path = tmp_path / "new"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Exists):
        atomic.write_new(Files(), a_tag, path, b"data")
    assert names_in(tmp_path) == {"new"}


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    """The name is given by a link, which never overwrites."""
    path = tmp_path / "new"

    class Raced(Files):
        def link(self, source: Path, target: Path) -> bool:
            target.write_bytes(b"theirs")
            return super().link(source, target)

    with pytest.raises(Exists):
        atomic.write_new(Raced(), a_tag, path, b"data")
    assert path.read_bytes() == b"theirs"
    assert names_in(tmp_path) == {"new"}


@pytest.mark.parametrize("step", NEW_STEPS)
def test_where_a_step_fails_no_new_file_and_no_other_is_left(
    tmp_path: Path, step: str
) -> None:
    """Nothing half-written, and the error names its cause."""
    files = FailingFiles(step)
    with pytest.raises(FileTrouble) as caught:
        atomic.write_new(files, a_tag, tmp_path / "new", b"data")
    assert files.failed
    assert caught.value.errno == errno.ENOSPC
    if step != "close":  # a descriptor that can't be closed still has its file
        assert names_in(tmp_path) == set()


@pytest.mark.parametrize("step", REPLACE_STEPS)
def test_where_a_step_fails_the_old_file_stays(tmp_path: Path, step: str) -> None:
    """The old state is whole, and no other file is left."""
    path = tmp_path / "vault"
    path.write_bytes(b"old")
    with pytest.raises(FileTrouble):
        atomic.replace(FailingFiles(step), a_tag, path, b"new", keep)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == {"vault"}


def test_where_only_the_last_sync_fails_the_new_file_is_in_place(
    tmp_path: Path,
) -> None:
    """It is written, and whoever wrote it learns that a power cut may undo it."""
    path = tmp_path / "vault"
    with pytest.raises(Unconfirmed):
        atomic.write_new(FailingFiles("sync_directory"), a_tag, path, b"old")
    assert path.read_bytes() == b"old"
    with pytest.raises(Unconfirmed):
        atomic.replace(FailingFiles("sync_directory"), a_tag, path, b"new", keep)
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == {"vault"}


def test_a_new_file_that_can_not_lose_its_first_name_is_taken_back(
    tmp_path: Path,
) -> None:
    """Two names for one file are none."""

    class Sticky(Files):
        def remove(self, path: Path) -> None:
            if path.name.startswith("."):
                raise OSError(errno.EPERM, "made to fail")
            super().remove(path)

    with pytest.raises(FileTrouble):
        atomic.write_new(Sticky(), a_tag, tmp_path / "new", b"data")
    assert not (tmp_path / "new").exists()


class Linkless(Files):
    """A disk without second names, as exFAT is."""

    def link(self, source: Path, target: Path) -> bool:
        """Tell that there are none."""
        return False


def test_where_links_do_not_exist_a_new_file_is_moved_to_its_name(
    tmp_path: Path,
) -> None:
    """A copy could be cut short, and half a file would stand there."""
    atomic.write_new(Linkless(), a_tag, tmp_path / "new", b"data")
    assert (tmp_path / "new").read_bytes() == b"data"
    assert names_in(tmp_path) == {"new"}


def test_where_links_do_not_exist_nothing_is_overwritten_either(tmp_path: Path) -> None:
    """What appeared meanwhile is kept."""

    class Raced(Linkless):
        def link(self, source: Path, target: Path) -> bool:
            target.write_bytes(b"theirs")
            return False

    with pytest.raises(Exists):
        atomic.write_new(Raced(), a_tag, tmp_path / "new", b"data")
    assert (tmp_path / "new").read_bytes() == b"theirs"
    assert names_in(tmp_path) == {"new"}


@pytest.mark.parametrize("kind", ["link", "dangling", "file", "folder"])
def test_what_lies_at_the_temporary_name_is_neither_followed_nor_written(
    tmp_path: Path, kind: str
) -> None:
    """Somebody who guessed the name wants his file overwritten, or ours to be seen."""
    path, victim = tmp_path / "vault", tmp_path / "victim"
    path.write_bytes(b"old")
    victim.write_bytes(b"theirs")
    fresh = paths.temporary(path, a_tag(6))

    class Raced(Files):
        def create(self, path: Path) -> int:
            lays = {
                "link": lambda: fresh.symlink_to(victim),
                "dangling": lambda: fresh.symlink_to(tmp_path / "nowhere"),
                "file": lambda: fresh.write_bytes(b"theirs"),
                "folder": fresh.mkdir,
            }
            lays[kind]()
            return super().create(path)

    with pytest.raises(Exists):
        atomic.replace(Raced(), a_tag, path, b"new", keep)
    assert path.read_bytes() == b"old"
    assert victim.read_bytes() == b"theirs"
    assert not (tmp_path / "nowhere").exists()


def test_a_link_that_lies_at_the_name_to_be_replaced_is_not_followed(
    tmp_path: Path,
) -> None:
    """It is replaced itself: whoever wants its target resolves it first."""
    path, victim = tmp_path / "vault", tmp_path / "victim"
    victim.write_bytes(b"theirs")
    path.symlink_to(victim)
    atomic.replace(Files(), a_tag, path, b"new", keep)
    assert not path.is_symlink()
    assert victim.read_bytes() == b"theirs"


def test_what_a_killed_save_left_is_swept_up_by_the_next(tmp_path: Path) -> None:
    """What was written for this file, and nobody else's."""
    ours, other = ".vault.0123456789ab.new", ".other.0123456789ab.new"
    for name in (ours, other, "vault"):
        (tmp_path / name).write_bytes(b"old")
    atomic.replace(Files(), a_tag, tmp_path / "vault", b"new", keep)
    assert names_in(tmp_path) == {"vault", other}


def test_what_can_not_be_swept_up_is_left(tmp_path: Path) -> None:
    """It is no reason not to save."""
    (tmp_path / ".vault.0123456789ab.new").write_bytes(b"old")
    (tmp_path / "vault").write_bytes(b"old")
    atomic.replace(FailingFiles("remove"), a_tag, tmp_path / "vault", b"new", keep)
    assert (tmp_path / "vault").read_bytes() == b"new"


def test_a_disk_that_writes_less_than_it_was_given_is_found_out(tmp_path: Path) -> None:
    """The file is read back before it takes its place."""
    path = tmp_path / "vault"
    path.write_bytes(b"old")
    with pytest.raises(BrokenInvariant):
        atomic.replace(ShortFiles(), a_tag, path, b"longer", keep)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == {"vault"}


def test_what_the_backup_raises_keeps_the_old_file(tmp_path: Path) -> None:
    """The last word before replacing belongs to the caller."""
    path = tmp_path / "vault"
    path.write_bytes(b"old")

    def refuse() -> None:
        raise BrokenInvariant("no backup")

    with pytest.raises(BrokenInvariant):
        atomic.replace(Files(), a_tag, path, b"new", refuse)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == {"vault"}


def test_the_file_is_synced_before_it_replaces_and_the_folder_after(
    tmp_path: Path,
) -> None:
    """Without either, a power cut could leave an empty file or undo the rename."""
    path = tmp_path / "vault"
    path.write_bytes(b"old")
    files = RecordingFiles()
    atomic.replace(files, a_tag, path, b"new", keep)
    steps = files.steps
    assert steps == [
        "create",
        "preallocate",
        "write",
        "sync",
        "close",
        "read",
        "replace",
        "sync_directory",
    ]


@given(st.binary(max_size=3_000_000 // 1000), st.integers(1, 1000))
def test_any_bytes_come_back(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, times: int
) -> None:
    """Also more than one block, also none at all."""
    path = tmp_path_factory.mktemp("any") / "file"
    atomic.write_new(Files(), a_tag, path, data * times)
    assert path.read_bytes() == data * times
