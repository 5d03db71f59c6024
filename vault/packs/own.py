"""A platform of the owner's own as a pack: everything that reads packs reads it too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from vault.i18n import translate as _
from vault.model.contact import Channel as OwnChannel
from vault.model.moment import is_day
from vault.model.platform import (
    OwnPlatform,
    PlatformCode,
    PlatformDeadline,
    PlatformStep,
)
from vault.packs.load import shipped_packs
from vault.packs.match import find_pack
from vault.packs.shape import (
    SCHEMA,
    Channel,
    CodeKind,
    Confidence,
    Contact,
    Deadline,
    Fact,
    Keep,
    Link,
    Pack,
    Procedure,
    Situation,
    Source,
    Step,
    Trap,
)

OWN: Final = "own"  # the key of the one source: what the owner wrote
_CHANNELS: Final[dict[str, Channel]] = {
    "form": "form",
    "mail": "email",
    "email": "email",
    "chat": "chat",
    "phone": "phone",
    "community": "community",
    "social": "social",
    "post": "post",
}
_TITLES: Final[dict[Situation, str]] = {
    "locked-out": _("You cannot get in"),
    "hacked": _("Somebody else is in"),
    "suspended": _("The platform has suspended it"),
    "phone-lost": _("The phone for signing in is gone"),
    "handover": _("Hand the work to somebody else"),
}
_SOURCES: Final = (OWN,)
_SURE: Final[Confidence] = "medium"
_SEPARATORS: Final = re.compile(r"[\s-]+")


def packs_with(own: Iterable[OwnPlatform]) -> Mapping[str, Pack]:
    """Return the shipped packs, and the owner's behind them: a shipped one goes first.

    Own ones are found by name, as accounts name them.
    """
    shipped = shipped_packs()
    made = {pack.id: pack for pack in map(own_pack, own)}
    if not made:
        return shipped
    return {**made, **shipped}


def is_shipped(name: str) -> bool:
    """Tell whether a pack is shipped for what people call so."""
    return find_pack(shipped_packs(), name) is not None


def own_pack(one: OwnPlatform) -> Pack:
    """Return a pack in which every fact rests on what the owner wrote."""
    day = one.checked if is_day(one.checked) else ""
    return Pack(
        schema=SCHEMA,
        id=_slug(one.name),
        name=one.name,
        aliases=one.aliases,
        group=OWN,
        edition=day,
        stored=day or _("your own notes"),
        depends_on=(),
        links=tuple(_links(one)),
        codes=tuple(_code(code) for code in one.codes),
        factors=(),
        procedures=tuple(_procedures(one.steps)),
        contacts=tuple(_contact(channel) for channel in one.channels),
        deadlines=tuple(_deadline(each) for each in one.deadlines),
        roles=tuple(_facts(one.roles)),
        leaving=tuple(_facts(one.leaving)),
        traps=tuple(
            Trap(trap=text, avoid="", sources=_SOURCES, confidence=_SURE)
            for text in one.traps
        ),
        keep=tuple(_keep(text) for text in one.keep),
        sources={OWN: _source(one, day)},
        open_questions=(),
    )


def shape_of(example: str) -> str:
    """Return the pattern of codes like this one, without spaces and hyphens."""
    bare = _SEPARATORS.sub("", example)
    runs = re.finditer(r"\d+|[a-z]+|[A-Z]+|[^\da-zA-Z]+", bare)
    return "^" + "".join(_run(one.group()) for one in runs) + "$" if bare else ""


def _run(text: str) -> str:
    for sort in ("0-9", "a-z", "A-Z"):
        if re.fullmatch(f"[{sort}]+", text):
            return f"[{sort}]{{{len(text)}}}"
    return re.escape(text)


def _code(one: PlatformCode) -> CodeKind:
    return CodeKind(
        kind=_slug(one.label) or "codes",
        label=one.label,
        count=one.count,
        pattern=shape_of(one.example) or None,
        display=None,
        shape="",
        examples=tuple(filter(None, (one.example,))),
        single_use=None,
        renewal=one.renewal,
        menu_path=tuple(filter(None, (one.menu,))),
        note="",
        sources=_SOURCES,
        confidence=_SURE,
    )


def _slug(name: str) -> str:
    """Return an id that has no blank: keys of steps are made of it."""
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def _source(one: OwnPlatform, day: str) -> Source:
    return Source(
        title=_("your own notes"),
        url="",
        kind="third-party",
        date=day or None,
        note=one.notes,
    )


def _contact(one: OwnChannel) -> Contact:
    return Contact(
        channel=_CHANNELS.get(one.kind.casefold(), "form"),
        purpose=one.note,
        address=one.address,
        condition="",
        sources=_SOURCES,
        confidence=_SURE,
    )


def _deadline(one: PlatformDeadline) -> Deadline:
    return Deadline(
        what=one.what,
        days=one.days,
        text=one.what,
        sources=_SOURCES,
        confidence=_SURE,
    )


def _keep(text: str) -> Keep:
    return Keep(
        item=text,
        kind="document",
        secret=False,
        why="",
        sources=_SOURCES,
        confidence=_SURE,
    )


def _links(one: OwnPlatform) -> Iterator[Link]:
    if one.url:
        yield Link(
            role="home", url=one.url, note="", sources=_SOURCES, confidence=_SURE
        )
    if one.recover:
        yield Link(
            role="recover", url=one.recover, note="", sources=_SOURCES, confidence=_SURE
        )


def _procedures(steps: tuple[PlatformStep, ...]) -> Iterator[Procedure]:
    for situation in _TITLES:
        those = [one for one in steps if one.situation == situation]
        if those:
            yield Procedure(
                situation=situation,
                title=_TITLES[situation],
                steps=tuple(
                    Step(
                        text=one.text, link=one.link, sources=_SOURCES, confidence=_SURE
                    )
                    for one in those
                ),
                evidence=(),
                waits=(),
            )


def _facts(texts: Iterable[str]) -> Iterator[Fact]:
    return (Fact(text=text, sources=_SOURCES, confidence=_SURE) for text in texts)
