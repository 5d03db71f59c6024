"""Length-prefixed fields: type u8, length u16 big-endian, value; nothing between."""

from dataclasses import dataclass
from typing import Final

from vault.errors import BrokenInvariant, Malformed

HEAD_BYTES: Final = 3
VALUE_BYTES: Final = 0xFFFF


@dataclass(frozen=True)
class Field:
    """One field: its type, 0 to 255, and its value, up to 65,535 bytes."""

    type: int
    value: bytes


def read_fields(data: bytes) -> tuple[Field, ...]:
    """Take `data` apart to its last byte; Malformed where a field is cut short."""
    fields = []
    at = 0
    while at < len(data):
        start = at + HEAD_BYTES
        end = start + int.from_bytes(data[at + 1 : start], "big")
        if start > len(data) or end > len(data):
            raise Malformed("field-length", at)
        fields.append(Field(data[at], data[start:end]))
        at = end
    return tuple(fields)


def print_fields(fields: tuple[Field, ...]) -> bytes:
    """Return the bytes that `read_fields` reads as these fields."""
    return b"".join(_print(field) for field in fields)


def _print(field: Field) -> bytes:
    if len(field.value) > VALUE_BYTES:
        raise BrokenInvariant("field-value")
    head = bytes([field.type]) + len(field.value).to_bytes(2, "big")
    return head + field.value
