"""From sheets to an opened kit: gathers, asks for what opens it, opens it off-thread.

Restoring and reading back go this way together; what comes after is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ui.controllers.kit_gathering import KitGathering, Title
from ui.controllers.sheets_reading import SheetsReading
from ui.controllers.sheets_words import id_words
from ui.controllers.stage import Desk, notice_of
from ui.views.kit_open import KitOpenWords
from ui.views.kit_sheets import Said
from ui.widgets.radios import Radio
from ui.workers.op import Op, stopped_of_thread
from vault.app.code_typing import code_told
from vault.app.credentials import (
    Credentials,
    Passphrase,
    code_typed,
    typed_passphrase,
)
from vault.app.kit_reading import Reading
from vault.app.kit_restore import Openable, OpenedKit, open_kit, openable
from vault.app.supplement_words import shut_out, supplement_name
from vault.errors import NeedsConsent, VaultError
from vault.i18n import translate as _


class KitOpening(KitGathering):
    """One pile of sheets and its page; `opened` is handed the kit, to close it."""

    def __init__(
        self,
        desk: Desk,
        said: KitOpenWords,
        opened: Callable[[OpenedKit], object],
        title: Title | None = None,
    ) -> None:
        super().__init__(desk, said, title)
        self._opened = opened
        self._op: Op[Any] | None = None
        self._agreed = False
        self._openable: tuple[Openable, ...] = ()
        self._chosen = b""
        self.passphrase: Passphrase | None = None  # what was given for the kit
        self._shown: Credentials | None = None  # what opens the kit, if not all of it
        self.enough_will_do = False  # else a camera goes on for what sheets are left
        page = self.page
        page.kit_chosen.connect(self._choose)
        page.given.connect(self._given)
        page.code_typed.connect(self._follow_code)
        page.agreed.connect(self._agree)
        page.opening_stopped.connect(self._stopped)

    def leave(self) -> None:
        """Stop whatever goes on: the page is gone."""
        super().leave()
        if self._op is not None:
            self._op.stop()

    @property
    def is_enough(self) -> bool:
        """Whether something else than files is wanted next."""
        return bool(self._openable)

    def gathered(self, before: Reading, after: Reading) -> None:
        """Fill in the code of a key card that was among the pictures."""
        if after.card and not before.card:
            self.page.entry.put_code(after.card)

    def completed(self) -> None:
        """See what opens the kits that are whole."""
        work = partial(_openable, self.sheets)
        self._desk.ops.run(work, self._ask, self._desk.tell)

    def _ask(self, found: tuple[Openable, ...]) -> None:
        """Ask for what opens the kit that was chosen, or the only one."""
        if not self.is_shown or not found or self.state.finished:
            return
        self._openable = found
        if self.enough_will_do:
            self.camera.stop()
        known = {one.kit for one in found}
        if self._chosen not in known:
            self._chosen = found[0].kit
        which = tuple(
            Radio(one.kit.hex(), _("Kit {id}").format(id=id_words(one.kit)))
            for one in found
        )
        self.show_sheets()
        several = len(found) > 1
        self.show_state(
            which=which if several else (),
            chosen=self._chosen.hex(),
            asks=self._wanted.ways,
        )

    @property
    def _wanted(self) -> Openable:
        return next(one for one in self._openable if one.kit == self._chosen)

    def _choose(self, kit: str) -> None:
        self._chosen, self._shown = bytes.fromhex(kit), None
        self.show_state(chosen=kit, asks=self._wanted.ways)

    def _follow_code(self, text: str) -> None:
        told = code_told(text, "vault", "part")
        self.page.tell_code(told.words, told.state)

    def _agree(self) -> None:
        self._agreed = True

    def _given(self, passphrase: str, code: str) -> None:
        """Open it with what was typed."""
        ways = self.state.asks
        try:
            by_words = ways != "card" and not (ways == "either" and code)
            words = typed_passphrase(passphrase) if by_words else None
            credentials = Credentials(
                words.secret if words else None,
                code_typed(code).secret if code or ways in ("card", "both") else None,
            )
        except VaultError as error:
            self._wrong(error)
            return
        first, more = self._shown or credentials, (credentials,)
        if self._shown is None:
            self.passphrase = words
        self.camera.stop()
        self.show_state(opening=True, agree="", result=None)
        work = partial(self._work, first, more, self._chosen, self._agreed)
        done = partial(self._done, first)
        self._op = self._desk.ops.run(work, done, self._wrong, close_kit)
        self._desk.stage.work(self._op, _("Opening the kit…"))
        self._op.finished.connect(self._at_rest)

    def _work(
        self,
        shown: Credentials,
        more: tuple[Credentials, ...],
        kit: bytes,
        consent: bool,
    ) -> OpenedKit:
        return open_kit(
            self.sheets.gathering(),
            shown,
            kit,
            consent=consent,
            cancelled=stopped_of_thread,
            more=more,
        )

    def _done(self, shown: Credentials, kit: OpenedKit) -> None:
        if not self.is_shown:
            close_kit(kit)
            return
        shut = shut_out(kit.beside)
        if shut is None or self._shown is not None:
            self._opened(kit)
            return
        close_kit(kit)
        self._shown = shown
        title = _("{name} opens with something else").format(
            name=supplement_name(shut.label)
        )
        text = _(
            "Its sheets say of which day its passphrase is: type that, or open again "
            "with the same as before to leave it out."
        )
        self.show_state(opening=False, result=Said("info", title, text))
        self.page.entry.begin()
        self._desk.stage.announce(title)

    def _wrong(self, error: VaultError) -> None:
        if not self.is_shown:
            return
        asks = isinstance(error, NeedsConsent)
        self.show_state(opening=False, agree=_("Open it even so") if asks else "")
        said = notice_of(error)
        self.page.complain(f"{said.title}. {said.text}")
        self._desk.stage.announce(said.title)

    def _stopped(self) -> None:
        if self._op:
            self._op.stop()
        self._at_rest()
        self._desk.stage.announce(_("Stopped. Nothing was opened."))

    def _at_rest(self) -> None:
        """Let it be tried again where it was stopped, from here or the status bar."""
        if self.is_shown and self.state.opening:
            self.show_state(opening=False)
            self.page.entry.begin()


def close_kit(kit: OpenedKit) -> None:
    """Wipe the key that opened a kit."""
    kit.opened.keys.file_key.close()


def failed(error: VaultError) -> Said:
    """Return the words of an error, to be shown above the sheets."""
    said = notice_of(error)
    return Said("bad", said.title, said.text)


def _openable(sheets: SheetsReading) -> tuple[Openable, ...]:
    return openable(sheets.gathering())
