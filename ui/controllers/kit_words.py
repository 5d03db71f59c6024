"""A kit of the register in words: its number, what it holds, how it stands."""

from typing import Final

from ui.shared.days import day_words
from vault.app.kit_register import Standing
from vault.app.kit_since_words import passphrase_words, stale_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit, Ways
from vault.model.vault import Vault

MOST_NAMED: Final = 6  # accounts named in one line; more would hide what follows


def kit_name(kit: Kit) -> str:
    """Return what a kit is called: "Kit 3"."""
    return _("Kit {n}").format(n=kit.number)


def kit_of_day(kit: Kit) -> str:
    """Return the same with its day: "Kit 3 of 2 Mar 2026"."""
    return _("{kit} of {day}").format(kit=kit_name(kit), day=day_words(kit.made))


def holds_words(vault: Vault, kit: Kit) -> str:
    """Return what is in it."""
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
    kit = standing.kit
    if kit.destroyed:
        return _("Destroyed on {day}").format(day=day_words(kit.destroyed))
    if kit.exposed:
        words = _("Destroy it: somebody may know what opens it since {day}")
        return words.format(day=day_words(kit.exposed))
    parts = [_("Not proven yet: nobody has read it back")]
    if kit.read_back:
        parts = [_("Read back on {day}").format(day=day_words(kit.read_back))]
    if standing.since.is_stale:
        parts.append(stale_words(standing.since))
    if standing.passphrase:
        parts.append(passphrase_words(kit.made, day_words))
    return ". ".join(parts)
