"""The pages of a kit side by side, as they will be printed; each can be enlarged."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.shared.grid import UNIT
from ui.shared.palette import worn
from ui.widgets.box import column, emptied
from ui.widgets.flow import FlowBox
from ui.widgets.text import words
from vault.i18n import translate as _

PICTURE_WIDTH: Final = 14 * UNIT  # five in a row
DRAWN_WIDTH: Final = 2 * PICTURE_WIDTH  # sharp on a screen of twice the density
_ROOM: Final = UNIT


@dataclass(frozen=True)
class Pages:
    """Pictures of the pages of one PDF, and what each is called."""

    pictures: Sequence[QImage] = ()
    titles: Sequence[str] = ()


class PageShelf(FlowBox):
    """Emits the number, from 0, of the page that is to be shown large."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=UNIT)

    def show_pages(self, pages: Pages) -> None:
        """Show these pages, each with what it is called."""
        emptied(self.flow)
        named = zip(pages.pictures, pages.titles, strict=True)
        for number, (picture, title) in enumerate(named):
            page = _PageButton(picture, title)
            page.clicked.connect(partial(self.chosen.emit, number))
            self.flow.addWidget(page)
            page.show()
        self.updateGeometry()


class _PageButton(QPushButton):
    """One page: its picture, and its title below."""

    def __init__(self, picture: QImage, title: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(_("{page}: enlarge").format(page=title))
        said = words(title, "small")
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = column(_Picture(picture), said, gap=UNIT)
        layout.setContentsMargins(_ROOM, _ROOM, _ROOM, UNIT)
        self.setLayout(layout)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that picture and title take."""
        layout = self.layout()
        width = PICTURE_WIDTH + 2 * _ROOM
        return QSize(width, layout.totalHeightForWidth(width) if layout else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a page has one size."""
        return self.sizeHint()


class _Picture(QWidget):
    """One page on white paper, with a hair line around it."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        height = round(PICTURE_WIDTH * picture.height() / max(picture.width(), 1))
        self.setFixedSize(PICTURE_WIDTH, height)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
            painter.setPen(QColor(worn().line))
            painter.drawRect(QRect(self.rect()).adjusted(0, 0, -1, -1))
