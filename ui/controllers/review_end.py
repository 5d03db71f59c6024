"""The end of a review: its score, what needs care, and the signature."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.controllers.review_words import signed_state, summary_state
from ui.views.review_summary import ReviewSigned, ReviewSummary
from vault.app import review as acts
from vault.app.care import Looked, look
from vault.app.readiness import readiness
from vault.app.review_score import Score, score

if TYPE_CHECKING:
    from ui.controllers.platforms import Platforms
    from ui.controllers.stage import Desk
    from ui.views.review_state import SummaryState
    from vault.model.change import Change
    from vault.model.review import Review
    from vault.model.vault import Vault


class ReviewEnd:
    """Makes the last two pages; what needs care is looked for beside the window."""

    def __init__(self, desk: Desk, platforms: Platforms) -> None:
        self._desk = desk
        self._platforms = platforms
        self._looked: tuple[Vault, Looked] | None = None

    def summary(self) -> ReviewSummary:
        """Return the page that shows how it stands."""
        page = ReviewSummary(self._state())
        self._look(page)
        return page

    def redraw(self, page: ReviewSummary) -> None:
        """Show the page as it stands now."""
        page.show_state(self._state())
        self._look(page)

    def signing(self, review: Review, name: str) -> list[Change]:
        """Return what signs a review off; a person of that name signs as a person."""
        vault = self._desk.vault.vault
        by = next((one.id for one in vault.people.values() if one.name == name), name)
        return acts.finishing(self._desk.ports, vault, review, by, self._score())

    def signed(self, review: str) -> ReviewSigned:
        """Return the page after a review was signed off."""
        vault = self._desk.vault.vault
        return ReviewSigned(signed_state(vault, vault.reviews[review]))

    @property
    def _today(self) -> str:
        return self._desk.vault.session.ports.today()

    def _score(self) -> Score | None:
        return score(
            self._desk.vault.vault,
            self._platforms.codeless,
            kept_apart=self._desk.vault.session.kept_apart,
            today=self._today,
        )

    def _state(self) -> SummaryState:
        vault = self._desk.vault.vault
        known = self._looked
        if known is not None and known[0] is vault:
            looked = known[1]
            return summary_state(vault, self._score(), looked, self._today, known=True)
        told = readiness(
            vault,
            self._platforms.codeless,
            kept_apart=self._desk.vault.session.kept_apart,
            today=self._today,
        )
        looked = Looked(told, ())
        return summary_state(vault, self._score(), looked, self._today, known=False)

    def _look(self, page: ReviewSummary) -> None:
        """Look for what needs care, off the window's thread: it tries every loss."""
        vault = self._desk.vault.vault
        if self._looked is not None and self._looked[0] is vault:
            return

        def found(looked: Looked) -> None:
            self._looked = (vault, looked)
            if self._desk.stage.page is page:
                page.show_state(self._state())

        apart = self._desk.vault.session.kept_apart
        work = partial(look, vault, self._today, kept_apart=apart)
        self._desk.ops.run(work, found, self._desk.tell)
