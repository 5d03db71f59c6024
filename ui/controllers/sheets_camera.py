"""Sheets held to a camera, or a film of them: frames are read, the rest dropped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.controllers.sheets_reading import SheetsReading
from ui.controllers.stage import Desk
from ui.views.kit_camera import CameraPart, CameraState
from ui.views.kit_sheets import Said
from ui.widgets.paper import CODES
from ui.workers import frame_source
from ui.workers.frame_source import Frame, FrameSource
from ui.workers.multimedia import CameraFrames, FilmFrames, has_multimedia
from vault.app.kit_reading import KitState, Reading
from vault.i18n import translate as _

_CAMERA: Final = "camera"  # names it among the pictures that codes came from
_MOST_LINES: Final = 6  # of sheets in hand beside the picture; the tiles show all


class SheetsCamera(QObject):
    """One source at a time; films wait for the one before."""

    changed = Signal()  # what is to be shown of it
    said = Signal(object)  # Said: why there is nothing, or no more

    def __init__(self, desk: Desk, sheets: SheetsReading, part: CameraPart) -> None:
        super().__init__()
        self._desk = desk
        self._sheets = sheets
        self._part = part
        self._source: FrameSource | None = None
        self._name = ""
        self._films: list[Path] = []
        part.stopped.connect(self.stop)
        part.hidden.connect(self.stop)
        sheets.changed.connect(self._told)

    @property
    def has_camera(self) -> bool:
        """Whether the part of the program for a camera is installed."""
        return has_multimedia()

    @property
    def is_on(self) -> bool:
        """Whether frames come."""
        return self._source is not None

    @property
    def state(self) -> CameraState:
        """What is shown of it."""
        if self._source is None:
            return CameraState()
        if self._name != _CAMERA:
            return CameraState(
                on=True, title=self._name, text=_FILM, lines=self._lines()
            )
        return CameraState(on=True, title=HOLD, text=HOW, lines=self._lines())

    def look(self) -> None:
        """Switch the camera on."""
        if self._source is None:
            self._begin(_CAMERA, CameraFrames())

    def play(self, films: list[Path]) -> None:
        """Look at films, one after the other."""
        self._films += films
        if self._source is None:
            self._next_film()

    def stop(self) -> None:
        """Switch it off at once, and forget the films that wait."""
        self._films.clear()
        if self._source is not None:  # a film that ended has its last frame read
            self._sheets.look_away()
            self._end()

    def _begin(self, name: str, source: FrameSource) -> None:
        self._source, self._name = source, name
        source.came.connect(self._take)
        source.refused.connect(self._refused)
        source.ended.connect(self._next_film)
        self.changed.emit()
        self._part.stop.setFocus()
        source.start()

    def _end(self) -> None:
        """End what is on; the page goes back to how it was."""
        self._let_go()
        self.changed.emit()

    def _let_go(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.stop()
            source.deleteLater()
            self._sheets.see_no_more()

    def _next_film(self) -> None:
        """Go on with the film that waits longest, once the one before has ended."""
        if not self._films:
            self._end()
            return
        self._let_go()  # the page stays as it is: hidden, it would end all of them
        film = self._films.pop(0)
        self._begin(film.name, FilmFrames(film))

    def _take(self, frame: Frame) -> None:
        """Show a frame; read it unless one is being read."""
        if self._source is not None:
            self._part.picture.show_image(frame.image)
            self._sheets.see(self._name, frame.image)

    def _refused(self, why: str) -> None:
        film = self._name if self._name != _CAMERA else ""
        self._let_go()
        self.said.emit(refusal(why, film))
        self._next_film()

    def _told(self, before: Reading, after: Reading) -> None:
        """Tick at each sheet that has become whole, and stop with the last."""
        if self._source is None or before == after:
            return
        if _whole(after) > _whole(before):
            QApplication.beep()
        self.changed.emit()
        if after.kits and all(_all_seen(kit) for kit in after.kits):
            self.stop()

    def _lines(self) -> tuple[str, ...]:
        """Return each sheet that was met with its codes: `sheet 3: 24 of 24`."""
        lines = [
            _("Sheet {n}: {found} of {all}").format(n=at + 1, found=found, all=CODES)
            for kit in self._sheets.reading.kits
            for at, found in enumerate(kit.found_by_sheet)
            if found
        ]
        return tuple(lines[-_MOST_LINES:])


def refusal(why: str, film: str = "") -> Said:
    """Return why nothing is seen, and what to do; `film` is its name, "" a camera."""
    if film:
        title = _("{name}: this film can't be looked at here").format(name=film)
        return Said("warn", title, _FILM_REFUSED, key=film)
    title, text = _REFUSED[why]
    return Said("warn", title, text)


def _whole(reading: Reading) -> int:
    return sum(found == CODES for kit in reading.kits for found in kit.found_by_sheet)


def _all_seen(kit: KitState) -> bool:
    return all(found == CODES for found in kit.found_by_sheet)


HOLD = _("Hold one sheet after the other before the camera")
HOW = _(
    "Near enough that the codes are sharp; half a sheet at a time is well, for what is "
    "read is kept, and no picture is."
)
_FILM = _("Played as it was taken; what is read of it is kept.")
_FILM_REFUSED = _(
    "Films are of many kinds, and this computer lacks what plays this one. Take a "
    "picture of each sheet instead."
)
_PHONE = _(
    "Photograph each sheet with a telephone, or scan it, and choose the pictures here."
)
_REFUSED: Mapping[str, tuple[str, str]] = {
    frame_source.NO_PART: (
        _("The part for the camera is not installed"),
        _PHONE,
    ),
    frame_source.NO_CAMERA: (_("This computer has no camera"), _PHONE),
    frame_source.DENIED: (
        _("The system does not let Spare Key use the camera"),
        _("Allow it in the system's settings, under privacy, and try again."),
    ),
    frame_source.BUSY: (
        _("The camera gives no picture"),
        _(
            "Another program may be using it: end that, see that nothing covers the "
            "lens, and try again."
        ),
    ),
}
