"""A record as plain fields, for whoever types, pipes or exports them."""

from collections.abc import Mapping

import msgspec

from vault.errors import BadInput
from vault.model.record import Record
from vault.model.vault import KINDS


def record_from(kind: str, fields: Mapping[str, object]) -> Record:
    """Return the record of a kind that has those fields, parts included.

    Raises BadInput: "unknown-field" with the field's path, or "wrong-type" (also for a
    field that is missing). The shapes only; what the values mean is for `validate`.
    """
    struct = KINDS[kind].struct
    try:
        made = msgspec.convert(dict(fields), struct, strict=True)
    except msgspec.ValidationError as error:
        raise BadInput(kind, "wrong-type", str(error)) from error
    _refuse_unknown(kind, fields, made)
    return made


def fields_of(record: Record) -> dict[str, object]:
    """Return the plain fields of a record, defaults left out."""
    plain: dict[str, object] = msgspec.to_builtins(record, order="sorted")
    return plain


def _refuse_unknown(
    where: str, fields: Mapping[str, object], made: msgspec.Struct
) -> None:
    """Compare names with what conversion kept, because it drops what it does not know.

    Records are written without `forbid_unknown_fields`, so that a document of a newer
    minor can be read by the same Structs.
    """
    for name, value in fields.items():
        path = f"{where}.{name}"
        if name not in made.__struct_fields__:
            raise BadInput(path, "unknown-field")
        parts = getattr(made, name)
        if isinstance(value, list | tuple) and isinstance(parts, tuple):
            for given, part in zip(value, parts, strict=True):
                if isinstance(given, Mapping):
                    _refuse_unknown(path, given, part)
