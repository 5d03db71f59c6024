"""Retiring a kit: its sheets are collected and destroyed, place by place.

A kit is destroyed once what lay at every place is; until then it opens the vault of its
day for whoever finds enough of it. Each act can be taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from vault.model.change import Replace
from vault.model.drill import Ended, parse_ended
from vault.model.kit import Kit
from vault.model.vault import Vault


@dataclass(frozen=True)
class Lay:
    """What lies, or lay, at one place; "" is a place that nobody noted.

    `collected` and `destroyed` are days, "" while it is not.
    """

    place: str
    collected: str
    destroyed: str


def lays(kit: Kit) -> tuple[Lay, ...]:
    """Return the places of a kit, those noted first, then others that were ended."""
    got, shred = parse_ended(kit.collected), parse_ended(kit.shredded)
    places = dict.fromkeys(kit.places or ("",))
    places |= dict.fromkeys(place for place in (*got, *shred) if place)
    return tuple(
        Lay(place, got.get(place, ""), shred.get(place, "")) for place in places
    )


def outstanding(kit: Kit) -> tuple[Lay, ...]:
    """Return the places whose sheets are not destroyed yet."""
    return tuple(one for one in lays(kit) if not one.destroyed)


def retiring(kit: Kit, day: str) -> Replace:
    """Begin to retire a kit; the same kit where that was begun."""
    return _replaced(kit, retiring=kit.retiring or day)


def collected(kit: Kit, places: Iterable[str], day: str) -> Replace:
    """Note that what lay there was collected; "" for the day takes it back."""
    return _noted(kit, dict.fromkeys(places, day), {}, day)


def shredded(kit: Kit, places: Iterable[str], day: str) -> Replace:
    """Note that what lay there was destroyed; "" for the day takes it back.

    What was destroyed was collected; with the last place the kit is destroyed.
    """
    chosen = dict.fromkeys(places, day)
    got = parse_ended(kit.collected)
    new = {place: day for place in chosen if day and place not in got}
    return _noted(kit, new, chosen, day)


def kept_on(kit: Kit) -> Replace:
    """Take all of it back: the kit is in use, or turned up again."""
    return _replaced(kit, retiring="", collected=(), shredded=(), destroyed="")


def replaced_by(vault: Vault, kit: Kit) -> Kit | None:
    """Return a newer kit of the whole vault that was proven, if there is one.

    Of a supplement, else, a later one to the same kit: it holds all of the earlier.
    """
    newer = (
        one
        for one in vault.kits.values()
        if one.number > kit.number and one.read_back and not one.partial
        if not (one.destroyed or one.retiring or one.exposed or one.supplement_to)
    )
    found = min(newer, key=lambda one: one.number, default=None)
    return found or _later(vault, kit)


def _later(vault: Vault, kit: Kit) -> Kit | None:
    later = (
        one
        for one in vault.kits.values()
        if kit.supplement_to and one.supplement_to == kit.supplement_to
        if one.supplement > kit.supplement and one.read_back
        if not (one.destroyed or one.retiring or one.exposed)
    )
    return max(later, key=lambda one: one.supplement, default=None)


def card_needed_by(vault: Vault, kit: Kit) -> tuple[Kit, ...]:
    """Return the other kits there still are that this kit's key card opens."""
    if kit.card_number is None:
        return ()
    others = (one for one in vault.kits.values() if one.id != kit.id)
    return tuple(
        one
        for one in sorted(others, key=lambda one: (one.number, one.supplement))
        if one.card_number == kit.card_number and not one.destroyed
    )


def _noted(kit: Kit, got: dict[str, str], shred: dict[str, str], day: str) -> Replace:
    after = msgspec.structs.replace(
        kit,
        retiring=kit.retiring or day,
        collected=_merged(kit.collected, got),
        shredded=_merged(kit.shredded, shred),
    )
    over = not outstanding(after)
    days = parse_ended(after.shredded).values()
    ended = max(days, default="") if over else ""
    return Replace("kit", kit, msgspec.structs.replace(after, destroyed=ended))


def _merged(texts: tuple[str, ...], days: dict[str, str]) -> tuple[str, ...]:
    """Return the list with those places on those days; what is not ours stays."""
    spelt = tuple(Ended(day, place).spelt() for place, day in days.items() if day)
    was = {text for text in texts for place in parse_ended([text]) if place in days}
    return (*(text for text in texts if text not in was), *spelt)


def _replaced(kit: Kit, **fields: object) -> Replace:
    return Replace("kit", kit, msgspec.structs.replace(kit, **fields))
