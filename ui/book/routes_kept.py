"""The ways through what is kept of older states: backups, an older copy, a fork.

All of it is laid out in a folder of its own, at a device that remembers, so that the
other walks find the vault as it was.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from ui.book.hand import Hand
from ui.book.props import WORDS, Props
from ui.controllers.older_copy import OlderCopy
from vault.app.backups import damaged_files, list_backups
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.ports import Ports
from vault.app.repair import write_back
from vault.app.second_place import choose_second_place
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.i18n import translate as _
from vault.model.change import edit_vault

_SAVES: Final = {"empty": 0, "typical": 3, "overfull": 9}
_DAY: Final = 24 * 60 * 60
_BEGAN: Final = 1_772_366_400  # 1 March 2026


def backups(hand: Hand, props: Props) -> Iterator[str]:
    """The list, the second place there and away, what was damaged and kept."""
    ports, path = _laid_out(props)
    _take(hand, ports, path)
    hand.go("backups")
    yield "backups"
    if hand.press_first(_("Bring back: {name}").format(name="")):
        yield "backups-bring-back"
        hand.leave()
    if hand.press_first(_("Remove them…")):
        yield "backups-remove"
        hand.leave()
    stick = path.parent / "USB stick"
    stick.mkdir()
    choose_second_place(ports, path, stick)
    hand.application.second_copy.follow()
    hand.wait()
    hand.go("backups")
    yield "backups-second"
    stick.rename(path.parent / "away")
    hand.go("backups")
    yield "backups-away"
    _put_back(hand, props, path)


def older_copy(hand: Hand, props: Props) -> Iterator[str]:
    """An older copy in the place of the newest, a backup, a fork."""
    ports, path = _laid_out(props)
    older = path.read_bytes()
    _save(ports, path, "here")
    path.write_bytes(older)
    shown = _take(hand, ports, path)
    hand.go("home")
    shown.tell(hand.application.vault.session)
    hand.wait()
    yield "older-copy"
    hand.press(_("What to do…"))
    yield "older-copy-asked"
    hand.leave()
    for one in list_backups(ports, path)[:1]:
        shown = _take(hand, ports, one.path)
        hand.go("home")
        shown.tell(hand.application.vault.session)
        yield "backup-look"
    hand.application.vault.close()
    away = replace(ports, state=path.parent / "theirs", device="theirs")
    path.write_bytes(older)
    _save(away, path, "there")
    shown = _take(hand, ports, path)
    hand.go("home")
    shown.tell(hand.application.vault.session)
    hand.wait()
    yield "forked"
    _put_back(hand, props, path)


def _laid_out(props: Props) -> tuple[Ports, Path]:
    """Return a device that remembers, and a vault with older states and some damage."""
    folder = props.folder / "kept"
    shutil.rmtree(folder, ignore_errors=True)  # of a walk that was left half-way
    folder.mkdir()
    ports = replace(props.ports, state=folder / "notes")
    path = folder / props.vault.name
    shutil.copy(props.vault, path)
    for number in range(_SAVES[props.fill]):
        _save(ports, path, str(number))
    if props.fill != "empty":
        _damage(path)
        with _open(ports, path) as session:
            write_back(session)
    kept = [one.path for one in list_backups(ports, path)][::-1]
    kept += [one.path for one in damaged_files(ports, path)]
    for number, one in enumerate(kept):  # a picture is to look alike on every day
        day = _BEGAN + number * _DAY
        os.utime(one, (day, day))
    return ports, path


def _save(ports: Ports, path: Path, what: str) -> None:
    with _open(ports, path) as session:
        session.apply(edit_vault(session.vault, name=f"Kiln & Clay ({what})"))
        session.save()


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 8] ^= 1
    path.write_bytes(data)


def _open(ports: Ports, path: Path) -> Session:
    shown = Credentials(passphrase=typed_passphrase(WORDS).secret)
    return open_vault(ports, path, shown, write=True)


def _take(hand: Hand, ports: Ports, path: Path) -> OlderCopy:
    """Open a file in the window in place of what is open there."""
    hand.application.vault.close()
    hand.application.window.stand(None)
    hand.application.vault.take(_open(ports, path))
    hand.wait()
    return OlderCopy(hand.application.desk)


def _put_back(hand: Hand, props: Props, path: Path) -> None:
    """Open the vault of the other walks again."""
    hand.application.vault.close()
    hand.application.window.stand(None)
    shutil.rmtree(path.parent)
    hand.application.vault.take(props.open())
    hand.go("home")
