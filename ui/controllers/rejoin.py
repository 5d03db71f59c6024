"""The vault's file was saved by somebody else while it was open here: both are joined.

Rules. What nobody decided differently is taken in at once, as one act that can be
undone, and told. Where both changed the same, nothing is written before somebody has
looked, or leaves and lets every value be kept. What does not open with our keys is
left to the user. No save of ours ever goes over a state that was not taken in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from ui.controllers.stage import Desk
from vault.errors import VaultError
from vault.i18n import translate as _

if TYPE_CHECKING:
    from vault.app.merge_flow import Merging

# joined: theirs was taken in. held: a person must look first. shut: it does not open.
Outcome = Literal["joined", "held", "shut"]
Then = Callable[[Outcome], None]
ACT: Final = _("Merge what was saved elsewhere")


class Rejoin:
    """Takes in what lies at the vault's own path now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._busy = False
        self._then: list[Then] = []
        self._told = b""  # of this state it was said already that a look is needed
        self.held: Merging | None = None
        desk.vault.closed.connect(self._forget)

    def begin(self, then: Then = lambda _outcome: None) -> None:
        """Open what is there, and join where nothing has to be decided."""
        from vault.app.beside import prepare  # noqa: PLC0415 - rarely wanted

        self._then.append(then)
        if self._busy:
            return
        self._busy = True
        session = self._desk.vault.session
        work = partial(prepare, session, session.file.path)
        self._desk.ops.run(work, self._prepared, self._shut)

    def join_all(self) -> bool:
        """Join what is held, every value kept; tell whether that was done."""
        merging, vault = self.held, self._desk.vault
        if merging is None or not vault.is_open or vault.vault is not merging.vault:
            return False
        self.held = None
        return self._joined(merging)

    def _prepared(self, merging: Merging) -> None:
        self._busy = False
        vault = self._desk.vault
        if not vault.is_open:
            merging.copy.file.keys.file_key.close()
            return
        if vault.vault is not merging.vault:  # something was typed meanwhile
            self._close(merging)
            waiting, self._then = self._then, []
            for then in waiting:
                self.begin(then)
            return
        keeps_mine = merging.ways_differ and merging.ways == "mine"
        if merging.to_check or keeps_mine:
            self._hold(merging)
            return
        vault.between_saves(partial(self._join, merging))

    def _join(self, merging: Merging) -> None:
        self._tell("joined" if self._joined(merging) else "shut")

    def _joined(self, merging: Merging) -> bool:
        from ui.controllers.merge_said import (  # noqa: PLC0415 - rarely wanted
            joined_notice,
        )

        try:
            self._desk.vault.merge(merging, ACT)
        except VaultError as error:
            self._desk.tell(error)
            return False
        self._close(merging)
        if not merging.nothing_new:
            show = partial(self._desk.go, "merge", merging)
            self._desk.stage.notify(joined_notice(merging), show)
        return True

    def _close(self, merging: Merging) -> None:
        """Wipe the keys of a copy, unless the vault goes on with them."""
        from vault.app.merge_flow import close_copy  # noqa: PLC0415 - rarely wanted

        close_copy(self._desk.vault.session, merging.copy)

    def _hold(self, merging: Merging) -> None:
        """Say once that somebody must look; nothing is written until then."""
        from ui.controllers.merge_said import (  # noqa: PLC0415 - rarely wanted
            held_notice,
        )

        self.held = merging
        digest = merging.copy.file.digest
        if digest != self._told:
            self._told = digest
            path = merging.copy.file.path
            look = partial(self._desk.go, "merge", path)
            self._desk.stage.notify(held_notice(merging), look)
        self._tell("held")

    def _shut(self, _error: VaultError) -> None:
        self._busy = False
        self._tell("shut")

    def _tell(self, outcome: Outcome) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then(outcome)

    def _forget(self) -> None:
        if self.held is not None:
            self.held.copy.file.keys.file_key.close()
            self.held = None
        self._then.clear()
        self._told = b""
