"""A writer with a fault is stopped before it replaces a file that opens.

Each fault is put into the writing half alone: what is sealed, or what the disk takes.
THREATS 36 asks for twenty, all of them stopped.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.fakes import ShortFiles, names_in
from tests.vault.storage.test_store import (
    IDENT,
    TODAY,
    a_store,
    a_vault,
    body_of,
    by_code,
)
from tests.vectors.envelope_maker import flip, put
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope.header import Profile, parse_header
from vault.envelope.seal import Keys, Stamp, Way, new_keys, seal
from vault.envelope.slot import Slot
from vault.errors import VaultError
from vault.storage import store
from vault.storage.files import Files
from vault.storage.parity import repair_part
from vault.storage.store import Store

BODY = b"second " * 5000  # three chunks
SLOT = Slot(2, bytes(16), None, b"", bytes(40))
OTHER = new_keys(IDENT, [Way(code=Secret(bytes(16)))], Random(9).randbytes, TESTS_ONLY)

Arguments = dict[str, object]
Faulty = Callable[[bytes, Arguments], bytes]


def sealed(body: bytes, named: Arguments, **changed: object) -> bytes:
    """Seal as the real writer does, with some arguments changed."""
    return seal(body, **(named | changed))  # type: ignore[arg-type]


def stamped(**changed: object) -> Faulty:
    """Return a writer that puts another stamp on it."""

    def faulty(body: bytes, named: Arguments) -> bytes:
        stamp = named["stamp"]
        assert isinstance(stamp, Stamp)
        return sealed(body, named, stamp=replace(stamp, **changed))

    return faulty


def with_slots(change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]) -> Faulty:
    """Return a writer that loses or changes ways in, the file key being right."""

    def faulty(body: bytes, named: Arguments) -> bytes:
        keys = named["keys"]
        assert isinstance(keys, Keys)
        return sealed(body, named, keys=replace(keys, slots=change(keys.slots)))

    return faulty


def with_file_key(body: bytes, named: Arguments) -> bytes:
    """Seal under another file key than the one that the slots hold."""
    keys = named["keys"]
    assert isinstance(keys, Keys)
    return sealed(body, named, keys=Keys(OTHER.file_key, keys.slots))


def with_field(body: bytes, named: Arguments) -> bytes:
    """Add a field that nobody asked for."""
    keys = named["keys"]
    assert isinstance(keys, Keys)
    later = (Field(0x80, b"stray"),)
    return sealed(body, named, keys=replace(keys, kept=later))


def spoilt(change: Callable[[bytes, int], bytes]) -> Faulty:
    """Return a writer whose bytes are changed behind the seal, from the payload on."""

    def faulty(body: bytes, named: Arguments) -> bytes:
        data = sealed(body, named)
        return change(data, parse_header(data, paper=False).payload_start)

    return faulty


def spliced(body: bytes, named: Arguments) -> bytes:
    """Put the header of one sealing before the payload of another."""
    one, other = sealed(body, named), sealed(body, named)
    start = parse_header(one, paper=False).payload_start
    return one[:start] + other[start:]


SEALING: dict[str, Faulty] = {
    "another body": lambda body, named: sealed(b"other", named),
    "an empty body": lambda body, named: sealed(b"", named),
    "a body a byte short": lambda body, named: sealed(body[:-1], named),
    "a body twice": lambda body, named: sealed(body + body, named),
    "a body with a bit turned": lambda body, named: sealed(flip(body, 9), named),
    "a generation too high": stamped(generation=99),
    "a generation of zero": stamped(generation=0),
    "another epoch": stamped(epoch=9),
    "another parent": stamped(parent=bytes(8)),
    "another id": lambda body, named: sealed(body, named, ident=bytes(8)),
    "another profile": lambda body, named: sealed(body, named, profile=Profile.SHARE),
    "another file key": with_file_key,
    "a stray field": with_field,
    "a dead slot for the real one": with_slots(lambda slots: (SLOT,)),
    "a dead slot more": with_slots(lambda slots: (*slots, SLOT)),
    "a slot twice": with_slots(lambda slots: slots * 2),
    "a slot with a bit of its key turned": with_slots(
        lambda slots: (slots[0].with_wrapped(flip(slots[0].wrapped, 3)),)
    ),
    "a slot with another salt": with_slots(
        lambda slots: (replace(slots[0], salt=bytes(16)),)
    ),
    "a slot of other keys": with_slots(lambda slots: OTHER.slots),
    "a magic with a bit turned": spoilt(lambda data, start: flip(data, 0)),
    "a header with a bit turned": spoilt(lambda data, start: flip(data, start - 20)),
    "a commitment with a bit turned": spoilt(lambda data, at: flip(data, at + 30)),
    "a chunk with a bit turned": spoilt(lambda data, start: flip(data, start + 99)),
    "a tag with a bit turned": spoilt(lambda data, start: flip(data, -1)),
    "two chunks turned": spoilt(
        lambda data, at: put(data, at + 56, data[at + 56 + 16_400 :][:16_400])
    ),
    "its last byte lost": spoilt(lambda data, start: data[:-1]),
    "its last chunk lost": spoilt(lambda data, start: data[:-16_400]),
    "a byte too many": spoilt(lambda data, start: data + b"\0"),
    "something else": spoilt(lambda data, start: b"Dear diary, " * 999),
    "the header alone": spoilt(lambda data, start: data[:start]),
    "header and payload of two sealings": spliced,
}


@pytest.mark.parametrize("faulty", SEALING.values(), ids=list(SEALING))
def test_a_faulty_seal_replaces_nothing(
    faulty: Faulty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file is as it was, opens, and nothing lies beside it."""
    file = a_vault(tmp_path)
    before = file.path.read_bytes()
    monkeypatch.setattr(store, "seal", lambda body, **named: faulty(body, named))
    with pytest.raises(VaultError):
        a_store().save(file, BODY, TODAY)
    assert file.path.read_bytes() == before
    assert body_of(file.path) == b"first"
    assert names_in(tmp_path) <= {file.path.name, "shop backups"}


class SpoilingFiles(Files):
    """A disk that takes something else than it was given."""

    def __init__(self, change: Callable[[bytes], bytes]) -> None:
        self.change = change

    def write(self, descriptor: int, data: bytes) -> None:
        """Write what the change makes of it, and say nothing."""
        super().write(descriptor, self.change(data))


DISKS: dict[str, Files] = {
    "half of it": ShortFiles(),
    "nothing": SpoilingFiles(lambda data: b""),
    "zeros": SpoilingFiles(lambda data: bytes(len(data))),
    "a bit turned": SpoilingFiles(lambda data: flip(data, len(data) // 2)),
    "its last sector lost": SpoilingFiles(lambda data: data[:-512] + bytes(512)),
    "a byte more": SpoilingFiles(lambda data: data + b"\0"),
    "twice": SpoilingFiles(lambda data: data + data),
}


@pytest.mark.parametrize("files", DISKS.values(), ids=list(DISKS))
def test_a_faulty_disk_replaces_nothing(files: Files, tmp_path: Path) -> None:
    """What is read back is not what was written: the old file stays."""
    file = a_vault(tmp_path)
    before = file.path.read_bytes()
    with pytest.raises(VaultError):
        Store(files, Random(4).randbytes).save(file, BODY, TODAY)
    assert file.path.read_bytes() == before
    assert names_in(tmp_path) <= {file.path.name, "shop backups"}


def test_a_faulty_repair_part_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is outside the seal: the file opens, and is made whole at the next save."""
    file = a_vault(tmp_path)
    lies = repair_part(bytes(5000))
    monkeypatch.setattr(store, "repair_part", lambda data: lies)
    saved = a_store().save(file, BODY, TODAY)
    assert body_of(saved.path) == BODY
    loaded, _ = a_store().load(saved.path, by_code())
    assert loaded.damage is not None


def test_there_are_twenty() -> None:
    """As many as the threats ask for."""
    assert len(SEALING) + len(DISKS) >= 20
