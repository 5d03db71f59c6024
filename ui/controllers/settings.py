"""The settings page: what is chosen there is worn at once."""

from __future__ import annotations

from functools import partial
from typing import Final

from ui.controllers.idle import LOCKED_AFTER_SECONDS
from ui.controllers.stage import Desk
from ui.shared.theme import SCHEMES
from ui.views.settings import SettingsPage, SettingsState
from vault.i18n import translate as _

_MINUTE: Final = 60


class SettingsFlow:
    """Shows one page; leaves it for home, or the first page where nothing is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: SettingsPage | None = None
        desk.settings.looks_changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show what is set now."""
        page = SettingsPage(self._state())
        page.scheme_chosen.connect(self._choose_scheme)
        page.text_chosen.connect(partial(setattr, self._desk.settings, "text_percent"))
        page.forget_asked.connect(self._forget)
        page.back_asked.connect(self._back)
        page.backups_asked.connect(partial(self._desk.go, "backups"))
        page.ways_asked.connect(partial(self._desk.go, "ways"))
        self._page = page
        self._desk.stage.show_page(page, "settings")

    def _state(self) -> SettingsState:
        settings = self._desk.settings
        minutes = LOCKED_AFTER_SECONDS // _MINUTE
        return SettingsState(
            settings.scheme,
            settings.text_percent,
            minutes,
            len(settings.recent),
            self._desk.vault.is_open,
        )

    def _choose_scheme(self, key: str) -> None:
        self._desk.settings.scheme = next(one for one in SCHEMES if one == key)

    def _forget(self) -> None:
        self._desk.settings.forget_all()
        self._redraw()
        self._desk.stage.announce(_("The list is empty now"))

    def _redraw(self) -> None:
        """Show what is set now; keys may change it too."""
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_state(self._state())

    def _back(self) -> None:
        self._desk.go("home" if self._desk.vault.is_open else "welcome")
