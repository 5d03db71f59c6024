"""A repair part that lies: whoever can write the file can make it say anything."""

from collections.abc import Iterator
from random import Random

from tests.attacks.attack import VAULT as NAME
from tests.attacks.attack import Attack, on_share, on_vault
from tests.attacks.stage import OLD, OWNER, SHARE, keys_for, sealed
from tests.vectors.envelope_maker import flip, put
from vault.encoding.checksum import checksum
from vault.envelope.header import REPAIR_MAGIC
from vault.errors import Damaged, Malformed, NoKey, Tampered, TooNew, VaultError
from vault.storage.parity import Layout, repair_part

SMALL = sealed(keys_for(OWNER.c, seed=91), body=b"the-owner's-own-secret-8841" * 99)
BARE = SMALL.data
PART = repair_part(BARE)
LAYOUT = Layout(len(BARE))
NOISE = Random(92).randbytes(len(BARE) + len(PART))


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _vouching()
    yield from _lost()
    yield from _lying()


def vouched(data: bytes) -> bytes:
    """Return the file with a repair part that says that it is as it was written."""
    return data + repair_part(data)


def _vouching() -> Iterator[Attack]:
    """The part fits a file that was changed: parity is no signature."""
    no_key = NoKey((2,), undamaged=True)
    changed: dict[str, tuple[bytes, VaultError]] = {
        "a slot's salt": (flip(BARE, 32), no_key),
        "a wrapped key": (flip(BARE, 87), no_key),
        "an id": (flip(BARE, 12), no_key),
        "a save id": (flip(BARE, 20), Tampered()),
        "a stream's salt": (flip(BARE, 99), Tampered()),
        "a commitment": (flip(BARE, 130), Tampered()),
        "a chunk": (flip(BARE, 2000), Tampered()),
        "a tag": (flip(BARE, -1), Tampered()),
        "a version": (put(BARE, 8, b"\2"), TooNew(2, 1)),
        "a magic": (flip(BARE, 0), Malformed("magic")),
        "a mask": (put(BARE, 31, b"\x10"), Malformed("slot-mask", 16)),
    }
    for name, (data, refusal) in changed.items():
        yield on_vault(f"{name} changed and vouched for", vouched(data), refusal)
    shorter = put(BARE, 91, (len(SMALL.payload) - 1).to_bytes(8, "big"))
    refusal = Malformed("trailing", len(PART) + 1)
    yield on_vault("a length a byte short, vouched for", vouched(shorter), refusal)
    data = vouched(SMALL.front + OLD.payload[: len(SMALL.payload)])
    yield on_vault("another payload, vouched for", data, Tampered())
    data = vouched(NOISE[: len(BARE)])
    yield on_vault("noise, vouched for", data, Malformed("magic"))
    data = vouched(flip(SHARE.data, -1))
    yield on_share("a share's tag changed and vouched for", data, Tampered())


def _lost() -> Iterator[Attack]:
    """So much destroyed that nothing heals: said, and never a wrong passphrase."""
    whole = vouched(BARE)
    start = LAYOUT.start(LAYOUT.data_blocks)
    parity_gone = put(whole, start, NOISE[: 8 * 1024])
    size = len(BARE)
    gone: dict[str, tuple[bytes, tuple[tuple[int, int], ...]]] = {
        "header and all parity": (put(parity_gone, 0, NOISE[:100]), ((0, 1024),)),
        "a slot and all parity": (flip(parity_gone, 40), ((0, 1024),)),
        "a chunk and all parity": (flip(parity_gone, 2000), ((1024, 2048),)),
        "the whole content and a block of parity": (
            put(put(whole, 0, NOISE[:size]), start, NOISE[: 4 * 1024]),
            ((0, size),),
        ),
    }
    for name, (data, where) in gone.items():
        yield on_vault(f"{name} destroyed", data, Damaged(NAME, where))


def _lying() -> Iterator[Attack]:
    """Directories that say what is not so, around a payload that was changed."""
    size = LAYOUT.directory_bytes
    changed = flip(BARE, 2000)
    hashes = PART[18 : size - 4]
    heads = {
        "covers 16 EiB": REPAIR_MAGIC + b"\xff" * 8 + bytes([LAYOUT.k, 8]),
        "covers nothing": REPAIR_MAGIC + bytes(8) + bytes([LAYOUT.k, 8]),
        "has no data": LAYOUT.head[:16] + b"\0\x08",
        "has 255 blocks a stripe": LAYOUT.head[:16] + b"\xff\x08",
        "has no parity": LAYOUT.head[:17] + b"\0",
        "has 255 of parity": LAYOUT.head[:17] + b"\xff",
    }
    for name, head in heads.items():
        directory = head + hashes
        directory += checksum(directory)
        part = directory + PART[size:-size] + directory
        yield on_vault(f"a directory that {name}", _torn(changed + part), Tampered())
    data = changed + REPAIR_MAGIC * 500
    yield on_vault("a part that is nothing but its magic", data, Tampered())
    data = changed + REPAIR_MAGIC
    yield on_vault("a part that is its magic once", data, Tampered())
    data = changed + REPAIR_MAGIC + NOISE
    yield on_vault("a part of noise", data, Tampered())
    refusal = Malformed("trailing", len(PART) - 8)
    yield on_vault("a part without its magic", BARE + PART[8:], refusal)


def _torn(data: bytes) -> bytes:
    """Return it a byte longer, so that its length no longer tells the layout."""
    return data + b"\0"
