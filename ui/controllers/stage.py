"""What a flow may ask of the window around it, and what all flows are handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from ui.controllers.open_share import OpenShare
from ui.controllers.open_vault import OpenVault
from ui.shared.clipboard import Clipboard
from ui.shared.notice import Notice
from ui.shared.settings import Settings
from ui.workers.op import Op, Ops
from vault.errors import VaultError

if TYPE_CHECKING:
    from vault.app.ports import Ports


class Stage(Protocol):
    """The window, as a flow sees it."""

    @property
    def page(self) -> QWidget | None:
        """The page on the screen: a flow redraws its own only while it is shown."""
        ...

    def show_page(self, page: QWidget, place: str) -> None:
        """Put a page on the screen; it takes the place of the one before."""
        ...

    def notify(self, notice: Notice, act: Callable[[], object] | None = None) -> None:
        """Tell one thing above the page; `act` is what its button does."""
        ...

    def stand(
        self, notice: Notice | None, act: Callable[[], object] | None = None
    ) -> None:
        """Tell one thing above every page, until None takes it away."""
        ...

    def clear_notice(self) -> None:
        """Tell nothing any more."""
        ...

    def announce(self, words: str) -> None:
        """Have a screen reader say it, and show it in the status bar for a while."""
        ...

    def work(self, op: Op[Any], what: str, *, exclusive: bool = False) -> None:
        """Show that work goes on, with a way to stop it; `exclusive` bars the rest."""
        ...


@dataclass
class Desk:
    """What every flow works with. Built by `ui.application`, and only there."""

    make_ports: Callable[[], Ports]
    ops: Ops
    stage: Stage
    vault: OpenVault
    settings: Settings
    clipboard: Clipboard
    documents: Callable[[], Path]
    places: dict[str, Callable[[object], None]] = field(default_factory=dict)
    share: OpenShare = field(default_factory=OpenShare)
    urgent: str = ""  # the kind of trouble to go on with once a vault is open

    @cached_property
    def ports(self) -> Ports:
        """Disk, chance, clock and key costs; made on first use, after the paint."""
        return self.make_ports()

    def go(self, place: str, what: object = None) -> None:
        """Go to a place of `ui.shared.places`; `what` is a path, an id, or nothing."""
        self.stage.clear_notice()
        self.places[place](what)

    def tell(self, error: VaultError) -> None:
        """Say above the page what went wrong and what to do."""
        self.stage.notify(notice_of(error))


def notice_of(error: VaultError) -> Notice:
    """Return the words for an error, from the table shared with the command line."""
    from vault.app.explain import explain  # noqa: PLC0415 - after the first paint

    said = explain(error)
    return Notice("bad", said.title, f"{said.happened} {said.advice}")


def as_path(what: object) -> Path:
    """Return the path that a place was given."""
    return Path(str(what))
