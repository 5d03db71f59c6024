"""Generation, epoch, parent, lengths, padding and signature changed under the cipher.

A counter mode lets whoever knows the plaintext turn any of its bits; the tag is what
tells. And whoever has the file key may seal what no writer writes.
"""

from collections.abc import Iterator
from random import Random

from tests.attacks.attack import Attack, on_paper, on_share, on_vault
from tests.attacks.stage import HEAD, NEW, OLD, OWNER, SHARE, Sealed
from tests.vectors.envelope_maker import field as one_field
from tests.vectors.envelope_maker import flip, put
from tests.vectors.malformed_maker import CODE_SLOT, Draft, covered, kit
from vault.errors import Tampered

BEHIND = 24 + 40 * 1300  # roughly the end of the body: the last chunk has padding


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _turned(NEW)
    yield from _sealed_by_hand()


def _turned(sound: Sealed) -> Iterator[Attack]:
    """Turn bits of the ciphertext where the plaintext is known."""
    places = {
        "generation, highest bit": 0,
        "generation, lowest byte": 7,
        "epoch, highest byte": 8,
        "epoch, lowest byte": 11,
        "parent, first byte": 12,
        "parent, last byte": 19,
        "body length, highest byte": 20,
        "body length, lowest byte": 23,
        "body, first byte": 24,
    }
    for name, at in places.items():
        data = flip(sound.data, sound.header.payload_start + HEAD + at)
        yield on_vault(f"{name} turned", data, Tampered())
    yield on_vault("padding, a byte turned", flip(sound.data, -16 - 70), Tampered())
    yield on_vault("signature, a byte turned", flip(sound.data, -17), Tampered())
    stamp_old = OLD.chunks[0][:24]
    start = sound.header.payload_start + HEAD
    data = put(sound.data, start, stamp_old)
    yield on_vault("stamp of the older save, as sealed", data, Tampered())
    mask = bytes(a ^ b for a, b in zip(b"\0" * 7 + b"\x08", b"\xff" * 8, strict=True))
    cipher = sound.data[start : start + 8]
    highest = bytes(a ^ b for a, b in zip(cipher, mask, strict=True))
    data = put(sound.data, start, highest)
    yield on_vault("generation made the highest there is", data, Tampered())
    name = "a share's signature, a byte turned"
    yield on_share(name, flip(SHARE.data, -17), Tampered())


def _sealed_by_hand() -> Iterator[Attack]:
    """Seal with the right key what the page forbids."""
    plain = covered() + bytes(64)
    size = int.from_bytes(plain[20:24], "big")
    end = 24 + size
    message = Random(6).randbytes(64)
    changed = {
        "a note hidden in the padding": put(plain, end, b"buy milk"),
        "a byte hidden at the padding's end": put(plain, len(plain) - 65, b"\x01"),
        "a vault with a signature": plain[:-64] + message,
        "a body that reaches into the signature": put(
            plain, 20, (len(plain) - 80).to_bytes(4, "big")
        ),
        "a body of 4 GiB": put(plain, 20, b"\xff\xff\xff\xff"),
        "a body longer than the plaintext by one": put(
            plain, 20, (len(plain) - 64 - 24 + 1).to_bytes(4, "big")
        ),
    }
    for name, plaintext in changed.items():
        data = Draft(plaintext=plaintext).to_bytes()
        yield on_vault(name, data, Tampered(), OWNER.by_code)
    for name, hidden in {
        "a note hidden in a kit's padding": put(plain, end, b"buy milk"),
        "a kit's body of 4 GiB": put(plain, 20, b"\xff\xff\xff\xff"),
    }.items():
        fields = one_field(1, CODE_SLOT)
        draft = Draft(fields=fields, profile=2, plaintext=hidden)
        yield on_paper(name, draft.to_bytes(), Tampered(), OWNER.by_code)
    data = kit().to_bytes()
    yield on_paper("a kit, a byte of its signature turned", flip(data, -17), Tampered())
