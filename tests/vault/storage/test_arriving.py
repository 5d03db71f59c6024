"""A file of which only the beginning is here: it is told from damage."""

from pathlib import Path

import pytest

from tests.proof.disk import Disk, started_with
from tests.proof.scenes import OLD, PATH, ROOT, a_store, by_code, create
from vault.envelope.header import MAGIC
from vault.errors import Malformed, StillComing, VaultError
from vault.storage.reading import read_header


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return a vault file with its parity."""
    disk = Disk(started_with(ROOT, {}))
    create(disk, PATH)
    return disk.read(PATH, 1 << 20)


def opening(data: bytes) -> bytes | VaultError:
    """Return what a file holds, or why it can't be opened."""
    disk = Disk(started_with(ROOT, {PATH.name: data}))
    try:
        return a_store(disk).load(PATH, by_code())[1]
    except VaultError as error:
        return error


def test_every_beginning_of_a_vault_is_whole_or_still_coming(whole: bytes) -> None:
    """Where the payload is all here it opens, healed; before that it is a beginning."""
    opens = 0
    for here in [*range(200), *range(200, len(whole), 89)]:
        found = opening(whole[:here])
        if isinstance(found, bytes):
            opens += 1
            assert found == OLD
        else:
            assert isinstance(found, StillComing)
            assert found.here == here
            assert found.path == str(PATH)
            assert found.whole == 0 or here < found.whole <= len(whole)
    assert opens


def test_a_beginning_with_room_for_the_rest_is_still_coming(whole: bytes) -> None:
    """Some programs make the file as long as it will be, and fill it."""
    for here in range(0, len(whole) - 1024, 197):
        found = opening(whole[:here].ljust(len(whole), b"\0"))
        if isinstance(found, bytes):
            assert found == OLD
        else:
            assert isinstance(found, StillComing)
            assert found.here <= here
            assert found.whole == len(whole)


@pytest.mark.parametrize(
    "data",
    [
        b"\0Dear diary" + bytes(2000),
        MAGIC + b"\1" + b"x" * 5000,
        b"Dear diary",
        MAGIC[:4] + b"x",
        MAGIC + bytes(100) + b"x",
    ],
)
def test_what_is_no_beginning_of_a_vault_is_called_otherwise(data: bytes) -> None:
    """Another file, or a damaged one."""
    with pytest.raises(Malformed) as caught:
        read_header(Path("shop"), data)
    assert not isinstance(caught.value, StillComing)


def test_a_length_that_no_file_has_tells_of_no_rest_to_come(whole: bytes) -> None:
    """It is damaged there; nobody is to wait for 8 EiB."""
    start = 28 + int.from_bytes(whole[10:12], "big")
    bare = whole[: start + 500]
    length = bare.index((len(opening_payload(whole, start))).to_bytes(8, "big"))
    broken = bare[:length] + b"\x7f" + bare[length + 1 :]
    with pytest.raises(Malformed) as caught:
        read_header(PATH, broken)
    assert not isinstance(caught.value, StillComing)


def opening_payload(whole: bytes, start: int) -> bytes:
    """Return the payload of a file."""
    return whole[start : start + read_header(PATH, whole).payload_bytes]
