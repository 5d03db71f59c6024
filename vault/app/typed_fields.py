"""Which fields of which records are typed as one value, and what a typed text means."""

from collections.abc import Iterable
from functools import cache
from typing import Final

import msgspec

from vault.errors import BadInput
from vault.model.link import links_of
from vault.model.vault import KINDS

REGISTER: Final = "kit"  # kept by the program itself, never typed


@cache
def typed_fields() -> dict[str, tuple[str, ...]]:
    """Return, for each kind that people type, the fields that are one plain value."""
    return {
        kind: tuple(
            field.name
            for field in msgspec.structs.fields(table.struct)
            if field.name != "id" and _is_plain(field.type)
        )
        for kind, table in KINDS.items()
        if kind != REGISTER
    }


@cache
def typed_links() -> dict[str, tuple[str, ...]]:
    """Return, for each kind that people type, the fields that list other records."""
    return {
        kind: tuple(
            link.field
            for link in links_of(kind)
            if link.must_exist
            and "." not in link.field
            and link.field not in typed_fields()[kind]
        )
        for kind in typed_fields()
    }


def typed_value(kind: str, name: str, text: str) -> object:
    """Turn what was typed for a field into its value; empty empties the field.

    Raises `BadInput` where the kind has no such field or the text is no value for it.
    """
    fields = {field.name: field for field in msgspec.structs.fields(KINDS[kind].struct)}
    if name not in typed_fields().get(kind, ()):
        raise BadInput(name, "field-unknown", ", ".join(typed_fields()[kind]))
    if not text and fields[name].type is not str:
        return None
    try:
        return msgspec.convert(text, fields[name].type, strict=False)
    except msgspec.ValidationError as error:
        raise BadInput(name, "field-type", str(error)) from error


def typed_list(kind: str, name: str, named: Iterable[str]) -> list[str]:
    """Turn the names typed for a field into its list; one empty name empties it.

    Raises `BadInput` where the kind has no such field.
    """
    if name not in typed_links().get(kind, ()):
        known = (*typed_fields()[kind], *typed_links()[kind])
        raise BadInput(name, "field-unknown", ", ".join(known))
    return [one for one in named if one]


def _is_plain(type_: object) -> bool:
    """Tell whether a field holds one text, number or yes-no, and not a list."""
    info = msgspec.inspect.type_info(type_)
    return not isinstance(
        info, msgspec.inspect.CollectionType | msgspec.inspect.CustomType
    )
