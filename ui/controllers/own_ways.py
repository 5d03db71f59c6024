"""Ways back of the owner's own: added, changed and removed on an account's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ui.controllers.edits import put
from ui.controllers.forms import ask
from ui.controllers.removal import remove
from ui.dialogs.own_way import SORT_WORDS, OwnWayForm, ThingForm
from ui.views.own_ways import NeedLine, WayState
from vault.app.code_words import set_words
from vault.app.edit import account_name
from vault.app.own_ways import (
    LISTS,
    WayGiven,
    giving_way,
    is_dead,
    needed_by,
    things_of,
    ways_of,
)
from vault.app.search import by_name
from vault.app.step_lines import step_lines
from vault.i18n import translate as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.model.route import OwnRoute
    from vault.model.thing import Thing
    from vault.model.vault import Vault

Names = list[tuple[str, str]]
_TEXTS: Final = ("name", "days", "new_thing", "steps")


class OwnWayActs:
    """Does what is asked about the ways back into an account, and their things."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self._desk = desk
        self._window = window

    def do(self, act: str, kind: str, id_: str, account: str) -> None:
        """Do what a button is for; `account` is the one whose page is shown."""
        vault = self._desk.vault.vault
        if act in ("add", "edit") and kind == "route":
            self._ask_way(account, vault.routes.get(id_))
        elif kind == "thing":
            self._ask_thing(vault.things[id_])
        else:
            remove(self._desk, "route", id_, vault.routes[id_].name)

    def _ask_way(self, account: str, way: OwnRoute | None) -> None:
        desk = self._desk

        def take(values: Mapping[str, Any]) -> None:
            lists = {name: values.get(name, ()) for name in LISTS}
            texts = {one: values[one] for one in _TEXTS}
            given = WayGiven(**texts, **lists)
            vault, id_ = desk.vault, way.id if way else ""
            changes = giving_way(desk.ports, vault.vault, account, id_, given)
            text = (
                _("Change the way back {name}") if way else _("Add a way back: {name}")
            )
            if changes:
                vault.apply(changes, text.format(name=given.name))

        offered = _offered(desk.vault.vault, account)
        steps = step_lines(way.steps) if way else ""
        form = OwnWayForm(self._window(), way, offered, steps)
        ask(desk, form, take)

    def _ask_thing(self, thing: Thing) -> None:
        desk, vault = self._desk, self._desk.vault.vault
        sorts = {words.casefold(): sort for sort, words in SORT_WORDS.items()}

        def take(values: Mapping[str, Any]) -> None:
            sort = values["sort"]
            fields = {**values, "sort": sorts.get(sort.casefold(), sort)}
            name = _("Change {name}").format(name=thing.name)
            put(desk, "thing", thing.id, fields, name)

        people = sorted((one.name for one in vault.people.values()), key=str.casefold)
        held = _holder(vault, thing)
        needed = ", ".join(needed_by(vault, thing.id))
        text = _("Ways back that need it go with it: into {accounts}.")
        warning = text.format(accounts=needed)
        form = ThingForm(self._window(), thing, tuple(people), held, warning)
        form.removal_asked.connect(partial(remove, desk, "thing", thing.id, thing.name))
        ask(desk, form, take)


def way_states(vault: Vault, account: str, *, may_write: bool) -> tuple[WayState, ...]:
    """Return the ways back into an account, as they are shown."""
    return tuple(
        WayState(
            one.id,
            one.name,
            one.days,
            tuple(_needs(vault, one)),
            tuple(step_lines(one.steps).splitlines()),
            dead=is_dead(vault, one),
            may_write=may_write,
        )
        for one in ways_of(vault, account)
    )


def _needs(vault: Vault, way: OwnRoute) -> list[NeedLine]:
    """Return all that a way needs, things first."""
    things = [vault.things[id_] for id_ in way.things]
    sets = [vault.code_sets[id_] for id_ in way.code_sets]
    code = _("a code of {account}: {codes}")
    return [
        *(NeedLine("thing", one.id, one.name, _about(vault, one)) for one in things),
        *(NeedLine("person", id_, vault.people[id_].name) for id_ in way.people),
        *(NeedLine("account", id_, account_name(vault, id_)) for id_ in way.accounts),
        *(
            NeedLine(
                "code-set",
                one.id,
                code.format(
                    account=account_name(vault, one.account), codes=set_words(one)
                ),
            )
            for one in sets
        ),
    ]


def _about(vault: Vault, thing: Thing) -> str:
    """Say in short what a thing is, who has it, and where it lies."""
    held = _holder(vault, thing)
    parts = (
        SORT_WORDS.get(thing.sort, thing.sort),
        thing.address,
        _("{name} has it").format(name=held) if held else "",
        thing.place,
    )
    return " · ".join(filter(None, parts))


def _holder(vault: Vault, thing: Thing) -> str:
    """Return who has a thing: a person's name, or the free name that was written."""
    found = vault.people.get(thing.person)
    return found.name if found else thing.person


def _offered(vault: Vault, account: str) -> dict[str, tuple[str, Names]]:
    """Return what a way into an account can need, by the list it stands in."""
    people = sorted(vault.people.values(), key=lambda one: one.name.casefold())
    accounts = sorted(vault.accounts.values(), key=by_name)
    return {
        "things": (_("Things"), [(one.id, one.name) for one in things_of(vault)]),
        "people": (_("People"), [(one.id, one.name) for one in people]),
        "accounts": (
            _("Accounts that must still be yours"),
            [(one.id, one.name) for one in accounts if one.id != account],
        ),
    }
