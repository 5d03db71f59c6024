"""In trouble: asks what happened, and shows the first steps before a vault is open.

With a vault open it goes on there, with the owner's own numbers and codes.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from ui.controllers.stage import Desk
from ui.shared.notice import Notice
from ui.views.trouble import Trouble, TroubleLine, TroubleSteps
from vault.app.incident_general import SITUATION, SITUATIONS, Situation
from vault.i18n import translate as _

PICTURES: Final = {
    "locked-out": "lock",
    "hacked": "warning",
    "phone-lost": "phone",
    "suspended": "error",
    "ransom": "mail",
}


class TroubleFlow:
    """Shows two pages; the second leads to the unlock page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, _what: object) -> None:
        """Ask what happened."""
        desk = self._desk
        if desk.vault.is_open:
            desk.go("incident")
        elif desk.share.is_open:
            words = _("Open the account that is in trouble: its steps stand there.")
            title = _("What to do is in this share")
            desk.stage.notify(Notice("info", title, words))
        else:
            desk.urgent = ""
            page = Trouble(trouble_lines())
            page.chosen.connect(self._show_steps)
            page.left.connect(self._leave)
            desk.stage.show_page(page, "trouble")

    def _show_steps(self, sort: str) -> None:
        one = SITUATION[sort]
        page = TroubleSteps(_line(one), one.steps, partial(self.show, None))
        page.reporting_asked.connect(partial(self._desk.go, "reporting"))
        page.unlock_asked.connect(partial(self._unlock, sort))
        self._desk.stage.show_page(page, "trouble")

    def _unlock(self, sort: str) -> None:
        """Go to the vault opened last; what happened is remembered until it is open."""
        self._desk.urgent = sort
        recent = self._desk.settings.recent
        if recent:
            self._desk.go("unlock", recent[0])
        else:
            self._desk.go("welcome")

    def _leave(self) -> None:
        recent = self._desk.settings.recent
        self._desk.go(*(("unlock", recent[0]) if recent else ("welcome",)))


def trouble_lines() -> list[TroubleLine]:
    """Return the kinds of trouble, as they are chosen from."""
    return [_line(one) for one in SITUATIONS]


def _line(one: Situation) -> TroubleLine:
    return TroubleLine(one.sort, one.name, one.sign, PICTURES[one.sort])
