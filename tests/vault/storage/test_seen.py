"""This device's notes: believed under the right key only, and never in the way."""

from pathlib import Path

import pytest

from tests.builders import seeded
from tests.fakes import FailingFiles, RecordingFiles
from vault.errors import FileTrouble
from vault.storage.files import Files
from vault.storage.seen import MOST_LINES, Here, Memory, Seen

IDENT = bytes(8)
KEY, OTHER = b"k" * 32, b"o" * 32
STATE = Seen(7, 2, "ab" * 8, "cd" * 32, "2026-03-01", ((5, "11" * 8),))


def memory(tmp_path: Path, files: Files | None = None) -> Memory:
    return Memory(files or Files(), seeded(), tmp_path / "a" / "state")


def the_file(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "a" / "state").glob("*.seen.json")
    return found


def test_what_was_noted_is_recalled(tmp_path: Path) -> None:
    """Its folders are made, and nobody else may look into the last one."""
    memory(tmp_path).note(IDENT, (KEY,), STATE)
    assert memory(tmp_path).recall(IDENT, KEY) == STATE
    assert (tmp_path / "a" / "state").stat().st_mode & 0o077 == 0


def test_nothing_is_recalled_where_nothing_was_noted(tmp_path: Path) -> None:
    """First time on this computer."""
    assert memory(tmp_path).recall(IDENT, KEY) is None


def test_a_note_under_another_key_says_nothing(tmp_path: Path) -> None:
    """Whoever has not opened the vault can't make this device believe anything."""
    memory(tmp_path).note(IDENT, (OTHER,), STATE)
    assert memory(tmp_path).recall(IDENT, KEY) is None


def test_a_note_of_another_vault_says_nothing(tmp_path: Path) -> None:
    """Even under one key: the MAC covers which vault it is of."""
    memory(tmp_path).note(IDENT, (KEY,), STATE)
    other = bytes([1]) * 8
    the_file(tmp_path).rename(the_file(tmp_path).with_name(f"{other.hex()}.seen.json"))
    assert memory(tmp_path).recall(other, KEY) is None


def test_every_changed_character_says_nothing(tmp_path: Path) -> None:
    """A lower generation, another day, half a file: as if it were not there."""
    memory(tmp_path).note(IDENT, (KEY,), STATE)
    path = the_file(tmp_path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(changed)
        assert memory(tmp_path).recall(IDENT, KEY) is None, place
        path.write_bytes(whole[:place])
        assert memory(tmp_path).recall(IDENT, KEY) is None, place


@pytest.mark.parametrize("data", [b"[" * 100_000, b"\xff\xfe", b"{}", b"null", b"[3]"])
def test_nonsense_says_nothing(tmp_path: Path, data: bytes) -> None:
    """Whatever lies there."""
    memory(tmp_path).note(IDENT, (KEY,), STATE)
    the_file(tmp_path).write_bytes(data)
    assert memory(tmp_path).recall(IDENT, KEY) is None


def test_a_new_identity_leaves_what_the_old_one_says(tmp_path: Path) -> None:
    """A copy from before is known as such by its own key."""
    memory(tmp_path).note(IDENT, (OTHER, KEY), STATE)
    later = Seen(9, 3, "ef" * 8, "cd" * 32, "2026-03-02")
    memory(tmp_path).note(IDENT, (OTHER,), later)
    assert memory(tmp_path).recall(IDENT, KEY) == STATE
    assert memory(tmp_path).recall(IDENT, OTHER) == later


def test_only_some_identities_are_kept(tmp_path: Path) -> None:
    """A file that somebody fills with lines of his own stays small."""
    for number in range(MOST_LINES + 5):
        memory(tmp_path).note(IDENT, (bytes([number]) * 32,), STATE)
    assert the_file(tmp_path).read_bytes().count(b'"mac"') == MOST_LINES


def test_no_name_stands_in_what_is_remembered(tmp_path: Path) -> None:
    """A place is a hash."""
    path = tmp_path / "Golden Teapot.sparekey"
    memory(tmp_path).note_place(path, Here(IDENT.hex(), "2026-03-01"))
    kept = list((tmp_path / "a" / "state").iterdir())
    assert not [one for one in kept if b"Teapot" in one.read_bytes() + bytes(one)]
    assert memory(tmp_path).at(path) == Here(IDENT.hex(), "2026-03-01")
    assert memory(tmp_path).at(tmp_path / "other.sparekey") is None


def test_a_place_keeps_since_when_a_vault_lies_there(tmp_path: Path) -> None:
    """Opening it again writes nothing; another vault does."""
    path = tmp_path / "shop.sparekey"
    memory(tmp_path).note_place(path, Here("00", "2026-03-01"))
    memory(tmp_path).note_place(path, Here("00", "2026-03-05"))
    assert memory(tmp_path).at(path) == Here("00", "2026-03-01")
    memory(tmp_path).note_place(path, Here("01", "2026-03-06"))
    assert memory(tmp_path).at(path) == Here("01", "2026-03-06")


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    """Whoever notes decides that it may be left undone."""
    with pytest.raises(FileTrouble):
        memory(tmp_path, FailingFiles("make_folder")).note(IDENT, (KEY,), STATE)


@pytest.mark.parametrize("name", ["create", "write", "close", "replace"])
def test_a_note_that_can_not_be_written_leaves_the_old_one(
    tmp_path: Path, name: str
) -> None:
    """And nothing beside it."""
    memory(tmp_path).note(IDENT, (KEY,), STATE)
    later = Seen(9, 3, "ef" * 8, "cd" * 32, "2026-03-02")
    with pytest.raises(FileTrouble):
        memory(tmp_path, FailingFiles(name)).note(IDENT, (KEY,), later)
    assert memory(tmp_path).recall(IDENT, KEY) == STATE
    assert list(the_file(tmp_path).parent.iterdir()) == [the_file(tmp_path)]


def test_a_note_waits_for_no_disk(tmp_path: Path) -> None:
    """Each save is noted: it would wait twice."""
    files = RecordingFiles()
    memory(tmp_path, files).note(IDENT, (KEY,), STATE)
    assert "sync" not in files.steps
    assert "sync_directory" not in files.steps
