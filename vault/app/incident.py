"""What is done in an incident: begun, ticked, logged, ended; each is one change.

A code that is used is marked so, and a line of the log says of which account it was,
never which code.
"""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from vault.app.edit import account_name, next_code, sets_of, using
from vault.app.incident_general import situation_name
from vault.app.incident_order import in_order, on_the_phone
from vault.app.ports import Ports
from vault.errors import Refused
from vault.i18n import translate as _
from vault.ids import new_id
from vault.model.account import Account
from vault.model.change import Add, Change, Replace
from vault.model.code import Code, CodeSet
from vault.model.incident import Done, Incident, Line, parse_done
from vault.model.vault import Vault

ACCOUNT_DONE = "account-done"


class Next(NamedTuple):
    """The next code that can be used, and how many are left with it."""

    of: CodeSet
    code: Code
    left: int


def beginning(
    ports: Ports,
    vault: Vault,
    sort: str,
    accounts: Iterable[str],
    title: str = "",
    things: Iterable[str] = (),
) -> tuple[Incident, list[Change]]:
    """Return a new incident and the change that brings it in.

    A lost phone touches every account until somebody says which.
    """
    chosen, lost = tuple(dict.fromkeys(accounts)), tuple(dict.fromkeys(things))
    if not chosen and sort == "phone-lost":
        chosen = on_the_phone(vault)
    now = ports.now()
    began = Incident(
        id=new_id(ports.random, vault.incidents),
        title=title or _title(vault, sort, chosen),
        began=now,
        sort=sort,
        accounts=chosen,
        things=lost,
        log=(Line(now, _("Began: {what}").format(what=situation_name(sort))).spelt(),),
    )
    return began, [Add("incident", began)]


def _title(vault: Vault, sort: str, accounts: tuple[str, ...]) -> str:
    if len(accounts) != 1:
        return situation_name(sort)
    name = account_name(vault, accounts[0])
    return _("{account}: {what}").format(account=name, what=situation_name(sort))


def adding_account(ports: Ports, one: Incident, vault: Vault, id_: str) -> list[Change]:
    """Return the change that takes one more account in."""
    if id_ in one.accounts:
        return []
    words = _("Added: {account}").format(account=account_name(vault, id_))
    return [_changed(ports, one, words, accounts=(*one.accounts, id_))]


def taking_in(
    ports: Ports,
    one: Incident,
    vault: Vault,
    accounts: Iterable[str],
    things: Iterable[str],
) -> list[Change]:
    """Return the change that says which accounts and things are touched, from now on.

    One that was dealt with stays, so that what was done of it is not lost.
    """
    kept = (id_ for id_ in one.accounts if is_ticked(one, id_, ACCOUNT_DONE))
    chosen = tuple(dict.fromkeys((*kept, *accounts)))
    lost = tuple(dict.fromkeys(things))
    if set(chosen) == set(one.accounts) and set(lost) == set(one.things):
        return []
    names = [each.name for each in in_order(vault, chosen)]
    words = _("Touched: {accounts}").format(accounts=", ".join(names) or "-")
    return [_changed(ports, one, words, accounts=chosen, things=lost)]


def ticked(ports: Ports, one: Incident, account: str, step: str) -> Incident:
    """Return the incident with a step ticked; as it is where it was."""
    if is_ticked(one, account, step):
        return one
    spelt = Done(ports.now(), account, step).spelt()
    return msgspec.structs.replace(one, done=(*one.done, spelt))


def unticked(one: Incident, account: str, step: str) -> Incident:
    """Return the incident without the tick of a step."""
    kept = tuple(
        text
        for text in one.done
        if all(each[1:] != (account, step) for each in parse_done([text]))
    )
    return msgspec.structs.replace(one, done=kept)


def dealt_with(ports: Ports, one: Incident, vault: Vault, account: str) -> Incident:
    """Return the incident with an account dealt with, and a line that says so."""
    if is_ticked(one, account, ACCOUNT_DONE):
        return one
    words = _("Done: {account}").format(account=account_name(vault, account))
    new = ticked(ports, one, account, ACCOUNT_DONE)
    return msgspec.structs.replace(new, log=(*new.log, _line(ports, words)))


def replaced(before: Incident, after: Incident) -> list[Change]:
    """Return the change from one to the other; none where they are the same."""
    return [Replace("incident", before, after)] if before != after else []


def ticking(ports: Ports, one: Incident, account: str, step: str) -> list[Change]:
    """Return the change that ticks a step, or takes its tick back."""
    if is_ticked(one, account, step):
        return replaced(one, unticked(one, account, step))
    return replaced(one, ticked(ports, one, account, step))


def done_with(ports: Ports, one: Incident, vault: Vault, account: str) -> list[Change]:
    """Return the change that says that an account is dealt with, or is not any more."""
    if is_ticked(one, account, ACCOUNT_DONE):
        return replaced(one, unticked(one, account, ACCOUNT_DONE))
    return replaced(one, dealt_with(ports, one, vault, account))


def is_ticked(one: Incident, account: str, step: str) -> bool:
    """Tell whether a step is ticked."""
    return any(each[1:] == (account, step) for each in parse_done(one.done))


def logging(ports: Ports, one: Incident, text: str) -> list[Change]:
    """Return the change that adds a line to the log; none for an empty one."""
    plain = " ".join(text.split())
    return [_changed(ports, one, plain)] if plain else []


def next_of(vault: Vault, account: str) -> Next | None:
    """Return the next unused code of an account, if there is one."""
    found = next_code(sets_of(vault, account)) if account else None
    if found is None:
        return None
    left = sum(code.state == "unused" for code in found[0].codes)
    return Next(*found, left)


def using_next(
    ports: Ports,
    one: Incident,
    vault: Vault,
    account: str,
    code: str,
    by: str | None = None,
) -> list[Change]:
    """Return the changes that mark a code used, by its id, and log that.

    `by` is a person's id or a free name; without one the owner of the account used it.
    """
    found = next_of(vault, account)
    state = "used"
    if found is None or found.code.id != code:
        raise Refused("code-not-unused", state)
    owner = vault.accounts[account].owner
    used_by = owner if by is None else by
    changes = using(found.of, found.code, used_by, one.title, ports.now())
    words = _("Used a code of {account}").format(account=account_name(vault, account))
    return [*changes, _changed(ports, one, words)]


def ending(ports: Ports, one: Incident) -> list[Change]:
    """Return the change that ends an incident."""
    return [_changed(ports, one, _("Ended"), ended=ports.now())]


def reopening(ports: Ports, one: Incident) -> list[Change]:
    """Return the change that lets an ended incident go on."""
    return [_changed(ports, one, _("Goes on"), ended="")]


def learning(one: Incident, lesson: str) -> list[Change]:
    """Return the change that writes down how it happened."""
    if lesson == one.lesson:
        return []
    new = msgspec.structs.replace(one, lesson=lesson)
    return [Replace("incident", one, new)]


def open_incidents(vault: Vault) -> tuple[Incident, ...]:
    """Return the incidents that go on, the newest first."""
    going = (one for one in vault.incidents.values() if not one.ended)
    return tuple(sorted(going, key=lambda one: (one.began, one.id), reverse=True))


def accounts_in_order(vault: Vault, one: Incident) -> tuple[Account, ...]:
    """Return the accounts of an incident in the order of action."""
    return in_order(vault, one.accounts)


def _changed(ports: Ports, one: Incident, words: str, **fields: object) -> Replace:
    new = msgspec.structs.replace(one, log=(*one.log, _line(ports, words)), **fields)
    return Replace("incident", one, new)


def _line(ports: Ports, words: str) -> str:
    return Line(ports.now(), words).spelt()
