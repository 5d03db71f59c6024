"""Chunks of one stream dropped, doubled, turned, moved, or filled with something."""

from collections.abc import Iterator
from random import Random

from tests.attacks.attack import Attack, on_file, on_paper, on_share, on_vault
from tests.attacks.stage import CHUNK, HEAD, KIT, NEW, SHARE, Sealed
from vault.errors import Malformed, Tampered

NOISE = Random(5).randbytes(CHUNK)


def attacks() -> Iterator[Attack]:
    """Yield them: a vault in all ways, a share and a kit in those that fit any."""
    for name, data in _of(NEW).items():
        yield on_vault(f"vault, {name}", data, Tampered())
    for name, data in _of(SHARE).items():
        yield on_share(f"share, {name}", data, Tampered())
    for name, data in (_of(KIT) | _longer(KIT)).items():
        yield on_paper(f"kit, {name}", data, Tampered())
    sizes = {name: (data, NEW) for name, data in _longer(NEW).items()}
    for name, (data, sound) in sizes.items():
        told = _told(data, sound)
        yield on_file(f"vault, {name}", data, told)


def _told(data: bytes, sound: Sealed) -> Malformed:
    size = len(sound.payload)
    if len(data) < len(sound.data):
        return Malformed("payload-cut", size)
    return Malformed("trailing", len(data) - len(sound.data))


def _of(sound: Sealed) -> dict[str, bytes]:
    """Return files as long as the sound one."""
    first, second, *rest = sound.chunks
    last = sound.chunks[-1]
    half = CHUNK // 2
    cut = last[:-16]
    return {
        "first two chunks turned": sound.with_chunks(second, first, *rest),
        "second chunk is the first": sound.with_chunks(first, first, *rest),
        "first chunk is the second": sound.with_chunks(second, second, *rest),
        "first chunk is noise": sound.with_chunks(NOISE, second, *rest),
        "second chunk is zeros": sound.with_chunks(first, bytes(CHUNK), *rest),
        "tags of two chunks turned": sound.with_chunks(
            first[:-16] + second[-16:], second[:-16] + first[-16:], *rest
        ),
        "halves of two chunks turned": sound.with_chunks(
            first[:half] + second[half:], second[:half] + first[half:], *rest
        ),
        "first chunk moved by a byte": sound.with_chunks(
            first[1:] + first[:1], second, *rest
        ),
        "last tag is zeros": sound.with_chunks(*sound.chunks[:-1], cut + bytes(16)),
        "last chunk begins as the first": sound.with_chunks(
            *sound.chunks[:-1], first[: len(cut)] + last[-16:]
        ),
        "stream's head is noise": sound.with_payload(
            NOISE[:HEAD] + sound.payload[HEAD:]
        ),
        "stream backwards": sound.with_payload(sound.payload[::-1]),
    }


def _longer(sound: Sealed) -> dict[str, bytes]:
    """Return files of another length."""
    first, *rest = sound.chunks
    return {
        "first chunk dropped": sound.with_chunks(*rest),
        "last chunk dropped": sound.with_chunks(*sound.chunks[:-1]),
        "all but the first chunk dropped": sound.with_chunks(first),
        "first chunk doubled": sound.with_chunks(first, first, *rest),
        "last chunk doubled": sound.with_chunks(*sound.chunks, sound.chunks[-1]),
        "last chunk cut by a byte": sound.data[:-1],
        "last tag cut": sound.data[:-16],
        "a byte hung on": sound.data + b"\0",
        "an empty chunk hung on": sound.data + bytes(16),
        "a whole chunk hung on": sound.data + NOISE,
    }
