"""The short checksum used on paper: it stops accidents, never a forger."""

import zlib
from typing import Final

CHECKSUM_BYTES: Final = 4


def checksum(*parts: bytes) -> bytes:
    """Return the CRC-32 (IEEE 802.3, as in zlib) of the parts in a row, big-endian."""
    crc = 0
    for part in parts:
        crc = zlib.crc32(part, crc)
    return crc.to_bytes(CHECKSUM_BYTES)
