"""The other copy: opened without asking twice, and closed without harm."""

import shutil
from pathlib import Path

import pytest

from tests.desk import new_words, opened
from tests.fakes import ports_on_disk
from vault.app import other_copy
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.other_copy import close_copy, open_copy, open_disk
from vault.app.session import Session
from vault.app.share_make import ShareOrder, hand_out_share, make_share
from vault.app.unlock import open_vault
from vault.app.ways_change import plan_key_file
from vault.app.ways_plan import carry_out
from vault.crypto.secret import Secret
from vault.errors import BrokenInvariant, FileTrouble, WrongKind

OTHER = "quiet lamp stone river amber glad"


def test_a_copy_of_the_same_key_costs_no_argon2(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened by the file key in use; closing it leaves ours."""
    monkeypatch.setattr(other_copy, "open_another", None)
    copy = open_disk(session)
    assert copy.vault == session.vault
    close_copy(session, copy)
    assert session.file.keys.file_key.reveal()


def test_one_of_another_key_is_tried_with_what_opened_ours(
    session: Session, folder: Path
) -> None:
    """The key card opens both, whatever the passphrase; its key is wiped afterwards."""
    away = folder / "away.sparekey"
    shutil.copy(session.file.path, away)
    with opened(ports_on_disk(seed=5), away, write=True) as theirs:
        new_words(theirs, OTHER)
    code = bytes.fromhex(session.vault.vault_code)
    session.presented = Credentials(code=Secret(code))
    copy = open_copy(session, away)
    assert copy.presented is None
    close_copy(session, copy)
    with pytest.raises(BrokenInvariant):
        copy.file.keys.file_key.reveal()


def test_the_key_file_that_opened_ours_is_tried_with_theirs(
    session: Session, folder: Path
) -> None:
    """Only the passphrase differs; the file need not be named again."""
    file, away = Secret(bytes(64)), folder / "away.sparekey"
    shown = Credentials(session.presented.passphrase)
    carry_out(session, plan_key_file(session, file, shown))
    shutil.copy(session.file.path, away)
    opens = Credentials(session.presented.passphrase, key_file=file)
    with open_vault(ports_on_disk(seed=5), away, opens, write=True) as theirs:
        new_words(theirs, OTHER)
    by_words = Credentials(typed_passphrase(OTHER).secret)
    copy = open_copy(session, away, by_words)
    assert copy.presented
    assert copy.presented.key_file is file
    close_copy(session, copy)


def test_a_link_leads_to_the_same_file(session: Session, folder: Path) -> None:
    """Somebody names the vault by a link: it is the disk's own state."""
    link = folder / "link.sparekey"
    link.symlink_to(session.file.path)
    assert open_copy(session, link).file.path == session.file.path


def test_what_is_no_vault_or_no_file_says_so(session: Session, folder: Path) -> None:
    """Before any key work."""
    with pytest.raises(FileTrouble):
        open_copy(session, folder / "nothing.sparekey")
    with pytest.raises(WrongKind):
        open_copy(session, a_share(session, folder))


def a_share(session: Session, folder: Path) -> Path:
    accounts = tuple(session.vault.accounts)
    order = ShareOrder(accounts, "procedures", typed_passphrase(OTHER))
    path = folder / "mina.sparekey"
    hand_out_share(session, make_share(session, order), path)
    return path
