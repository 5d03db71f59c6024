"""All ways through the window, each a walk that stops at every page worth seeing."""

from collections.abc import Callable, Iterator
from typing import Final

from ui.book import (
    routes_always,
    routes_first,
    routes_history,
    routes_inside,
    routes_kept,
    routes_merge,
    routes_paper,
    routes_rehearsal,
    routes_review,
    routes_shares,
    routes_sheets,
    routes_start,
    routes_trouble,
    routes_ways,
)
from ui.book.hand import Hand
from ui.book.props import Props

# A walk begins in a window where its vault is open or not (see OPEN), and yields the
# name of what is seen then; what comes after the last name puts things back.
Route = Callable[[Hand, Props], Iterator[str]]

BEFORE: Final[tuple[Route, ...]] = (
    routes_start.welcome,
    routes_start.unlock,
    routes_trouble.trouble,
    routes_trouble.reporting,
    routes_first.first_run,
    routes_first.sample,
    routes_paper.restore,
    routes_sheets.sheets,
    routes_shares.shared,
    routes_always.settings,
    routes_always.help_sheets,
)
INSIDE: Final[tuple[Route, ...]] = (
    routes_inside.home,
    routes_inside.accounts,
    routes_inside.account,
    routes_inside.link,
    routes_inside.own_platform,
    routes_inside.own_ways,
    routes_inside.codes,
    routes_inside.papers,
    routes_inside.pack,
    routes_inside.news,
    routes_inside.people,
    routes_rehearsal.rehearsal,
    routes_review.review,
    routes_review.home_due,
    routes_trouble.incident,
    routes_paper.kits,
    routes_paper.kit_new,
    routes_paper.test_page,
    routes_paper.kit_read,
    routes_paper.kit_supplement,
    routes_shares.shares,
    routes_merge.merge,
    routes_ways.ways,
    routes_ways.way_card,
    routes_ways.known,
    routes_history.history,
    routes_kept.backups,
    routes_kept.older_copy,
)
