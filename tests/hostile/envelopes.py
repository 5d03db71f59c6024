"""Envelopes that ask for more memory or time than anybody has."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Final

from tests.attacks.stage import KIT, NEW, OWNER, SHARE, Sealed, keys_for, sealed
from tests.hostile.case import Case, as_huge_vault, as_paper, as_share, as_vault
from tests.vectors.envelope_maker import put
from vault import limits
from vault.encoding.checksum import checksum
from vault.envelope.header import REPAIR_MAGIC, Profile
from vault.limits import Cost
from vault.storage.parity import Layout, repair_part

MOST: Final = limits.ASKED_M_KIB
COSTS: Final = {
    "4 TiB": Cost(2**32 - 1, 1, 1),
    "4 TiB, 255 passes and lanes": Cost(2**32 - 1, 255, 255),
    "1 TiB": Cost(2**30, 1, 4),
    "2 GiB and a KiB": Cost(MOST + 1, 1, 1),
    "2 GiB, 17 passes": Cost(MOST, 17, 4),
    "255 passes": Cost(64, 255, 1),
    "255 lanes": Cost(64 * 255, 1, 255),
    "2 GiB unasked": Cost(MOST, 1, 4),
    "1 GiB and a KiB unasked": Cost(limits.UNASKED_M_KIB + 1, 1, 1),
    "64 passes unasked": Cost(256 * 1024, 64, 4),
}
DOORS: Final[tuple[tuple[str, Sealed, Callable[[bytes], object]], ...]] = (
    ("vault", sealed(keys_for(OWNER.p, seed=1), seed=2), as_vault),
    (
        "share",
        sealed(keys_for(OWNER.p, seed=3), Profile.SHARE, seed=4),
        as_share,
    ),
    ("kit", sealed(keys_for(OWNER.p, seed=5), Profile.KIT, seed=6), as_paper),
)


def cases() -> Iterator[Case]:
    """Yield them."""
    yield from _costs()
    yield from _lengths()
    yield from _parts()


def _costs() -> Iterator[Case]:
    for kind, sound, door in DOORS:
        for name, cost in COSTS.items():

            def made(sound: Sealed = sound, cost: Cost = cost) -> bytes:
                slot = replace(sound.header.slots[0], cost=cost)
                return sound.with_header(slots=(slot,))

            yield Case(f"Argon2 in a {kind}: {name}", made, door)
    four = Cost(limits.UNASKED_M_KIB, 4, 4)
    slot = replace(DOORS[0][1].header.slots[0], cost=four)
    over = replace(slot, cost=Cost(limits.UNASKED_M_KIB, 5, 4))
    for name, slots in {
        "four slots, together 17 GiB": (slot, slot, slot, over),
        "five slots": (slot,) * 5,
        "32 slots": (slot,) * 32,
        "900 slots": (slot,) * 900,
    }.items():

        def many(slots: tuple[object, ...] = slots) -> bytes:
            return DOORS[0][1].with_header(slots=slots)

        yield Case(f"Argon2 in a vault: {name}", many, as_vault)


def _lengths() -> Iterator[Case]:
    at = 28 + 66 + 60 + 3
    for size in (2**31, 2**40, 2**63, 2**64 - 1):
        data = put(NEW.data, at, size.to_bytes(8, "big"))
        yield Case(f"a payload of {size:,} bytes", lambda d=data: d, as_vault)
    fields = put(NEW.data, 10, b"\xff\xff")
    yield Case("65,535 bytes of fields", lambda: fields + bytes(65_536), as_vault)
    empty = b"\x80\0\0" * 20_000
    many = put(NEW.data[:28], 10, len(empty[:60_000]).to_bytes(2, "big"))
    yield Case("20,000 empty fields", lambda: many + empty + bytes(999), as_vault)
    for size in (2**28 + 1, 2**33, 2**40):
        told = str(size).encode()
        yield Case(f"a vault of {size:,} zeros", lambda d=told: d, as_huge_vault)
    yield Case("paper of 16 MiB", lambda: KIT.data + bytes(2**24), as_paper)
    yield Case("a share of zeros, 64 MiB", lambda: bytes(2**26), as_share)


def _parts() -> Iterator[Case]:
    """Repair parts behind a megabyte whose payload was changed."""
    bare = sealed(keys_for(OWNER.c, seed=7), body=bytes(2**20), seed=8).data
    noise = Random(9).randbytes
    changed = put(bare, 5000, noise(100))
    layout = Layout(len(bare))
    size = layout.directory_bytes

    def around(head: bytes) -> bytes:
        directory = head + noise(size - len(head) - 4)
        directory += checksum(directory)
        return changed + directory + noise(90_000) + directory

    yield Case("a vault of magics", lambda: REPAIR_MAGIC * 130_000, as_vault)
    yield Case("magics behind", lambda: changed + REPAIR_MAGIC * 99_000, as_vault)
    huge = REPAIR_MAGIC + b"\xff" * 8 + b"\xff\xff"
    yield Case("a part for 16 EiB", lambda: around(huge), as_vault)
    least = REPAIR_MAGIC + (188).to_bytes(8, "big") + b"\x01\x08"
    yield Case("a part for 188 bytes", lambda: around(least), as_vault)
    yield Case("a part of lies", lambda: around(layout.head), as_vault)
    lost = put(bare, 0, noise(len(bare)))
    whole = repair_part(bare)
    yield Case("all lost before a whole part", lambda: lost + whole, as_vault)
    other = repair_part(noise(len(bare)))
    yield Case("a part of noise", lambda: changed + other, as_vault)
    assert SHARE
