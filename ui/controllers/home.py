"""Home: shows how ready the owner is, and leads to what is missing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ui.controllers.home_words import (
    checks_todo,
    deputy_words,
    going_on,
    kit_words,
    papers_todo,
    review_words,
    todo_of,
)
from ui.controllers.platforms import Platforms
from ui.controllers.preload import Preload
from ui.controllers.stage import Desk, notice_of
from ui.shared.notice import Notice
from ui.views.home import Home, HomeState, Todo
from vault.app.checks import count_of_checks
from vault.app.make_current import is_older
from vault.app.readiness import Readiness, readiness
from vault.app.readiness_words import sentence
from vault.app.review import going
from vault.app.review_due import is_due
from vault.app.unlock import A_BACKUP
from vault.errors import ReadOnly
from vault.i18n import translate as _


class HomeFlow:
    """Shows one page, and redraws it after every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._platforms = Platforms(desk)
        self._page: Home | None = None
        self._preload = Preload()
        desk.vault.changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show the page."""
        self._platforms.then(self._show)

    def _show(self) -> None:
        self._page = Home(self._state())
        self._page.asked.connect(self._desk.go)
        self._desk.stage.show_page(self._page, "home")
        self._remind()
        self._preload.start()

    def _redraw(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._page.show_state(self._state())

    def _state(self) -> HomeState:
        vault = self._desk.vault.vault
        today = self._desk.vault.session.ports.today()
        told = readiness(
            vault,
            self._platforms.codeless,
            kept_apart=self._desk.vault.session.kept_apart,
            today=today,
        )
        why_not = self._desk.vault.session.read_only
        stands = why_not == A_BACKUP or is_older(self._desk.vault.session)
        # what stands above every page says it for these two
        said = notice_of(ReadOnly(why_not)) if why_not and not stands else None
        kit = kit_words(vault, told.kit, told.since) if told.kit else None
        todos = (
            *going_on(vault),
            *checks_todo(count_of_checks(vault)),
            *(todo_of(vault, gap) for gap in told.gaps),
            *papers_todo(vault, today),
        )
        if why_not:  # nothing is offered that can't be done
            todos = tuple(replace(one, act="") for one in todos)
            kit = replace(kit, act="") if kit and kit.place == "kit-read" else kit
        fine = bool(told.kit and told.kit.read_back and not told.since.is_stale)
        return HomeState(
            name=vault.name,
            sentence=sentence(told),
            note=self._note(told),
            accounts=told.accounts,
            ready=told.ready,
            todos=todos,
            kit=kit,
            kit_tone="good" if fine else "warn",
            review=self._review(today),
            review_due=is_due(vault, today) or going(vault) is not None,
            deputies=deputy_words(vault, today),
            read_only=f"{said.title}. {said.text}" if said else "",
        )

    def _review(self, today: str) -> Todo | None:
        """Return the review's line; nothing is begun where nothing may be written."""
        review = review_words(self._desk.vault.vault, today)
        if review and not self._desk.vault.may_write:
            return replace(review, act=_("Reviews"), what=None)
        return review

    def _remind(self) -> None:
        """Say that a review is due, at most once a day."""
        vault, today = self._desk.vault, self._desk.vault.session.ports.today()
        path = vault.session.file.path
        settings = self._desk.settings
        if not vault.may_write or vault.passing or not is_due(vault.vault, today):
            return
        if going(vault.vault) or settings.reminded_of_review(path) == today:
            return
        settings.note_reminded(path, today)
        due = review_words(vault.vault, today)
        if due:
            # Why is said further down the page: here it would push the page away.
            notice = Notice("info", due.title, action=due.act)
            self._desk.stage.notify(notice, partial(self._desk.go, due.place, due.what))

    def _note(self, told: Readiness) -> str:
        """Say what the sentence leaves unsaid."""
        accounts = self._desk.vault.vault.accounts.values()
        bare = {one.platform for one in accounts} & self._platforms.codeless
        names = ", ".join(sorted(self._platforms.name(one) for one in bare))
        if names:
            text = _("No codes are asked for where a platform gives none: {names}.")
            return text.format(names=names)
        if told.accounts and not told.gaps:
            return _("Nothing is missing. Look again after the next change.")
        return ""
