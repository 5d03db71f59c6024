"""Before a page is opened in the browser: its address, whole, to be looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.web import is_page
from ui.widgets.box import STRETCH, card, row
from ui.widgets.buttons import button
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _


class OpenLink(Sheet):
    """Accepted, the page is to be opened; emits `copied` where only that is wanted.

    What is no page of the web can only be copied: whoever wrote it may have meant a
    file, or a program of this computer.
    """

    copied = Signal()

    def __init__(self, parent: QWidget, address: str) -> None:
        page = is_page(address)
        title = _("Open this page?") if page else _("Not the address of a page")
        super().__init__(parent, title, _("Open in the browser") if page else "")
        lead = _("Spare Key itself never goes on-line. Your browser would open:")
        other = _("This is not opened, as it is no plain address of a page on the web:")
        advice = _("Look whether it is the platform's own address.")
        ask = _("The address of a page begins with https://.")
        copy = button(_("Copy the address"), self._copy, picture="copy")
        self.add(
            words(lead if page else other),
            card(words(address, selectable=True), tone="well"),
            words(advice if page else ask, "muted"),
            row(copy, STRETCH),
        )
        self.first = self.primary

    def _copy(self) -> None:
        self.copied.emit()
        self.reject()
