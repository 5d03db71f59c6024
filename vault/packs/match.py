"""Finding a pack by what people call the platform, and saying how good a fact is."""

from collections.abc import Mapping
from typing import Protocol

from vault.i18n import translate as _
from vault.packs.shape import Pack, Source, Sourced


class Dated(Protocol):
    """A pack, or whatever else has sources that were read on a day."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Return every source by its key."""

    @property
    def stored(self) -> str:
        """Return the day on which the sources' copies were read."""


def find_pack(packs: Mapping[str, Pack], text: str) -> Pack | None:
    """Return the pack whose id, else name, else alias is `text`, whatever its case."""
    wanted = text.strip().casefold()
    by_id = packs.get(wanted)
    if by_id is not None:
        return by_id
    for pack in packs.values():
        if pack.name.casefold() == wanted:
            return pack
    for pack in packs.values():
        if any(alias.casefold() == wanted for alias in pack.aliases):
            return pack
    return None


def source_words(pack: Dated, fact: Sourced) -> str:
    """Return how old and how sure a fact is, in words; it never claims a check.

    Of several dated sources the newest speaks, since it repeats or outdates the rest.
    """
    return _("{age}, {confidence}").format(
        age=_age(pack, fact), confidence=_confidence(fact)
    )


def _age(pack: Dated, fact: Sourced) -> str:
    pages = [
        pack.sources[key]
        for key in fact.sources
        if key in pack.sources and pack.sources[key].kind != "general"
    ]
    if not pages:
        return _("general knowledge without a source")
    dates = [page.date for page in pages if page.date is not None]
    if dates:
        return _("source of {date}").format(date=max(dates))
    return _("undated source, copy of {stored}").format(stored=pack.stored)


def _confidence(fact: Sourced) -> str:
    words = {
        "high": _("high confidence"),
        "medium": _("medium confidence"),
        "low": _("low confidence"),
    }
    return words[fact.confidence]
