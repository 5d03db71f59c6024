"""What a pack knows besides its steps: proofs, waits, deadlines, traps, what to keep.

Each fact says how old and how sure it is. A deadline is counted from a day on demand.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.packs import Pack, source_words
from vault.packs.shape import Deadline, Fact

SITUATION_WORDS: Final = {
    "locked-out": _("locked out"),
    "hacked": _("hacked"),
    "suspended": _("suspended"),
    "phone-lost": _("phone lost"),
    "handover": _("handover"),
}


class ToldFact(NamedTuple):
    """One fact, the address that goes with it, and its source's age and sureness."""

    text: str
    link: str
    source: str


class ToldPart(NamedTuple):
    """One part of a pack under its heading; no facts where the pack has none."""

    part: str
    heading: str
    facts: tuple[ToldFact, ...]


class Due(NamedTuple):
    """A deadline: what runs out, its last day where that is known, what is said of it.

    `state` is "over" where the last day is past, "" otherwise.
    """

    what: str
    day: str
    text: str
    source: str
    state: str = ""


def more_parts(pack: Pack) -> tuple[ToldPart, ...]:
    """Return the parts that are no steps, codes, contacts or list for a leaver."""
    return tuple(
        ToldPart(part, heading, tuple(told(pack)))
        for part, (heading, told) in _PARTS.items()
    )


def proofs(pack: Pack, situation: str = "") -> Iterator[ToldFact]:
    """Yield what the platform may ask for, in one situation or with each named."""
    yield from _by_situation(
        pack, [(one.situation, one.evidence) for one in pack.procedures], situation
    )


def waits(pack: Pack, situation: str = "") -> Iterator[ToldFact]:
    """Yield how long it takes, in one situation or with each named."""
    yield from _by_situation(
        pack, [(one.situation, one.waits) for one in pack.procedures], situation
    )


def due(pack: Pack, begun: str, today: str) -> tuple[Due, ...]:
    """Return the deadlines counted from the day it began, the first to run out first.

    Those of unknown length follow, without a day.
    """
    told = [_due(pack, one, begun, today) for one in pack.deadlines]
    return tuple(sorted(told, key=lambda one: (not one.day, one.day)))


def _due(pack: Pack, one: Deadline, begun: str, today: str) -> Due:
    source = source_words(pack, one)
    if one.days is None:
        return Due(one.what, "", one.text, source)
    last = (date.fromisoformat(begun[:10]) + timedelta(days=one.days)).isoformat()
    return Due(one.what, last, one.text, source, "over" if last < today else "")


def _by_situation(
    pack: Pack, kept: list[tuple[str, tuple[Fact, ...]]], wanted: str
) -> Iterator[ToldFact]:
    """Yield each text once; where all are wanted, with the situations it is for."""
    found: dict[str, tuple[Fact, list[str]]] = {}
    for situation, facts in kept:
        for fact in facts if wanted in ("", situation) else ():
            found.setdefault(fact.text, (fact, []))[1].append(situation)
    for text, (fact, situations) in found.items():
        names = ", ".join(SITUATION_WORDS.get(one, one) for one in situations)
        said = text if wanted else f"{text} ({names})"
        yield ToldFact(said, "", source_words(pack, fact))


def _deadlines(pack: Pack) -> Iterator[ToldFact]:
    for one in pack.deadlines:
        days = translate_count("{n} day", "{n} days", one.days or 0)
        length = days.format(n=one.days) if one.days is not None else ""
        parts = (one.what, length, one.text)
        text = ": ".join(filter(None, parts))
        yield ToldFact(text, "", source_words(pack, one))


def _traps(pack: Pack) -> Iterator[ToldFact]:
    for one in pack.traps:
        yield ToldFact(_two_sentences(one.trap, one.avoid), "", source_words(pack, one))


def _keep(pack: Pack) -> Iterator[ToldFact]:
    for one in pack.keep:
        yield ToldFact(_two_sentences(one.item, one.why), "", source_words(pack, one))


def _roles(pack: Pack) -> Iterator[ToldFact]:
    for one in pack.roles:
        yield ToldFact(one.text, "", source_words(pack, one))


def _links(pack: Pack) -> Iterator[ToldFact]:
    for one in pack.links:
        text = one.note or _ROLE_WORDS[one.role]
        yield ToldFact(text, one.url, source_words(pack, one))


def _two_sentences(first: str, second: str) -> str:
    """Return two texts as sentences; either may have its full stop."""
    ended = first if first.endswith((".", "!", "?")) else f"{first}."
    return f"{ended} {second}".strip()


_ROLE_WORDS: Final = {
    "home": _("Home page"),
    "login": _("Sign in"),
    "recover": _("Get back in"),
    "hacked": _("Report a takeover"),
    "security-settings": _("Security settings"),
    "recovery-codes": _("Recovery codes"),
    "support": _("Support"),
    "appeal": _("Appeal"),
    "roles": _("People and roles"),
    "data-export": _("A copy of your data"),
    "status": _("Whether it works for others"),
    "report-abuse": _("Report abuse"),
    "help": _("Help"),
}
_PARTS: Final[dict[str, tuple[str, Callable[[Pack], Iterator[ToldFact]]]]] = {
    "proofs": (_("What they may ask for"), proofs),
    "waits": (_("How long it takes"), waits),
    "deadlines": (_("What runs out"), _deadlines),
    "traps": (_("How people lose it"), _traps),
    "keep": (_("What to keep"), _keep),
    "roles": (_("Roles"), _roles),
    "links": (_("Addresses"), _links),
}
