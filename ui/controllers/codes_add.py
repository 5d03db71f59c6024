"""Add codes to an account: understood off the window's thread, kept when asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.controllers.stage import Desk, notice_of
from ui.dialogs.add_codes import AddCodes, AddCodesState, Given, Preview, SortOfCodes
from ui.shared.days import day_words
from ui.widgets.code_row import CodeLine
from ui.widgets.code_set_part import SetState
from ui.workers.op import Op
from vault.app.code_paste import (
    Pasted,
    PastedCode,
    PasteOrder,
    keeping,
    read_code_file,
    understand,
)
from vault.app.code_words import KindChoice, kind_choices, set_words
from vault.app.edit import account_name, sets_of
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.code import CodeSet


class CodesAdd:
    """Opens the sheet that adds codes; one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, account_id: str, parent: QWidget, path: str = "") -> None:
        """Open the sheet, with the text of a file where one is named."""
        vault = self._desk.vault.vault
        account = vault.get("account", account_id)
        platform = account.platform if isinstance(account, Account) else ""
        sets = [one for one in sets_of(vault, account_id) if not one.retired]
        sorts = tuple(_sort(one, sets) for one in kind_choices(platform, vault))
        name = account_name(vault, account_id)
        state = AddCodesState(name, sorts, self._desk.ports.today())
        sheet = AddCodes(parent, state)
        adding = _Adding(self._desk, sheet, account_id)
        if path:
            adding.read(path)
        sheet.open()


class _Adding(QObject):
    """One sheet, from the first letter to what is kept; it goes with the sheet."""

    def __init__(self, desk: Desk, sheet: AddCodes, account_id: str) -> None:
        super().__init__(sheet)
        self._desk = desk
        self._sheet = sheet
        self._account = account_id
        self._op: Op[Any] | None = None
        self._pasted: Pasted | None = None
        sheet.changed.connect(self._understand)
        sheet.file_asked.connect(self._ask_file)
        sheet.file_given.connect(self.read)
        sheet.accepted.connect(self._keep)
        sheet.rejected.connect(self._stop)

    def read(self, path: str) -> None:
        """Read a file of codes into the sheet."""
        self._stop()
        work = partial(read_code_file, self._desk.ports, Path(path))
        self._op = self._desk.ops.run(work, self._sheet.take_text, self._wrong)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._sheet, _("Choose a file of codes"))
        dialog.setNameFilter(_("Text files (*.txt *.text *.md);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _understand(self, given: Given) -> None:
        self._stop()
        self._pasted = None
        order = PasteOrder(self._account, given.kind, given.text, given.joins)
        work = partial(understand, self._desk.vault.session, order)
        done = partial(self._understood, given)
        self._op = self._desk.ops.run(work, done, self._wrong)

    def _understood(self, given: Given, pasted: Pasted) -> None:
        self._pasted = pasted
        self._sheet.show_preview(_preview(pasted, given))

    def _wrong(self, error: VaultError) -> None:
        said = notice_of(error)
        self._sheet.complain(f"{said.title}. {said.text}")
        self._desk.stage.announce(said.title)

    def _stop(self) -> None:
        if self._op is not None:
            self._op.stop()
            self._op = None

    def _keep(self) -> None:
        """Keep what was shown: all of it as one act."""
        self._stop()
        pasted, vault = self._pasted, self._desk.vault
        if pasted is None or not pasted.changes:
            return
        count = pasted.new
        account = account_name(vault.vault, self._account)
        name = translate_count(
            "Add {n} code to {account}", "Add {n} codes to {account}", count
        ).format(n=count, account=account)
        try:
            vault.apply(keeping(pasted, {"issued": self._sheet.issued}), name)
        except VaultError as error:
            self._desk.tell(error)
            return
        said = translate_count("{n} code is kept", "{n} codes are kept", count)
        self._desk.stage.announce(said.format(n=count))


def _sort(choice: KindChoice, sets: list[CodeSet]) -> SortOfCodes:
    same = [one for one in sets if one.kind == choice.kind]
    hint = ""
    if choice.shape:
        hint = _("They look like this: {shape}.").format(shape=choice.shape)
        if choice.example:
            words = _("They look like this: {shape}, as {example}.")
            hint = words.format(shape=choice.shape, example=choice.example)
    return SortOfCodes(
        kind=choice.kind,
        label=choice.label,
        hint=hint,
        places=tuple((one.id, _place_words(one)) for one in same),
    )


def _place_words(one: CodeSet) -> str:
    words = _("Part of {codes}").format(codes=set_words(one))
    if one.issued:
        return _("{words}, issued {day}").format(words=words, day=day_words(one.issued))
    return words


def _preview(pasted: Pasted, given: Given) -> Preview:
    lines = tuple(
        CodeLine(
            id=str(number),
            name=_("Code {n}").format(n=number),
            called=_("code {n}").format(n=number),
            said=_outcome(code, pasted.shape),
            value=code.value,
            state="used" if code.used else "unused",
            number=str(number),
            may_copy=None,
            may_mark=False,
        )
        for number, code in enumerate(pasted.codes, 1)
    )
    count = len(pasted.codes)
    found = translate_count("{n} code found", "{n} codes found", count)
    state = SetState(
        id="preview",
        title=found.format(n=count),
        called=_("the codes found"),
        lines=lines,
        left=_("{n} new").format(n=pasted.new),
        may_write=False,
    )
    return Preview(state, pasted.new, tuple(_notes(pasted, given)), pasted.left_out)


def _outcome(code: PastedCode, shape: str) -> str:
    """Say of one code what keeping does, and what is odd about it."""
    said = _("New") if code.is_new else _("There already, not taken again")
    if code.used:
        said = _("{outcome}, marked used").format(outcome=said)
    if code.odd and shape:
        words = _("{outcome}. Odd: others here are {shape}. It is taken as it is.")
        return words.format(outcome=said, shape=shape)
    if code.odd:
        return _("{outcome}. Odd, and taken as it is.").format(outcome=said)
    return said


def _notes(pasted: Pasted, given: Given) -> list[str]:
    """Say what else is to be known before anything is kept."""
    notes = list(pasted.notes)
    if pasted.doubled:
        said = translate_count(
            "{n} code stood there twice and is taken once.",
            "{n} codes stood there twice and are taken once.",
            pasted.doubled,
        )
        notes.append(said.format(n=pasted.doubled))
    count = len(pasted.codes)
    if pasted.expected and count and count != pasted.expected and not given.joins:
        said = _("The platform issues {expected} at a time; {n} are here.")
        notes.append(said.format(expected=pasted.expected, n=count))
    if pasted.voids:
        said = translate_count(
            "{n} unused code of the earlier set becomes void.",
            "{n} unused codes of the earlier set become void.",
            pasted.voids,
        )
        notes.append(said.format(n=pasted.voids))
    return [note[:1].upper() + note[1:] for note in notes]
