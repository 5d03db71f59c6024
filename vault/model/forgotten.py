"""What stands in an entry of the history for a value that is no longer kept.

Rules. A forgotten value is `FORGOTTEN`, which no field can hold; a forgotten code keeps
its id and its use, and loses its value. An entry of a record that is gone for good
keeps nothing: its `before` is empty, which no other edit's or removal's is. What was
forgotten in one copy is forgotten in what two copies become.
"""

from typing import Final

from msgspec.structs import replace

from vault.model.entry import Before, Entry, Flat

FORGOTTEN: Final[Before] = ({},)
CODES: Final = "codes"


def is_forgotten(value: object) -> bool:
    """Tell whether a value of an entry, or one code of it, is no longer kept."""
    if isinstance(value, dict):
        return value.get("value") == ""
    return value == FORGOTTEN


def is_emptied(entry: Entry) -> bool:
    """Tell whether an entry says only that something was done, and no more what."""
    return entry.action != "add" and all(map(is_forgotten, entry.before.values()))


def emptied(entry: Entry) -> Entry:
    """Return an entry that keeps nothing of what was there before."""
    return replace(entry, before={}) if entry.before else entry


def without(entry: Entry, field: str, part: str = "") -> Entry:
    """Return an entry without its value of a field, or of one code (`part`).

    A field of codes without `part` loses the values of all codes that it lists.
    """
    value = entry.before.get(field)
    if value in (None, "", ()):
        return entry  # there was nothing
    lesser: Before = FORGOTTEN
    if field == CODES and isinstance(value, tuple):
        lesser = tuple(_bare(one, part) for one in value)
    if lesser == value:
        return entry
    return replace(entry, before={**entry.before, field: lesser})


def met(one: Entry, other: Entry) -> Entry | None:
    """Return the entry that lacks what either lacks; None where they are two."""
    if _head(one) != _head(other):
        return None
    if one.action != "add" and not (one.before and other.before):
        return one if not one.before else other
    if one.before.keys() != other.before.keys():
        return None
    before: dict[str, Before] = {}
    for name, value in one.before.items():
        joined = _met(value, other.before[name])
        if joined is None and value is not None:
            return None
        before[name] = joined
    return replace(one, before=before)


def _head(entry: Entry) -> tuple[object, ...]:
    return entry.n, entry.at, entry.device, entry.kind, entry.id, entry.action


def _met(one: Before, other: Before) -> Before:
    """Return one value for two of one field; None where they differ."""
    if one in (other, FORGOTTEN):
        return one
    if other == FORGOTTEN:
        return other
    if not (isinstance(one, tuple) and isinstance(other, tuple)):
        return None
    if len(one) != len(other):
        return None
    parts = []
    for mine, theirs in zip(one, other, strict=True):
        if mine != theirs and _bare(mine) != _bare(theirs):
            return None
        parts.append(theirs if is_forgotten(theirs) else mine)
    return tuple(parts)


def _bare(one: str | dict[str, Flat], part: str = "") -> str | dict[str, Flat]:
    """Return a code without its value; what is no code, or another, as it is."""
    if not isinstance(one, dict) or "value" not in one or part not in ("", one["id"]):
        return one
    return {**one, "value": ""}
