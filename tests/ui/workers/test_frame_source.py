"""Pictures that come as if from a camera."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.workers.frame_source import Frame, FrameSource, PictureFrames


def images(count: int) -> list[QImage]:
    return [QImage(4, 3, QImage.Format.Format_Grayscale8) for _ in range(count)]


def test_pictures_come_in_their_order_and_end(qtbot: QtBot) -> None:
    """Each with its time, and a word at the end."""
    source = PictureFrames(images(3))
    came: list[Frame] = []
    source.came.connect(came.append)
    with qtbot.waitSignal(source.ended):
        source.start()
    assert len(came) == 3
    assert came[0].at_ms == 0


def test_nothing_comes_after_a_stop(qtbot: QtBot) -> None:
    """Not even the end."""
    source: FrameSource = PictureFrames(images(3))
    told: list[object] = []
    source.came.connect(told.append)
    source.came.connect(lambda _frame: source.stop())
    source.ended.connect(lambda: told.append("ended"))
    with qtbot.waitSignal(source.came):
        source.start()
    QCoreApplication.processEvents()
    assert len(told) == 1
