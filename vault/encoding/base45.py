"""Base45 (RFC 9285): bytes in the 45 characters a QR code packs most tightly."""

from typing import Final

from vault.errors import Malformed

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_PAIR: Final = [low + high for high in ALPHABET for low in ALPHABET]  # low digit first


def encode(data: bytes) -> str:
    """Return three characters for every two bytes, two for an odd last one."""
    text = []
    for at in range(0, len(data) - 1, 2):
        high, rest = divmod(data[at] << 8 | data[at + 1], len(_PAIR))
        text.append(_PAIR[rest] + ALPHABET[high])
    if len(data) % 2:
        text.append(_PAIR[data[-1]])
    return "".join(text)


def decode(text: str) -> bytes:
    """Return the bytes `encode` turns into exactly `text`.

    Raises `Malformed("base45")` for a strange character, a length of 3n + 1, or a group
    above 65535 (255 for the last two characters).
    """
    digits = [_VALUES.get(character, -1) for character in text]
    if -1 in digits or len(digits) % 3 == 1:
        raise Malformed("base45")
    data = bytearray()
    for at in range(0, len(digits), 3):
        group = digits[at : at + 3]
        value = sum(digit * 45**place for place, digit in enumerate(group))
        size = len(group) - 1
        if value >= 256**size:
            raise Malformed("base45", value)
        data += value.to_bytes(size)
    return bytes(data)
