"""The map of what leans on what: seen, walked by keys, a loss let run through it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QStyle

from ui.shared.grid import UNIT
from ui.shared.tip import tip
from ui.widgets.map_box import Box, Threads, size_of
from ui.widgets.map_shape import MapShape, Stand
from ui.widgets.map_walk import along, leans, nearest
from vault.i18n import translate as _

_WAVE_MS: Final = 220
_LEAST: Final = 0.64  # a map that would be smaller when fitted is scrolled instead
_ZOOM: Final = 1.2
_ZOOM_ENDS: Final = (0.2, 3.0)
_WAYS: Final = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}
_ZOOMS: Final = {
    int(Qt.Key.Key_Plus),
    int(Qt.Key.Key_Equal),
    int(Qt.Key.Key_Minus),
}
_TURNS: Final = {int(Qt.Key.Key_Space), int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter)}


class DependencyMap(QGraphicsView):
    """One stop for Tab; arrows move among the boxes, Space or Enter loses one.

    With Ctrl held, arrows keep to the threads, and plus, minus and 0 stay here.
    `turned` tells which is to be lost or given back, `told` what a screen reader says.
    """

    turned = Signal(str)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setMinimumHeight(40 * UNIT)
        self.setMaximumHeight(96 * UNIT)
        self._boxes: list[Box] = []
        self._threads: Threads | None = None
        self._shape = MapShape()
        self._stands: Sequence[Stand] = ()
        self._place = 0
        self._pressed = QPoint()
        self._zoomed = False  # by hand: no longer fitted when the room changes
        self._run = QVariantAnimation(self)
        self._run.valueChanged.connect(lambda at: self._reach(float(at)))
        self._name()

    def show_map(self, shape: MapShape) -> None:
        """Draw a map; the keyboard stays on the box of that name, if it is there."""
        key = self.current_key
        self._run.stop()
        self._scene.clear()
        self._shape = shape
        font = self.font()
        self._threads = Threads(shape, size_of(font))
        self._scene.addItem(self._threads)
        self._boxes = [Box(spot, font) for spot in shape.spots]
        for box in self._boxes:
            self._scene.addItem(box)
        edge = 2 * UNIT
        room = self._scene.itemsBoundingRect().adjusted(-edge, -edge, edge, edge)
        self._scene.setSceneRect(room)
        self._stands = [Stand()] * len(self._boxes)
        keys = [spot.key for spot in shape.spots]
        self._place = keys.index(key) if key in keys else 0
        self.fit()
        self._name()
        self._mark()

    def show_stands(self, stands: Sequence[Stand], *, moving: bool = True) -> None:
        """Show what became of each; what falls does so wave by wave, if wanted."""
        self._run.stop()
        self._stands = tuple(stands)
        last = max((one.wave for one in stands), default=0)
        if not (moving and last and self.isVisible() and self._animates()):
            self._reach(last)
        else:
            self._reach(0)
            self._run.setStartValue(0.0)
            self._run.setEndValue(float(last))
            self._run.setDuration(_WAVE_MS * (last + 1))
            self._run.start()
        self._name()

    def fit(self) -> None:
        """Show all of it, or as much as can be read."""
        self._zoomed = False
        room, view = self._scene.sceneRect(), self.viewport().size()
        if room.isEmpty() or view.isEmpty():
            return
        scale = min(view.width() / room.width(), view.height() / room.height(), 1)
        self._scale_to(max(scale, _LEAST))

    def zoom(self, steps: float) -> None:
        """Show it larger by so many steps, or smaller."""
        self._zoomed = True
        self._scale_to(self.transform().m11() * _ZOOM**steps)

    def see_all(self) -> None:
        """Show all of it, however small."""
        self._zoomed = True
        room, view = self._scene.sceneRect(), self.viewport().size()
        if not room.isEmpty():
            self._scale_to(
                min(view.width() / room.width(), view.height() / room.height(), 1)
            )

    @property
    def current_key(self) -> str:
        """The key of the box that the keyboard is on; "" where there is none."""
        return self._boxes[self._place].spot.key if self._boxes else ""

    def go_to(self, key: str) -> None:
        """Put the keyboard's mark onto a box."""
        for place, box in enumerate(self._boxes):
            if box.spot.key == key:
                self._go(place)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl with plus, minus or 0 for the map: a menu would size all words."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in {*_ZOOMS, int(Qt.Key.Key_0)}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move, lose or give back, zoom; all else goes to the page."""
        key = event.key()
        if key in _WAYS and self._boxes:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._go(
                (along if held else nearest)(self._shape, self._place, *_WAYS[key])
            )
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._boxes:
            self._go(0 if key == Qt.Key.Key_Home else len(self._boxes) - 1)
        elif key in _TURNS:
            self._turn()
        elif key in _ZOOMS:
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.see_all()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Note where it began: a press that does not drag is a choice."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the box there and lose it, or give it back."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        found = self.itemAt(at)
        still = (at - self._pressed).manhattanLength() < UNIT
        if still and isinstance(found, Box):
            self._go(self._boxes.index(found))
            self._turn()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl held; else let the page scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again, unless it was zoomed by hand."""
        super().resizeEvent(event)
        if not self._zoomed:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew in other colours, or with larger words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._boxes:
            stands = self._stands
            self.show_map(self._shape)
            self.show_stands(stands, moving=False)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away."""
        super().focusOutEvent(event)
        self._mark()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a good part of a screen."""
        return QSize(80 * UNIT, 80 * UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with little."""
        return QSize(32 * UNIT, 40 * UNIT)

    def _animates(self) -> bool:
        """Tell whether the system lets things move."""
        hints = QGuiApplication.styleHints()  # held, or what hangs on it is deleted
        wanted = hints.accessibility().motionPreference()
        animates = QStyle.StyleHint.SH_Widget_Animation_Duration
        still = Qt.MotionPreference.ReducedMotion
        return wanted != still and bool(self.style().styleHint(animates, None, self))

    def _reach(self, front: float) -> None:
        """Show what has fallen when the wave has come so far."""
        for box, stand in zip(self._boxes, self._stands, strict=True):
            box.show_stand(stand if stand.wave <= front else Stand())
            box.setToolTip(tip(stand.said or box.spot.name))

    def _scale_to(self, scale: float) -> None:
        least, most = _ZOOM_ENDS
        scale = min(max(scale, least), most)
        self.resetTransform()
        self.scale(scale, scale)

    def _go(self, place: int) -> None:
        self._place = place
        self._mark()
        self._name()
        self.ensureVisible(self._boxes[place])
        self.told.emit(self.accessibleName())

    def _turn(self) -> None:
        if not self._boxes:
            return
        spot = self._boxes[self._place].spot
        if spot.losable:
            self.turned.emit(spot.key)
        else:
            text = _("{name} is lost only with what it hangs on.")
            self.told.emit(text.format(name=spot.name))

    def _mark(self) -> None:
        for place, box in enumerate(self._boxes):
            box.show_current(current=self.hasFocus() and place == self._place)
        if self._threads is not None and self._boxes:
            self._threads.choose(self._place if self.hasFocus() else -1)

    def _name(self) -> None:
        """Let the name tell where the keyboard is, and how that stands."""
        name = _("Map")
        if self._boxes:
            spot, stand = self._boxes[self._place].spot, self._stands[self._place]
            said = stand.when or spot.sort
            name = _("Map: {name}, {said}").format(name=spot.name, said=said)
            self.setAccessibleDescription(_leaning(self._shape, self._place))
        if name != self.accessibleName():
            self.setAccessibleName(name)
            changed = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(changed)


def _leaning(shape: MapShape, place: int) -> str:
    """Return in words which threads begin and end at a spot."""
    on, by = leans(shape, place)
    said = []
    if on:
        said.append(_("It leans on {names}.").format(names=", ".join(on)))
    if by:
        said.append(_("On it lean {names}.").format(names=", ".join(by)))
    return " ".join(said)
