"""From what is wanted of a kit to its paper: made, shown, printed, read back.

A whole kit and a supplement go this way together; what was asked before is theirs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ui.controllers.kit_making import Paper, Shown, Wish
from ui.controllers.stage import Desk, notice_of
from ui.views.kit_making import KitMaking
from ui.workers.op import Op
from vault.app.session import Session
from vault.errors import NoKey, Refused, VaultError

if TYPE_CHECKING:
    from ui.controllers.kit_preview import Preview
    from ui.controllers.kit_proving import KitProving


@dataclass(frozen=True)
class Course:
    """Where it happens and what is said; `step` is that of making, of how many.

    `dense` tells whether it may be made compact or sturdy.
    """

    place: str
    step: tuple[int, int]
    making: str
    made: str
    stopped: str
    dense: bool = False


class KitMaker(ABC):
    """One kit at a time; going back loses nothing that was chosen."""

    def __init__(self, desk: Desk, course: Course) -> None:
        self._desk = desk
        self._course = course
        self._wish = Wish()
        self._page: Any = None
        self._preview: Preview | None = None
        self._proving: KitProving | None = None
        self._op: Op[Any] | None = None

    @abstractmethod
    def ask_again(self) -> None:
        """Show the page from which it was made; it can be complained to."""

    @abstractmethod
    def work(self, session: Session) -> Shown:
        """Make it as it is wished, on the worker's thread."""

    def show(self, page: Any) -> None:  # noqa: ANN401 - one of the pages of this flow
        """Put a page of this flow on the screen."""
        self._page = page
        self._desk.stage.show_page(page, self._course.place)

    def make(self) -> None:
        """Make it off the window's thread, then show it."""
        page = KitMaking(self._course.step)
        self.show(page)
        work = partial(self.work, self._desk.vault.session)
        op = self._desk.ops.run(work, self._made, self._not_made)
        op.progressed.connect(page.tell)
        op.finished.connect(partial(self._ended, op))
        page.stopped.connect(op.stop)
        page.stopped.connect(self.ask_again)
        page.destroyed.connect(op.stop)
        self._op = op
        self._desk.stage.work(op, self._course.making, exclusive=True)

    def _made(self, shown: Shown) -> None:
        from ui.controllers.kit_preview import (  # noqa: PLC0415 - loaded by the work
            Onward,
            Preview,
        )

        if not isinstance(self._page, KitMaking):
            return
        dense = self._make_dense if self._course.dense else None
        onward = Onward(self._make_on, self.ask_again, self._read_back, dense)
        self._preview = Preview(
            self._desk, shown, self._wish, self._course.step, onward
        )
        self.show(self._preview.page)
        self._desk.stage.announce(self._course.made)

    def _not_made(self, error: VaultError) -> None:
        self.ask_again()
        if isinstance(error, NoKey | Refused) and self._wish.typed:
            said = notice_of(error)
            self._page.complain(f"{said.title}. {said.text}")
        else:
            self._desk.tell(error)

    def _ended(self, op: Op[Any]) -> None:
        """Go back where it was stopped from the status bar."""
        if op.stopped() and self._desk.stage.page is self._page:
            if isinstance(self._page, KitMaking):
                self.ask_again()
            self._desk.stage.announce(self._course.stopped)

    def _make_on(self, paper: Paper) -> None:
        """Make it anew for another paper."""
        self._wish = replace(self._wish, paper=paper)
        self.make()

    def _make_dense(self, density: str) -> None:
        """Make it anew, compact or sturdy."""
        self._wish = replace(self._wish, compact=density == "compact")
        self.make()

    def _read_back(self, saved: list[Any]) -> None:
        from ui.controllers.kit_proving import (  # noqa: PLC0415 - when it is needed
            KitProving,
        )

        if self._preview is None:
            return
        step, steps = self._course.step
        kit = self._preview.kit
        self._proving = KitProving(self._desk, kit, saved, (step + 1, steps))
        self._proving.show(self._course.place)
