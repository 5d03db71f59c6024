"""The values that a change replaces, as the history keeps them."""

from typing import cast

import msgspec

from vault.model.entry import Before, Flat
from vault.model.record import Part, Record


def touched_fields(before: msgspec.Struct, after: msgspec.Struct) -> tuple[str, ...]:
    """Name the fields in which two Structs of one type differ."""
    names = before.__struct_fields__
    return tuple(
        name for name in names if getattr(before, name) != getattr(after, name)
    )


def set_fields(record: Record) -> tuple[str, ...]:
    """Name the fields of a record that are not at their default, the id left out."""
    return tuple(
        field.name
        for field in msgspec.structs.fields(record)
        if field.name != "id" and getattr(record, field.name) != field.default
    )


def before_value(old: object, new: object) -> Before:
    """Return what the history keeps of the value `old` that `new` took the place of."""
    if not isinstance(old, tuple):
        return cast("Before", old)
    parts = old + (new if isinstance(new, tuple) else ())
    if any("id" in getattr(part, "__struct_fields__", ()) for part in parts):
        return _parts_before(old, cast("tuple[Part, ...]", new or ()))
    return tuple(_flat(item) for item in old)


def _parts_before(
    old: tuple[Part, ...], new: tuple[Part, ...]
) -> tuple[str | dict[str, Flat], ...]:
    """List the parts the change touched; all of them where their order changed."""
    was = {part_id(part): part for part in old}
    now = {part_id(part): part for part in new}
    reordered = [i for i in was if i in now] != [i for i in now if i in was]
    kept = [_flat(part) for i, part in was.items() if reordered or now.get(i) != part]
    return tuple(kept + [{"id": i} for i in now if i not in was])


def part_id(part: Part) -> str:
    """Return the id of a part that has one."""
    return cast("str", getattr(part, "id"))  # noqa: B009  only some parts have an id


def _flat(item: str | Part) -> str | dict[str, Flat]:
    """Return a part as plain fields, the defaults left out; a text as it is."""
    if isinstance(item, str):
        return item
    return cast("dict[str, Flat]", msgspec.to_builtins(item))
