"""The frame: menu bar, rail, banner, one page, status bar. It decides nothing."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QCloseEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from ui.actions import ACTION, ACTIONS, ActionSpec
from ui.menus import MENUS, RULE
from ui.shared.grid import NARROW, UNIT
from ui.shared.icons import app_icon, icon
from ui.shared.notice import Notice
from ui.shared.places import PLACE
from ui.widgets.banner import Banner
from ui.widgets.box import column, row
from ui.widgets.file_drop import FileDrop
from ui.widgets.page import Page
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from ui.widgets.tab_stops import InReadingOrder
from ui.workers.op import Op
from vault.i18n import translate as _

SIZE: Final = (140 * UNIT, 95 * UNIT)
LEAST: Final = (80 * UNIT, 60 * UNIT)


class MainWindow(InReadingOrder, QMainWindow):
    """Shows pages and tells which action was chosen."""

    triggered = Signal(str)  # the name of an action
    barred = Signal(bool)  # whether exclusive work keeps all else from being done
    dropped = Signal(list)  # paths of files
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.actions_by_name = {spec.name: self._action(spec) for spec in ACTIONS}
        self._fill_menus()
        self.rail = Rail()
        self.rail.chosen.connect(self.triggered)
        self.rail.hide()
        self.banner = Banner()
        self._act: Callable[[], object] | None = None
        self.banner.acted.connect(self._act_on_notice)
        self.standing = Banner(closable=False)  # what holds for every page
        self._standing_act: Callable[[], object] | None = None
        self.standing.acted.connect(lambda: self._do(self._standing_act))
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self.dropped)
        self._stack = QStackedWidget()
        self._may_close = False
        self._place = ""
        middle = QWidget()
        middle.setProperty("role", "ground")
        right = column(self.standing, self.banner, self._stack, gap=0)
        right.setStretch(2, 1)
        middle.setLayout(row(self.rail, right, gap=0))
        self.setCentralWidget(middle)
        self.line = StatusLine()
        self.saved, self.work_sign = self.line.saved, self.line.work_sign
        self.setStatusBar(self.line)

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._stack.currentWidget()

    @property
    def place(self) -> str:
        """The name of the place on the screen."""
        return self._place

    def show_page(self, page: QWidget, place: str) -> None:
        """Put a page on the screen; the one before is let go."""
        self._place = place
        old = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None and old is not page:
            self._stack.removeWidget(old)
            old.deleteLater()
        spot = PLACE[place]
        self.rail.setVisible(bool(spot.under))
        self.rail.mark(spot)
        title = page.title if isinstance(page, Page) else _(spot.title)
        self.setWindowTitle(f"{_(spot.title)} — Spare Key")
        self.announce_only(title)
        if isinstance(page, Page):
            page.begin()
        if self.focusWidget() in (None, page):  # it has nothing to press
            self.focusNextChild()

    def notify(self, notice: Notice, act: Callable[[], object] | None = None) -> None:
        """Tell one thing above the page."""
        self._act = act
        self.banner.show_notice(notice)
        self.announce_only(f"{notice.title}. {notice.text}")

    def stand(
        self, notice: Notice | None, act: Callable[[], object] | None = None
    ) -> None:
        """Tell one thing above every page, until None takes it away."""
        self._standing_act = act
        self.standing.clear()
        if notice:
            self.standing.show_notice(notice)
            held = self.focusWidget()
            if held is None or held is self.page:  # it has no control of its own
                self.focusNextPrevChild(True)

    @property
    def notice(self) -> tuple[Notice | None, Callable[[], object] | None]:
        """What is told above the page, and what its button does."""
        return self.banner.notice, self._act

    def clear_notice(self) -> None:
        """Tell nothing any more."""
        self.banner.clear()

    def announce(self, words_: str) -> None:
        """Have it read out, and show it in the status bar for a while."""
        self.line.say(words_)
        self.announce_only(words_)

    def announce_only(self, words_: str) -> None:
        """Have a screen reader say it."""
        event = QAccessibleAnnouncementEvent(self, words_)
        QAccessible.updateAccessibility(event)

    def tell_clipboard(self, seconds_left: int) -> None:
        """Show for how long a secret stays on the clipboard; say when it is gone."""
        self.line.tell_clipboard(seconds_left)
        if not seconds_left:
            self.announce_only(_("No longer on the clipboard"))

    def work(self, op: Op[Any], what: str, *, exclusive: bool = False) -> None:
        """Show that work goes on; `exclusive` work bars the rail and the menus."""
        self.work_sign.follow(op, what)
        if exclusive:
            self._bar(barred=True)
            op.finished.connect(lambda: self._bar(barred=False))

    def retitle(self, names: dict[str, str]) -> None:
        """Give actions other words, such as what would be undone."""
        for name, text in names.items():
            self.actions_by_name[name].setText(text.replace("&", "&&"))

    def let_close(self) -> None:
        """Close for good: everything is saved."""
        self._may_close = True
        for sheet in self.findChildren(QDialog):  # one may show new words
            sheet.hide()
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the rail keep its words only where there is room for them."""
        super().resizeEvent(event)
        self.rail.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask first; whoever listens saves, then calls `let_close`."""
        if not self._may_close:
            self.closing.emit()
        event.setAccepted(self._may_close)  # at once, where nothing had to be saved

    @property
    def narrow(self) -> bool:
        """Whether list and detail should stack."""
        return self.width() < NARROW

    def restore_geometry(self, geometry: QByteArray) -> None:
        """Take the place and size of the last time, where there was one."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _act_on_notice(self) -> None:
        act, self._act = self._act, None
        self.clear_notice()
        self._do(act)

    def _do(self, act: Callable[[], object] | None) -> None:
        if act:
            act()

    def _bar(self, *, barred: bool) -> None:
        self.rail.setEnabled(not barred)
        self.menuBar().setEnabled(not barred)
        self.barred.emit(barred)

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(_(spec.words), self)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        action.triggered.connect(lambda: self.triggered.emit(spec.name))
        self.addAction(action)
        return action

    def _fill_menus(self) -> None:
        for title, names in MENUS:
            menu = self.menuBar().addMenu(_(title))
            for name in names:
                if name == RULE:
                    menu.addSeparator()
                else:
                    menu.addAction(self.actions_by_name[ACTION[name].name])


def soon(act: Callable[[], object]) -> None:
    """Do it once the events that wait are done: after the first paint, for one."""
    QTimer.singleShot(0, act)
