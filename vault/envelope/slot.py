"""One slot: a mask of needed factors around the file key. Bytes only, no crypto."""

from dataclasses import dataclass, field, replace
from enum import IntFlag
from typing import Final

from vault import limits
from vault.errors import Malformed
from vault.limits import Cost

SALT_BYTES: Final = 16
WRAPPED_BYTES: Final = 40
HPKE_SUITE: Final = 1  # ML-KEM-768 + X25519, HKDF-SHA256, ChaCha20-Poly1305
HPKE_BYTES: Final = 1168
_COST_BYTES: Final = 6  # m_kib u32, t u8, p u8


class Factor(IntFlag):
    """What a slot may need; its mask is the sum."""

    PASSPHRASE = 1
    CODE = 2
    KEY_FILE = 4
    DEPUTY_KEY = 8


ANY_FACTORS: Final = 15


@dataclass(frozen=True)
class Slot:
    """One way in. `cost` is there where the mask has P, `hpke` where it has H."""

    mask: int
    salt: bytes
    cost: Cost | None
    hpke: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def before_wrapped(self) -> bytes:
        """Return the value up to the wrapped key: what the wrapping is bound to."""
        data = bytes([self.mask]) + self.salt
        if self.cost is not None:
            data += self.cost.m_kib.to_bytes(4, "big")
            data += bytes([self.cost.t, self.cost.p])
        if self.mask & Factor.DEPUTY_KEY:
            data += bytes([HPKE_SUITE]) + self.hpke
        return data

    def to_bytes(self) -> bytes:
        """Return the value of the slot's field."""
        return self.before_wrapped() + self.wrapped

    def with_wrapped(self, wrapped: bytes) -> "Slot":
        """Return this slot around another wrapped key."""
        return replace(self, wrapped=wrapped)


def parse_slot(value: bytes) -> Slot:
    """Read the value of a slot's field; Malformed at slot-mask, size, suite, cost."""
    mask = value[0] if value else 0
    if not 0 < mask <= ANY_FACTORS:
        raise Malformed("slot-mask", mask)
    if len(value) != slot_bytes(mask):
        raise Malformed("slot-size", len(value))
    at = 1 + SALT_BYTES
    cost = None
    if mask & Factor.PASSPHRASE:
        cost = _parse_cost(value[at : at + _COST_BYTES])
        at += _COST_BYTES
    hpke = b""
    if mask & Factor.DEPUTY_KEY:
        if value[at] != HPKE_SUITE:
            raise Malformed("slot-suite", value[at])
        hpke = value[at + 1 : -WRAPPED_BYTES]
    salt = value[1 : 1 + SALT_BYTES]
    return Slot(mask, salt, cost, hpke, value[-WRAPPED_BYTES:])


def slot_bytes(mask: int) -> int:
    """Return the length of the value of a slot with this mask."""
    size = 1 + SALT_BYTES + WRAPPED_BYTES
    if mask & Factor.PASSPHRASE:
        size += _COST_BYTES
    if mask & Factor.DEPUTY_KEY:
        size += 1 + HPKE_BYTES
    return size


def _parse_cost(data: bytes) -> Cost:
    cost = Cost(int.from_bytes(data[:4], "big"), data[4], data[5])
    if not _is_argon2(cost) or _beyond_asking(cost):
        raise Malformed("slot-cost", cost.m_kib)
    return cost


def _is_argon2(cost: Cost) -> bool:
    if cost.t < 1 or cost.p < 1:
        return False
    return cost.m_kib >= limits.ARGON2_KIB_A_LANE * cost.p


def _beyond_asking(cost: Cost) -> bool:
    return (
        cost.m_kib > limits.ASKED_M_KIB
        or cost.t > limits.ASKED_T
        or cost.p > limits.UNASKED_P  # more lanes are never asked for
        or cost.m_kib * cost.t > limits.ASKED_MT_KIB
    )
