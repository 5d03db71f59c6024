"""What this device remembers of a vault: compared when it is opened, noted when saved.

The key of the MAC comes from the vault's identity: whoever has not opened the vault can
forge nothing, and a changed passphrase changes nothing. Remembering is a help and never
in the way: what can't be written is not remembered.
"""

import hmac
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vault.app.ports import Ports
from vault.app.standing import (
    FIRST,
    NEWEST,
    Copy,
    Kind,
    Standing,
    marks_after,
    standing,
)
from vault.crypto import hkdf
from vault.errors import VaultError
from vault.model.entry import Entry
from vault.model.vault import Vault
from vault.storage.reading import read_header
from vault.storage.second import Choices
from vault.storage.seen import Here, Mark, Memory, Seen, place_of
from vault.storage.store import Store, VaultFile

_LABEL: Final = b"sparekey/1 device memory"
_KEY_BYTES: Final = 32
_MARK_BYTES: Final = 8


@dataclass(frozen=True)
class Swapped:
    """Another vault lies where one was opened last, on `day`."""

    day: str


def stands(ports: Ports, file: VaultFile, vault: Vault) -> Standing:
    """Tell how an opened file stands to what this device saw of its vault."""
    seen, key = seen_of(ports, file.ident, vault), _key(vault)
    if seen is None:
        return FIRST
    if seen.save == file.save_id.hex():  # the usual case reads no history
        return Standing(Kind.SAME, seen)
    known = {number for number, _ in seen.marks}
    entries = (one for one in vault.history if one.n in known)
    copy = Copy(
        save=file.save_id.hex(),
        stamp=file.stamp,
        last=next(iter(_marks(key, vault.history[-1:])), None),
        contains=frozenset(_marks(key, entries)),
        silent_to=vault.history[0].n - 1 if vault.history else vault.counter,
        place=place_of(file.path),
    )
    return standing(seen, copy)


def seen_of(ports: Ports, ident: bytes, vault: Vault) -> Seen | None:
    """Return what this device saw of a vault that was opened; None for nothing."""
    memory, key = _memory(ports), _key(vault)
    return memory.recall(ident, key) if memory and key else None


def note(ports: Ports, file: VaultFile, vault: Vault, was: Vault) -> None:
    """Remember a state as the newest; `was` is the vault as it was opened.

    The highest generation and epoch stay the highest.
    """
    memory = _memory(ports)
    keys = tuple(filter(None, (_key(vault), _key(was))))
    if memory is None or not keys:
        return
    before = memory.recall(file.ident, keys[-1]) or memory.recall(file.ident, keys[0])
    stamp = file.stamp
    day = ports.today()
    seen = Seen(
        generation=max(stamp.generation, before.generation if before else 0),
        epoch=max(stamp.epoch, before.epoch if before else 0),
        save=file.save_id.hex(),
        digest=file.digest.hex(),
        day=day,
        marks=marks_after(before, _marks(keys[0], vault.history[-NEWEST:])),
        place=place_of(file.path),
    )
    with suppress(VaultError):  # a help, and never in the way
        memory.note(file.ident, keys, seen)
        memory.note_place(file.path, Here(file.ident.hex(), day))


def kept_apart(ports: Ports, ident: bytes) -> bool:
    """Tell whether a second place for backups is chosen, or can't be remembered."""
    if ports.state is None:
        return True
    return Choices(ports.files, ports.random, ports.state).of(ident) is not None


def swapped(ports: Ports, path: Path) -> Swapped | None:
    """Tell whether another vault lies here than last time; needs no way in.

    A file that can't be read says nothing: opening it tells what is wrong with it.
    """
    memory = _memory(ports)
    if memory is None:
        return None
    path = ports.files.resolve(path)
    here = memory.at(path)
    if here is None:
        return None
    with suppress(VaultError):
        header = read_header(path, Store(ports.files, ports.random).read(path))
        if header.ident.hex() != here.ident:
            return Swapped(here.day)
    return None


def _memory(ports: Ports) -> Memory | None:
    return Memory(ports.files, ports.random, ports.state) if ports.state else None


def _key(vault: Vault) -> bytes:
    """Return the key of the MAC; b"" for a vault without an identity."""
    if vault.identity is None:
        return b""
    seed = bytes.fromhex(vault.identity.signing_seed)
    return hkdf.expand(hkdf.extract(_LABEL, seed), _LABEL, _KEY_BYTES)


def _marks(key: bytes, entries: Iterable[Entry]) -> tuple[Mark, ...]:
    """Return entries as they are known again: by what never changes of them."""
    return tuple((one.n, _mark(key, one)) for one in entries)


def _mark(key: bytes, one: Entry) -> str:
    told = "\0".join((str(one.n), one.at, one.device, one.kind, one.id, one.action))
    return hmac.digest(key, told.encode(), "sha512")[:_MARK_BYTES].hex()
