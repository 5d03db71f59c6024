"""Which field of which record points to which kind: the one table of links.

Validation, removal and partial kits read it; nothing else knows where ids stand.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple, cast

import msgspec

from vault.model.record import Part, Record

# What happens to a record when what it points to is removed:
# it goes too · the link is emptied · the link becomes the name · nothing, it is a log
OnRemoval = Literal["cascade", "clear", "name", "keep"]


class Link(NamedTuple):
    """A field that holds ids of `target`; "codes.used_by" is a field of every part."""

    kind: str
    field: str
    target: str
    on_removal: OnRemoval

    @property
    def must_exist(self) -> bool:
        """Whether an id here is wrong when the vault has no such record."""
        return self.on_removal in ("cascade", "clear")


LINKS: Final = (
    Link("account", "owner", "person", "clear"),
    Link("account", "recovers_through", "account", "clear"),
    Link("code-set", "account", "account", "cascade"),
    Link("code-set", "codes.used_by", "person", "name"),
    Link("procedure", "account", "account", "cascade"),
    Link("procedure", "checked_by", "person", "name"),
    Link("contact", "account", "account", "cascade"),
    Link("access", "person", "person", "cascade"),
    Link("access", "account", "account", "cascade"),
    Link("kit", "accounts", "account", "keep"),
    Link("kit", "keeper", "person", "name"),
    Link("kit", "supplement_to", "kit", "keep"),
    Link("incident", "accounts", "account", "keep"),
    Link("review", "signed_by", "person", "name"),
    Link("attachment", "account", "account", "clear"),
    Link("attachment", "incident", "incident", "clear"),
    Link("share", "keeper", "person", "name"),
    Link("share", "accounts", "account", "keep"),
    Link("thing", "person", "person", "name"),
    Link("route", "account", "account", "cascade"),
    Link("route", "things", "thing", "cascade"),  # with less it would be an easier way
    Link("route", "code_sets", "code-set", "cascade"),
    Link("route", "accounts", "account", "cascade"),
    Link("route", "people", "person", "cascade"),
)


def links_of(kind: str) -> tuple[Link, ...]:
    """Return the links that records of a kind have."""
    return tuple(link for link in LINKS if link.kind == kind)


def targets(record: Record, link: Link) -> Iterator[str]:
    """Yield what `record` names through `link`, empty texts left out."""
    outer, _, inner = link.field.partition(".")
    value = getattr(record, outer)
    named: Iterable[str]
    if inner:
        named = (getattr(part, inner) for part in value)
    else:
        named = (value,) if isinstance(value, str) else value
    return (name for name in named if name)


def relinked(record: Record, link: Link, new: Callable[[str], str]) -> Record:
    """Return `record` with every name under `link` passed through `new`.

    What becomes empty is left out of a list of links. The record itself comes back
    where nothing changes.
    """
    outer, _, inner = link.field.partition(".")
    old = getattr(record, outer)
    made: object
    if inner:
        made = tuple(_relinked_part(part, inner, new) for part in old)
    elif isinstance(old, str):
        made = new(old) if old else old
    else:
        made = tuple(name for name in map(new, old) if name)
    return record if made == old else msgspec.structs.replace(record, **{outer: made})


def _relinked_part(part: Part, field: str, new: Callable[[str], str]) -> Part:
    old = cast("str", getattr(part, field))
    made = new(old) if old else old
    return part if made == old else msgspec.structs.replace(part, **{field: made})
