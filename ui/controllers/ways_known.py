"""Somebody knows it: said, everything made new, a list of what is left to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.controllers.ways_asking import Given, WayAsking
from ui.controllers.ways_state import title_of
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.way_form import WayAsk
from ui.views.way_known import LeftState, WayKnownPage, WayLeftPage
from vault.app.session import Session
from vault.app.ways_in import ways_in
from vault.app.ways_known import Left, delete_copies, left_to_do, plan_known
from vault.app.ways_plan import Plan
from vault.app.ways_words import left_words
from vault.errors import BrokenInvariant, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class WaysKnown:
    """Three pages: what will be new, the new card, what is left."""

    def __init__(self, desk: Desk, back: Callable[[], object]) -> None:
        self._desk = desk
        self._back = back
        self._asking = WayAsking(desk, self._written)
        self._page: WayLeftPage | None = None
        self._sheet: Choice | None = None
        self._copies: tuple[Path, ...] = ()
        self._state = LeftState(())

    def begin(self) -> None:
        """Say what will happen; nothing does yet."""
        ways = ways_in(self._desk.vault.session)
        page = WayKnownPage(tuple(title_of(way) for way in ways))
        page.begun.connect(self._ask)
        page.back_asked.connect(self._back)
        self._desk.stage.show_page(page, "ways")

    def _ask(self) -> None:
        text = _("Six words that nobody has seen. Look over your shoulder first.")
        ask = WayAsk(_("A new passphrase"), text, _("Next"))
        self._asking.ask(ask, _planned, self._on_card, new=True)

    def _on_card(self, plan: Plan) -> None:
        self._asking.put_on_card(plan, _("Make everything new"), self._back)

    def _written(self, _said: str) -> None:
        """Look what lies about from before, and list all that is left."""
        session = self._desk.vault.session
        self._desk.ops.run(partial(left_to_do, session), self._left, self._desk.tell)

    def _left(self, left: Left) -> None:
        vault = self._desk.vault
        if not vault.is_open:
            return
        self._copies = left.copies
        lines = tuple(left_words(vault.vault, left))
        self._state = LeftState(lines, len(left.copies), bool(left.code_sets))
        page = WayLeftPage(self._state)
        page.kit_asked.connect(partial(self._desk.go, "kit-new"))
        page.renew_asked.connect(self._back)
        page.delete_asked.connect(self._ask_delete)
        page.done.connect(self._back)
        self._page = page
        self._desk.stage.show_page(page, "ways")
        self._desk.stage.announce(_("Everything is new"))

    def _ask_delete(self) -> None:
        if self._page is None:
            return
        sheet = Choice(
            self._page.window(),
            _("Delete the older copies?"),
            _(
                "Backups and conflict copies from before open with what is known. They "
                "are gone for good then; the vault itself stays, and was proven when "
                "it was saved."
            ),
            [Answer("delete", _("Delete them"), look="danger")],
        )
        sheet.chosen.connect(lambda _key: self._delete())
        self._sheet = sheet
        sheet.open()

    def _delete(self) -> None:
        session = self._desk.vault.session
        self._show(busy=True)
        work = partial(_deleted, session, self._copies)
        self._desk.ops.run(work, self._told_deleted, self._not_deleted)

    def _told_deleted(self, _none: object) -> None:
        self._show(copies=0, busy=False)
        self._desk.stage.announce(_("The older copies are deleted"))

    def _not_deleted(self, error: VaultError) -> None:
        self._show(busy=False)
        self._desk.tell(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_state(self._state)


def _planned(session: Session, given: Given) -> Plan:
    if given.new is None:
        raise BrokenInvariant("ways-no-passphrase")
    return plan_known(session, given.new)


def _deleted(session: Session, copies: tuple[Path, ...]) -> None:
    delete_copies(session.ports, session.file.path, copies)
