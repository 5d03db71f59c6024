"""Ways back of the owner's own: given with the things they need, new ones included."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec

from vault.app.code_count import codes_left
from vault.app.edit import account_name, adding, editing
from vault.app.ports import Ports
from vault.app.step_lines import steps_in
from vault.app.typed_fields import typed_value
from vault.errors import BadInput
from vault.model.change import Change, apply
from vault.model.route import OwnRoute
from vault.model.thing import Thing
from vault.model.vault import Vault

LISTS: Final = ("things", "people", "accounts")  # of ids, as they are ticked


class WayGiven(NamedTuple):
    """A way back as it was typed and ticked; `new_thing` is the name of one more.

    `steps` None leaves them as they were.
    """

    name: str
    days: str
    things: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    new_thing: str = ""
    steps: str | None = None


def ways_of(vault: Vault, account: str) -> tuple[OwnRoute, ...]:
    """Return the ways back into an account that the owner wrote down, by name."""
    own = (one for one in vault.routes.values() if one.account == account)
    return tuple(sorted(own, key=lambda one: (one.name.casefold(), one.id)))


def things_of(vault: Vault) -> tuple[Thing, ...]:
    """Return all things, by name."""
    things = vault.things.values()
    return tuple(sorted(things, key=lambda one: (one.name.casefold(), one.id)))


def thing_named(ports: Ports, vault: Vault, name: str) -> tuple[str, list[Change]]:
    """Return the id of the thing called so, and what brings in one that is new."""
    name = name.strip()
    same = [one.id for one in things_of(vault) if one.name == name]
    if same:
        return same[0], []
    record, changes = adding(ports, vault, "thing", {"name": name})
    return record.id, changes


def giving_way(
    ports: Ports, vault: Vault, account: str, id_: str, given: WayGiven
) -> list[Change]:
    """Return what adds a way back into an account, or changes the one of that id.

    [] where nothing would change. What a form has no field for stays as it was. Raises
    `BadInput`: no number of days, nothing that it needs.
    """
    fields, brought = _fields(ports, vault, given)
    known, _ = apply(vault, brought, ports.now())
    before = vault.routes.get(id_)
    codes = before.code_sets if before else ()
    if not (codes or any(fields[name] for name in LISTS)):
        raise BadInput("new_thing", "way-needs-nothing")
    if before is None:
        whole = {**fields, "account": account}
        return [*brought, *adding(ports, known, "route", whole)[1]]
    after, changes = editing(ports, known, "route", id_, fields)
    return [*brought, *changes] if after != before else []


def is_dead(vault: Vault, one: OwnRoute) -> bool:
    """Tell whether a way leads nowhere: it needs a code of a set that has none left."""
    sets = (vault.code_sets.get(id_) for id_ in one.code_sets)
    return any(each is None or each.retired or not codes_left(each) for each in sets)


def needed_by(vault: Vault, thing: str) -> tuple[str, ...]:
    """Return the names of the accounts into which a way needs that thing."""
    ways = (one for one in vault.routes.values() if thing in one.things)
    return tuple(sorted({account_name(vault, one.account) for one in ways}))


def _fields(
    ports: Ports, vault: Vault, given: WayGiven
) -> tuple[dict[str, object], list[Change]]:
    """Return the fields of the record, and what brings in a new thing."""
    lists = {name: list(getattr(given, name)) for name in LISTS}
    brought: list[Change] = []
    if given.new_thing.strip():
        made, brought = thing_named(ports, vault, given.new_thing)
        lists["things"] = list(dict.fromkeys([*lists["things"], made]))
    plain: Mapping[str, object] = {
        "name": given.name.strip(),
        "days": typed_value("route", "days", given.days.strip()),
    }
    steps: dict[str, object] = {}
    if given.steps is not None:
        steps["steps"] = msgspec.to_builtins(steps_in(given.steps))
    return {**plain, **lists, **steps}, brought
