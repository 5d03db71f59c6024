"""A platform's pack, told in words: each part with how sure it is, and how old."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from vault.app.adopt import LOW
from vault.app.pack_facts import ToldFact, ToldPart, more_parts
from vault.errors import NotFound
from vault.i18n import translate as _
from vault.packs import Pack, Sourced, find_pack, shipped_packs, source_words
from vault.packs.standing import PARTS, Standing, part_of, standings

GROUP_WORDS: Final = {
    "social": _("Social media and messages"),
    "video": _("Video"),
    "marketplace": _("Shops, payments and mailings"),
    "identity": _("Mail, sign-in, domains and code"),
    "telecom": _("Telephone"),
    "own": _("Your own"),
}
PART_WORDS: Final = {
    "codes": _("Recovery codes"),
    "locked-out": _("Locked out"),
    "hacked": _("Hacked"),
    "suspended": _("Suspended"),
    "phone-lost": _("Phone lost"),
    "handover": _("Handover"),
    "leaving": _("When somebody leaves"),
    "contacts": _("Whom to ask"),
}


class ToldPack(NamedTuple):
    """One pack at a glance: its facts, how many of them are weak, the newest source."""

    id: str
    name: str
    group: str
    edition: str
    stored: str
    parts: tuple[Standing, ...]
    facts: int
    low: int
    newest: str
    own: bool = False


def told_packs(
    packs: Mapping[str, Pack] | None = None,
) -> tuple[ToldPack, ...]:
    """Return packs at a glance, by group and name; the shipped ones unless given."""
    order = list(GROUP_WORDS)
    found = sorted(
        (shipped_packs() if packs is None else packs).values(),
        key=lambda one: (order.index(one.group), one.name.casefold()),
    )
    return tuple(map(_glance, found))


def told_pack(
    text: str, packs: Mapping[str, Pack] | None = None
) -> tuple[ToldPack, tuple[ToldPart, ...]]:
    """Return the pack that people call so, part by part; of the shipped ones or those.

    Raises `NotFound` where no pack is called so.
    """
    pack = find_pack(shipped_packs() if packs is None else packs, text)
    if pack is None:
        raise NotFound("platform", text)
    parts = (
        ToldPart(part, PART_WORDS[part], tuple(_facts(pack, part))) for part in PARTS
    )
    return _glance(pack), (*parts, *more_parts(pack))


def _glance(pack: Pack) -> ToldPack:
    parts = standings(pack)
    facts = [fact for part in PARTS for fact in part_of(pack, part)]
    return ToldPack(
        id=pack.id,
        name=pack.name,
        group=GROUP_WORDS[pack.group],
        edition=pack.edition,
        stored=pack.stored,
        parts=parts,
        facts=len(facts),
        low=sum(one.confidence == LOW for one in facts),
        newest=max(one.newest for one in parts),
        own=pack.group == "own",
    )


def _facts(pack: Pack, part: str) -> Iterator[ToldFact]:
    facts: Iterable[Sourced] = part_of(pack, part)
    for fact in facts:
        text = getattr(fact, "text", "")
        link = getattr(fact, "link", "")
        if part == "codes":
            names = (getattr(fact, name) for name in ("label", "shape", "renewal"))
            text = "; ".join(filter(None, names))
        elif part == "contacts":
            words = (getattr(fact, name) for name in ("purpose", "condition"))
            text, link = "; ".join(filter(None, words)), getattr(fact, "address", "")
        yield ToldFact(text, link, source_words(pack, fact))
