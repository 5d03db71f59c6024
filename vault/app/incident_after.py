"""What comes when it is over: renewing what was seen or used up.

Every line has a key, by which the incident remembers that it was done.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from vault.app.code_words import set_words
from vault.app.incident import accounts_in_order
from vault.app.incident_house import Task
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.code import STANDING_KINDS, CodeSet
from vault.model.incident import Incident, parse_done
from vault.model.vault import Vault

_SEEN: Final = frozenset({"hacked", "phone-lost", "ransom"})  # others may have read it


def renewals(vault: Vault, one: Incident) -> tuple[Task, ...]:
    """Return what to renew, in the order of action; the words name no secret."""
    kept: dict[str, list[CodeSet]] = {}
    for each in sorted(vault.code_sets.values(), key=lambda each: each.id):
        kept.setdefault(each.account, []).append(each)
    found: list[Task] = []
    for account in accounts_in_order(vault, one):
        found += _codes(kept.get(account.id, ()), one, account)
        if one.sort in _SEEN:
            found += _of_account(account)
    return tuple(found)


def to_renew(vault: Vault) -> tuple[tuple[Incident, int], ...]:
    """Return the incidents that are over, with how much of them is left to renew."""
    found = []
    for one in vault.incidents.values():
        tasks = renewals(vault, one) if one.ended else ()
        ticks = {each[1:] for each in parse_done(one.done)} if tasks else set()
        left = sum((task.account, task.key) not in ticks for task in tasks)
        if left:
            found.append((one, left))
    return tuple(sorted(found, key=lambda each: each[0].ended, reverse=True))


def _codes(kept: Iterable[CodeSet], one: Incident, account: Account) -> Iterator[Task]:
    for each in kept:
        if each.retired:
            continue
        spent = _spent(each, one.began)
        if each.kind in STANDING_KINDS:
            due = one.sort in _SEEN and bool(each.codes)
        else:
            due = bool(spent) or one.sort in _SEEN
        if due:
            words = _("{account}: make new ones in place of the {codes}.")
            text = words.format(account=account.name, codes=set_words(each))
            yield Task(f"renew-codes:{each.id}", account.id, text)


def _of_account(account: Account) -> Iterator[Task]:
    password = _("{account}: give it a new password, used nowhere else.")
    yield Task("renew-password", account.id, password.format(account=account.name))
    sessions = _("{account}: sign out all devices once more.")
    yield Task("renew-sessions", account.id, sessions.format(account=account.name))


def _spent(each: CodeSet, since: str) -> int:
    """Count the codes that were used since a time."""
    return sum(code.state == "used" and code.used_at >= since for code in each.codes)
