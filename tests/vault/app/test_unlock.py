"""Making a vault and opening one: to write, to read, at a cost."""

import errno
from pathlib import Path

import pytest

from tests.builders import an_account
from tests.desk import WORDS, opened
from tests.fakes import FailingFiles, with_files
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.unlock import blank_vault, create_vault, open_for_reading
from vault.envelope.seal import Credentials
from vault.errors import Busy, OnlyReadable, ReadOnly, Unconfirmed
from vault.model.change import Add


def shown() -> Credentials:
    return Credentials(passphrase=typed_passphrase(WORDS).secret)


def test_a_vault_that_is_open_elsewhere_can_be_read(folder: Path, ports: Ports) -> None:
    """And says why nothing may change here."""
    path = folder / "shop.sparekey"
    with opened(ports, path, write=True):
        with pytest.raises(Busy):
            opened(ports, path, write=True)
        with open_for_reading(ports, path, shown()) as session:
            assert session.vault.name == "Tea Shop"
            with pytest.raises(ReadOnly) as caught:
                session.apply(Add("account", an_account(77)))
    assert caught.value.reason == "open-elsewhere"


def test_a_vault_where_nothing_may_be_written_can_be_read(
    folder: Path, ports: Ports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is write-protected, a burnt disc; and it says why."""
    path = folder / "shop.sparekey"

    def protected(*_: object) -> None:
        raise OnlyReadable(str(path), "lock", errno.EROFS)

    monkeypatch.setattr("vault.app.unlock.Lock", protected)
    with pytest.raises(OnlyReadable):
        opened(ports, path, write=True)
    with open_for_reading(ports, path, shown(), shut=True) as session:
        assert session.vault.name == "Tea Shop"
        assert session.read_only == "disk-read-only"


def test_a_vault_that_was_made_and_not_confirmed_is_open(
    tmp_path: Path, ports: Ports
) -> None:
    """It is there; whoever made it is told, and does not have to make it again."""
    doubtful = with_files(ports, FailingFiles("sync_directory"))
    words = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    path = tmp_path / "new.sparekey"
    session = create_vault(doubtful, path, blank_vault(ports, "New"), words)
    with session, pytest.raises(Unconfirmed):
        session.must_be_confirmed()
    opened(ports, path).close()
