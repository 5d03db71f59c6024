"""A drawn map is written to a new file, and never over another."""

from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from vault.app.rehearse_picture import write_picture
from vault.errors import VaultError


def test_a_picture_is_written_as_it_is(tmp_path: Path) -> None:
    """Byte by byte, and nothing lies beside it."""
    write_picture(ports_on_disk(), tmp_path / "map.svg", b"<svg/>")
    assert (tmp_path / "map.svg").read_bytes() == b"<svg/>"
    assert [one.name for one in tmp_path.iterdir()] == ["map.svg"]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """Whatever it is."""
    there = tmp_path / "map.svg"
    there.write_bytes(b"mine")
    with pytest.raises(VaultError):
        write_picture(ports_on_disk(), there, b"<svg/>")
    assert there.read_bytes() == b"mine"
