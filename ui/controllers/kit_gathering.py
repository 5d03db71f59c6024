"""A page on which sheets are gathered: files come, tiles fill, what is read is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ui.controllers.sheets_reading import SheetsReading
from ui.controllers.sheets_words import announced, kits_of, pictures_of
from ui.controllers.stage import Desk
from ui.dialogs.file_choice import choose_files
from ui.views.kit_open import KitOpen, KitOpenState, KitOpenWords
from ui.views.kit_sheets import Said
from vault.app.kit_reading import KitState, Reading
from vault.i18n import translate as _

_ENDINGS = "*.png *.jpg *.jpeg *.pdf *.PNG *.JPG *.JPEG *.PDF"
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
        self.page.destroyed.connect(self.leave)

    def show(self, place: str, paths: Sequence[str | Path] = ()) -> None:
        """Put the page on the screen, and begin to read."""
        self._desk.stage.show_page(self.page, place)
        self.read(paths)

    def read(self, paths: Sequence[str | Path]) -> None:
        """Read these files too."""
        self.sheets.read(paths)

    def show_state(self, **changes: Any) -> None:  # noqa: ANN401 - fields of the state
        """Show the page with these fields changed."""
        self.state = replace(self.state, **changes)
        self.page.show_state(self.state)

    def finish(self, said: Said) -> None:
        """Say how it ended; there is nothing left but to go on."""
        sheets = replace(self.state.sheets, finished=True)
        self.show_state(
            opening=False, asks="", result=said, finished=True, sheets=sheets
        )

    def leave(self) -> None:
        """Stop whatever goes on: the page is gone."""
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
                pictures=pictures_of(reading),
                enough=self.is_enough,
                finished=self.state.finished,
            )
        )

    def gathered(self, before: Reading, after: Reading) -> None:
        """Take note of one more page."""

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
