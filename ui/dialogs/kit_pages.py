"""One PDF, large: every page as it will be printed, to be leafed through."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtPdfWidgets import QPdfView

_BESIDE: Final = 32 * UNIT  # what stands above and below the page, and around


class KitPages(Sheet):
    """Shows page after page, as wide as the sheet. QtPdf is loaded on use."""

    def __init__(
        self, parent: QWidget, title: str, pdf: bytes, titles: tuple[str, ...], at: int
    ) -> None:
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - on use

        super().__init__(parent, title)
        self._titles = titles
        self._at = at
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._view = self._made_view(parent.window().height())
        self._title = words("", "label")
        self._back = button(_("Page before"), lambda: self._go(-1), picture="back")
        self._next = button(_("Next page"), lambda: self._go(1), picture="next")
        turning = FlowBox(self._back, self._next, gap=UNIT)
        self.add(self._title, turning, self._view)
        self.first = self._next
        self._go(0)

    def _made_view(self, around: int) -> "QPdfView":
        from PySide6.QtPdfWidgets import QPdfView  # noqa: PLC0415 - on use

        view = QPdfView(self)
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.SinglePage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setFixedHeight(max(around - _BESIDE, 20 * UNIT))
        return view

    def _go(self, step: int) -> None:
        """Turn the pages; what lies beyond the last is not offered."""
        self._at += step
        title = self._titles[self._at]
        self._title.setText(title)
        self._view.setAccessibleName(title)
        self._view.pageNavigator().jump(self._at, QPointF(), 0)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._titles))
