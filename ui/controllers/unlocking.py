"""The way into one vault file: by passphrase or key card, once more, or to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.controllers.stage import Desk, notice_of
from ui.shared.notice import Notice
from ui.views.unlock import Asks, Unlock, UnlockState
from ui.workers.op import Op, stopped_of_thread
from vault.app.glance import shown_name
from vault.errors import Busy, NeedsConsent, NoKey, OnlyReadable, VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.older_copy import OlderCopy
    from vault.app.credentials import Credentials
    from vault.app.session import Session


class Unlocking:
    """One try after the other at one vault file."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self._path = path
        self._op: Op[Any] | None = None
        self._agreed: set[str] = set()
        self._backup = ""
        self._shut = False  # by a disk that can only be read
        self._key_file = desk.settings.key_file_of(path)
        self._by_code_now = False
        self._older: OlderCopy | None = None
        self._page = Unlock(self._state())
        self._page.passphrase_given.connect(self._by_passphrase)
        self._page.code_given.connect(self._by_code)
        self._page.agreed.connect(self._agree)
        self._page.code_typed.connect(self._follow_code)
        self._page.stopped.connect(self._stopped)
        self._page.place_chosen.connect(desk.go)
        self._page.key_file_asked.connect(self._ask_key_file)
        self._page.key_file_left.connect(partial(self._take_key_file, None))

    def show(self) -> None:
        """Put the page on the screen."""
        self._desk.stage.show_page(self._page, "unlock")

    def look(self) -> None:
        """Look whether another vault lies here than last time, before words are typed.

        It loads the core: to be called after the paint.
        """
        work = partial(_swapped, self._desk, self._path)
        self._desk.ops.run(work, self._tell_swapped, self._desk.tell)

    def _tell_swapped(self, notice: Notice | None) -> None:
        if notice is not None and self._desk.stage.page is self._page:
            self._desk.stage.notify(notice)

    def _state(
        self, *, busy: bool = False, error: VaultError | None = None, day: str = ""
    ) -> UnlockState:
        asks: Asks = ""
        if isinstance(error, NeedsConsent):
            asks = "cost"
        elif isinstance(error, Busy | OnlyReadable):
            asks = "reading"
            self._shut = isinstance(error, OnlyReadable)
        elif error is not None and day:
            asks = "backup"
        wrong = self._notice(error) if error else None
        return UnlockState(
            shown_name(self._path),
            str(self._path.parent),
            busy,
            wrong,
            self._key_file.name if self._key_file else "",
            asks,
            day,
        )

    def _ask_key_file(self) -> None:
        from ui.dialogs.file_choice import choose_files  # noqa: PLC0415 - rare

        def chosen(paths: Sequence[str]) -> None:
            self._take_key_file(Path(paths[0]) if paths else None)

        choose_files(self._page, _("Choose the key file"), _("All (*)"), chosen)

    def _take_key_file(self, path: Path | None) -> None:
        """Go on with this key file, or with none."""
        self._key_file = path
        self._page.show_state(self._state())
        self._page.begin()

    def _notice(self, error: VaultError) -> Notice:
        """Return the words for an error; of a wrong try, only what helps there."""
        if not isinstance(error, NoKey):
            return notice_of(error)
        from vault.app.explain_envelope import (  # noqa: PLC0415 - after the first paint
            wrong_try,
        )

        said = wrong_try(error, by_code=self._by_code_now)
        return Notice("bad", said.title, f"{said.happened} {said.advice}")

    def _by_passphrase(self, text: str) -> None:
        from vault.app.credentials import (  # noqa: PLC0415 - after the first paint
            Credentials,
            typed_passphrase,
        )

        self._by_code_now = False
        try:
            self._open(Credentials(passphrase=typed_passphrase(text).secret))
        except VaultError as error:
            self._wrong(error)

    def _by_code(self, text: str) -> None:
        from vault.app.credentials import (  # noqa: PLC0415 - after the first paint
            Credentials,
            code_typed,
        )

        self._by_code_now = True
        try:
            self._open(Credentials(code=code_typed(text).secret))
        except VaultError as error:
            self._wrong(error)

    def _follow_code(self, text: str) -> None:
        from vault.app.code_typing import code_told  # noqa: PLC0415 - after the paint

        told = code_told(text, "vault")
        self._page.tell_code(told.words, told.state)

    def _open(self, credentials: Credentials) -> None:
        """Open it off the window's thread."""
        self._page.show_state(self._state(busy=True))
        file = None if self._by_code_now else self._key_file
        work = partial(self._work, credentials, frozenset(self._agreed), file)
        self._op = self._desk.ops.run(
            work, self._opened, self._wrong, lambda session: session.close()
        )

    def _work(
        self, credentials: Credentials, agreed: frozenset[str], file: Path | None
    ) -> Session:
        from vault.app.key_file import read_key_file  # noqa: PLC0415 - the same
        from vault.app.unlock import (  # noqa: PLC0415 - after the first paint
            open_for_reading,
            open_vault,
        )

        ports, path, consent = self._desk.ports, self._path, "cost" in agreed
        if file is not None:
            key = read_key_file(ports, file).secret
            credentials = replace(credentials, key_file=key)
        opening = partial(open_vault, write=True)
        if "reading" in agreed:
            opening = partial(open_for_reading, shut=self._shut)
        return opening(
            ports, path, credentials, consent=consent, cancelled=stopped_of_thread
        )

    def _opened(self, session: Session) -> None:
        from ui.controllers.older_copy import OlderCopy  # noqa: PLC0415 - the same
        from vault.app.unlock import A_BACKUP  # noqa: PLC0415 - the same

        if session.read_only != A_BACKUP:
            self._desk.settings.remember(self._path)
            if not self._by_code_now:  # a card needs none, and says nothing of it
                self._desk.settings.remember_key_file(self._path, self._key_file)
        self._desk.vault.take(session)
        if self._desk.urgent:  # somebody is in trouble: that comes before all else
            self._desk.go("incident", self._desk.urgent)
        else:
            self._desk.go("home")
        self._older = OlderCopy(self._desk)  # kept: Qt does not
        self._older.tell(session)
        if session.read_only:
            said = _("{file} is open for reading only").format(file=self._path.stem)
            self._desk.stage.announce(said)
        if session.damage:
            self._tell_damage(session)

    def _tell_damage(self, session: Session) -> None:
        """Say that the file was damaged and healed, and offer to write it back."""
        from vault.app.damage_words import healed_words  # noqa: PLC0415 - rare

        said = healed_words(session.damage)
        text = f"{said.happened} {said.advice}"
        action = "" if session.read_only else _("Write it back now")
        notice = Notice("warn", said.title, text, action)
        self._desk.stage.notify(notice, partial(self._write_back, session))

    def _write_back(self, session: Session) -> None:
        from vault.app.repair import write_back  # noqa: PLC0415 - rare

        work = partial(write_back, session)
        self._desk.ops.run(work, self._written_back, self._desk.tell)

    def _written_back(self, kept: Path) -> None:
        words = _("The damaged file is kept as {path}.").format(path=kept)
        notice = Notice("good", _("Written back whole"), words)
        self._desk.stage.notify(notice)

    def _wrong(self, error: VaultError) -> None:
        self._backup, error.backup = error.backup, ""  # a button, not a path
        self._page.show_state(self._state(error=error))
        self._desk.stage.announce(self._notice(error).title)
        if self._backup:
            from vault.app.beside import written  # noqa: PLC0415 - rare

            work = partial(written, self._desk.ports, Path(self._backup))
            offer = partial(self._offer_backup, error)
            self._desk.ops.run(work, offer, lambda _error: None)

    def _offer_backup(self, error: VaultError, day: str) -> None:
        """Offer to look into the newest good backup, by its day."""
        from ui.shared.days import day_words  # noqa: PLC0415 - rare

        if self._desk.stage.page is self._page:
            self._page.show_state(self._state(error=error, day=day_words(day)))

    def _agree(self, to: str) -> None:
        if to == "backup":
            self._desk.go("unlock", self._backup)
        else:
            self._agreed.add(to)

    def _stopped(self) -> None:
        if self._op:
            self._op.stop()
        self._page.show_state(self._state())
        self._desk.stage.announce(_("Stopped. Nothing was opened."))


def _swapped(desk: Desk, path: Path) -> Notice | None:
    """Return what is to be said where another vault lies there than last time."""
    from ui.shared.days import day_words  # noqa: PLC0415 - after the paint
    from vault.app.memory import swapped  # noqa: PLC0415 - the same
    from vault.app.standing_words import swapped_words  # noqa: PLC0415 - the same

    found = swapped(desk.ports, path)
    if found is None:
        return None
    said = swapped_words(found, day_words)
    return Notice("warn", said.title, f"{said.happened} {said.advice}")
