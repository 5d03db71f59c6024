"""The plaintext of an envelope: stamp, body, zero padding, signature."""

from dataclasses import dataclass
from typing import Final

from vault import limits
from vault.crypto.stream import sealed_bytes
from vault.envelope.header import ID_BYTES
from vault.errors import Tampered

SIGNATURE_BYTES: Final = 64
FIXED_BYTES: Final = 8 + 4 + ID_BYTES + 4  # in front of the body
UNSIGNED: Final = bytes(SIGNATURE_BYTES)
_STEP_BYTES: Final = 4 * limits.KIB


@dataclass(frozen=True)
class Stamp:
    """Which save this is: a generation u64, a key epoch u32, the save it came from."""

    generation: int
    epoch: int
    parent: bytes

    def to_bytes(self) -> bytes:
        """Return the 20 bytes in front of the body's length."""
        numbers = self.generation.to_bytes(8, "big") + self.epoch.to_bytes(4, "big")
        return numbers + self.parent


@dataclass(frozen=True)
class Content:
    """A plaintext taken apart; `covered` is all of it in front of the signature."""

    stamp: Stamp
    body: bytes
    covered: memoryview
    signature: bytes


def join_plaintext(stamp: Stamp, body: bytes, plaintext_bytes: int) -> bytes:
    """Return the plaintext, padded, up to where the signature goes."""
    front = stamp.to_bytes() + len(body).to_bytes(4, "big")
    padding = bytes(plaintext_bytes - SIGNATURE_BYTES - len(front) - len(body))
    return b"".join((front, body, padding))


def split_plaintext(plaintext: bytes | bytearray) -> Content:
    """Take a plaintext apart; Tampered where lengths or padding are not as written."""
    whole = memoryview(plaintext)
    covered, signature = whole[:-SIGNATURE_BYTES], bytes(whole[-SIGNATURE_BYTES:])
    if len(covered) < FIXED_BYTES:
        raise Tampered
    end = FIXED_BYTES + int.from_bytes(covered[20:FIXED_BYTES], "big")
    # `startswith` compares as C does, and copies nothing
    if end > len(covered) or not bytes(len(covered) - end).startswith(covered[end:]):
        raise Tampered
    stamp = Stamp(
        int.from_bytes(covered[:8], "big"),
        int.from_bytes(covered[8:12], "big"),
        bytes(covered[12:20]),
    )
    return Content(stamp, bytes(covered[FIXED_BYTES:end]), covered, signature)


def file_plaintext_bytes(body_bytes: int) -> int:
    """Return the padded length of a file's plaintext: 4 KiB steps, then Padmé.

    Padmé (Nikitin and others, PURBs, 2019) tells log log n bits of the length. Between
    64 and 128 KiB its steps would be 2 KiB, finer than those below: 4 KiB stay.
    """
    exact = FIXED_BYTES + body_bytes + SIGNATURE_BYTES
    exponent = exact.bit_length() - 1
    step = max(_STEP_BYTES, 1 << exponent - exponent.bit_length())
    return -(-exact // step) * step


def paper_plaintext_bytes(
    body_bytes: int, header_bytes: int, symbol_bytes: int | None
) -> int:
    """Return the length with which a kit's envelope fills whole symbols exactly."""
    length = FIXED_BYTES + body_bytes + SIGNATURE_BYTES
    if symbol_bytes is not None:
        while (header_bytes + sealed_bytes(length)) % symbol_bytes:
            length += 1
    return length
