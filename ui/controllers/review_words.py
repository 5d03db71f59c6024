"""What the pages of a review show, from the records."""

from __future__ import annotations

from typing import Final

from ui.controllers.home_words import deputy_words, kit_words, todo_of
from ui.shared.days import day_words
from ui.views.home import Todo
from ui.views.review_state import (
    CardState,
    Past,
    SignedState,
    StartState,
    SummaryState,
)
from ui.widgets.score_line import Point
from vault.app import review as acts
from vault.app.care import Care, Looked
from vault.app.readiness import GapKind
from vault.app.review_card import card_facts, holders
from vault.app.review_due import (
    due_accounts,
    ended_reviews,
    is_due,
    minutes,
    next_due,
    usual_months,
)
from vault.app.review_score import Part, Score
from vault.app.review_words import due_words, part_words, raise_words, why_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.account import Account
from vault.model.moment import is_day
from vault.model.review import Review, parse_cards
from vault.model.vault import Vault

_KIT: Final[tuple[GapKind, ...]] = (
    "no-kit",
    "kit-unproven",
    "kit-stale",
    "kit-untried",
)
_ANSWERS: Final = {
    "right": _("still right"),
    "changed": _("changed"),
    "gone": _("gone"),
    "skipped": _("skipped"),
}


def start_state(vault: Vault, today: str, *, may_write: bool) -> StartState:
    """Return the first page."""
    past = ended_reviews(vault)
    title, about, act = _due(vault, today)
    return StartState(
        title=title,
        about=about,
        act=act if may_write and vault.accounts else "",
        months=usual_months(vault),
        points=points_of(past),
        past=tuple(_past(vault, one) for one in reversed(past)),
        empty=not vault.accounts,
        may_write=may_write,
    )


def _due(vault: Vault, today: str) -> tuple[str, str, str]:
    """Return when a review is due, why, and the words of the button."""
    one = acts.going(vault)
    if one:
        accounts = acts.accounts_of(vault, one)
        given = acts.answers(one)
        count = sum(each.id in given for each in accounts)
        title = _("A review goes on: {n} of {all} cards are answered")
        left = _left(len(accounts) - count)
        return title.format(n=count, all=len(accounts)), left, _("Go on")
    accounts = due_accounts(vault, today)
    if is_due(vault, today):
        return due_words(minutes(len(accounts))), why_words(vault), _("Start")
    day = next_due(vault)
    title = _("The next review is due {day}").format(day=day_words(day))
    why = f"{why_words(vault)} {_left(len(accounts))}"
    return title, why.strip(), _("Start one now")


def _left(accounts: int) -> str:
    """Return how many accounts are to be looked at, and about how long that takes."""
    if not accounts:
        return ""
    said = translate_count(
        "{n} account to look at, about {minutes} min.",
        "{n} accounts to look at, about {minutes} min.",
        accounts,
    )
    return said.format(n=accounts, minutes=minutes(accounts))


def points_of(reviews: list[Review]) -> tuple[Point, ...]:
    """Return the scores of reviews, in their order; those without one left out."""
    return tuple(
        Point(one.ended[:10], one.score) for one in reviews if one.score is not None
    )


def _past(vault: Vault, one: Review) -> Past:
    return Past(one.id, day_words(one.ended), past_words(vault, one))


def past_words(vault: Vault, one: Review) -> str:
    """Return what came of a review, in a line."""
    person = vault.people.get(one.signed_by)
    name = person.name if person else one.signed_by
    said = _("Signed off by {name}").format(name=name)
    if one.score is not None:
        said = _("{n} of 100. {signed}").format(n=one.score, signed=said)
    given = [card.answer for card in parse_cards(one.cards)]
    counts = [
        f"{given.count(answer)} {words}"
        for answer, words in _ANSWERS.items()
        if answer in given
    ]
    return f"{said}. {', '.join(counts)}." if counts else f"{said}."


def card_state(
    vault: Vault, review: Review, account: Account, *, changed: bool
) -> CardState:
    """Return the card of one account."""
    ids = [one.id for one in acts.accounts_of(vault, review)]
    number = ids.index(account.id) + 1 if account.id in ids else len(ids)
    given = acts.answers(review).get(account.id, "")
    return CardState(
        id=account.id,
        name=account.name,
        number=number,
        of=len(ids),
        facts=tuple((name, _dated(text)) for name, text in card_facts(vault, account)),
        holders=tuple(
            (one.access, _holder_words(one.name, one.role, one.confirmed))
            for one in holders(vault, account.id)
        ),
        given=_ANSWERS.get(given, given),
        changed=changed,
        first=number <= 1,
    )


def _dated(text: str) -> str:
    return day_words(text) if is_day(text) else text


def _holder_words(name: str, role: str, confirmed: str) -> str:
    said = f"{name}, {role}" if role else name
    if confirmed:
        return _("{who} (confirmed {day})").format(who=said, day=day_words(confirmed))
    return said


def summary_state(
    vault: Vault, found: Score | None, looked: Looked, today: str = "", *, known: bool
) -> SummaryState:
    """Return the end of a review; until `known`, what needs care is looked for."""
    parts = found.parts if found else ()
    gaps = looked.readiness.gaps
    told = {part.gap.kind for part in parts if part.gap} | set(_KIT)
    kit = next((gap for gap in gaps if gap.kind in _KIT), None)
    newest = looked.readiness.kit
    shown = kit_words(vault, newest, looked.readiness.since) if newest else None
    return SummaryState(
        score=found.points if found else None,
        points=tuple(_part(vault, one) for one in parts),
        tasks=tuple(
            task_of(vault, one, looked) for one in looked.cares if one.sort not in told
        ),
        looking=not known,
        kit=todo_of(vault, kit) if kit else shown,
        kit_good=kit is None,
        deputies=deputy_words(vault, today),
        names=tuple(sorted(one.name for one in vault.people.values())),
    )


def _part(vault: Vault, part: Part) -> Todo:
    """Return a part of the score, with the button that raises it."""
    said = _("{what} ({points} of {most} points)")
    title = said.format(points=part.points, most=part.most, what=part_words(part))
    why = raise_words(vault, part)
    if part.gap:
        led = todo_of(vault, part.gap)
        return Todo(title, why, led.act, led.place, led.what)
    one = acts.going(vault)
    if part.got < part.of and one and (left := unlooked(vault, one)):
        return Todo(title, why, _("Look at them"), "review", left[0])
    return Todo(title, why)


def unlooked(vault: Vault, review: Review) -> list[str]:
    """Return the accounts of a review that were skipped or have no answer."""
    given = acts.answers(review)
    ids = (one.id for one in acts.accounts_of(vault, review))
    return [id_ for id_ in ids if given.get(id_, "skipped") == "skipped"]


# How the sort of a care begins, and where it is done
_LEADS: Final = (
    ("incident", _("Go on"), "incident"),
    ("deadline", _("Go on"), "incident"),
    ("renew", _("Go on"), "incident"),
    ("checks", _("Check"), "to-check"),
    ("pack-news", _("Compare"), "news"),
    ("paper-", _("See the papers"), "papers"),
    ("share-", _("See the shares"), "shares"),
)


_TERMINAL: Final = ("incident", "news")  # their advice is for a terminal


def task_of(vault: Vault, care: Care, looked: Looked) -> Todo:
    """Return what needs care as a task, with the button that leads where it is done."""
    gap = next((gap for gap in looked.readiness.gaps if gap.kind == care.sort), None)
    if gap:
        return todo_of(vault, gap)
    if care.sort in ("way-failed", "account-gone"):
        return Todo(care.what, care.advice, _("Open"), "accounts", care.accounts[0])
    if care.sort == "general-stale":  # it has no page of its own
        return Todo(care.what, care.advice)
    for begun, act, place in _LEADS:
        if care.sort.startswith(begun):
            why = "" if place in _TERMINAL else care.advice
            return Todo(care.what, why, act, place)
    return Todo(care.what, care.advice, _("What if…"), "rehearsal")


def signed_state(vault: Vault, review: Review) -> SignedState:
    """Return the page after a review was signed off."""
    about = past_words(vault, review)
    if review.next_day:
        due = _("The next one is due {day}.").format(day=day_words(review.next_day))
        about = f"{about} {due}"
    return SignedState(_("Signed off"), about, points_of(ended_reviews(vault)))
