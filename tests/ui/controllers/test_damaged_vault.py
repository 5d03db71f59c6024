"""A vault beyond repair: the newest good backup is one click away, on every way in."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import an_account
from tests.desk import WORDS, make_shop, opened
from tests.fakes import FailingFiles, ports_on_disk, with_files
from tests.person import Person
from tests.ui.conftest import Start
from vault.model.change import Add


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a vault that was saved once more, so that it has a backup."""
    make_shop(ports_on_disk(), tmp_path)
    path = tmp_path / "shop.sparekey"
    with opened(ports_on_disk(seed=3), path, write=True) as session:
        session.apply(Add("account", an_account(77)))
        session.save()
    (backup,) = (tmp_path / "shop backups").iterdir()
    os.utime(backup, (1_772_366_400, 1_772_366_400))  # the first of March 2026
    return path


def unlocked(person: Person) -> Person:
    person.type(WORDS)
    person.key(Qt.Key.Key_Return)
    return person


def wreck(shop: Path) -> None:
    """Lose more of the payload than parity can heal; the first bytes stay."""
    data = bytearray(shop.read_bytes())
    start, end = len(data) // 5, len(data) * 17 // 20
    data[start:end] = bytes(end - start)
    shop.write_bytes(data)


def test_the_backup_of_a_day_is_opened_to_look(start: Start, shop: Path) -> None:
    """It is named, opens with the same passphrase, and may be brought back."""
    wreck(shop)
    person = unlocked(start(shop))
    assert "more than it can heal by itself" in person.seen()
    person.click("Open the backup of 1 Mar 2026")
    assert person.sees("Unlock shop, backup 1")
    unlocked(person)
    assert person.application.window.place == "home"
    assert person.application.vault.session.read_only
    assert person.sees("Bring it back…")


def test_a_file_that_lost_its_beginning_leads_there_too(
    start: Start, shop: Path
) -> None:
    """It can't even be told to be a vault."""
    shop.write_bytes(b"x" * shop.stat().st_size)
    person = start(shop)
    assert person.sees("Not a Spare Key file")
    person.click("Open the backup of 1 Mar 2026")
    assert person.sees("Unlock shop, backup 1")


def test_a_disk_that_fails_is_told_as_such(start: Start, shop: Path) -> None:
    """Not as a wrong passphrase, nor as a path that is wrong."""
    person = start(shop)
    desk = person.application.desk
    files = FailingFiles("read", errno.EIO)
    desk.__dict__["ports"] = with_files(desk.ports, files)
    unlocked(person)
    assert person.sees("The disk is failing")
    assert "This says nothing against your passphrase." in person.seen()
