"""One sitting: a window of its own at invented files, walked from end to end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.application import Application, Outside
from ui.book.album import Album
from ui.book.fills import Fill
from ui.book.hand import Hand
from ui.book.props import Props, lay_out
from ui.book.routes import BEFORE, INSIDE
from ui.workers.op import progress_of_thread
from vault.app.ports import Ports
from vault.app.system import system_ports


def sit(album: Album, folder: Path, fill: Fill) -> None:
    """Fill an album with every page at one fill, at the real key costs."""
    folder.mkdir()
    props = lay_out(folder, fill, real_ports)
    window = opened(props, real_ports)
    try:
        hand = Hand(window)
        if fill == "typical":  # what comes before a vault is open holds nothing of it
            album.walk(hand, props, BEFORE)
        unlock(hand, props)
        album.walk(hand, props, INSIDE)
    finally:
        window.window.let_close()
        window.end()


def opened(props: Props, make_ports: Callable[[], Ports]) -> Application:
    """Return a window that nothing outside the folder of the props knows of."""
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["sparekey"])
    settings = props.folder / "window.ini"
    outside = Outside(settings, make_ports, lambda _: None, lambda: props.folder)
    window = Application(app, outside)
    window.theme.add_han()
    window.start(None)
    window.window.activateWindow()
    return window


def unlock(hand: Hand, props: Props) -> None:
    """Open the vault of the props in the window."""
    hand.application.vault.take(props.open())
    hand.wait()


def real_ports() -> Ports:
    """Return the ports of a real window."""
    return system_ports(progress_of_thread)
