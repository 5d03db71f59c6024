"""The platforms' names, read once off the window's thread, before a page needs them."""

from __future__ import annotations

from collections.abc import Callable

from ui.controllers.stage import Desk
from vault.app.platforms import (
    Platform,
    known_platforms,
    platform_groups,
    platforms_are_read,
)
from vault.errors import VaultError


class Platforms:
    """Knows the platforms of the packs; empty until they are read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.known: tuple[Platform, ...] = ()

    def then(self, act: Callable[[], None]) -> None:
        """Do it once the packs are read: at once where they are.

        It is left undone where another page has come up meanwhile.
        """
        if platforms_are_read():
            self.known = known_platforms()
            act()
            return
        page = self._desk.stage.page

        def go_on() -> None:
            if self._desk.stage.page is page:
                act()

        def done(known: tuple[Platform, ...]) -> None:
            self.known = known
            go_on()

        def failed(error: VaultError) -> None:
            self._desk.tell(error)
            go_on()

        self._desk.ops.run(known_platforms, done, failed)

    @property
    def codeless(self) -> frozenset[str]:
        """The ids of the platforms that issue no codes."""
        return frozenset(one.id for one in self.known if not one.gives_codes)

    @property
    def names(self) -> tuple[str, ...]:
        """The platforms' names, in order."""
        return tuple(one.name for one in self.known)

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The platforms' names by group, in order; none where they are not read."""
        groups = platform_groups() if self.known else ()
        return tuple(
            (group, tuple(o.name for o in members)) for group, members in groups
        )

    def name(self, id_: str) -> str:
        """Return what a platform is called; one without a pack is called as it is."""
        return next((one.name for one in self.known if one.id == id_), id_)
