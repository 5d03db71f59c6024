"""Parts of two files put together: two saves, two epochs, two vaults, two profiles."""

from collections.abc import Iterator

from tests.attacks.attack import Attack, on_vault
from tests.attacks.stage import (
    CHUNK,
    HEAD,
    LATER,
    NEW,
    OLD,
    OTHER,
    OWNER,
    RENEWED,
    SHARE,
)
from vault.errors import Malformed, NoKey, Tampered
from vault.storage.parity import repair_part

TAMPERED = Tampered()


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _two_saves()
    yield from _two_epochs()
    yield from _two_vaults()


def _two_saves() -> Iterator[Attack]:
    """Both sealed under one file key by the owner: only the save differs."""
    old, new = OLD, NEW
    made = {
        "an older payload under the newer header": new.front + old.payload,
        "a newer payload under the older header": old.front + new.payload,
        "the older save id in the newer file": new.with_header(
            save_id=old.header.save_id
        ),
        "the older preamble before the newer fields": old.data[:28] + new.data[28:],
        "the older fields behind the newer preamble": (
            new.data[:28] + old.front[28:] + old.payload
        ),
        "the older stream's head before the newer chunks": new.with_payload(
            old.payload[:HEAD] + new.payload[HEAD:]
        ),
        "the older stream's salt alone": new.with_payload(
            old.payload[:24] + new.payload[24:]
        ),
        "the older commitment alone": new.with_payload(
            new.payload[:24] + old.payload[24:HEAD] + new.payload[HEAD:]
        ),
        "the first chunk of the older save": new.with_chunks(
            old.chunks[0], *new.chunks[1:]
        ),
        "the middle chunk of the older save": new.with_chunks(
            new.chunks[0], old.chunks[1], *new.chunks[2:]
        ),
        "the last chunk of the older save": new.with_chunks(
            *new.chunks[:-1], old.chunks[-1]
        ),
        "all chunks of the older save": new.with_chunks(*old.chunks),
        "the tail of the older save, byte for byte": (
            new.data[: -CHUNK - 7] + old.data[-CHUNK - 7 :]
        ),
        "the last tag of the older save": new.data[:-16] + old.data[-16:],
    }
    for name, data in made.items():
        yield on_vault(name, data, TAMPERED)
    pasted = old.data + new.data
    told = Malformed("trailing", len(new.data))
    yield on_vault("the newer file behind the older one", pasted, told)
    tail = repair_part(old.data)
    data = new.front + old.payload + tail
    name = "an older payload, with parity that vouches for neither"
    yield on_vault(name, new.with_payload(old.payload) + repair_part(data), TAMPERED)


def _two_epochs() -> Iterator[Attack]:
    """The passphrase was replaced; an old copy and the old passphrase are known."""
    renewed, old = RENEWED, NEW
    added = (*renewed.header.slots, old.header.slots[0])
    first = (old.header.slots[0], *renewed.header.slots)
    made = {
        "the old slot hung on the renewed file": (
            renewed.with_header(slots=added),
            OWNER.by_phrase,
        ),
        "the old slot before those of the renewed file": (
            renewed.with_header(slots=first),
            OWNER.by_phrase,
        ),
        "all old slots before the renewed payload": (
            renewed.with_header(slots=old.header.slots),
            OWNER.by_phrase,
        ),
        "the old header before the renewed payload": (
            old.front + renewed.payload,
            OWNER.by_phrase,
        ),
        "the old payload under the renewed header": (
            renewed.front + old.payload,
            LATER.by_phrase,
        ),
        "the old payload with the renewed slots": (
            old.with_header(slots=renewed.header.slots),
            OWNER.by_code,
        ),
    }
    for name, (data, way) in made.items():
        yield on_vault(name, data, TAMPERED, way)
    name = "the old passphrase on the renewed file"
    masks = tuple(slot.mask for slot in renewed.header.slots)
    yield on_vault(name, renewed.data, NoKey(masks), OWNER.by_phrase)


def _two_vaults() -> Iterator[Attack]:
    """The neighbour has the same passphrase and the same code."""
    own, other = NEW, OTHER
    made = {
        "another vault's payload": own.front + other.payload,
        "another vault's stream behind its own head": own.with_chunks(*other.chunks),
        "another vault's first chunk": own.with_chunks(
            other.chunks[0], *own.chunks[1:]
        ),
        "a share's payload of the same file key": own.front + SHARE.payload,
        "a share's first chunk of the same file key": own.with_chunks(
            SHARE.chunks[0], *own.chunks[1:]
        ),
    }
    for name, data in made.items():
        yield on_vault(name, data, TAMPERED)
    data = own.with_header(ident=other.header.ident)
    yield on_vault("another vault's id", data, NoKey((1, 2)))
    data = own.with_header(slots=other.header.slots)
    yield on_vault("another vault's slots", data, NoKey((1, 2)))
    mixed = (own.header.slots[0], other.header.slots[1])
    data = own.with_header(slots=mixed)
    name = "another vault's slot beside our own"
    yield on_vault(name, data, NoKey((1, 2)), OWNER.by_code)
    data = other.with_header(ident=own.header.ident)
    yield on_vault("our id on another vault", data, NoKey((1, 2)))
