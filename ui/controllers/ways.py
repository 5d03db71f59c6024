"""The ways in: the page, and what each of its buttons begins."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.controllers.ways_asking import Given, WayAsking
from ui.controllers.ways_known import WaysKnown
from ui.controllers.ways_state import title_of, ways_state
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_files, choose_place
from ui.dialogs.way_form import WayAsk
from ui.shared.notice import Notice
from ui.views.ways import WaysPage
from vault.app.credentials import Passphrase
from vault.app.key_file import chosen_key_file, draw_key_file
from vault.app.kit_look import is_look
from vault.app.session import Session
from vault.app.ways_change import (
    plan_code,
    plan_key_file,
    plan_no_key_file,
    plan_partner,
    plan_passphrase,
    plan_removal,
)
from vault.app.ways_in import way_numbered
from vault.app.ways_known import renewed
from vault.app.ways_plan import Plan
from vault.app.ways_words import way_words
from vault.errors import BrokenInvariant, ReadOnly
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.stage import Desk


class WaysFlow:
    """Shows the page, and leads through one change after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: WaysPage | None = None
        self._sheet: Choice | None = None
        self._asking = WayAsking(desk, self._done)
        self._known = WaysKnown(desk, self.show)
        desk.vault.changed.connect(lambda _changes: self._redraw())

    def show(self, _what: object = None) -> None:
        """Show the ways in as they are."""
        if not self._desk.vault.is_open:
            return
        session = self._desk.vault.session
        if is_look(session):
            self._desk.tell(ReadOnly("a-kit"))
            return
        page = WaysPage(ways_state(session))
        page.act_asked.connect(self._act)
        page.partner_asked.connect(self._partner)
        page.known_asked.connect(self._known.begin)
        page.renewed.connect(self._renewed)
        page.left.connect(partial(self._desk.go, "home"))
        self._page = page
        self._desk.stage.show_page(page, "ways")

    def _redraw(self) -> None:
        page = self._page
        if page is not None and self._desk.stage.page is page:
            page.show_state(ways_state(self._desk.vault.session))

    def _done(self, said: str) -> None:
        self.show()
        self._desk.stage.notify(Notice("good", said, _("The new lock is on the disk.")))

    def _act(self, key: str, number: int) -> None:
        acts: dict[str, Callable[[int], None]] = {
            "change": self._change,
            "code": self._new_card,
            "remove": self._remove,
            "file": self._file,
            "no-file": self._no_file,
        }
        acts[key](number)

    def _change(self, number: int) -> None:
        text = _("The old passphrase opens nothing that is saved from then on.")
        ask = WayAsk(_("Change the passphrase"), text, _("Change it"))

        def planned(session: Session, given: Given) -> Plan:
            return plan_passphrase(session, _new(given), given.shown, number)

        self._asking.ask(ask, planned, new=True)

    def _partner(self) -> None:
        text = _(
            "Somebody else gets in with words of their own, which you can take away "
            "again. Whoever has them can read and change everything."
        )
        ask = WayAsk(_("Somebody's own passphrase"), text, _("Add it"), whose=True)

        def planned(session: Session, given: Given) -> Plan:
            return plan_partner(session, _new(given), given.whose)

        self._asking.ask(ask, planned, new=True)

    def _remove(self, number: int) -> None:
        way = way_numbered(self._desk.vault.session, number)
        text = _("{way} opens nothing that is saved from then on.")
        ask = WayAsk(
            _("Remove a way in"), text.format(way=title_of(way)), _("Remove it")
        )
        self._asking.ask(ask, lambda session, _given: plan_removal(session, number))

    def _new_card(self, number: int) -> None:
        way = way_numbered(self._desk.vault.session, number)
        text = _("A new code is drawn. {way} opens nothing that is saved from then on.")
        ask = WayAsk(
            _("A new key card"), text.format(way=title_of(way)), _("Draw a new code")
        )
        self._asking.ask(ask, lambda session, _given: plan_code(session), self._on_card)

    def _on_card(self, plan: Plan) -> None:
        self._asking.put_on_card(plan, _("Put it in force"), self.show)

    # A key file: first which one, then the proof.

    def _file(self, number: int) -> None:
        if self._page is None:
            return
        way = way_numbered(self._desk.vault.session, number)
        text = _(
            "From then on {way} needs this very file beside it, by every program and "
            "for ever. Without the file only the key card gets in."
        )
        sheet = Choice(
            self._page.window(),
            _("A key file"),
            text.format(way=way_words(way)),
            [
                Answer(
                    "draw", _("Draw a new one…"), _("Kept on a stick, for example.")
                ),
                Answer("take", _("Use a file I have…"), _("It must never change.")),
            ],
        )
        sheet.chosen.connect(self._choose_file)
        self._sheet = sheet
        sheet.open()

    def _choose_file(self, key: str) -> None:
        page = self._page
        if page is None:
            return
        if key == "draw":
            place = self._desk.documents() / f"{_('key file')}.key"
            choose_place(page, _("Where the key file goes"), place, self._drawn_at)
        else:
            choose_files(
                page, _("Choose the key file"), _("All files (*)"), self._taken
            )

    def _drawn_at(self, path: Path) -> None:
        def planned(session: Session, given: Given) -> Plan:
            file = draw_key_file(session.ports, path, given.made)
            return plan_key_file(session, file.secret, given.shown)

        self._ask_file(path, planned)

    def _taken(self, paths: object) -> None:
        chosen = [Path(str(one)) for one in paths] if isinstance(paths, list) else []
        if not chosen:
            return

        def planned(session: Session, given: Given) -> Plan:
            file = chosen_key_file(session.ports, chosen[0])
            return plan_key_file(session, file.secret, given.shown)

        self._ask_file(chosen[0], planned)

    def _ask_file(self, path: Path, planned: Callable[[Session, Given], Plan]) -> None:
        text = _("Your passphrase will need the file “{name}” beside it.")
        ask = WayAsk(
            _("A key file"), text.format(name=path.name), _("Use this key file")
        )
        self._asking.ask(ask, planned)

    def _no_file(self, _number: int) -> None:
        text = _("Your passphrase opens the vault alone again; the file may go.")
        ask = WayAsk(_("No key file any more"), text, _("Open without it"))

        def planned(session: Session, given: Given) -> Plan:
            return plan_no_key_file(session, given.shown)

        self._asking.ask(ask, planned)

    def _renewed(self, id_: str) -> None:
        vault = self._desk.vault
        one = vault.vault.code_sets.get(id_)
        if one is None:
            return
        name = vault.vault.accounts[one.account].name
        vault.apply(renewed(one), _("Codes renewed: {name}").format(name=name))
        self._desk.stage.announce(_("Off the list: {name}").format(name=name))


def _new(given: Given) -> Passphrase:
    if given.new is None:
        raise BrokenInvariant("ways-no-passphrase")
    return given.new
