"""The rehearsal's page: reckoned off the window's thread, redrawn at every loss."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.rehearsal_words import found_of, pairs_of, state_of
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_place
from ui.shared.notice import Notice
from ui.views.rehearsal import Rehearsal
from ui.views.rehearsal_state import RehearsalState
from ui.widgets.map_picture import as_png, as_svg
from vault.app.rehearse_look import Known, Pairs, Reckoned, reckon, reckon_pairs
from vault.app.rehearse_picture import write_picture
from vault.i18n import translate as _
from vault.i18n import translate_count

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.app.rehearse_map import Map


class RehearsalFlow:
    """Shows one page; what is lost there is forgotten when it is left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: Rehearsal | None = None
        self._known: Known | None = None
        self._pairs: Pairs | None = None
        self._drawn: Map | None = None  # what the page shows
        self._lost: tuple[str, ...] = ()
        self._sheet: QWidget | None = None
        desk.vault.changed.connect(self._redraw)

    def show(self, what: object) -> None:
        """Show the page; `what` is the key of something that is lost at once, or no."""
        if not self._desk.vault.is_open:
            return
        page = Rehearsal(RehearsalState())
        page.lost_changed.connect(self._lose)
        page.pairs_asked.connect(self._try_pairs)
        page.save_asked.connect(self._ask_how)
        page.add_asked.connect(partial(self._desk.go, "new-account"))
        page.told.connect(self._desk.stage.announce)
        page.left.connect(partial(self._desk.go, "home"))
        self._page, self._drawn = page, None
        self._desk.stage.show_page(page, "rehearsal")
        self._lose((what,) if isinstance(what, str) else ())

    def _redraw(self) -> None:
        if self._is_shown():
            self._lose(self._lost)

    def _is_shown(self) -> bool:
        return self._page is not None and self._desk.stage.page is self._page

    def _lose(self, lost: tuple[str, ...]) -> None:
        self._lost = tuple(lost)
        vault = self._desk.vault.vault
        known = self._known if self._known and self._known.vault is vault else None
        work = partial(reckon, vault, self._lost, known)
        op = self._desk.ops.run(work, self._show, self._desk.tell)
        if known is None:
            self._desk.stage.work(op, _("Drawing the map…"))

    def _show(self, done: Reckoned) -> None:
        self._known = done.known
        if self._pairs is not None and self._pairs.vault is not done.known.vault:
            self._pairs = None
        page = self._page
        if page is None or not self._is_shown():
            return
        if self._drawn != done.known.drawn:
            first = self._drawn is None
            self._drawn = done.known.drawn
            page.show_state(state_of(self._drawn))
            if first:
                page.begin()
        found = found_of(done.lost, done.states, done.told, done.known.overview)
        page.show_found(found)
        page.show_pairs(pairs_of(self._pairs.faults) if self._pairs else None)
        if done.lost:
            self._desk.stage.announce(found.sentence)

    def _try_pairs(self) -> None:
        if self._known is None:
            return
        work = partial(reckon_pairs, self._desk.ports, self._known)
        op = self._desk.ops.run(work, self._show_pairs, self._desk.tell)
        self._desk.stage.work(op, _("Trying every two…"))

    def _show_pairs(self, pairs: Pairs) -> None:
        known, page = self._known, self._page
        if known is None or page is None or pairs.vault is not known.vault:
            return  # the vault has changed since
        self._pairs = pairs
        if self._is_shown():
            part = pairs_of(pairs.faults)
            page.show_pairs(part)
            count = len(pairs.faults)
            text = translate_count("{n} pair found.", "{n} pairs found.", count)
            self._desk.stage.announce(text.format(n=count))

    def _ask_how(self) -> None:
        """Say what a picture gives away before one is made."""
        if self._page is None:
            return
        text = _(
            "It names your accounts, mailboxes, numbers and people, and whoever has "
            "the file can read it. No code and no passphrase is in it."
        )
        answers = (
            Answer("svg", _("Save as SVG…"), _("Sharp at any size.")),
            Answer("png", _("Save as PNG…"), _("For a letter or a message.")),
        )
        title = _("Save the map as a picture?")
        sheet = Choice(self._page.window(), title, text, answers)
        sheet.chosen.connect(self._ask_where)
        self._sheet = sheet
        sheet.open()

    def _ask_where(self, sort: str) -> None:
        if self._page is None:
            return
        place = self._desk.documents() / f"map.{sort}"
        title = _("Save the map")
        choose_place(self._page.window(), title, place, partial(self._save, sort))

    def _save(self, sort: str, path: Path) -> None:
        if self._page is None:
            return
        scene = self._page.map.scene()
        data = as_svg(scene, _("What if…")) if sort == "svg" else as_png(scene)
        work = partial(write_picture, self._desk.ports, path, data)
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the map…"))

    def _saved(self, path: Path) -> None:
        words = _("It names your accounts: keep it as you keep a list of them. {path}")
        text = words.format(path=path)
        self._desk.stage.notify(Notice("good", _("The map is saved"), text))
