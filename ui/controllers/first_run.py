"""A new vault in six steps; from the third on it is there, and all is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from ui.controllers.first_accounts import FirstAccounts
from ui.controllers.stage import Desk, notice_of
from ui.views.new_again import AgainState, NewAgain
from ui.views.new_name import NameState, NewName
from ui.views.new_person import NewPerson, NewPersonState
from ui.views.new_words import NewWords, WordsState
from ui.workers.op import Op
from vault.app.credentials import Passphrase, chosen_passphrase, draw_words
from vault.app.first_run import (
    ENDING,
    free_place,
    make_vault,
    renaming,
    trusting,
    unmake_vault,
)
from vault.app.session import Session
from vault.app.strength import strength_of
from vault.errors import Refused, Unconfirmed, VaultError
from vault.i18n import translate as _
from vault.model.person import Person

STEPS: Final = 6


@dataclass
class _Typed:
    """What was typed and chosen so far; nothing of it is lost by going back."""

    name: str = ""
    path: Path | None = None  # chosen by hand; else it follows from the name
    free: Path | None = None
    words: str = field(default="", repr=False)
    own: bool = False
    text: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    person: str = ""  # id

    @property
    def place(self) -> Path | None:
        """Where the file will be, as far as that is known."""
        return self.path or self.free

    @property
    def passphrase(self) -> str:
        """What was chosen, drawn or typed."""
        return self.text if self.own else self.words


class FirstRunFlow:
    """Leads through the steps; each can be gone back to."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._typed = _Typed()
        self._accounts = FirstAccounts(desk, (4, 5, STEPS), self._name, self._person)
        self._page: Any = None
        self._op: Op[Any] | None = None
        desk.vault.committing.connect(self._commit)

    def begin(self, _what: object) -> None:
        """Begin with the first step."""
        self._typed = _Typed()
        self._accounts.forget()
        self._name()

    def _show(self, page: Any) -> None:  # noqa: ANN401 - one of the pages of this flow
        self._page = page
        self._desk.stage.show_page(page, "new")

    # The name, and the file.

    def _name(self) -> None:
        page = NewName(self._name_state(), (1, STEPS))
        page.named.connect(self._rename)
        page.place_asked.connect(self._ask_place)
        made = self._desk.vault.is_open
        page.next_asked.connect(self._accounts.platforms if made else self._words)
        page.back_asked.connect(partial(self._desk.go, "welcome"))
        self._show(page)
        if not made:
            self._find_place()

    def _name_state(self) -> NameState:
        vault = self._desk.vault
        if vault.is_open:
            path = vault.session.file.path
            return NameState(vault.vault.name, path.name, str(path.parent), made=True)
        place = self._typed.place
        if place is None:
            return NameState(self._typed.name)
        return NameState(self._typed.name, place.name, str(place.parent))

    def _rename(self, name: str) -> None:
        self._typed.name = name
        vault = self._desk.vault
        if not vault.is_open:
            self._find_place()
        elif changes := renaming(vault.vault, name):
            vault.apply(changes, _("Name the business"))

    def _find_place(self) -> None:
        """Find a free name for the file, off the window's thread."""
        work = partial(_free_place_of, self._desk, self._typed.name)
        self._desk.ops.run(work, self._found_place, self._desk.tell)

    def _found_place(self, path: Path) -> None:
        self._typed.free = path
        if isinstance(self._page, NewName) and self._desk.stage.page is self._page:
            self._page.show_state(self._name_state())

    def _ask_place(self) -> None:
        dialog = QFileDialog(self._page, _("Where the vault is kept"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.setNameFilter(_("Spare Key files (*.sparekey)"))
        if self._typed.place:
            dialog.setDirectory(str(self._typed.place.parent))
            dialog.selectFile(self._typed.place.name)
        dialog.fileSelected.connect(self._chose_place)
        dialog.open()

    def _chose_place(self, path: str) -> None:
        self._typed.path = Path(path)
        self._page.show_state(self._name_state())

    # The passphrase, twice.

    def _words(self) -> None:
        typed = self._typed
        typed.words = typed.words or draw_words(self._desk.ports)
        page = NewWords(self._words_state(), (2, STEPS))
        page.another_asked.connect(self._draw)
        page.own_asked.connect(self._want_own)
        page.own_typed.connect(self._take_own)
        page.next_asked.connect(self._again)
        page.back_asked.connect(self._name)
        self._show(page)
        self._take_own(typed.text)

    def _words_state(self) -> WordsState:
        typed = self._typed
        return WordsState(typed.words.split(), typed.own, typed.text)

    def _draw(self) -> None:
        self._typed.words = draw_words(self._desk.ports)
        self._page.show_state(self._words_state())
        self._desk.stage.announce(_("Other words are drawn"))

    def _want_own(self, own: bool) -> None:
        self._typed.own = own
        self._page.show_state(self._words_state())

    def _take_own(self, text: str) -> None:
        self._typed.text = text
        if isinstance(self._page, NewWords):  # else it was left meanwhile
            told = strength_of(text, self._typed.name)
            self._page.tell_strength(told.level, told.words)

    def _again(self) -> None:
        page = NewAgain(self._again_state(), (3, STEPS))
        page.typed.connect(self._take_again)
        page.make_asked.connect(self._make)
        page.back_asked.connect(self._words)
        self._show(page)

    def _again_state(self, *, busy: bool = False, wrong: str = "") -> AgainState:
        return AgainState(not self._typed.own, self._typed.again, busy, wrong)

    def _take_again(self, text: str) -> None:
        self._typed.again = text

    # The file is made.

    def _make(self) -> None:
        typed = self._typed
        try:
            passphrase = chosen_passphrase(
                typed.passphrase, typed.again, drawn=not typed.own
            )
        except VaultError as error:
            self._not_made(error)
            return
        self._page.show_state(self._again_state(busy=True))
        work = partial(self._made_of, typed.name, typed.path, passphrase)
        op = self._desk.ops.run(work, self._made, self._not_made, unmake_vault)
        op.finished.connect(partial(self._stopped, op))
        self._op = op
        self._desk.stage.work(op, _("Making the vault…"), exclusive=True)

    def _stopped(self, op: Op[Session]) -> None:
        if op.stopped():
            self._page.show_state(self._again_state())
            self._desk.stage.announce(_("Stopped. No vault was made."))

    def _made_of(self, name: str, path: Path | None, words: Passphrase) -> Session:
        place = path or _free_place_of(self._desk, name)
        return make_vault(self._desk.ports, place, name, words)

    def _not_made(self, error: VaultError) -> None:
        wrong = _differing(error)
        self._page.show_state(self._again_state(wrong=wrong))
        self._desk.stage.announce(wrong)

    def _made(self, session: Session) -> None:
        typed = self._typed
        typed.words = typed.text = typed.again = ""
        self._desk.settings.remember(session.file.path)
        self._desk.vault.take(session)
        self._accounts.platforms()
        self._desk.stage.announce(_("Your vault is made. All is kept from here on."))
        try:
            session.must_be_confirmed()
        except Unconfirmed as error:
            self._desk.tell(error)

    # Someone to ring, and the end.

    def _person(self) -> None:
        person = self._desk.vault.vault.find("person", self._typed.person)
        state = NewPersonState()
        if isinstance(person, Person):
            state = NewPersonState(person.name, person.phone)
        page = NewPerson(state, (6, STEPS))
        page.left.connect(self._trust_later)
        page.done_asked.connect(self._finish)
        page.back_asked.connect(self._accounts.last)
        self._show(page)

    def _trust(self, name: str, phone: str) -> None:
        vault = self._desk.vault
        if not vault.may_write:
            return
        fields = {"name": name, "phone": phone}
        self._typed.person, changes = trusting(
            self._desk.ports, vault.vault, self._typed.person, fields
        )
        if changes:
            vault.apply(changes, _("Name {person}").format(person=name.strip()))

    def _trust_later(self, name: str, phone: str) -> None:
        """Enter who was named on a page that has gone, once another is there."""
        QTimer.singleShot(0, partial(self._trust, name, phone))

    def _finish(self) -> None:
        self._commit()
        self._desk.go("home")
        self._accounts.forget()

    def _commit(self) -> None:
        if isinstance(self._page, NewPerson) and self._desk.stage.page is self._page:
            self._trust(*self._page.named)


def _free_place_of(desk: Desk, name: str) -> Path:
    """Return a free path in the user's documents; reads the disk."""
    return free_place(desk.ports, desk.documents(), name)


def _differing(error: VaultError) -> str:
    """Return why no vault was made; of words that differ, which one."""
    said = notice_of(error)
    if isinstance(error, Refused) and error.detail.isdecimal():
        where = _("Word {n} is not the same as on the page before.")
        return where.format(n=error.detail)
    return f"{said.title}. {said.text}"
