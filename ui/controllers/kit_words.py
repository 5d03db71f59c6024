"""A kit of the register in words: its number, what it holds, how it stands."""

from typing import Final

from ui.shared.days import day_words
from vault.app import kit_words
from vault.app.kit_register import Standing
from vault.app.kit_words import kit_name
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit, Ways
from vault.model.vault import Vault

__all__ = [
    "holds_words",
    "in_words",
    "kit_name",
    "kit_of_day",
    "sheets_words",
    "state_words",
    "ways_words",
]
MOST_NAMED: Final = 6  # accounts named in one line; more would hide what follows


def in_words(kit: Kit) -> str:
    """Return the same within a sentence: "kit 3", "supplement 1 to kit 3"."""
    if kit.supplement:
        words = _("supplement {n} to kit {kit}")
        return words.format(n=kit.supplement, kit=kit.number)
    return _("kit {n}").format(n=kit.number)


def kit_of_day(kit: Kit) -> str:
    """Return the same with its day: "Kit 3 of 2 Mar 2026"."""
    return _("{kit} of {day}").format(kit=kit_name(kit), day=day_words(kit.made))


def holds_words(vault: Vault, kit: Kit) -> str:
    """Return what is in it."""
    if kit.supplement:
        return _("What changed since kit {n}").format(n=kit.number)
    if not kit.partial:
        return _("Everything in the vault")
    there = [vault.accounts[one].name for one in kit.accounts if one in vault.accounts]
    names = sorted(there, key=str.casefold)
    names += [_("an account now removed")] * (len(kit.accounts) - len(there))
    more = len(names) - MOST_NAMED
    said = _("Only {accounts}").format(accounts=", ".join(names[:MOST_NAMED]))
    if more <= 0:
        return said
    others = translate_count("{n} other", "{n} others", more).format(n=more)
    return _("{names} and {others}").format(names=said, others=others)


def ways_words(ways: Ways, kit: Kit) -> str:
    """Return what opens it."""
    words = {
        "passphrase": _("The passphrase of that day"),
        "card": _("Key card {card}"),
        "either": _("Key card {card}, or the passphrase of that day"),
        "both": _("Key card {card} and the passphrase of that day, together"),
    }[ways]
    if kit.partial:
        words = {
            "passphrase": _("The words drawn for it"),
            "card": _("Its own key card {card}"),
            "either": _("Its own key card {card}, or the words drawn for it"),
            "both": _("Its own key card {card} and the words drawn for it, together"),
        }[ways]
    return words.format(card=kit.card_number)


def sheets_words(needed: int, sheets: int) -> str:
    """Return how many sheets there are, and how many are enough."""
    words = translate_count(
        "{all} sheets; any {n} of them is enough",
        "{all} sheets; any {n} of them are enough",
        needed,
    )
    return words.format(all=sheets, n=needed)


def state_words(standing: Standing) -> str:
    """Return how a kit stands, in a few words."""
    return kit_words.state_words(standing, day_words)
