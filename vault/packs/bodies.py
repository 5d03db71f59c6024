"""Where crime online is reported, country by country: the shape, the file, its rules.

`resources/reporting/bodies.json` has a schema as the packs have, and facts as theirs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from vault.packs.load import load
from vault.packs.shape import Fact, Source, Sourced
from vault.packs.whole import dated_days, is_date

EU: Final = "EU"
ANYWHERE: Final = "XX"
_COUNTRY: Final = re.compile(r"[A-Z]{2}")


class Body(Sourced, frozen=True, kw_only=True):
    """One place that takes reports or gives advice; what is not known is empty.

    `country` is two capital letters as in ISO 3166, EU or ANYWHERE.
    """

    country: str
    name: str
    what_for: str
    url: str
    email: str
    phone: str
    note: str


class Bodies(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All bodies; `eu` are the countries in which those of the EU hold as well."""

    schema: int
    edition: str
    stored: str
    eu: tuple[str, ...]
    bodies: tuple[Body, ...]
    advice: tuple[Fact, ...]
    sources: dict[str, Source]


def load_bodies(data: bytes) -> Bodies:
    """Return the bodies that `data` (UTF-8 JSON) spells; raises as `load_pack`."""
    return load(data, Bodies)


@lru_cache(maxsize=1)
def shipped_bodies() -> Bodies:
    """Return the bodies of this edition; read once a process."""
    entry = files("resources").joinpath("reporting", "bodies.json")
    return load_bodies(entry.read_bytes())


def body_problems(told: Bodies) -> list[str]:
    """Return every breach of a rule as "place: fault"; empty means whole."""
    found = [
        f"{name}: not a day" for name in ("edition", "stored") if not _day(told, name)
    ]
    for number, body in enumerate(told.bodies):
        found += [f"bodies[{number}]: {fault}" for fault in _body(body)]
    facts: dict[str, Sourced] = {f"bodies[{n}]": o for n, o in enumerate(told.bodies)}
    facts |= {f"advice[{n}]": one for n, one in enumerate(told.advice)}
    for place, fact in facts.items():
        found += [f"{place}: {fault}" for fault in _sourced(told, fact)]
    used = {key for fact in facts.values() for key in fact.sources}
    found += [f"sources.{key}: never used" for key in told.sources.keys() - used]
    return found + [
        f"sources.{fault}" for fault in dated_days(told.sources, told.stored)
    ]


def _day(told: Bodies, name: str) -> bool:
    day = getattr(told, name)
    return len(day) == len("2026-11-23") and is_date(day)


def _body(body: Body) -> Iterator[str]:
    if not _COUNTRY.fullmatch(body.country):
        yield f"{body.country!r} is no country"
    if not (body.name and body.what_for):
        yield "no name, or nothing that it is for"
    if body.url and not body.url.startswith("https://"):
        yield f"{body.url!r} is not https"
    if body.country != ANYWHERE and not (body.url or body.email or body.phone):
        yield "no way to reach it"


def _sourced(told: Bodies, fact: Sourced) -> Iterator[str]:
    if not fact.sources:
        yield "no source"
    for key in fact.sources:
        if key not in told.sources:
            yield f"unknown source {key}"
        elif told.sources[key].kind == "general" and fact.confidence == "high":
            yield "general knowledge is never of high confidence"
