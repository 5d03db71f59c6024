"""A page of several in a row: which step it is, said in words and shown in a line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.shared.palette import worn
from ui.widgets.box import column
from ui.widgets.page import Page
from ui.widgets.text import words
from vault.i18n import translate as _


class StepPage(Page):
    """Base of a page that is one step; `detail` says more, such as which account.

    Without a step it is a page like any other: some are shown in both ways.
    """

    def __init__(
        self,
        step: tuple[int, int] | None,
        title: str,
        lead: str = "",
        detail: str = "",
    ) -> None:
        super().__init__(title, lead)
        if step is None:
            return
        number, steps = step
        said = _("Step {n} of {all}").format(n=number, all=steps)
        said = f"{said}, {detail}" if detail else said
        self.title = f"{said}: {title}"  # what is read out when the page comes
        self.setAccessibleName(self.title)
        head = column(words(said, "small"), _Line(number, steps), gap=UNIT)
        self.body.insertLayout(0, head)


class _Line(QWidget):
    """One stroke a step; those that are done or at hand are filled."""

    def __init__(self, step: int, steps: int) -> None:
        super().__init__()
        self._step = step
        self._steps = steps
        self.setFixedHeight(UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw them in reading direction."""
        gap = UNIT / 2
        width = (self.width() - gap * (self._steps - 1)) / self._steps
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for place in range(self._steps):
                filled = place < self._step
                painter.setBrush(QColor(worn().accent if filled else worn().hair))
                at = self._steps - 1 - place if self.isRightToLeft() else place
                room = QRectF(at * (width + gap), gap / 2, width, gap)
                painter.drawRoundedRect(room, gap / 2, gap / 2)
