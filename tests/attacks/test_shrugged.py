"""Attacks that are no refusal, because they achieve nothing: the owner's words open."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.attacks.papers import DOCUMENT, FRAMES, OTHERS, K, forged, texts
from tests.attacks.parity import BARE, LAYOUT, NOISE, PART, SMALL
from tests.attacks.stage import MARK, OWNER, sealed
from tests.vectors.envelope_maker import flip, put
from vault.app.kit_restore import Gathering, open_kit
from vault.encoding.checksum import checksum
from vault.envelope.header import REPAIR_MAGIC
from vault.kit.collect import Collection
from vault.kit.frames import Frame
from vault.storage.files import Files
from vault.storage.parity import repair_part
from vault.storage.store import Store

SOUND = BARE + PART
SIZE = LAYOUT.directory_bytes


def spoilt_parts() -> Iterator[tuple[str, bytes]]:
    """Yield files whose content is right, and whose repair part somebody changed."""
    yield "the part of another file", BARE + repair_part(NOISE[: len(BARE)])
    yield "the part of a longer file", BARE + repair_part(NOISE)
    yield "a part of noise", BARE + REPAIR_MAGIC + NOISE
    yield "a part of nothing but its magic", BARE + REPAIR_MAGIC * 700
    yield "a part cut in half", SOUND[: len(SOUND) - len(PART) // 2]
    yield "a part twice", SOUND + PART
    yield "a part with its parity gone", put(SOUND, len(BARE) + SIZE, bytes(5000))
    yield "a part with both directories gone", _without_directories()
    hashes = Random(93).randbytes(SIZE - 18 - 4)
    lie = LAYOUT.head + hashes
    lie += checksum(lie)
    data = put(put(SOUND, len(BARE), lie), LAYOUT.directories[1], lie)
    yield "both directories forged: every block said to be bad", data
    huge = REPAIR_MAGIC + b"\xff" * 8 + PART[16 : SIZE - 4]
    huge += checksum(huge)
    yield "a directory that covers 16 EiB", BARE + huge + PART[SIZE:-SIZE] + huge


def _without_directories() -> bytes:
    data = put(SOUND, LAYOUT.directories[0], bytes(SIZE))
    return put(data, LAYOUT.directories[1], bytes(SIZE))


@pytest.mark.parametrize(
    "data", [pytest.param(data, id=name) for name, data in spoilt_parts()]
)
def test_a_part_that_lies_costs_nothing(data: bytes, tmp_path: Path) -> None:
    """What authenticates is opened, and that the part is damaged is told."""
    path = tmp_path / "shop.sparekey"
    path.write_bytes(data)
    file, body = Store(Files(), bytes).load(path, OWNER.by_code)
    assert body.startswith(MARK.encode())
    assert file.damage is not None
    assert path.read_bytes() == data  # reading alone writes nothing


def test_damage_that_parity_reaches_is_healed_to_the_owners_words(
    tmp_path: Path,
) -> None:
    """Somebody destroys all of the content, and the parity gives it back."""
    path = tmp_path / "shop.sparekey"
    path.write_bytes(bytes(len(BARE)) + PART)
    _, body = Store(Files(), bytes).load(path, OWNER.by_code)
    assert body.startswith(MARK.encode())


def piles() -> Iterator[tuple[str, list[Frame]]]:
    """Yield heaps of codes with enough genuine ones among them."""
    lies = [forged(frame, n) for n, frame in enumerate(FRAMES)]
    yield "every code, and a forged one for each", [*FRAMES, *lies]
    yield "a forged one first", [lies[0], *FRAMES]
    yield "a third forged", [*lies[: len(lies) // 3], *FRAMES[len(lies) // 3 :]]
    yield "another kit's codes between", [*OTHERS[: K - 1], *FRAMES]
    yield "everything ten times over", FRAMES * 10
    yield "the parity alone", FRAMES[-K:]
    yield "backwards", FRAMES[::-1]


@pytest.mark.parametrize(
    "frames", [pytest.param(pile, id=name) for name, pile in piles()]
)
def test_forged_codes_among_enough_genuine_ones_do_no_harm(
    frames: list[Frame],
) -> None:
    """The kit is put together from those that its own hash vouches for."""
    collection = Collection()
    for text in texts(frames):
        collection.add(text)
    kit = open_kit(Gathering(collection, ()), OWNER.by_code)
    assert kit.document == DOCUMENT


ROLLED: dict[str, Callable[[bytes, bytes], bytes]] = {
    "the older file itself": lambda older, newer: older,
    "the older file, damaged so that it heals": lambda older, newer: flip(older, 40),
    "the newer head before the older part": lambda older, newer: (
        newer[:40] + older[40:]
    ),
}


@pytest.mark.parametrize("roll", ROLLED.values(), ids=list(ROLLED))
def test_parity_gives_back_no_more_than_a_file_put_back_would(
    roll: Callable[[bytes, bytes], bytes], tmp_path: Path
) -> None:
    """A whole older save, with its own generation: `rollbacks` refuses to go on."""
    older = SOUND
    newer = sealed(SMALL.keys, body=b"newer" * 500, seed=94).data
    path = tmp_path / "shop.sparekey"
    path.write_bytes(roll(older, newer))
    file, body = Store(Files(), bytes).load(path, OWNER.by_code)
    assert (body.startswith(MARK.encode()), file.save_id) == (True, BARE[20:28])
