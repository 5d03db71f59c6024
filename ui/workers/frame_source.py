"""Frames, one after the other: from a camera, a film, or pictures handed in.

Whoever reads them takes one, and those that come meanwhile are dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

# Why a source gives nothing (any more); the words for each are the controller's.
NO_PART: Final = "no-part"  # the extra `camera` is not installed, or does not load
NO_CAMERA: Final = "no-camera"
DENIED: Final = "denied"  # the system was asked, and said no
BUSY: Final = (
    "busy"  # there is one, and it gives nothing: most often to another program
)
UNREADABLE: Final = "unreadable"  # a film of a kind that can't be shown here


@dataclass(frozen=True)
class Frame:
    """One picture, and when it was taken: milliseconds from the source's start."""

    image: QImage
    at_ms: int


class FrameSource(QObject):
    """Emits frames once it is started, until it is stopped, refused or at its end.

    Its signals come on the window's thread. Nothing comes after `stop`.
    """

    came = Signal(object)  # Frame
    refused = Signal(str)  # one of the reasons above
    ended = Signal()

    def start(self) -> None:
        """Begin; a person may be asked first."""
        raise NotImplementedError

    def stop(self) -> None:
        """End at once, and let go of the device."""
        raise NotImplementedError


class PictureFrames(FrameSource):
    """Pictures as if a camera gave them, at a pace of their own."""

    def __init__(self, images: Sequence[QImage], every_ms: int = 0) -> None:
        super().__init__()
        self._images = list(images)
        self._every_ms = every_ms
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._give)

    def start(self) -> None:
        """Begin with the first."""
        self._timer.start()

    def stop(self) -> None:
        """Give no more."""
        self._timer.stop()

    def _give(self) -> None:
        if self._next == len(self._images):
            self.stop()
            self.ended.emit()
            return
        image = self._images[self._next]
        at_ms = self._next * self._every_ms
        self._next += 1
        self.came.emit(Frame(image, at_ms))
