"""Files taken into the vault, described, saved out and removed; never opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from ui.controllers.edits import put
from ui.controllers.forms import ask
from ui.controllers.removal import remove
from ui.dialogs.attachment import SORT_WORDS, AttachmentForm
from ui.dialogs.choice import Answer, Choice
from ui.dialogs.file_choice import choose_files, choose_place
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.attachments import AttachmentState
from vault.app.attachments import (
    About,
    FileRead,
    keep,
    plain_name,
    read_file,
    runs_out,
    same_content,
    save_out,
)
from vault.errors import VaultError
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.attachment import Attachment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk


class AttachmentActs:
    """Does what is asked about files; `parent` is the window that asks."""

    def __init__(self, desk: Desk, parent: Callable[[], QWidget]) -> None:
        self._desk = desk
        self._parent = parent
        self._sheet: QWidget | None = None

    def do(self, act: str, id_: str, about: About) -> None:
        """Do what a button is for: "add", "save", "edit" or "remove"."""
        one = self._desk.vault.vault.attachments.get(id_)
        if act == "add":
            self._choose(about)
        elif one is None:
            return  # it went meanwhile
        elif act == "save":
            self._ask_save(one)
        elif act == "edit":
            self._edit(one)
        else:
            remove(self._desk, "attachment", id_, one.name)

    def take(self, paths: Sequence[str], about: About) -> None:
        """Read files off the window's thread and keep them, all or none."""
        if not self._desk.vault.may_write:
            return

        def read() -> list[FileRead]:
            return [read_file(self._desk.ports, Path(path)) for path in paths]

        op = self._desk.ops.run(read, partial(self._keep, about), self._desk.tell)
        self._desk.stage.work(op, _("Reading the file…"))

    def _choose(self, about: About) -> None:
        title, every = _("Choose files to keep"), _("All files (*)")
        choose_files(self._parent(), title, every, partial(self._taken, about))

    def _taken(self, about: About, paths: Sequence[str]) -> None:
        self.take(paths, about)

    def _keep(self, about: About, files: Sequence[FileRead]) -> None:
        vault = self._desk.vault
        if not vault.may_write:  # it was locked while the files were read
            return
        names = ", ".join(plain_name(one.name) for one in files)
        try:
            kept = keep(
                vault.session, files, about, _("Keep {file}").format(file=names)
            )
        except VaultError as error:
            self._desk.tell(error)
            return
        vault.touched()
        title = translate_count("{n} file is kept", "{n} files are kept", len(kept))
        said = [_("The file itself is still where it was.")]
        if twice := [one.name for one in kept if same_content(vault.vault, one)]:
            text = _("Kept before, to the byte: {names}.")
            said.append(text.format(names=", ".join(twice)))
        notice = Notice("good", title.format(n=len(kept)), " ".join(said))
        self._desk.stage.notify(notice)

    def _edit(self, one: Attachment) -> None:
        name = _("Say what {file} is").format(file=one.name)

        def take(values: Mapping[str, Any]) -> None:
            named = {**values, "name": plain_name(str(values["name"]))}
            put(self._desk, "attachment", one.id, named, name)

        ask(self._desk, AttachmentForm(self._parent(), one), take)

    def _ask_save(self, one: Attachment) -> None:
        """Warn before a file leaves the vault."""
        text = _(
            "{name} will lie there in clear: anybody who can read that file has it. It "
            "was not looked at here; a file from a stranger may be made to hurt."
        ).format(name=one.name)
        answers = (Answer("save", _("Save the file…")),)
        sheet = Choice(self._parent(), _("Save it outside the vault?"), text, answers)
        sheet.chosen.connect(lambda _key: self._ask_place(one))
        self._sheet = sheet
        sheet.open()

    def _ask_place(self, one: Attachment) -> None:
        place = self._desk.documents() / plain_name(one.name)
        title = _("Save the file")
        choose_place(self._parent(), title, place, partial(self._save, one))

    def _save(self, one: Attachment, path: Path) -> None:
        work = partial(save_out, self._desk.vault.session, one, path)
        op = self._desk.ops.run(work, lambda _: self._saved(path), self._desk.tell)
        self._desk.stage.work(op, _("Saving the file…"))

    def _saved(self, path: Path) -> None:
        said = _("Delete it when it has done its work. {path}").format(path=path)
        self._desk.stage.notify(Notice("good", _("The file is saved"), said))


def attachment_states(
    files: Iterable[Attachment], today: str, *, may_write: bool
) -> tuple[AttachmentState, ...]:
    """Return files as a page shows them."""
    return tuple(_state(one, today, may_write=may_write) for one in files)


def _state(one: Attachment, today: str, *, may_write: bool) -> AttachmentState:
    until = _("valid until {day}").format(day=day_words(one.expires))
    warned = {
        "over": _("It ran out on {day}.").format(day=day_words(one.expires)),
        "soon": _("It runs out on {day}.").format(day=day_words(one.expires)),
    }
    warning = warned.get(runs_out(one, today), "")
    parts = [
        SORT_WORDS.get(one.sort, one.sort),
        QLocale().formattedDataSize(one.size, 1),
        _("kept since {day}").format(day=day_words(one.added)) if one.added else "",
        until if one.expires and not warning else "",
    ]
    about = " · ".join(filter(None, parts))
    return AttachmentState(one.id, one.name, about, one.notes, warning, may_write)
