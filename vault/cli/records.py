"""Records as the command line shows them; the values of codes only when asked for."""

from typing import Final, cast

import msgspec

from vault.model.code import Code, CodeSet
from vault.model.record import Record
from vault.model.vault import Vault

SHORT_ID: Final = 6  # characters of an id that are shown; the whole is in --json
_NAMING: Final = ("name", "title", "label", "role", "made")


def name_of(record: Record) -> str:
    """Return what a record is called, or its id."""
    for field in _NAMING:
        if text := getattr(record, field, ""):
            return str(text)
    return record.id


def person_name(vault: Vault, id_: str) -> str:
    """Return a person's name; a free name or an unknown id stays as it is."""
    return linked_name(vault, "person", id_)


def linked_name(vault: Vault, kind: str, id_: str) -> str:
    """Return what a linked record is called; an unknown id stays as it is."""
    found = vault.find(kind, id_)
    return name_of(found) if found else id_


def plain_record(record: Record, *, hide: bool = False) -> dict[str, object]:
    """Return a record as plain data; with `hide`, without the values of codes."""
    plain = cast("dict[str, object]", msgspec.to_builtins(record))
    if hide and isinstance(record, CodeSet):
        plain["codes"] = [plain_code(code, reveal=False) for code in record.codes]
    return plain


def plain_code(code: Code, *, reveal: bool) -> dict[str, object]:
    """Return a code as plain data; its value only with `reveal`."""
    plain = cast("dict[str, object]", msgspec.to_builtins(code))
    if not reveal:
        del plain["value"]
    return {**plain, "state": code.state}
