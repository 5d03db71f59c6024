"""Where things lie around a vault."""

from pathlib import Path

import pytest

from vault.storage import paths

VAULT = Path("/somewhere/shop.sparekey")


def test_everything_lies_beside_the_vault() -> None:
    """Another folder could be another disk, where a rename is no rename."""
    assert paths.temporary(VAULT, b"\x01\x02").parent == VAULT.parent
    assert paths.lock(VAULT).parent == VAULT.parent
    assert paths.backups(VAULT).parent == VAULT.parent


def test_a_backup_is_named_by_generation_and_save() -> None:
    """Names sort by generation, and two saves of one generation do not collide."""
    first = paths.backup(VAULT, 9, bytes(8))
    second = paths.backup(VAULT, 10, bytes(8))
    assert first.name < second.name
    assert paths.backup(VAULT, 9, b"\x01" * 8) != first
    assert first.parent.name == "shop backups"


@pytest.mark.parametrize("generation", [0, 1, 9_999_999_999])
def test_the_generation_can_be_read_off_the_name(generation: int) -> None:
    """What is written can be read."""
    name = paths.backup(VAULT, generation, bytes(8)).name
    assert paths.generation_of(name) == generation


@pytest.mark.parametrize("name", ["notes.txt", "g1-00.sparekey", "shop.sparekey"])
def test_other_names_are_no_backups(name: str) -> None:
    """Nothing else is ever pruned."""
    assert paths.generation_of(name) is None


def test_a_backup_tells_its_save() -> None:
    """And no other file does."""
    name = paths.backup(Path("shop.sparekey"), 3, b"\x01" * 8).name
    assert paths.save_of(name) == b"\x01" * 8
    assert paths.save_of("shop.sparekey") is None


def test_a_temporary_file_tells_what_it_was_written_for() -> None:
    """And no other file does."""
    fresh = paths.temporary(Path("a b.sparekey"), bytes(6))
    assert paths.written_for(fresh.name) == "a b.sparekey"
    for name in ("a b.sparekey", ".a.new", ".a.00000000000.new", "a.000000000000.new"):
        assert paths.written_for(name) is None
