"""A choice of words."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.choice import Choice


def test_a_choice_has_a_value_behind_its_words(qapp: QApplication) -> None:
    """Empty where nothing is chosen."""
    choice = Choice([("a", "First"), ("b", "Second")])
    choice.setCurrentIndex(1)
    assert choice.value == "b"
    choice.setCurrentIndex(-1)
    assert choice.value == ""


def test_a_long_choice_does_not_widen_the_window(qapp: QApplication) -> None:
    """Eighty characters are cut off, not made room for."""
    long = Choice([("a", "x" * 200)])
    assert long.sizeHint().width() == Choice([("a", "x")]).sizeHint().width()


def test_the_wheel_changes_nothing_in_passing(qapp: QApplication) -> None:
    """It scrolls the page."""
    choice = Choice([("a", "First"), ("b", "Second")])
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, event)
    assert choice.value == "a"
    assert not event.isAccepted()


def test_its_arrow_is_seen_in_both_schemes(qapp: QApplication) -> None:
    """Something dark, or light, is drawn at the end of the field."""
    choice = Choice([("a", "")])
    choice.resize(200, 40)
    picture = choice.grab().toImage()
    ground = picture.pixelColor(100, 20)
    end = [picture.pixelColor(x, y) for x in range(172, 192) for y in range(10, 30)]
    assert any(abs(one.lightness() - ground.lightness()) > 100 for one in end)
