"""Sheets held to a camera: what it sees, what was read last, and how to stop it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.widgets.beside import Beside
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.live_picture import LivePicture
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class CameraState:
    """Whether it is on, what is said beside the picture, and the sheets' counts."""

    on: bool = False
    title: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()


class CameraPart(QWidget):
    """Emits that it is to be switched off; being hidden is a reason too."""

    stopped = Signal()
    hidden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = LivePicture()
        self._title = words("", "label")
        self._text = words("", "muted")
        self._lines = words("", "small")
        self.stop = button(_("Stop the camera"), self.stopped.emit, picture="close")
        said = column(
            self._title,
            self._text,
            self._lines,
            row(self.stop, STRETCH),
            STRETCH,
            gap=UNIT,
        )
        beside = Beside(said, self.picture)
        self.setLayout(column(card(beside, tone="well", gap=2 * UNIT), gap=0))
        self.show_state(CameraState())

    def show_state(self, state: CameraState) -> None:
        """Show how far it is."""
        if state.on and self.isHidden():
            self.picture.show_image(QImage())
        self.setVisible(state.on)
        self._title.setText(state.title)
        self._text.setText(state.text)
        self._lines.setText("\n".join(state.lines))
        self._lines.setVisible(bool(state.lines))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that nobody sees any more what the camera sees."""
        super().hideEvent(event)
        self.hidden.emit()
