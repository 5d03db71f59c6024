"""The house rules for staff: short, the owner's to edit, and who confirmed them when.

A confirmation holds for the rules of its day: once they change, it is asked for again.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from msgspec.structs import replace

from vault.errors import Refused
from vault.i18n import translate as _
from vault.model.change import Change, Replace, edit_vault
from vault.model.person import Person
from vault.model.vault import Vault

PROPOSED: Final = (
    _("Each of us signs in with a login of our own; no password is shared or sent."),
    _("Every account has a password of its own, drawn by the password manager."),
    _("The second step is on wherever there is one: an app or a key before a text."),
    _("Nobody who writes or rings gets a code or a password, whoever it seems to be."),
    _("We follow no link of an alarming message: we type the address ourselves."),
    _("Where we are signed in, no file of a stranger is opened, nor a sponsor's."),
    _("We work on devices of the business that are up to date and locked."),
    _("A lost phone, or anything odd, is told at once; nobody is blamed for telling."),
    _("Whoever leaves hands over accounts, codes and devices, and is taken out."),
)


class Confirmed(NamedTuple):
    """One person: `on` is the day of the last confirmation, "" for none.

    `holds` tells whether that was of the rules as they are; `works` whether the person
    has access to an account, or answers for one.
    """

    id: str
    name: str
    on: str
    holds: bool
    works: bool


class HouseRules(NamedTuple):
    """The rules, or those we propose where the owner has set none (`own` is False)."""

    rules: tuple[str, ...]
    own: bool
    since: str
    people: tuple[Confirmed, ...]

    @property
    def missing(self) -> tuple[Confirmed, ...]:
        """Those who work here and have not confirmed the rules as they are."""
        return tuple(one for one in self.people if one.works and not one.holds)


def house_rules(vault: Vault) -> HouseRules:
    """Return the rules, and where each person stands, by name."""
    own = bool(vault.house_rules)
    working = {one.person for one in vault.access.values() if not one.ended}
    working |= {one.owner for one in vault.accounts.values()}
    people = sorted(
        vault.people.values(), key=lambda one: (one.name.casefold(), one.id)
    )
    return HouseRules(
        rules=vault.house_rules or PROPOSED,
        own=own,
        since=vault.house_rules_since,
        people=tuple(
            Confirmed(
                one.id,
                one.name,
                one.rules_confirmed,
                own and bool(one.rules_confirmed) and _holds(vault, one),
                one.id in working,
            )
            for one in people
        ),
    )


def setting_rules(vault: Vault, rules: Iterable[str], day: str) -> list[Change]:
    """Return what makes these the rules from `day` on; [] where they are so already.

    Blank ones are left out. Whoever confirmed the earlier ones that very day is asked
    again: days alone would not tell the two apart.
    """
    wanted = tuple(filter(None, (" ".join(one.split()) for one in rules)))
    if wanted == vault.house_rules:
        return []
    today = [one for one in vault.people.values() if one.rules_confirmed >= day]
    return [
        edit_vault(vault, house_rules=wanted, house_rules_since=day if wanted else ""),
        *(Replace("person", one, replace(one, rules_confirmed="")) for one in today),
    ]


def confirming(vault: Vault, people: Iterable[str], day: str) -> list[Change]:
    """Return what notes that those people (ids) confirmed the rules on `day`.

    Raises `Refused` where no rules are set, or `day` is before they were.
    """
    if not vault.house_rules:
        raise Refused("rules-not-set")
    if day < vault.house_rules_since:
        raise Refused("rules-newer", vault.house_rules_since)
    changes: list[Change] = []
    for id_ in dict.fromkeys(people):
        one = vault.people[id_]
        if one.rules_confirmed != day:
            changes.append(Replace("person", one, replace(one, rules_confirmed=day)))
    return changes


def _holds(vault: Vault, person: Person) -> bool:
    return person.rules_confirmed >= vault.house_rules_since
