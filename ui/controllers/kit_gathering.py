"""A page on which sheets are gathered: files come, tiles fill, what is read is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from ui.controllers.sheets_camera import SheetsCamera, refusal
from ui.controllers.sheets_reading import SheetsReading
from ui.controllers.sheets_words import announced, kits_of, pictures_of
from ui.controllers.stage import Desk
from ui.dialogs.file_choice import choose_files
from ui.views.kit_open import KitOpen, KitOpenState, KitOpenWords
from ui.views.kit_sheets import Said
from ui.workers.frame_source import NO_PART
from ui.workers.multimedia import is_film
from ui.workers.pasted import pasted
from vault.app.kit_reading import KitState, Reading
from vault.i18n import translate as _

_KINDS = ("png", "jpg", "jpeg", "webp", "tif", "tiff", "pdf", "mp4", "mov", "avi")
_ENDINGS = " ".join(f"*.{kind} *.{kind.upper()}" for kind in _KINDS)
PICTURES = _("Pictures and PDFs ({endings});;All files (*)").format(endings=_ENDINGS)
Title = Callable[[KitState], str]


class KitGathering:
    """Base of what is done with sheets; `completed` is called as kits become whole."""

    def __init__(
        self, desk: Desk, said: KitOpenWords, title: Title | None = None
    ) -> None:
        self._desk = desk
        self._title = title
        self.state = KitOpenState()
        self.sheets = SheetsReading(desk)
        self.sheets.changed.connect(self._gathered)
        self.sheets.failed.connect(desk.tell)
        self.page = KitOpen(said)
        self.page.dropped.connect(self.read)
        self.page.files_asked.connect(self._ask_files)
        self.page.reading_stopped.connect(self.sheets.stop)
        self.camera = SheetsCamera(desk, self.sheets, self.page.sheets.camera)
        self.camera.changed.connect(self._camera_changed)
        self.camera.said.connect(self._add_said)
        self.page.camera_asked.connect(self.camera.look)
        self.page.paste_asked.connect(self._paste)
        self.page.taken_out.connect(self._take_out)
        self._said: tuple[Said, ...] = ()  # of what was no picture of ours to read
        self._out: frozenset[str] = frozenset()
        self._pasted = 0
        self.page.destroyed.connect(self.leave)

    def show(self, place: str, paths: Sequence[str | Path] = ()) -> None:
        """Put the page on the screen, and begin to read."""
        self._desk.stage.show_page(self.page, place)
        self.show_sheets()
        self.read(paths)

    def read(self, paths: Sequence[str | Path]) -> None:
        """Read these files too; films are played."""
        films = [Path(path) for path in paths if is_film(path)]
        again = tuple(str(path) for path in paths)
        self._out = frozenset(key for key in self._out if not key.startswith(again))
        self.sheets.read([path for path in paths if not is_film(path)])
        if films and not self.camera.has_camera:
            for film in films:
                self._add_said(refusal(NO_PART, film.name))
        elif films:
            self.camera.play(films)

    def show_state(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        """Show the page with these fields changed."""
        self.state = replace(self.state, **changes)
        self.page.show_state(self.state)

    def finish(self, said: Said) -> None:
        """Say how it ended; there is nothing left but to go on."""
        self.camera.stop()
        sheets = replace(self.state.sheets, finished=True)
        self.show_state(
            opening=False, asks="", result=said, finished=True, sheets=sheets
        )

    def leave(self) -> None:
        """Stop whatever goes on: the page is gone."""
        self.camera.stop()
        for op in self.sheets.runs:
            op.stop()

    @property
    def is_shown(self) -> bool:
        """Whether the page is on the screen."""
        return self._desk.stage.page is self.page

    @property
    def is_enough(self) -> bool:
        """Whether something else than files is wanted next."""
        return False

    def completed(self) -> None:
        """Go on: another kit has become whole."""

    def show_sheets(self) -> None:
        """Show what is read by now."""
        reading = self.sheets.reading
        self.show_state(
            sheets=replace(
                self.sheets.state,
                kits=kits_of(reading, self._title),
                pictures=self._pictures(),
                has_camera=self.camera.has_camera,
                camera=self.camera.state,
                enough=self.is_enough,
                finished=self.state.finished,
            )
        )

    def gathered(self, before: Reading, after: Reading) -> None:
        """Take note of one more page."""

    def _pictures(self) -> tuple[Said, ...]:
        """Return what is to be said of pictures that gave nothing and still count."""
        told = (*self._said, *pictures_of(self.sheets.reading))
        return tuple(said for said in told if said.key not in self._out)

    def _add_said(self, said: Said) -> None:
        if self.is_shown:
            self._said = (*(one for one in self._said if one != said), said)
            self.show_sheets()
            self._desk.stage.announce(said.title)

    def _take_out(self, keys: list[str]) -> None:
        """Let go of pictures that gave nothing."""
        self._out |= frozenset(keys)
        self._said = tuple(said for said in self._said if said.key not in self._out)
        self.show_sheets()
        self.page.sheets.drop.choose.setFocus()

    def _camera_changed(self) -> None:
        if self.is_shown:
            self.show_sheets()

    def _paste(self) -> None:
        """Read what lies on the clipboard: files that were copied, or a picture."""
        found = pasted(QGuiApplication.clipboard())
        if found.paths:
            self.read(found.paths)
        elif not found.image.isNull():
            self._pasted += 1
            name = _("Pasted picture {n}").format(n=self._pasted)
            self.sheets.take(name, found.image)
        else:
            title = _("There is no picture on the clipboard")
            text = _("Copy one first, where it is shown; or choose the files.")
            self._add_said(Said("info", title, text, key="clipboard"))

    def _ask_files(self) -> None:
        choose_files(self.page, _("Choose the sheets"), PICTURES, self.read)

    def _gathered(self, before: Reading, after: Reading) -> None:
        if not self.is_shown:
            return
        if told := announced(before, after):
            self._desk.stage.announce(told)
        self.gathered(before, after)
        self.show_sheets()
        if _whole(before) != _whole(after):
            self.completed()


def _whole(reading: Reading) -> int:
    return sum(kit.complete for kit in reading.kits)
