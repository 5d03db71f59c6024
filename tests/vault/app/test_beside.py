"""What comes to lie beside an open vault: copies, and what somebody else saved."""

import errno
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk import new_words, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from vault.app.beside import look_beside, prepare, put_away
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.merge_flow import merge_in
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import ChangedUnderneath, FileTrouble, NoKey
from vault.model.change import Replace
from vault.storage import paths
from vault.storage.files import Files

COPY = "shop.sync-conflict-20260301-120000-ABCDEF7.sparekey"
OTHER = "quiet lamp stone river amber glad"


def noted(session: Session, text: str) -> None:
    """Change one field of an account, unsaved."""
    now = min(session.vault.accounts.values(), key=lambda one: one.name)
    session.apply(Replace("account", now, replace(now, notes=text)))


def elsewhere(folder: Path, name: str, text: str, *, words: str = "") -> Path:
    """Lay a copy beside the vault that went on elsewhere, perhaps under new words."""
    away = folder / "away"
    away.mkdir()
    shutil.copy(folder / "shop.sparekey", away / "shop.sparekey")
    with opened(ports_on_disk(seed=7), away / "shop.sparekey", write=True) as session:
        noted(session, text)
        session.save()
        if words:
            new_words(session, words)
    shutil.copy(away / "shop.sparekey", folder / name)
    shutil.rmtree(away)
    return folder / name


def test_nothing_is_told_where_nothing_happened(session: Session) -> None:
    """Our own file, our own backups."""
    noted(session, "mine")
    session.save()
    told = look_beside(session)
    assert (told.changed, told.copies) == (False, ())


def test_what_somebody_else_saved_is_told(session: Session, folder: Path) -> None:
    """By its content, not by a time."""
    elsewhere(folder, "shop.sparekey", "theirs")
    assert look_beside(session).changed


def test_a_file_that_is_away_for_a_moment_is_not_changed(
    session: Session, folder: Path
) -> None:
    """A sync program may be about to put it back."""
    kept = (folder / "shop.sparekey").rename(folder / "moved")
    assert not look_beside(session).changed
    kept.rename(folder / "shop.sparekey")


def test_a_copy_with_something_new_is_told(session: Session, folder: Path) -> None:
    """With who may have left it, and the day it was written."""
    path = elsewhere(folder, COPY, "theirs")
    (found,) = look_beside(session).copies
    assert (found.path, found.program) == (path, "Syncthing")
    assert found.day.isoformat() > "2020"


def test_a_copy_that_brings_nothing_is_not_told(session: Session, folder: Path) -> None:
    """The very same save; an older one; one that was merged already."""
    shutil.copy(folder / "shop.sparekey", folder / COPY)
    noted(session, "mine")
    session.save()
    assert not look_beside(session).copies
    elsewhere(folder, COPY, "theirs")
    assert look_beside(session).copies
    merge_in(session, prepare(session, folder / COPY), "Merge")
    assert not look_beside(session).copies


def test_a_copy_that_is_known_is_not_opened_again(
    session: Session, folder: Path
) -> None:
    """By its content: the same file under another name is no news."""
    path = elsewhere(folder, COPY, "theirs")
    told = look_beside(session)
    assert told.seen == {told.copies[0].digest}
    shutil.copy(path, folder / "shop (1).sparekey")
    again = look_beside(session, told.seen)
    assert (again.copies, again.seen) == ((), told.seen)


def test_a_copy_that_opens_otherwise_is_told_unopened(
    session: Session, folder: Path
) -> None:
    """It is for the user to give its passphrase."""
    path = elsewhere(folder, COPY, "theirs", words=OTHER)
    assert [one.path for one in look_beside(session).copies] == [path]
    with pytest.raises(NoKey):
        prepare(session, path)
    shown = shown_as(OTHER)
    merging = prepare(session, path, shown)
    assert merging.ways_differ
    merging.copy.file.keys.file_key.close()


def shown_as(words: str) -> Credentials:
    return Credentials(passphrase=typed_passphrase(words).secret)


def test_a_copy_is_put_away_and_not_deleted(
    session: Session, folder: Path, ports: Ports
) -> None:
    """Under its name among the backups; twice, under a number; never pruned."""
    path = elsewhere(folder, COPY, "one")
    data = path.read_bytes()
    place = put_away(ports, folder / "shop.sparekey", path)
    assert place.parent == paths.backups(folder / "shop.sparekey")
    assert (place.name, place.read_bytes()) == (COPY, data)
    assert not path.exists()
    path.write_bytes(b"another")
    again = put_away(ports, folder / "shop.sparekey", path)
    assert again.name == COPY.replace(".sparekey", " 2.sparekey")
    assert (place.read_bytes(), again.read_bytes()) == (data, b"another")
    noted(session, "mine")
    session.save()
    assert place.exists()


class NoLinks(Files):
    """A disk such as exFAT, where a file has one name."""

    def link(self, source: Path, target: Path) -> bool:
        """Tell that there are none."""
        return False


class Hasty(NoLinks):
    """One on which somebody writes the file while it is being copied."""

    def copy(self, source: Path, target: Path) -> None:
        """Copy, and let it be another file behind that."""
        super().copy(source, target)
        source.write_bytes(b"newer")


def test_a_copy_is_put_away_where_links_do_not_exist(
    session: Session, folder: Path
) -> None:
    """It is copied, and only then removed."""
    path = elsewhere(folder, COPY, "one")
    data = path.read_bytes()
    ports = with_files(session.ports, NoLinks())
    place = put_away(ports, folder / "shop.sparekey", path)
    assert place.read_bytes() == data
    assert not path.exists()


def test_a_copy_that_becomes_another_while_it_is_put_away_stays(
    session: Session, folder: Path
) -> None:
    """What came last is not to be lost."""
    path = elsewhere(folder, COPY, "one")
    ports = with_files(session.ports, Hasty())
    with pytest.raises(ChangedUnderneath):
        put_away(ports, folder / "shop.sparekey", path)
    assert path.read_bytes() == b"newer"


@pytest.mark.parametrize("step", ["make_folder", "link", "sync_directory", "remove"])
def test_a_copy_that_cannot_be_put_away_stays(
    session: Session, folder: Path, step: str
) -> None:
    """The disk says why."""
    path = elsewhere(folder, COPY, "one")
    ports = with_files(session.ports, FailingFiles(step, errno.EROFS))
    with pytest.raises(FileTrouble):
        put_away(ports, folder / "shop.sparekey", path)
    assert path.exists()
