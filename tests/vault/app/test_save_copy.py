"""A copy is the very save, proven; nothing is overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import opened
from tests.fakes import FailingFiles, ShortFiles, with_files
from vault import limits
from vault.app.repair import Parity, health
from vault.app.save_copy import save_copy
from vault.app.session import Session
from vault.errors import BrokenInvariant, ChangedUnderneath, Exists, FileTrouble
from vault.model.change import Add


def test_a_copy_is_what_was_saved(session: Session, tmp_path: Path) -> None:
    """Byte for byte, and it opens; the session stays where it is."""
    out = tmp_path / "copy.sparekey"
    session.apply(Add("account", an_account(70)))
    save_copy(session, out)
    assert out.read_bytes() == session.file.path.read_bytes()
    assert out.stat().st_mode & 0o077 == 0
    session.save()
    with opened(session.ports, out) as copy:
        assert an_account(70).id not in copy.vault.accounts


def test_nothing_is_overwritten(session: Session, tmp_path: Path) -> None:
    """Not even an older copy."""
    out = tmp_path / "copy.sparekey"
    out.write_bytes(b"mine")
    with pytest.raises(Exists):
        save_copy(session, out)
    assert out.read_bytes() == b"mine"


def test_a_file_that_somebody_else_wrote_is_not_copied(
    session: Session, tmp_path: Path
) -> None:
    """It is not what is open here."""
    session.file.path.write_bytes(b"theirs")
    with pytest.raises(ChangedUnderneath):
        save_copy(session, tmp_path / "copy.sparekey")
    assert not (tmp_path / "copy.sparekey").exists()


def test_a_damaged_vault_is_copied_healed(folder: Path, session: Session) -> None:
    """The copy has no damage."""
    path = session.file.path
    session.close()
    data = bytearray(path.read_bytes())
    data[2000] ^= 1
    path.write_bytes(data)
    out = folder / "copy.sparekey"
    with opened(session.ports, path) as again:
        assert again.damage
        save_copy(again, out)
    assert health(session.ports, out).parity is Parity.WHOLE


def test_a_large_vault_is_copied_with_its_parity(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the vault itself gets it only later."""
    monkeypatch.setattr(limits, "PARITY_AT_ONCE_BYTES", 1024)
    session.apply(Add("account", an_account(70)))
    session.save()
    assert session.file.parity_due
    out = tmp_path / "copy.sparekey"
    save_copy(session, out)
    assert health(session.ports, out).parity is Parity.WHOLE


def test_a_copy_that_reads_differently_is_not_called_one(
    session: Session, tmp_path: Path
) -> None:
    """A disk that took only half leaves no file."""
    session.ports = with_files(session.ports, ShortFiles())
    with pytest.raises(BrokenInvariant):
        save_copy(session, tmp_path / "copy.sparekey")
    assert not (tmp_path / "copy.sparekey").exists()


def test_a_full_disk_leaves_nothing(session: Session, tmp_path: Path) -> None:
    """And says so."""
    session.ports = with_files(session.ports, FailingFiles("write"))
    with pytest.raises(FileTrouble):
        save_copy(session, tmp_path / "copy.sparekey")
    assert not (tmp_path / "copy.sparekey").exists()


def test_a_copy_of_another_save_is_a_fault_of_ours(
    session: Session, tmp_path: Path
) -> None:
    """What was written is opened and compared."""
    stamp = session.file.stamp
    session.file = replace(session.file, stamp=replace(stamp, generation=77))
    with pytest.raises(BrokenInvariant):
        save_copy(session, tmp_path / "copy.sparekey")
