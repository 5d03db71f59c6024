"""Before a page is opened in the browser: its address, whole, to be looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.box import STRETCH, card, row
from ui.widgets.buttons import button
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _


class OpenLink(Sheet):
    """Accepted, the page is to be opened; emits `copied` where only that is wanted."""

    copied = Signal()

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent, _("Open this page?"), _("Open in the browser"))
        self.add(
            words(_("Spare Key itself never goes on-line. Your browser would open:")),
            card(words(address, selectable=True), tone="well"),
            words(_("Look whether it is the platform's own address."), "muted"),
            row(button(_("Copy the address"), self._copy, picture="copy"), STRETCH),
        )
        self.first = self.primary

    def _copy(self) -> None:
        self.copied.emit()
        self.reject()
