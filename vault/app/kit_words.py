"""A kit of the register in words: its name, how it stands; the same everywhere.

`spell` writes a day as its reader does; it is given the day alone.
"""

from collections.abc import Callable, Iterator
from typing import Final

from vault.app.kit_register import Standing
from vault.app.kit_retire import Lay, outstanding
from vault.app.kit_since_words import passphrase_words, stale_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.drill import OPENED, READ, SHORT, SHUT, Drill
from vault.model.kit import Kit
from vault.model.vault import Vault

Spell = Callable[[str], str]

HOW_TO_DESTROY: Final = _(
    "Cut each sheet across, through its codes, smaller than one code, or burn it. One "
    "torn sheet still reads. Delete PDFs and pictures of it too, also on telephones."
)


def kit_name(kit: Kit) -> str:
    """Return what a kit is called: "Kit 3", "Supplement 1 to kit 3"."""
    if kit.supplement:
        words = _("Supplement {n} to kit {kit}")
        return words.format(n=kit.supplement, kit=kit.number)
    return _("Kit {n}").format(n=kit.number)


def keeper_name(vault: Vault, kit: Kit) -> str:
    """Return who keeps a kit: the name of a person, or the name that was typed."""
    person = vault.people.get(kit.keeper)
    return person.name if person else kit.keeper


def state_words(standing: Standing, spell: Spell = str) -> str:
    """Return how a kit stands, in a few words."""
    kit = standing.kit
    if kit.destroyed:
        return _("Destroyed on {day}").format(day=spell(kit.destroyed))
    if kit.exposed:
        words = _("Destroy it: somebody may know what opens it since {day}")
        return words.format(day=spell(kit.exposed))
    return ". ".join(_parts(standing, spell))


def _parts(standing: Standing, spell: Spell) -> Iterator[str]:
    kit = standing.kit
    if kit.retiring:
        yield left_words(kit)
    elif standing.newer:
        words = _("{kit} took its place: collect its sheets and destroy them")
        yield words.format(kit=kit_name(standing.newer))
    if not kit.read_back:
        yield _("Not proven yet: nobody has read it back")
    else:
        yield _("Read back on {day}").format(day=spell(kit.read_back[:10]))
    if kit.present is not None and kit.present < kit.needed:
        yield present_words(kit)
    if standing.since.is_stale:
        yield stale_words(standing.since)
    if standing.passphrase:
        yield passphrase_words(kit.made, spell)


def present_words(kit: Kit) -> str:
    """Say that fewer sheets are there than it needs."""
    words = translate_count(
        "Only {n} sheet is there, and {needed} are needed: print a new kit",
        "Only {n} sheets are there, and {needed} are needed: print a new kit",
        kit.present or 0,
    )
    return words.format(n=kit.present, needed=kit.needed)


def left_words(kit: Kit) -> str:
    """Say what of a kit that is being retired is not destroyed yet."""
    left = outstanding(kit)
    if not left:
        return _("All of it is destroyed")
    words = _("Being retired; not destroyed yet: {places}")
    return words.format(places="; ".join(place_name(one) for one in left))


def place_name(lay: Lay) -> str:
    """Return what a place is called; one that nobody noted has words too."""
    return lay.place or _("wherever it lies")


def lay_words(lay: Lay, spell: Spell = str) -> str:
    """Say how far it is with what lies at one place."""
    if lay.destroyed:
        return _("destroyed on {day}").format(day=spell(lay.destroyed))
    if lay.collected:
        words = _("collected on {day}, not destroyed yet")
        return words.format(day=spell(lay.collected))
    return _("not collected yet")


def drill_words(drill: Drill, spell: Spell = str) -> str:
    """Say when a kit was read, and what came of it."""
    words = {
        OPENED: _("{day}: it opened, {n} codes to spare"),
        READ: _("{day}: it was read, {n} codes to spare"),
        SHORT: _("{day}: too little was read"),
        SHUT: _("{day}: it was read, and did not open"),
    }.get(drill.result, "{day}")
    return words.format(day=spell(drill.at[:10]), n=drill.reserve)


def card_words(kit: Kit, others: tuple[Kit, ...]) -> str:
    """Say what becomes of its key card; "" where it has none."""
    if kit.card_number is None:
        return ""
    card = _("Key card {n}").format(n=kit.card_number)
    if others:
        names = ", ".join(kit_name(one) for one in others)
        words = _("{card} stays: it opens {kits} too.")
        return words.format(card=card, kits=names)
    if not kit.partial:
        words = _("{card} stays: it is a way into the vault, while it is its newest.")
        return words.format(card=card)
    return _("{card} opens nothing else: destroy it with the sheets.").format(card=card)
