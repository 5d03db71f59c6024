"""The factors of a slot, and the key-encryption key (KEK) that they make together."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from vault.crypto import hkdf, keywrap
from vault.crypto.kdf import argon2id, argon2id_in_child
from vault.crypto.secret import Secret
from vault.envelope.budget import is_unasked
from vault.envelope.slot import Factor, Slot
from vault.errors import BrokenInvariant, NeedsConsent
from vault.limits import Cost

CODE_LABEL = b"sparekey/1 code"
KEY_FILE_LABEL = b"sparekey/1 key-file"
FACTORS_LABEL = b"sparekey/1 factors"
KEK_LABEL = b"sparekey/1 kek\x00"
KEY_BYTES = 32
CODE_BYTES = 16
DIGEST_BYTES = 64


@dataclass(frozen=True, eq=False)
class Credentials:
    """All that the user presented; `key_file` is the SHA-512 of the file."""

    passphrase: Secret | None = None
    code: Secret | None = None
    key_file: Secret | None = None

    def fit(self, mask: int) -> bool:
        """Tell whether every factor of the mask is here."""
        have = 0
        if self.passphrase is not None:
            have |= Factor.PASSPHRASE
        if self.code is not None:
            have |= Factor.CODE
        if self.key_file is not None:
            have |= Factor.KEY_FILE
        return mask & ~have == 0


def wrap_slot(
    slot: Slot, file_key: Secret, ident: bytes, credentials: Credentials
) -> Slot:
    """Return the slot with `file_key` wrapped by these credentials."""
    with kek(slot, ident, credentials) as key:
        return slot.with_wrapped(keywrap.wrap(key, file_key))


def unwrap_slot(
    slot: Slot,
    ident: bytes,
    credentials: Credentials,
    cancelled: Callable[[], bool] | None = None,
) -> Secret:
    """Return the file key; NoKey where these do not fit, NeedsConsent as `kek`."""
    with kek(slot, ident, credentials, cancelled) as key:
        return keywrap.unwrap(key, slot.wrapped)


def kek(
    slot: Slot,
    ident: bytes,
    credentials: Credentials,
    cancelled: Callable[[], bool] | None = None,
) -> Secret:
    """Return the 32 bytes that the slot's factors make, bound to slot and id.

    With `cancelled`, the cost was consented to: a child process that can be ended
    works. Without, it works only beyond what is spent unasked.
    NeedsConsent where the machine lacks the memory, or the wait was cancelled.
    """
    material = bytes([slot.mask])
    if slot.cost is not None:
        material += _passphrase_key(slot, slot.cost, credentials, cancelled)
    if slot.mask & Factor.CODE:
        material += _extracted(CODE_LABEL, credentials.code, CODE_BYTES)
    if slot.mask & Factor.KEY_FILE:
        material += _extracted(KEY_FILE_LABEL, credentials.key_file, DIGEST_BYTES)
    pseudo_random = hkdf.extract(FACTORS_LABEL, material)
    bound = hashlib.sha512(slot.before_wrapped()).digest()
    return Secret(hkdf.expand(pseudo_random, KEK_LABEL + ident + bound, KEY_BYTES))


def _passphrase_key(
    slot: Slot,
    cost: Cost,
    credentials: Credentials,
    cancelled: Callable[[], bool] | None,
) -> bytes:
    phrase = credentials.passphrase
    if phrase is None:
        raise BrokenInvariant("slot-passphrase")
    derived: Secret | None
    try:
        if cancelled is None and is_unasked(cost):
            derived = argon2id(phrase, slot.salt, cost)
        else:
            derived = argon2id_in_child(phrase, slot.salt, cost, cancelled or _never)
    except MemoryError:
        derived = None
    if derived is None:
        raise NeedsConsent(cost.m_kib, cost.t, cost.p)
    with derived:
        return derived.reveal()


def _extracted(label: bytes, presented: Secret | None, size: int) -> bytes:
    """Return the key of a factor that cannot be guessed, and so costs nothing."""
    if presented is None or len(presented) != size:
        raise BrokenInvariant("slot-factor")
    return hkdf.extract(label, presented.reveal())[:KEY_BYTES]


def _never() -> bool:
    return False
