"""An incident as its page shows it: words and numbers, of one account at a time."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ui.shared.days import day_words
from ui.views.attachments import AttachmentState
from ui.views.incident_state import AtHand, Beside, IncidentState, InOrder, Ring, Tick
from vault.app import incident as acts
from vault.app.attachments import papers
from vault.app.edit import account_name
from vault.app.incident_after import renewals
from vault.app.incident_aside import aside, due_words
from vault.app.incident_facts import evidence
from vault.app.incident_house import Task, house_tasks
from vault.app.incident_lost import Coming
from vault.app.incident_order import neighbours
from vault.app.incident_steps import numbers_for, steps_for
from vault.app.incident_templates import templates
from vault.app.platforms import platform_name
from vault.app.rehearse_names import listed
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.incident import Incident, parse_done, parse_log
from vault.model.vault import Vault

_MOST_LOST: Final = 5  # things named in a row
_HOUSE = frozenset({"hacked", "ransom"})  # somebody was in


class Shown(NamedTuple):
    """Which account is at hand, what comes back when, and who uses codes, if told."""

    account: str
    coming: Coming
    user: str | None = None
    today: str = ""


def incident_state(
    vault: Vault, one: Incident, shown: Shown, *, may_write: bool
) -> IncidentState:
    """Return the page of an incident, with one account at hand."""
    ordered = acts.accounts_in_order(vault, one)
    coming = shown.coming
    ticks = parse_done(one.done)
    done = {each.account for each in ticks if each.step == acts.ACCOUNT_DONE}
    return IncidentState(
        title=one.title,
        about=_about(one),
        accounts=tuple(
            InOrder(each.id, each.name, each.id in done, coming.days.get(each.id, ""))
            for each in ordered
        ),
        now=_at_hand(vault, one, shown),
        beside=tuple(
            Beside(each.account, account_name(vault, each.account), each.why)
            for each in neighbours(vault, one.accounts)
        ),
        lost=listed(coming.lost, _MOST_LOST),
        back=tuple(first_large(line) for line in coming.back),
        stuck=tuple(first_large(line) for line in coming.stuck),
        messages=tuple((each.title, each.text) for each in templates(vault, one)),
        log=tuple(f"{_time(line.at)}  {line.text}" for line in parse_log(one.log)),
        evidence=tuple(
            AttachmentState(file.id, line.text, line.under, may_write=may_write)
            for file, line in zip(
                papers(vault, incident=one.id), evidence(vault, one), strict=True
            )
        ),
        renew=tuple(_renewed(one, task) for task in renewals(vault, one)),
        lesson=one.lesson,
        ended=bool(one.ended),
        may_write=may_write,
    )


def first_large(text: str) -> str:
    """Return what was named within a sentence as it stands at the head of a line."""
    return text[:1].upper() + text[1:]


def _at_hand(vault: Vault, one: Incident, shown: Shown) -> AtHand:
    id_ = shown.account
    account = vault.accounts.get(id_)
    owner = account.owner if account else ""
    told = steps_for(vault, account, one.sort)
    found = acts.next_of(vault, id_) if account else None
    left = found.left if found else 0
    count = translate_count("{n} code left", "{n} codes left", left)
    return AtHand(
        id=id_,
        name=account.name if account else _("What to do first"),
        about=platform_name(account.platform) if account else "",
        numbers=tuple(Ring(*each) for each in numbers_for(vault, id_)),
        code=found.code.value if found else "",
        code_id=found.code.id if found else "",
        code_left=count.format(n=left),
        user=owner if shown.user is None else shown.user,
        users=_users(vault),
        back=shown.coming.days.get(id_, ""),
        steps=tuple(
            Tick(
                step.key,
                step.text,
                acts.is_ticked(one, id_, step.key),
                step.link,
                _weak(check=step.check),
            )
            for step in told.steps
        ),
        source=told.source,
        house=_ticks(one, house_tasks(vault, id_)) if one.sort in _HOUSE else (),
        aside=_aside(vault, one, id_, shown.today),
        done=acts.is_ticked(one, id_, acts.ACCOUNT_DONE),
    )


def _aside(
    vault: Vault, one: Incident, account: str, today: str
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what the pack says beside the steps, under its headings."""
    told = aside(vault, vault.accounts.get(account), one, today)
    dues = [(due_words(each, day_words), each.source) for each in told.dues]
    proofs = [(each.text, each.source) for each in told.proofs]
    waits = [(each.text, each.source) for each in told.waits]
    parts = (
        (_("What may run out, counted from the day it began"), dues),
        (_("What they may ask for"), proofs),
        (_("How long it takes"), waits),
    )
    filled = (
        (head, tuple((text, first_large(source)) for text, source in facts))
        for head, facts in parts
    )
    return tuple((head, facts) for head, facts in filled if facts)


def _users(vault: Vault) -> tuple[tuple[str, str], ...]:
    """Return who may have used a code: nobody named, or one of the people."""
    people = sorted(vault.people.values(), key=lambda one: one.name.casefold())
    named = tuple((one.id, one.name) for one in people)
    return (("", _("not noted")), *named) if named else ()


def _ticks(one: Incident, tasks: Iterable[Task]) -> tuple[Tick, ...]:
    return tuple(
        Tick(
            task.key,
            task.text,
            acts.is_ticked(one, task.account, task.key),
            task.link,
            _weak(check=task.check),
        )
        for task in tasks
    )


def _weak(*, check: bool) -> str:
    return _("Check: this rests on a weak source.") if check else ""


def _renewed(one: Incident, task: Task) -> Tick:
    """Return a line to tick whose key tells the account as well."""
    done = acts.is_ticked(one, task.account, task.key)
    return Tick(f"{task.account} {task.key}", task.text, done)


def _about(one: Incident) -> str:
    began = _("Began on {day}").format(day=day_words(one.began))
    if not one.ended:
        return began
    return _("{began}, ended on {day}").format(began=began, day=day_words(one.ended))


def _time(at: str) -> str:
    return _("{time} UTC").format(time=at[:16].replace("T", " "))
