"""A camera and films, by QtMultimedia: the extra `camera`, loaded on use.

The only file that knows it. Without the extra, or where a system library of it lacks
(on Linux libpulse), a source refuses with `NO_PART`.
"""

from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCameraPermission, QCoreApplication, Qt, QTimer, QUrl

from ui.workers.frame_source import (
    BUSY,
    DENIED,
    NO_CAMERA,
    NO_PART,
    UNREADABLE,
    Frame,
    FrameSource,
)

_MODULE: Final = "PySide6.QtMultimedia"
# A4 across 1920 pixels has three of them a module; more costs the window time.
_MOST_PIXELS: Final = 1920 * 1440
_FEWEST_RATE: Final = 10  # frames a second: below, holding a sheet is a guess
_EVERY_US: Final = (
    60_000  # what is shown of them; to turn one into a picture takes 8 ms
)
_PATIENCE_MS: Final = 8000  # without a first frame: another program has the camera
FILMS: Final = (".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm")


def has_multimedia() -> bool:
    """Tell whether the extra is there, without loading it."""
    return find_spec(_MODULE) is not None


def load_multimedia() -> Any:  # noqa: ANN401 - the module may not exist
    """Return the module, or None where it lacks; takes a tenth of a second at first."""
    try:
        return import_module(_MODULE)
    except ImportError:
        return None


def is_film(path: str | Path) -> bool:
    """Tell by a file's name whether it is to be played, not looked at."""
    return Path(path).suffix.lower() in FILMS


class _Played(FrameSource):
    """What ends in a video sink."""

    def __init__(self) -> None:
        super().__init__()
        self._media = load_multimedia()
        self._sink: Any = None
        self._shown_us = -_EVERY_US

    def _sink_made(self) -> Any:  # noqa: ANN401 - as the module
        self._sink = self._media.QVideoSink(_keeper())
        self._sink.videoFrameChanged.connect(self._take)
        return self._sink

    def _let_go(self) -> None:
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._take)
            self._sink.deleteLater()
            self._sink = None

    def _take(self, frame: Any) -> None:  # noqa: ANN401 - as the module
        """Hand a frame on, but not those that come too close upon the last."""
        at_us = max(frame.startTime(), 0)  # -1 where the device does not tell
        if not frame.isValid() or 0 < at_us < self._shown_us + _EVERY_US:
            return
        image = frame.toImage()
        if not image.isNull():
            self._shown_us = at_us
            self.came.emit(Frame(image, at_us // 1000))


class CameraFrames(_Played):
    """The computer's own camera; the system may ask whether it may be used."""

    def __init__(self) -> None:
        super().__init__()
        self._camera: Any = None
        self._session: Any = None
        self._wanted = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._failed)
        self.came.connect(self._patience.stop)

    def start(self) -> None:
        """Ask the system where it wants to be asked, then begin."""
        self._wanted = True
        application = QCoreApplication.instance()
        if self._media is None or application is None:
            self.refused.emit(NO_PART)
            return
        wanted = QCameraPermission()
        if application.checkPermission(wanted) == Qt.PermissionStatus.Undetermined:
            application.requestPermission(wanted, self, self._answered)
        else:
            self._answered(wanted)

    def stop(self) -> None:
        """Switch it off."""
        self._wanted = False
        self._patience.stop()
        if self._camera is not None:
            self._camera.stop()
            for one in (self._camera, self._session):
                one.deleteLater()
            self._camera = self._session = None
        self._let_go()

    def _answered(self, wanted: QCameraPermission) -> None:
        application = QCoreApplication.instance()
        if application is None or not self._wanted:
            return  # left while the system was asking
        if application.checkPermission(wanted) != Qt.PermissionStatus.Granted:
            self.refused.emit(DENIED)
            return
        device = self._media.QMediaDevices.defaultVideoInput()
        if device.isNull():
            self.refused.emit(NO_CAMERA)
            return
        self._begin(device)

    def _begin(self, device: Any) -> None:  # noqa: ANN401 - as the module
        self._camera = self._media.QCamera(device, _keeper())
        if (chosen := chosen_format(device.videoFormats())) is not None:
            self._camera.setCameraFormat(chosen)
        self._camera.errorOccurred.connect(self._failed)
        self._session = self._media.QMediaCaptureSession(_keeper())
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink_made())
        self._camera.start()
        self._patience.start()

    def _failed(self, *_told: object) -> None:
        self.stop()
        self.refused.emit(BUSY)


class FilmFrames(_Played):
    """A film of sheets, played without sound at the speed it was taken."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._player: Any = None

    def start(self) -> None:
        """Play it from its beginning."""
        if self._media is None:
            self.refused.emit(NO_PART)
            return
        player = self._player = self._media.QMediaPlayer(_keeper())
        player.setVideoSink(self._sink_made())
        player.errorOccurred.connect(self._failed)
        ended = self._media.QMediaPlayer.MediaStatus.EndOfMedia
        player.mediaStatusChanged.connect(partial(self._at_status, ended))
        player.setSource(QUrl.fromLocalFile(str(self._path)))
        player.play()

    def stop(self) -> None:
        """Play no further."""
        if self._player is not None:
            self._player.stop()
            self._player.deleteLater()
            self._player = None
        self._let_go()

    def _at_status(self, end: object, status: object) -> None:
        if status == end:
            self.stop()
            self.ended.emit()

    def _failed(self, *_told: object) -> None:
        self.stop()
        self.refused.emit(UNREADABLE)


def chosen_format(formats: Any) -> Any:  # noqa: ANN401 - as the module
    """Return the largest that comes often enough and is not too large; None if none."""
    fit = [
        one
        for one in formats
        if _pixels(one) <= _MOST_PIXELS and one.maxFrameRate() >= _FEWEST_RATE
    ]
    return max(fit, key=_pixels, default=None)


def _keeper() -> QCoreApplication | None:
    """Return whose child each of Qt's objects is until it deletes itself, later.

    They have threads of their own, and are let go of from within their own signals:
    gone at once with the last name for a source, they would bring the program down.
    """
    return QCoreApplication.instance()


def _pixels(one: Any) -> int:  # noqa: ANN401 - as the module
    return int(one.resolution().width() * one.resolution().height())
