"""Files that mean to open to two contents, or to tell which guess is the right one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import Final

from tests.attacks.attack import Attack, on_share, on_vault
from tests.attacks.collision import two_key_chunk
from tests.attacks.stage import OWNER, THIEF, keys_for, sealed
from vault.crypto import hkdf
from vault.crypto.secret import Secret
from vault.envelope import seal
from vault.envelope.header import Header, Profile
from vault.envelope.payload import Stamp, join_plaintext
from vault.envelope.seal import Credentials, Keys, Way, open_envelope
from vault.errors import Tampered

INFO: Final = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
SALT: Final = Random(51).randbytes(24)
PLAIN: Final = 256
FREE: Final = 6  # a block in the middle of the body
STAMP: Final = Stamp(1, 1, bytes(8))


def attacks() -> Iterator[Attack]:
    """Yield them."""
    for profile, on in ((Profile.VAULT, on_vault), (Profile.SHARE, on_share)):
        name = profile.name.lower()
        for which, way in enumerate((THIEF.by_phrase, OWNER.by_phrase)):
            data = _two_faced(profile, commits_to=which)
            told = f"a {name} that two keys open, committed to key {which}"
            yield on(told, data, Tampered(), way)
        data = _two_faced(profile, commits_to=2)
        yield on(f"a {name} that commits to no key", data, Tampered(), OWNER.by_phrase)
    yield from _partitions()


def _two_faced(profile: Profile, commits_to: int) -> bytes:
    """Return a file with one slot for each of two people, and another key in each."""
    header, keys = _header(profile)
    derived = [_derive(header, key) for key in keys]
    plaintext = join_plaintext(STAMP, b"A" * 150, PLAIN) + bytes(64)
    chunk = two_key_chunk([(d[:32], d[32:44]) for d in derived], plaintext, FREE)
    commitments = [*(d[44:] for d in derived), bytes(32)]
    data = header.to_bytes() + SALT + commitments[commits_to] + chunk
    if commits_to == 0:  # whom it commits to, it opens for: else there is no attack
        assert open_envelope(data, OWNER.by_phrase).body.startswith(b"A" * 60)
    return data


@cache
def _header(profile: Profile) -> tuple[Header, tuple[Secret, Secret]]:
    first, second = keys_for(OWNER.p, seed=52), keys_for(THIEF.p, seed=53)
    keys = Keys(first.file_key, (*first.slots, *second.slots))
    made = sealed(keys, profile, seed=54)
    header = replace(made.header, payload_bytes=56 + PLAIN + 16)
    return header, (first.file_key, second.file_key)


def _derive(header: Header, file_key: Secret) -> bytes:
    input_key = seal._input_key(file_key, header.ident)
    context = seal._context(header.to_bytes())
    return hkdf.expand(input_key.reveal(), INFO + SALT + context, 76)


def _partitions() -> Iterator[Attack]:
    """Yield files that hold a guess a slot, and tell of none that it is right."""
    codes = [bytes([n]) * 16 for n in range(32)]
    data = _guesses([Way(code=Secret(code)) for code in codes])
    for number in (1, 31):
        way = Credentials(code=Secret(codes[number]))
        yield on_vault(
            f"32 guesses at a code, the one at {number}", data, Tampered(), way
        )
    phrases = (THIEF, OWNER, THIEF, THIEF)
    data = _guesses([one.p for one in phrases])
    name = "four guesses at a passphrase, the second right"
    yield on_vault(name, data, Tampered(), OWNER.by_phrase)


def _guesses(ways: Sequence[Way]) -> bytes:
    """Return a file whose slots hold a key each, with the first one's payload."""
    made = [keys_for(way, seed=60 + n) for n, way in enumerate(ways)]
    slots = tuple(keys.slots[0] for keys in made)
    return sealed(Keys(made[0].file_key, slots), seed=55).data
