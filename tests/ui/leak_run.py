"""One long driven run with markers for secrets; run as a program, apart from tests.

What was used as a secret, and all words that a title, a tip or a screen reader had at
each step, is written to the file descriptor named by the first word.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.fakes import CHEAP
from tests.person import PATIENCE_MS, Person
from ui.application import Application, Outside
from ui.window import _hear_bugs, _restart, _settings_path
from ui.workers.op import progress_of_thread
from vault.app import unlock
from vault.app.edit import adding
from vault.app.ports import Ports
from vault.app.system import system_ports
from vault.encoding.recovery_code import CodeKind, print_code
from vault.optics.pdf_pages import render_png

DPI = 200
CODES = [f"{first:04d} {first * 7 % 10_000:04d}" for first in range(4801, 4811)]
TYPED = {
    "passphrase": "marker heron counts the boats by seven weirs",
    "wrong passphrase": "marker heron counts the goats",
    "login": "markerlogin-of-the-shop",
    "account note": "markernote under the blue pot",
    "PIN": "90417733",
    "seed": "MARKERSEEDJBSWY3DPEHPK3PXP",
    "answer": "markeranswer the first pet was a newt",
    "case number": "MARKER-CASE-5512",
    "procedure": "markerstep open the third drawer",
    "share note": "markershare ring the carrier first",
    "person note": "markerperson has the second key",
    "contact note": "markercontact asks for the year of the first sale",
    "access note": "markeraccess by the old telephone only",
    "letter": "Dear markerletter, the safe is behind the stove.",
    "bug": "markerbug what was at hand when it broke",
    "typed card code": "7QXK4M2P9VTA03HDWRZ8C5NEJB1",
}


class Arrived(QObject):
    """Sees a key that means nothing come to a window, and keeps it from all else."""

    KEY = Qt.Key.Key_F35

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note it."""
        if isinstance(event, QKeyEvent) and event.key() == self.KEY:
            self.seen = True
            return True
        return False


class Patient(Person):
    """Gives a real screen and a real bus the time to do what was asked.

    Where a screen reader listens Qt asks it about each key before it hands the key on,
    in order: a last key that has arrived says that all before it have.
    """

    def wait(self) -> None:
        if QApplication.platformName() != "offscreen":
            window, arrived = self.application.window, Arrived()
            window.installEventFilter(arrived)
            QTest.keyPress(window, Arrived.KEY)
            end = QDeadlineTimer(PATIENCE_MS)
            while not arrived.seen:
                assert not end.hasExpired(), "no key arrives"
                QTest.qWait(2)
            window.removeEventFilter(arrived)
            QTest.qWait(20)
        super().wait()


@dataclass
class Run:
    """One person, and what a listener would have heard and seen."""

    person: Person
    folder: Path
    secrets: dict[str, str] = field(default_factory=lambda: dict(TYPED))
    heard: list[str] = field(default_factory=list)

    @property
    def desk(self) -> object:
        return self.person.application.desk

    def listen(self) -> None:
        """Note all titles, tips, names and descriptions; nothing may be revealed."""
        for window in QApplication.topLevelWidgets():
            self.heard.append(window.windowTitle())
            for one in [window, *window.findChildren(QWidget)]:
                if one.isVisible() and not isinstance(one, QLineEdit):
                    self.heard += [one.toolTip(), one.statusTip(), one.objectName()]
                    self.heard += _read_out(one)

    def titles(self) -> None:
        """Note the titles only: something is shown because it was asked for."""
        windows = QApplication.topLevelWidgets()
        self.heard += [window.windowTitle() for window in windows]


def _read_out(widget: QWidget) -> list[str]:
    read = QAccessible.queryAccessibleInterface(widget)
    if read is None:
        return []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
    return [read.text(kind) for kind in kinds]


def ports() -> Ports:
    """Return the real ports at cheap key costs."""
    return replace(system_ports(progress_of_thread), costs=CHEAP)


def create(run: Run) -> None:
    """The first run, with a passphrase of one's own."""
    person = run.person
    person.click("Create a vault")
    person.type("Markerless Lanterns")
    person.click("Next")
    run.titles()
    person.click("Use one of my own instead")
    person.fill("A passphrase of your own", TYPED["passphrase"])
    run.listen()
    person.click("Next")
    person.type(TYPED["wrong passphrase"])
    person.click("Create the vault")
    run.listen()
    person.type(TYPED["passphrase"])
    person.click("Create the vault")
    person.click("Instagram")
    person.click("Next")
    person.fill("Login: what you type to sign in", TYPED["login"])
    person.tab_to("Recovery codes")
    person.paste("\n".join(CODES))
    run.titles()
    person.click("Next")
    person.type("Jonas")
    person.fill("Telephone number", "+44 20 7946 0102")
    person.click("Done")
    run.secrets |= {f"code {n}": code for n, code in enumerate(CODES, 1)}


def fill(run: Run) -> None:
    """Records with secrets of every kind, through the one door."""
    vault = run.person.application.vault
    account = next(iter(vault.vault.accounts))
    jonas = next(iter(vault.vault.people))
    for kind, value in (
        ("pin", "PIN"),
        ("totp-seed", "seed"),
        ("security-answer", "answer"),
    ):
        codes = [{"value": TYPED[value]}]
        put(run, "code-set", {"account": account, "kind": kind, "codes": codes})
    steps = [{"text": TYPED["procedure"]}]
    put(run, "procedure", {"title": "Drawer", "account": account, "steps": steps})
    cases = [TYPED["case number"]]
    desk = {"name": "Desk", "account": account, "case_numbers": cases}
    put(run, "contact", desk | {"notes": TYPED["contact note"]})
    way_in = {"person": jonas, "account": account, "notes": TYPED["access note"]}
    put(run, "access", way_in)
    note = {"name": "Ada", "notes": TYPED["person note"], "trusted": True}
    put(run, "person", note)
    own = vault.vault
    run.secrets["vault code"] = print_code(
        bytes.fromhex(own.vault_code), CodeKind.VAULT
    )
    run.secrets["vault code, raw"] = own.vault_code
    assert own.identity is not None
    run.secrets["signing seed"] = own.identity.signing_seed


def put(run: Run, kind: str, fields: dict[str, object]) -> None:
    vault = run.person.application.vault
    _, changes = adding(run.person.application.desk.ports, vault.vault, kind, fields)
    vault.apply(changes, f"Add a {kind}")
    run.person.wait()


def use_codes(run: Run) -> None:
    """Reveal, copy, mark used, hide; then a note, and all of it again by undo."""
    person = run.person
    desk = person.application.desk
    desk.go("accounts", next(iter(desk.vault.vault.accounts)))
    person.wait()
    run.listen()
    person.click("Show code 2 of Backup codes")
    run.titles()
    person.click("Hide code 2 of Backup codes")
    person.click("Copy code 3 of Backup codes")
    run.listen()
    person.click("Next unused code")
    run.titles()
    person.key(Qt.Key.Key_Escape)
    run.listen()
    person.fill("Notes", TYPED["account note"])
    person.key(Qt.Key.Key_Tab)
    desk.vault.undo()
    desk.vault.redo()
    run.listen()


def print_kit(run: Run) -> list[Path]:
    """Make a kit with a letter, save it, and photograph its sheets."""
    person, folder = run.person, run.folder
    person.application.desk.go("kit-new")
    person.wait()
    person.fill("A letter to whoever steps in, if you like", TYPED["letter"])
    person.click("Next")
    run.listen()
    person.click("Next")
    run.listen()
    person.click("Save as PDF…")
    person.choose(folder / "kit.pdf")
    run.listen()
    sheets = []
    for number, png in enumerate(render_png((folder / "kit.pdf").read_bytes(), DPI)):
        sheets.append(folder / f"sheet-{number}.png")
        sheets[-1].write_bytes(png)
    person.click("Choose files")
    person.choose(*sheets)
    run.listen()
    if person.window.findChildren(QLineEdit) and person.focused == "Passphrase":
        person.type(TYPED["passphrase"])
        person.key(Qt.Key.Key_Return)
    return sheets


def share(run: Run) -> None:
    """Make a share, and open it as the one it is for."""
    person, folder = run.person, run.folder
    person.application.desk.go("shares")
    person.wait()
    person.click("All accounts")
    person.click("Next")
    person.click("The same, and the recovery codes")
    person.click("Next")
    person.fill("Note", TYPED["share note"])
    person.click("Next")
    page = person.application.window.page
    words = page._words.accessibleDescription().replace(",", "")
    run.secrets["share passphrase"] = words
    run.titles()
    person.click("Make the share")
    run.listen()
    (made,) = folder.rglob("Share of *.sparekey")
    person.application.desk.go("shared", made)
    person.wait()
    person.type(words)
    person.click("Open")
    run.listen()
    person.application.desk.go("home")
    person.wait()


def restore(run: Run, sheets: list[Path]) -> None:
    """Provoke what can go wrong, then look."""
    person = run.person
    person.application.desk.go("restore")
    person.wait()
    person.click("Choose files")
    person.choose(*sheets)
    if person.focused == "Passphrase":
        person.type(TYPED["wrong passphrase"])
        person.key(Qt.Key.Key_Return)
        run.listen()
        person.click("Use the key card instead")
    person.type(TYPED["typed card code"])
    run.titles()
    person.key(Qt.Key.Key_Return)
    run.titles()
    person.type(run.secrets["vault code"])
    person.key(Qt.Key.Key_Return)
    run.listen()
    person.click("Look first")
    run.listen()


def bugs(run: Run, path: Path) -> None:
    """Break the program while secrets are at hand: in the worker, and in a slot."""
    person = run.person
    person.application.vault.close()
    person.application.desk.go("unlock", path)
    person.wait()
    secret = TYPED["bug"]

    def broken(*_words: object, **_named: object) -> NoReturn:
        raise ValueError(secret, TYPED["passphrase"])

    real, unlock.open_vault = unlock.open_vault, broken
    person.type(TYPED["passphrase"])
    person.key(Qt.Key.Key_Return)
    run.listen()
    unlock.open_vault = real
    usual = sys.excepthook, threading.excepthook, sys.unraisablehook
    _hear_bugs(person.application)
    person.application.window.triggered.connect(broken)
    person.application.window.triggered.emit("nothing")
    person.application.window.triggered.disconnect(broken)
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    sys.excepthook, threading.excepthook, sys.unraisablehook = usual
    run.listen()


def lock(run: Run, path: Path) -> None:
    """Unlock for real, and lock."""
    person = run.person
    person.application.desk.go("unlock", path)
    person.wait()
    person.type(TYPED["passphrase"])
    person.key(Qt.Key.Key_Return)
    assert person.application.vault.is_open
    person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    run.listen()


def main() -> None:
    """Go through all of it, and tell what was used and heard."""
    app = QApplication(["sparekey"])
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(kind))
    folder.mkdir(parents=True, exist_ok=True)
    restarted: list[Path | None] = []
    outside = Outside(_settings_path(), ports, restarted.append)
    application = Application(app, outside)
    application.start(None)
    application.window.activateWindow()
    assert QTest.qWaitForWindowActive(application.window)
    run = Run(Patient(application), folder)
    run.person.wait()
    acts: list[Callable[[Run], object]] = [create, fill, use_codes]
    for act in acts:
        act(run)
        run.listen()
    path = application.vault.session.file.path
    sheets = print_kit(run)
    share(run)
    application.vault.save_now(lambda _: None)
    run.person.wait()
    restore(run, sheets)
    bugs(run, path)
    lock(run, path)
    assert restarted == [path], restarted
    application.end()
    told = {
        "secrets": run.secrets,
        "heard": run.heard,
        "environment": [f"{name}={value}" for name, value in os.environ.items()],
        "arguments": Path("/proc/self/cmdline").read_text(encoding="utf-8"),
        "restart": [str(_restart.__name__), *map(str, restarted)],
    }
    with os.fdopen(int(sys.argv[1]), "w", encoding="utf-8") as out:
        json.dump(told, out)


if __name__ == "__main__":
    main()
