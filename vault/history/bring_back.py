"""Bringing back: one earlier value, or a record with all that hung on it.

What comes back is a change like any other, and is undone like any other. Links that a
removal cut are tied again where nobody tied them otherwise since; what points to
something that is gone for good is cut, and told.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from vault.history.gone import Gone
from vault.history.past import Key, Lost, Past
from vault.model.change import Add, Change, EditVault, Replace
from vault.model.code import Code, CodeSet
from vault.model.entry import VAULT, Entry
from vault.model.forgotten import CODES
from vault.model.link import Link, links_of, relinked, targets
from vault.model.record import Record
from vault.model.vault import Vault

# Why an earlier value cannot be brought back: it is not kept; its record is gone; it
# shows already; what it points to is gone; it is no value of a field.
Hindrance = Literal["forgotten", "no-record", "same", "dangling", "no-value"]


@dataclasses.dataclass(frozen=True)
class Return:
    """The changes that bring a record back, and what does not come back with them.

    `cut` names links of what comes back whose target is gone (kind, id, field);
    `retied` names records whose link to it is tied again.
    """

    changes: tuple[Change, ...] = dataclasses.field(repr=False)
    cut: tuple[tuple[str, str, str], ...] = ()
    retied: tuple[Key, ...] = ()


def hindrance(vault: Vault, past: Past) -> Hindrance | None:
    """Tell why an earlier value cannot be brought back; None where it can."""
    if not past.field or past.before in (Lost.UNKNOWN, Lost.NOTHING):
        return "no-value"
    if past.before is Lost.FORGOTTEN or _is_blank(past.before):
        return "forgotten"
    if past.kind == VAULT:
        return "same" if getattr(vault, past.field) == past.before else None
    record = vault.find(past.kind, past.id)
    if record is None:
        return "no-record"
    after = _with(record, past)
    if after == record:
        return "same"
    return "dangling" if _dangles(vault, past.kind, record, after) else None


def value_back(vault: Vault, past: Past) -> list[Change]:
    """Return the change that puts an earlier value in its place again.

    Only where `hindrance` finds none.
    """
    if past.kind == VAULT:
        shown = {past.field: getattr(vault, past.field)}
        return [EditVault(shown, {past.field: past.before})]
    record = vault.get(past.kind, past.id)
    return [Replace(past.kind, record, _with(record, past))]


def missing_parents(vault: Vault, gone: Gone) -> tuple[Key, ...]:
    """Return what a removed record cannot be without, and which is not there either."""
    coming = {(kind, record.id) for kind, record in gone.everything}
    return tuple(
        (link.target, name)
        for kind, record in gone.everything
        for link in links_of(kind)
        if link.on_removal == "cascade"
        for name in targets(record, link)
        if (link.target, name) not in coming and vault.find(link.target, name) is None
    )


def record_back(vault: Vault, gone: Gone) -> Return:
    """Return what brings a record back, with what hung on it and its links.

    Only where it misses no parent.
    """
    coming = {(kind, record.id): record for kind, record in gone.everything}
    changes: list[Change] = []
    cut: list[tuple[str, str, str]] = []
    for (kind, _), record in coming.items():
        whole = record
        for link in links_of(kind):
            if link.on_removal == "clear":
                whole = _without_gone(vault, coming, whole, link)
        names = record.__struct_fields__
        cut += [
            (kind, record.id, name)
            for name in names
            if getattr(whole, name) != getattr(record, name)
        ]
        changes.append(Add(kind, whole))
    # Also of links between accounts that come back: they were cut one from another.
    retied = list(_retied(vault, gone))
    changes += retied
    return Return(
        tuple(changes), tuple(cut), tuple((one.kind, one.after.id) for one in retied)
    )


def _is_blank(value: object) -> bool:
    return isinstance(value, Code) and not value.value


def _with(record: Record, past: Past) -> Record:
    """Return a record with an earlier value of a field, or of one code, in place."""
    if past.part and isinstance(record, CodeSet) and isinstance(past.before, Code):
        codes = {one.id: one for one in record.codes} | {past.part: past.before}
        return replace(record, codes=tuple(codes.values()))
    return replace(record, **{past.field: past.before})


def _dangles(vault: Vault, kind: str, before: Record, after: Record) -> bool:
    """Tell whether a record comes to point at something that is not there."""
    for link in links_of(kind):
        if link.must_exist:
            new = set(targets(after, link)) - set(targets(before, link))
            if any(vault.find(link.target, name) is None for name in new):
                return True
    return False


def _without_gone(
    vault: Vault, coming: Mapping[Key, Record], record: Record, link: Link
) -> Record:
    def there(name: str) -> str:
        key = (link.target, name)
        return name if key in coming or vault.find(*key) else ""

    return relinked(record, link, there)


def _retied(vault: Vault, gone: Gone) -> Iterator[Replace]:
    """Yield the records that stayed, with the links to what comes back tied again."""
    names = {
        (kind, record.id): getattr(record, "name", "")
        for kind, record in gone.everything
    }
    made: dict[Key, Record] = {}
    for entry in gone.cuts:
        key = (entry.kind, entry.id)
        record = made.get(key) or vault.find(*key)
        if record is None:
            continue
        for link in links_of(entry.kind):
            if link.field.partition(".")[0] in entry.before:
                kinds = [key for key in names if key[0] == link.target]
                record = _tied(record, link, entry, {k[1]: names[k] for k in kinds})
        made[key] = record
    for key, record in made.items():
        before = vault.get(*key)
        if record != before:
            yield Replace(key[0], before, record)


def _tied(record: Record, link: Link, entry: Entry, back: Mapping[str, str]) -> Record:
    """Return a record with one link as it was before the cut, where it still is cut.

    `back` names, by id, what comes back.
    """
    was = entry.before[link.field.partition(".")[0]]
    if link.field == f"{CODES}.used_by":
        return _signed(record, was, back) if isinstance(record, CodeSet) else record
    now = getattr(record, link.field)
    if isinstance(was, str):
        cut = back.get(was, "") if link.on_removal == "name" else ""
        tied: object = was if was in back and now == cut else now
    else:
        tied = _in_place(now, was, back)
    return replace(record, **{link.field: tied})


def _in_place(now: object, was: object, back: Mapping[str, str]) -> object:
    """Return a list of links with those that come back, each where it was."""
    if not (isinstance(now, tuple) and isinstance(was, tuple)):
        return now
    if now == tuple(name for name in was if name not in back):
        return was
    tied = list(now)
    for place, name in enumerate(was):
        if name in back and name not in tied:
            tied.insert(place, name)
    return tuple(tied)


def _signed(record: CodeSet, was: object, back: Mapping[str, str]) -> CodeSet:
    """Return a set in which who used a code is named by id again."""
    listed = was if isinstance(was, tuple) else ()
    users = {
        one["id"]: one.get("used_by", "") for one in listed if isinstance(one, dict)
    }
    codes = []
    for code in record.codes:
        user = users.get(code.id, "")
        tied = user in back and code.used_by == back[user]
        codes.append(replace(code, used_by=user) if tied else code)
    return replace(record, codes=tuple(codes))
