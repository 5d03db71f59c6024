"""Canonical JSON: one spelling for each value.

UTF-8, keys in code-point order, no spaces, integers of at most 53 bits, no floats, lone
surrogates refused. How strings are escaped is said in `vault/document/SPEC.md`.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from vault.errors import Malformed
from vault.limits import JSON_DEPTH, JSON_INTEGER

_ENCODER: Final = msgspec.json.Encoder(order="sorted")


def to_json(value: object) -> bytes:
    """Return the canonical JSON of plain values, or of msgspec Structs.

    Raises Malformed where a value has no canonical spelling: floats, integers beyond
    53 bits, keys that are no text, lone surrogates, nesting deeper than documents may.
    """
    try:
        plain = msgspec.to_builtins(value, order="sorted")
    except (TypeError, RecursionError) as error:
        raise Malformed("json.type") from error
    _refuse_unspellable(plain)
    return encode_trusted(plain)


def encode_trusted(value: object) -> bytes:
    """Return the JSON of a value whose types are known to hold nothing unspellable.

    The fast half of `to_json`: it neither looks for floats nor bounds integers. Raises
    Malformed at a lone surrogate.
    """
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError as error:
        raise Malformed("json.surrogate") from error


def _refuse_unspellable(plain: object) -> None:
    """Walk level by level, so that no nesting can exhaust the stack."""
    level: list[object] = [plain]
    for _ in range(JSON_DEPTH):
        for value in level:
            _refuse_scalar(value)
        level = [child for value in level for child in _children(value)]
    for value in level:
        _refuse_scalar(value)
        if isinstance(value, dict | list | tuple):
            raise Malformed("json.depth")


def _refuse_scalar(value: object) -> None:
    if isinstance(value, float):
        raise Malformed("json.float")
    if isinstance(value, int) and abs(value) > JSON_INTEGER:
        raise Malformed("json.integer")
    if isinstance(value, dict) and not all(isinstance(key, str) for key in value):
        raise Malformed("json.key")


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else ()
