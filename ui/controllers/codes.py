"""The codes of an account: shown, copied, marked used, edited; added in `codes_add`."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.controllers.codes_add import CodesAdd
from ui.controllers.codes_state import code_called, codes_state
from ui.controllers.stage import Desk
from ui.dialogs.edit_codes import EditCodes, EditCodesState
from ui.dialogs.use_code import UseCode, UseCodeState
from ui.shared.clipboard import CLEARED_AFTER_SECONDS
from ui.shared.notice import Notice
from ui.views.account_codes import CodesSection
from vault.app.code_count import codes_left
from vault.app.code_edit import reviving, voiding
from vault.app.code_words import kind_choices, set_words
from vault.app.edit import account_name, editing, next_code, sets_of, using
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.change import Change
from vault.model.code import Code, CodeSet
from vault.model.removal import removal_of


class CodesFlow:
    """Makes the codes section of an account's page, and does what is asked there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._adding = CodesAdd(desk)

    def section(self, account_id: str) -> QWidget:
        """Return a section that keeps itself up to date until it is let go."""
        section = CodesSection()
        bound = _Bound(self, self._desk, section, account_id)
        bound.refresh()
        section.add_asked.connect(partial(self.add, account_id))
        section.dropped.connect(partial(self.add, account_id))
        section.next_asked.connect(partial(self.show_next, account_id))
        section.copy_asked.connect(partial(self._copy, account_id))
        section.mark_asked.connect(partial(self._mark, account_id))
        section.edit_asked.connect(self._edit)
        section.remove_asked.connect(self._remove)
        section.told.connect(self._desk.stage.announce)
        return section

    def add(self, account_id: str, path: str = "") -> None:
        """Let codes be added to an account, from a file where one is named."""
        self._adding.begin(account_id, self._parent(), path)

    def copy_next(self, account_id: str) -> None:
        """Copy the next unused code, and offer to mark it used."""
        found = self._next(account_id)
        if found is None:
            return
        one, code = found
        self._desk.clipboard.copy_secret(code.value)
        said = _("{code} is on the clipboard").format(code=self._title(one, code))
        words = _("It is taken off again in {n} seconds. Once it is used, mark it.")
        self._desk.stage.notify(
            Notice(
                "info",
                said,
                words.format(n=CLEARED_AFTER_SECONDS),
                _("Mark it used…") if self._desk.vault.may_write else "",
            ),
            partial(self._open_use, one.id, code.id, shown=False),
        )

    def show_next(self, account_id: str) -> None:
        """Show the next unused code large."""
        found = self._next(account_id)
        if found is not None:
            self._open_use(found[0].id, found[1].id, shown=True)

    def _next(self, account_id: str) -> tuple[CodeSet, Code] | None:
        """Return the next code; where none is left, say so and offer to add some."""
        vault = self._desk.vault
        found = next_code(sets_of(vault.vault, account_id))
        if found is None:
            name = account_name(vault.vault, account_id)
            self._desk.stage.notify(
                Notice(
                    "warn",
                    _("No unused code is left for {account}").format(account=name),
                    _("Get new ones from the platform, and add them here."),
                    _("Add codes…") if vault.may_write else "",
                ),
                partial(self.add, account_id),
            )
        return found

    def _copy(self, account_id: str, code_id: str) -> None:
        one, code = self._find(account_id, code_id)
        self._copy_code(one, code)

    def _copy_code(self, one: CodeSet, code: Code) -> None:
        self._desk.clipboard.copy_secret(code.value)
        said = _("{code} is copied").format(code=self._title(one, code))
        self._desk.stage.announce(said)

    def _mark(self, account_id: str, code_id: str) -> None:
        """Ask who used a code, or take back at once that it is used or void."""
        one, code = self._find(account_id, code_id)
        if code.state == "unused":
            self._open_use(one.id, code.id, shown=False)
            return
        title = self._title(one, code)
        name = _("Take back the mark on {code}").format(code=title)
        said = _("{code} counts as unused again").format(code=title)
        self._do(reviving(one, code), name, said)

    def _open_use(self, set_id: str, code_id: str, *, shown: bool) -> None:
        vault = self._desk.vault
        one = cast("CodeSet", vault.vault.get("code-set", set_id))
        code = next(each for each in one.codes if each.id == code_id)
        left = _("{left} of {n} left").format(left=codes_left(one), n=len(one.codes))
        people = sorted(vault.vault.people.values(), key=lambda p: p.name.casefold())
        state = UseCodeState(
            title=self._title(one, code),
            about=f"{set_words(one)}, {left}",
            called=code_called(one, code),
            value=code.value,
            people=tuple((person.id, person.name) for person in people),
            may_mark=vault.may_write,
        )
        sheet = UseCode(self._parent(), state, shown=shown)
        sheet.copied.connect(partial(self._copy_code, one, code))
        sheet.used.connect(partial(self._use, one, code))
        sheet.voided.connect(partial(self._void, one, code))
        sheet.told.connect(self._desk.stage.announce)
        sheet.open()

    def _use(self, one: CodeSet, code: Code, by: str, what_for: str) -> None:
        at = self._desk.ports.now()
        title = self._title(one, code)
        left = codes_left(one) - 1
        said = translate_count(
            "{code} is marked used; {n} is left",
            "{code} is marked used; {n} are left",
            left,
        ).format(code=title, n=left)
        name = _("Mark {code} used").format(code=title)
        self._do(using(one, code, by, what_for, at), name, said)

    def _void(self, one: CodeSet, code: Code) -> None:
        title = self._title(one, code)
        name = _("Mark {code} void").format(code=title)
        self._do(voiding(one, code), name, _("{code} is void").format(code=title))

    def _edit(self, set_id: str) -> None:
        one = cast("CodeSet", self._desk.vault.vault.get("code-set", set_id))
        vault = self._desk.vault.vault
        account = vault.accounts.get(one.account)
        choices = kind_choices(account.platform if account else "", vault)
        kinds = [(choice.kind, choice.label) for choice in choices]
        if one.kind not in {kind for kind, _label in kinds}:
            kinds.append((one.kind, one.kind or _("Codes")))
        state = EditCodesState(
            title=_("Edit {codes}").format(codes=set_words(one)),
            kind=one.kind,
            label=one.label,
            issued=one.issued,
            notes=one.notes,
            kinds=tuple(kinds),
        )
        sheet = EditCodes(self._parent(), state)
        sheet.accepted.connect(lambda: self._edited(one, sheet.fields))
        sheet.open()

    def _edited(self, one: CodeSet, fields: dict[str, object]) -> None:
        same = all(getattr(one, field) == value for field, value in fields.items())
        if same:
            return
        vault, ports = self._desk.vault, self._desk.ports
        name = _("Edit {codes}").format(codes=self._set_title(one))
        try:
            _after, changes = editing(ports, vault.vault, "code-set", one.id, fields)
        except VaultError as error:
            self._desk.tell(error)
            return
        self._do(changes, name, _("Kept"))

    def _remove(self, set_id: str) -> None:
        """Remove a set at once, and offer to have it back."""
        vault = self._desk.vault
        one = cast("CodeSet", vault.vault.get("code-set", set_id))
        title = self._set_title(one)
        name = _("Remove {codes}").format(codes=title)
        if not self._do(removal_of(vault.vault, "code-set", set_id), name, ""):
            return
        said = translate_count(
            "It held {n} code.", "It held {n} codes.", len(one.codes)
        )
        notice = Notice(
            "info",
            _("{codes} is removed").format(codes=title),
            said.format(n=len(one.codes)),
            _("Undo"),
        )
        self._desk.stage.notify(notice, partial(self._back, name))

    def _back(self, name: str) -> None:
        """Take the removal back, if nothing else was done since."""
        if self._desk.vault.session.undo_name == name:
            self._desk.vault.undo()
            self._desk.stage.announce(_("Undone: {act}").format(act=name))
        else:
            said = _("Something else was changed since: undo that first, with Ctrl+Z.")
            self._desk.stage.announce(said)

    def _do(self, changes: list[Change], name: str, said: str) -> bool:
        """Do one named act and say so; say what went wrong where it fails."""
        try:
            self._desk.vault.apply(changes, name)
        except VaultError as error:
            self._desk.tell(error)
            return False
        if said:
            self._desk.stage.announce(said)
        return True

    def _find(self, account_id: str, code_id: str) -> tuple[CodeSet, Code]:
        sets = sets_of(self._desk.vault.vault, account_id)
        return next((s, c) for s in sets for c in s.codes if c.id == code_id)

    def _title(self, one: CodeSet, code: Code) -> str:
        called = code_called(one, code)
        account = account_name(self._desk.vault.vault, one.account)
        said = _("{code} of {account}").format(code=called, account=account)
        return said[:1].upper() + said[1:]

    def _set_title(self, one: CodeSet) -> str:
        account = account_name(self._desk.vault.vault, one.account)
        return _("{codes} of {account}").format(codes=set_words(one), account=account)

    def _parent(self) -> QWidget:
        page = self._desk.stage.page
        assert page is not None, "no page"  # noqa: S101 - our bug
        return page.window()


class _Bound(QObject):
    """Keeps one section up to date; it goes with the section."""

    def __init__(
        self, flow: CodesFlow, desk: Desk, section: CodesSection, account_id: str
    ) -> None:
        super().__init__(section)
        self._flow = flow  # held: Qt holds no slot of what is no QObject
        self._desk = desk
        self._section = section
        self._account = account_id
        desk.vault.changed.connect(self.refresh)
        desk.vault.committing.connect(self._hide)

    def refresh(self, _changes: object = None) -> None:
        """Show the codes as they are now."""
        if not isValid(self._section):
            return
        vault = self._desk.vault
        account = vault.vault.accounts.get(self._account)
        if isinstance(account, Account):
            state = codes_state(vault.vault, account, may_write=vault.may_write)
            self._section.show_state(state)

    def _hide(self) -> None:
        if isValid(self._section):
            self._section.reveal.hide()
