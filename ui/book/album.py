"""An album: walks the routes in one window and keeps a picture of every look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea

from ui.application import Application
from ui.book.fills import Fill
from ui.book.hand import Hand
from ui.book.looks import LIGHT, Look
from ui.book.props import Props
from ui.book.routes import Route

MOST_PIXELS = 8000  # of height: no page is to be looked at beyond
PASSES = 12  # of laying out, one for each layout around a text
_SHADE = QColor(0, 0, 0, 96)


@dataclass(frozen=True)
class Picture:
    """One picture in an album; `path` is relative to the album's folder."""

    scene: str
    fill: Fill
    look: str
    scale: int
    path: str


@dataclass
class Album:
    """Keeps pictures in a folder; `looks` are drawn of every scene.

    A `whole` one has a folder a scene, else all lie side by side.
    """

    folder: Path
    looks: Sequence[Look]
    scale: int = 1
    whole: bool = False
    pictures: list[Picture] = field(default_factory=list)

    def walk(self, hand: Hand, props: Props, routes: Iterable[Route]) -> None:
        """Walk each route and keep what is seen at its every stop."""
        wear(hand.application, self.looks[0])
        for route in routes:
            hand.application.window.line.say("")  # of the walk before
            for scene in route(hand, props):
                self._keep(hand, props.fill, scene)

    def _keep(self, hand: Hand, fill: Fill, scene: str) -> None:
        """Keep each look, the first one last: it stays on for the next scene."""
        for look in (*self.looks[1:], self.looks[0]):
            if len(self.looks) > 1:
                wear(hand.application, look)
            _settle()
            name = self._name(scene, fill, look)
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            _drawn(hand.application).save(str(self.folder / name))
            self.pictures.append(Picture(scene, fill, look.name, self.scale, name))

    def _name(self, scene: str, fill: Fill, look: Look) -> str:
        """Return where a picture lies."""
        if self.whole:
            return f"{scene}/{fill}-{look.name}-{self.scale}x.png"
        return f"{scene}.png" if look is LIGHT else f"{scene}-{look.name}.png"


def wear(application: Application, look: Look) -> None:
    """Give the window a look, and let it settle."""
    application.theme.wear(look.scheme, look.text_percent)
    application.window.resize(look.width, look.height)
    _settle()
    if look.whole:
        application.window.resize(look.width, look.height + _hidden(application))
        _settle()


def _settle() -> None:
    for _ in range(PASSES):  # a width changes heights, which change widths
        QApplication.processEvents()


def _hidden(application: Application) -> int:
    """Return how many pixels of the page lie below the window's end."""
    areas = application.window.findChildren(QScrollArea)
    hidden = (a.verticalScrollBar().maximum() for a in areas if a.isVisible())
    return min(max(hidden, default=0), MOST_PIXELS)


def _drawn(application: Application) -> QPixmap:
    """Return the window as it is seen, with the sheet that lies over it."""
    window = application.window
    pixmap = window.grab()
    sheet = QApplication.activeModalWidget()
    if sheet is None or sheet is window:
        return pixmap
    with QPainter(pixmap) as painter:
        painter.fillRect(window.rect(), _SHADE)
        middle = window.rect().center() - sheet.rect().center()
        painter.drawPixmap(QPoint(middle.x(), max(middle.y(), 0)), sheet.grab())
    return pixmap
