"""What a pack says beside the steps of an incident: deadlines, proofs, waits.

A deadline is counted from the day the incident began: the platform may count from its
own notice, so it is never later than that.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from vault.app.incident import open_incidents
from vault.app.incident_steps import FITS
from vault.app.own_packs import pack_for
from vault.app.pack_facts import Due, ToldFact, due, proofs, waits
from vault.i18n import translate as _
from vault.model.account import Account
from vault.model.incident import Incident
from vault.model.vault import Vault

NEAR: Final = timedelta(days=14)  # an appeal takes gathering papers


class Aside(NamedTuple):
    """For one account: what may run out, what may be asked for, how long it takes."""

    dues: tuple[Due, ...] = ()
    proofs: tuple[ToldFact, ...] = ()
    waits: tuple[ToldFact, ...] = ()


def aside(
    vault: Vault, account: Account | None, one: Incident, today: str = ""
) -> Aside:
    """Return what the pack of an account says for that incident. Reads the packs.

    Without `today` nothing is called over.
    """
    pack = pack_for(vault, account) if account else None
    if pack is None:
        return Aside()
    known = {each.situation for each in pack.procedures}
    fits = FITS.get(one.sort, (one.sort,))
    situation = next((each for each in fits if each in known), one.sort)
    return Aside(
        due(pack, one.began, today),
        tuple(proofs(pack, situation)),
        tuple(waits(pack, situation)),
    )


def due_words(one: Due, day_words: Callable[[str], str] = str) -> str:
    """Return a deadline as one line: what, until when, what is said of it."""
    until = _("until {day}").format(day=day_words(one.day)) if one.day else ""
    if one.state == "over":
        until = _("over since {day}").format(day=day_words(one.day))
    what = ", ".join(filter(None, [one.what, until]))
    return f"{what}. {one.text}".strip()


def near_dues(vault: Vault, today: str) -> Iterator[tuple[Account, Due]]:
    """Yield the deadlines of open incidents that run out soon. Reads the packs."""
    last = (date.fromisoformat(today) + NEAR).isoformat()
    for one in open_incidents(vault):
        for id_ in one.accounts:
            account = vault.accounts.get(id_)
            for each in aside(vault, account, one, today).dues:
                if account and today <= each.day <= last:
                    yield account, each
