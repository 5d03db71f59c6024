"""What makes a pack whole: rules across its parts, listed and never raised.

A rule yields "place: fault" for each breach. `RULES` is the one table of rules.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Final

from vault.packs.shape import CodeKind, Pack, Source, Sourced

Rule = Callable[[Pack], Iterator[str]]

STEPS_AT_LEAST: Final = 3  # fewer is a slogan, not a procedure
NEEDED_SITUATIONS: Final = ("locked-out", "hacked")
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WEB: Final = re.compile(r"https?://")
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MAY_BE_EMPTY: Final = {"note", "condition", "link", "shape", "renewal"}
_MAY_BE_EMPTY_IN_SOURCES: Final = {"note", "url"}


def problems(pack: Pack, known: Collection[str] | None = None) -> list[str]:
    """Return every breach as "place: fault"; empty means whole.

    `known` are the ids that `depends_on` may name; None leaves that unasked.
    """
    found = [fault for rule in RULES for fault in rule(pack)]
    found += _dependencies(pack, known)
    return found


def facts(pack: Pack) -> Iterator[tuple[str, Sourced]]:
    """Yield everything the pack asserts, with its place as in the JSON file."""
    for name in (
        "links",
        "codes",
        "factors",
        "contacts",
        "deadlines",
        "roles",
        "leaving",
        "traps",
        "keep",
    ):
        yield from _placed(name, getattr(pack, name))
    for number, procedure in enumerate(pack.procedures):
        place = f"procedures[{number}]"
        yield from _placed(f"{place}.steps", procedure.steps)
        yield from _placed(f"{place}.evidence", procedure.evidence)
        yield from _placed(f"{place}.waits", procedure.waits)


def _placed(name: str, asserted: tuple[Sourced, ...]) -> Iterator[tuple[str, Sourced]]:
    for number, fact in enumerate(asserted):
        yield f"{name}[{number}]", fact


def _head(pack: Pack) -> Iterator[str]:
    if not _SLUG.fullmatch(pack.id):
        yield f"id: {pack.id!r} is not lower case, digits and hyphens"
    for name in ("edition", "stored"):
        day = getattr(pack, name)
        if len(day) != len("2026-11-23") or not is_date(day):
            yield f"{name}: {day!r} is not a day"


def _dependencies(pack: Pack, known: Collection[str] | None) -> Iterator[str]:
    for other in pack.depends_on:
        if other == pack.id:
            yield f"depends_on: {other} is the pack itself"
        elif known is not None and other not in known:
            yield f"depends_on: {other} is not a pack"


def _texts(pack: Pack) -> Iterator[str]:
    for place, fact in facts(pack):
        yield from _empty_texts(place, fact, _MAY_BE_EMPTY)
    for number, procedure in enumerate(pack.procedures):
        yield from _empty_texts(f"procedures[{number}]", procedure, set())
    for key, source in pack.sources.items():
        yield from _empty_texts(f"sources.{key}", source, _MAY_BE_EMPTY_IN_SOURCES)
    yield from _empty_texts("pack", pack, set())


def _empty_texts(place: str, record: object, may: set[str]) -> Iterator[str]:
    for name in getattr(record, "__struct_fields__", ()):
        value = getattr(record, name)
        values = value if isinstance(value, tuple) else (value,)
        for text in values:
            if not isinstance(text, str):
                continue
            if text != text.strip():
                yield f"{place}.{name}: spaces at an end"
            elif not text and (isinstance(value, tuple) or name not in may):
                yield f"{place}.{name}: empty"


def _sources(pack: Pack) -> Iterator[str]:
    used: set[str] = set()
    for place, fact in facts(pack):
        used.update(fact.sources)
        if not fact.sources:
            yield f"{place}: no source"
        for key in fact.sources:
            source = pack.sources.get(key)
            if source is None:
                yield f"{place}: unknown source {key}"
            elif source.kind == "general" and fact.confidence == "high":
                yield f"{place}: general knowledge is never of high confidence"
    for key in pack.sources.keys() - used:
        yield f"sources.{key}: never used"


def _dates(pack: Pack) -> Iterator[str]:
    for fault in dated_days(pack.sources, pack.stored):
        yield f"sources.{fault}"


def dated_days(sources: Mapping[str, Source], stored: str) -> Iterator[str]:
    """Yield "key: fault" for each date that is none, or later than the stored copy."""
    for key, source in sources.items():
        day = source.date
        if day is None:
            continue
        if not is_date(day):
            yield f"{key}: {day!r} is not a date"
        elif day > stored[: len(day)]:
            yield f"{key}: {day} is later than the stored copy"


def is_date(text: str) -> bool:
    """Tell whether a text is YYYY, YYYY-MM or YYYY-MM-DD of the calendar."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _addresses(pack: Pack) -> Iterator[str]:
    for place, address in _visited(pack):
        if not address.startswith("https://"):
            yield f"{place}: {address!r} is not https"
    for key, source in pack.sources.items():
        # An old page may be known by http only; it is cited, never opened. A paper or
        # a letter has no address, and its note says so instead.
        explained = source.kind == "general" or bool(source.note)
        if not (_WEB.match(source.url) if source.url else explained):
            yield f"sources.{key}: no address"


def _visited(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield every address that a user may be sent to."""
    for number, link in enumerate(pack.links):
        yield f"links[{number}]", link.url
    for place, procedure in enumerate(pack.procedures):
        for number, step in enumerate(procedure.steps):
            if step.link:
                yield f"procedures[{place}].steps[{number}]", step.link
    for number, contact in enumerate(pack.contacts):
        if "://" in contact.address:
            yield f"contacts[{number}]", contact.address


def _codes(pack: Pack) -> Iterator[str]:
    for number, code in enumerate(pack.codes):
        for fault in _code(code):
            yield f"codes[{number}]: {fault}"
    for kind, count in Counter(code.kind for code in pack.codes).items():
        if count > 1:
            yield f"codes: {kind} stands twice"


def _code(code: CodeKind) -> Iterator[str]:
    if not _SLUG.fullmatch(code.kind):
        yield f"kind {code.kind!r} is not lower case, digits and hyphens"
    if code.count is not None and code.count < 1:
        yield "count is below one"
    if code.pattern is None:
        if code.display is not None:
            yield "display without a pattern"
        return
    if not code.examples:
        yield "a pattern without an example"
    bare = [re.sub(r"[\s-]", "", example) for example in code.examples]
    yield from _expression("pattern", code.pattern, bare)
    if code.display is not None:
        yield from _expression("display", code.display, code.examples)


def _expression(name: str, expression: str, examples: Collection[str]) -> Iterator[str]:
    try:
        compiled = re.compile(expression, re.ASCII)
    except re.error as error:
        yield f"{name} does not compile: {error}"
        return
    if not (expression.startswith("^") and expression.endswith("$")):
        yield f"{name} is not anchored at both ends"
    for example in examples:
        if not compiled.fullmatch(example):
            yield f"example {example!r} does not fit the {name}"


def _procedures(pack: Pack) -> Iterator[str]:
    situations = Counter(procedure.situation for procedure in pack.procedures)
    for situation in NEEDED_SITUATIONS:
        if situation not in situations:
            yield f"procedures: none for {situation}"
    for number, procedure in enumerate(pack.procedures):
        place = f"procedures[{number}]"
        needed = STEPS_AT_LEAST if procedure.situation in NEEDED_SITUATIONS else 1
        if len(procedure.steps) < needed:
            yield f"{place}: fewer than {needed} steps"
        if situations[procedure.situation] > 1:
            yield f"{place}: a second one for {procedure.situation}"
        steps = Counter(step.text.casefold() for step in procedure.steps)
        for text, count in steps.items():
            if count > 1:
                yield f"{place}: the same step twice: {text!r}"


def _help(pack: Pack) -> Iterator[str]:
    if not pack.contacts:
        yield "contacts: none"
    for number, deadline in enumerate(pack.deadlines):
        if deadline.days is not None and deadline.days < 1:
            yield f"deadlines[{number}]: days is below one"


RULES: Final[tuple[Rule, ...]] = (
    _head,
    _texts,
    _sources,
    _dates,
    _addresses,
    _codes,
    _procedures,
    _help,
)
