"""A share is made and written in one go."""

import errno
from pathlib import Path

import pytest

from tests.desk import opened
from tests.fakes import FailingFiles, with_files
from vault.app.credentials import Credentials, chosen_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.share_give import GivenShare, give_share, take_back_share
from vault.app.share_make import ShareOrder
from vault.app.share_open import open_share
from vault.errors import Exists, Refused

WORDS = "amber brick cloud daisy ember flint"


def order_of(session: Session, words: str = WORDS, *, drawn: bool = True) -> ShareOrder:
    return ShareOrder(
        accounts=tuple(session.vault.accounts)[:1],
        depth="procedures",
        passphrase=chosen_passphrase(words, words, drawn=drawn),
    )


def given(session: Session, path: Path) -> GivenShare:
    return give_share(session, order_of(session), path)


def test_the_file_opens_with_the_words(session: Session, tmp_path: Path) -> None:
    """And the vault knows nothing of it."""
    before = session.vault
    made = given(session, tmp_path / "for-ana.sparekey")
    assert made.unconfirmed is None
    shown = Credentials(passphrase=chosen_passphrase(WORDS, WORDS, drawn=True).secret)
    opened_share = open_share(session.ports, made.path, shown)
    assert len(opened_share.vault.accounts) == 1
    assert session.vault is before


def test_what_stands_there_is_not_overwritten(session: Session, tmp_path: Path) -> None:
    """It is seen before any key work."""
    path = tmp_path / "letter.sparekey"
    path.write_bytes(b"mine")
    with pytest.raises(Exists):
        given(session, path)
    assert path.read_bytes() == b"mine"


def test_the_words_of_the_vault_itself_are_refused(
    session: Session, folder: Path, tmp_path: Path
) -> None:
    """Whoever had the share would have them."""
    words = (folder / "words.txt").read_text(encoding="utf-8").strip()
    path = tmp_path / "for-ana.sparekey"
    with pytest.raises(Refused):
        give_share(session, order_of(session, words, drawn=False), path)
    assert not path.exists()


def test_a_share_that_was_given_up_leaves_no_file(
    session: Session, tmp_path: Path
) -> None:
    """Not even where it is gone already."""
    made = given(session, tmp_path / "for-ana.sparekey")
    take_back_share(session, made)
    assert not made.path.exists()
    take_back_share(session, made)


def test_a_disk_that_confirms_nothing_is_told_and_the_share_is_there(
    folder: Path, ports: Ports, tmp_path: Path
) -> None:
    """It opens; a power cut could take it."""
    files = FailingFiles("sync_directory", errno.EIO)
    with opened(with_files(ports, files), folder / "shop.sparekey") as session:
        made = given(session, tmp_path / "for-ana.sparekey")
    assert made.unconfirmed is not None
    assert made.path.exists()
