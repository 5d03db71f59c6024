"""All that is to be done in an incident, numbered as a person types it.

“2” is the second account, “2.3” its third line, “r1” the first thing to renew; “0” is
of no account, where none is named yet.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vault.app.incident import ACCOUNT_DONE, accounts_in_order
from vault.app.incident_after import renewals
from vault.app.incident_aside import Aside, aside
from vault.app.incident_house import house_tasks
from vault.app.incident_steps import Number, numbers_for, steps_for
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.incident import Incident, parse_done
from vault.model.vault import Vault

TAKEN: frozenset[str] = frozenset({"hacked", "ransom"})  # somebody was in


class Listed(NamedTuple):
    """One line to tick: its number, its account, its key, the words, a weak source."""

    number: str
    account: str
    key: str
    text: str
    done: bool
    link: str = ""
    check: bool = False


class Part(NamedTuple):
    """One account: the line that says it is dealt with, whom to ring, what to do.

    `source` says where the steps come from; `house` is for when one is in again;
    `aside` is what the pack says beside.
    """

    line: Listed
    numbers: tuple[Number, ...]
    source: str
    steps: tuple[Listed, ...]
    house: tuple[Listed, ...]
    aside: Aside = Aside()


def parts(vault: Vault, one: Incident) -> tuple[Part, ...]:
    """Return the accounts in the order of action; general steps where there is none."""
    ticks = _ticks(one)
    accounts = accounts_in_order(vault, one)
    if not accounts:
        return (_part(vault, one, None, "0", ticks),)
    numbered = enumerate(accounts, 1)
    return tuple(_part(vault, one, each, str(n), ticks) for n, each in numbered)


def renewing(vault: Vault, one: Incident) -> tuple[Listed, ...]:
    """Return what is to be renewed, to be ticked when it is over."""
    ticks = _ticks(one)
    return tuple(
        Listed(
            f"r{n}",
            task.account,
            task.key,
            task.text,
            (task.account, task.key) in ticks,
        )
        for n, task in enumerate(renewals(vault, one), 1)
    )


def every_line(vault: Vault, one: Incident) -> Iterator[Listed]:
    """Yield every line that can be ticked."""
    for part in parts(vault, one):
        yield part.line
        yield from part.steps
        yield from part.house
    yield from renewing(vault, one)


def next_line(found: Iterable[Part]) -> tuple[Part, Listed] | None:
    """Return the first thing to do and its account; None where all is dealt with.

    An account of which every step is ticked is itself the next: to be said done.
    """
    for part in found:
        if not part.line.done:
            return part, next((one for one in part.steps if not one.done), part.line)
    return None


def _part(
    vault: Vault,
    one: Incident,
    account: Account | None,
    number: str,
    ticks: set[tuple[str, str]],
) -> Part:
    id_ = account.id if account else ""
    told = steps_for(vault, account, one.sort)
    steps = tuple(
        Listed(
            f"{number}.{n}",
            id_,
            step.key,
            step.text,
            (id_, step.key) in ticks,
            step.link,
            step.check,
        )
        for n, step in enumerate(told.steps, 1)
    )
    tasks = house_tasks(vault, id_) if one.sort in TAKEN else ()
    house = tuple(
        Listed(
            f"{number}.{n}",
            id_,
            task.key,
            task.text,
            (id_, task.key) in ticks,
            task.link,
            task.check,
        )
        for n, task in enumerate(tasks, len(steps) + 1)
    )
    name = account.name if account else _("What to do first")
    line = Listed(number, id_, ACCOUNT_DONE, name, (id_, ACCOUNT_DONE) in ticks)
    beside = aside(vault, account, one)
    return Part(line, numbers_for(vault, id_), told.source, steps, house, beside)


def _ticks(one: Incident) -> set[tuple[str, str]]:
    return {(each.account, each.step) for each in parse_done(one.done)}
