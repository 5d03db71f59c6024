"""One change of the ways in, asked for: proven, worked out, agreed to, written.

All key work is done off the window's thread before anything is written, so that what
would be lost is shown first. What was made for a change that is given up goes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.controllers.stage import Desk, notice_of
from ui.controllers.way_card import CardWords, WayCard
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.way_form import WayAsk, WayForm, WayTyped
from ui.shared.notice import Notice
from vault.app.credentials import (
    Credentials,
    Passphrase,
    chosen_passphrase,
    draw_words,
)
from vault.app.explain_envelope import wrong_try
from vault.app.session import Session
from vault.app.strength import strength_of
from vault.app.ways_made import take_back
from vault.app.ways_plan import Plan, carry_out, discard
from vault.app.ways_proof import asks_code, prove
from vault.app.ways_words import plan_words
from vault.errors import BadInput, NoKey, Refused, Unconfirmed, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# What was wrong with what was typed, and below which field it is said.
_FIELDS = {
    "way-needs-name": "whose",
    "way-same": "new",
    "passphrase-empty": "again",
    "passphrases-differ": "again",
    "passphrase-text": "new",
}


@dataclass(frozen=True, eq=False)
class Given:
    """What somebody gave: the passphrase proven, or None after the code; the rest."""

    shown: Credentials | None
    whose: str = ""
    new: Passphrase | None = None
    made: list[Path] = field(default_factory=list)  # files that go if it is given up


Planner = Callable[[Session, Given], Plan]


class WayAsking:
    """Asks for one change after the other; `done` is told of each that was written."""

    def __init__(self, desk: Desk, done: Callable[[str], object]) -> None:
        self._desk = desk
        self._done = done
        self._form: WayForm | None = None
        self._sheet: Choice | None = None
        self._card: WayCard | None = None
        self._words = ""
        self._planner: Planner | None = None
        self._then: Callable[[Plan], object] | None = None
        self._made: list[Path] = []
        desk.vault.closed.connect(self._forget)

    def ask(
        self,
        ask: WayAsk,
        planner: Planner,
        then: Callable[[Plan], object] | None = None,
        *,
        new: bool = False,
    ) -> None:
        """Open the sheet; the plan goes to `then`, or is agreed to and carried out."""
        page, session = self._desk.stage.page, self._desk.vault.session
        if page is None:
            return
        self._planner, self._then, self._made = planner, then, []
        self._words = draw_words(self._desk.ports) if new else ""
        ask = replace(ask, by_code=asks_code(session), drawn=tuple(self._words.split()))
        self._form = WayForm(page.window(), ask)
        self._form.given.connect(self._given)
        self._form.another_asked.connect(self._draw)
        self._form.own_typed.connect(self._tell_strength)
        self._form.finished.connect(self._let_form_go)
        self._form.open()

    def _draw(self) -> None:
        self._words = draw_words(self._desk.ports)
        if self._form:
            self._form.show_words(tuple(self._words.split()))
        self._desk.stage.announce(_("Other words are drawn"))

    def _tell_strength(self, text: str) -> None:
        told = strength_of(text, self._desk.vault.vault.name)
        if self._form:
            self._form.tell_strength(told.level, told.words)

    def _given(self, typed: WayTyped) -> None:
        """Work it out; everything unsaved is saved first."""
        form = self._form
        if form is None or self._planner is None:
            return
        try:
            new = self._new(typed)
        except Refused as error:
            form.complain(_FIELDS.get(error.reason, "new"), notice_of(error).text)
            return
        form.show_busy(busy=True)
        session = self._desk.vault.session
        work = partial(_planned, session, typed, new, self._planner, self._made)
        self._desk.ops.run(work, self._planned, self._not_planned, discard)

    def _new(self, typed: WayTyped) -> Passphrase | None:
        if not self._words:
            return None
        first = typed.new if typed.own else self._words
        return chosen_passphrase(first, typed.again, drawn=not typed.own)

    def _not_planned(self, error: VaultError) -> None:
        """Say what was wrong below its field, or above the page."""
        take_back(self._desk.ports, self._made)
        self._made.clear()
        form = self._form
        if form is None:
            return
        if isinstance(error, NoKey):
            by_code = asks_code(self._desk.vault.session)
            said = wrong_try(error, by_code=by_code)
            form.complain("proof", said.happened)
        elif isinstance(error, BadInput):
            form.complain("proof", notice_of(error).text)
        elif isinstance(error, Refused) and error.reason in _FIELDS:
            form.complain(_FIELDS[error.reason], notice_of(error).text)
        else:
            form.finish()
            self._desk.tell(error)

    def _let_form_go(self) -> None:
        self._form = None

    def _planned(self, plan: Plan) -> None:
        if self._form is None:  # it was left meanwhile
            self.give_up(plan)
            return
        self._form.finish()
        if self._then is not None:
            self._then(plan)
            return
        losses = list(plan_words(plan))
        if not losses:
            self.carry_out(plan)
            return
        page = self._desk.stage.page
        if page is None:
            self.give_up(plan)
            return
        self._ask_losses(page.window(), plan, losses)

    def _ask_losses(self, over: QWidget, plan: Plan, losses: list[str]) -> None:
        answer = Answer("do", _("Do it even so"), look="danger")
        sheet = Choice(over, _("Before it is done"), "\n\n".join(losses), [answer])
        sheet.chosen.connect(lambda _key: self.carry_out(plan))
        sheet.rejected.connect(partial(self.give_up, plan))
        self._sheet = sheet
        sheet.open()

    def put_on_card(self, plan: Plan, primary: str, back: Callable[[], object]) -> None:
        """Show the page on which the card gets onto paper; then it is carried out.

        `primary` says what that does; `back` goes where one was before.
        """

        def given_up() -> None:
            self.give_up(plan)
            back()

        said = CardWords(_("Key card {n}").format(n=plan.vault.card_number), primary)
        done = partial(self.carry_out, plan)
        self._card = WayCard(self._desk, plan, said, done, given_up)
        self._desk.stage.show_page(self._card.page, "ways")

    def give_up(self, plan: Plan) -> None:
        """Leave all as it is; nothing that opens nothing lies about."""
        discard(plan)
        take_back(self._desk.ports, self._made)
        self._made.clear()
        self._desk.stage.announce(_("Nothing was changed"))

    def carry_out(self, plan: Plan) -> None:
        """Write it, after all that is unsaved."""
        self._desk.vault.save_now(partial(self._write, plan))

    def _write(self, plan: Plan, error: VaultError | None) -> None:
        if error is not None:
            self._failed(plan, error)
            return
        work = partial(_carried_out, self._desk.vault.session, plan)
        failed = partial(self._failed, plan)
        op = self._desk.ops.run(work, partial(self._written, plan), failed)
        self._desk.stage.work(op, _("Changing the lock…"), exclusive=True)

    def _failed(self, plan: Plan, error: VaultError) -> None:
        self.give_up(plan)
        self._desk.tell(error)

    def _written(self, plan: Plan, doubt: Unconfirmed | None) -> None:
        self._made.clear()
        self._desk.vault.touched()
        said = _("Done: {n} ways in.").format(n=len(plan.left))
        self._desk.stage.announce(said)
        self._done(said)
        if doubt is not None:
            told = notice_of(doubt)
            self._desk.stage.notify(Notice("warn", told.title, told.text))

    def _forget(self) -> None:
        self._form = self._sheet = None
        self._words = ""


def _planned(
    session: Session,
    typed: WayTyped,
    new: Passphrase | None,
    planner: Planner,
    made: list[Path],
) -> Plan:
    shown = prove(session, typed.proof)
    return planner(session, Given(shown, typed.whose, new, made))


def _carried_out(session: Session, plan: Plan) -> Unconfirmed | None:
    """Carry it out; return what is in force, though the disk did not confirm it."""
    try:
        carry_out(session, plan)
    except Unconfirmed as error:
        return error
    return None
