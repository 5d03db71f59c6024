"""The platforms' names, read once off the window's thread, before a page needs them."""

from __future__ import annotations

from collections.abc import Callable

from ui.controllers.stage import Desk
from vault.app.platforms import (
    Platform,
    known_platforms,
    own_platforms,
    platform_groups,
    platforms_are_read,
)
from vault.errors import VaultError


class Platforms:
    """Knows the platforms of the packs and the owner's own; empty until they are read.

    The owner's follow the vault: what is written down counts at once.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shipped: tuple[Platform, ...] = ()
        self._own: tuple[Platform, ...] = ()
        self._own_of: object = None  # the vault's platforms that `_own` was made of

    def then(self, act: Callable[[], None]) -> None:
        """Do it once the packs are read: at once where they are.

        It is left undone where another page has come up meanwhile.
        """
        if platforms_are_read():
            self._shipped = known_platforms()
            act()
            return
        page = self._desk.stage.page

        def go_on() -> None:
            if self._desk.stage.page is page:
                act()

        def done(known: tuple[Platform, ...]) -> None:
            self._shipped = known
            go_on()

        def failed(error: VaultError) -> None:
            self._desk.tell(error)
            go_on()

        self._desk.ops.run(known_platforms, done, failed)

    @property
    def own(self) -> tuple[Platform, ...]:
        """The owner's own platforms, by name."""
        if not self._desk.vault.is_open:
            return ()
        vault = self._desk.vault.vault
        if vault.platforms is not self._own_of:
            self._own, self._own_of = own_platforms(vault), vault.platforms
        return self._own

    @property
    def known(self) -> tuple[Platform, ...]:
        """All platforms, by name; none where the packs are not read."""
        if not self._shipped or not self.own:
            return self._shipped
        both = (*self._shipped, *self.own)
        return tuple(sorted(both, key=lambda one: one.name.casefold()))

    def find(self, text: str) -> Platform | None:
        """Return the platform that an account names so, a shipped one first."""
        both = (*self._shipped, *self.own)
        return next((one for one in both if one.is_called(text)), None)

    @property
    def codeless(self) -> frozenset[str]:
        """The ids of the platforms that issue no codes."""
        return frozenset(one.id for one in self._shipped if not one.gives_codes)

    @property
    def names(self) -> tuple[str, ...]:
        """The platforms' names, in order."""
        return tuple(one.name for one in self.known)

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The platforms' names by group, in order; none where they are not read."""
        if not self._shipped:
            return ()
        own = ((self.own[0].group, self.own),) if self.own else ()
        return tuple(
            (group, tuple(one.name for one in members))
            for group, members in (*own, *platform_groups())
        )

    def name(self, id_: str) -> str:
        """Return what a platform is called; one without a pack is called as it is."""
        found = self.find(id_)
        return found.name if found else id_
