"""A key file: drawn, or any small file that is there."""

import hashlib
from pathlib import Path

import pytest

from vault import limits
from vault.app.key_file import chosen_key_file, draw_key_file, read_key_file
from vault.app.ports import Ports
from vault.envelope.header import MAGIC
from vault.errors import BadInput, Exists, FileTrouble, TooLarge


def test_what_is_drawn_is_read_again(ports: Ports, tmp_path: Path) -> None:
    """Enough bytes for ever, and only its owner may read them."""
    path = tmp_path / "shop.key"
    made: list[Path] = []
    drawn = draw_key_file(ports, path, made)
    assert made == [path]
    assert path.stat().st_size == limits.KEY_FILE_DRAWN_BYTES
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_key_file(ports, path).secret.equals(drawn.secret)


def test_a_key_file_is_never_written_over_another_file(
    ports: Ports, tmp_path: Path
) -> None:
    """Whatever it is."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"a photograph")
    with pytest.raises(Exists):
        draw_key_file(ports, path, made := [])
    assert made == []


def test_every_byte_of_it_counts(ports: Ports, tmp_path: Path) -> None:
    """A line end that an editor adds makes another key."""
    path = tmp_path / "words.txt"
    path.write_bytes(b"sixteen bytes it")
    plain = read_key_file(ports, path).secret
    assert plain.reveal() == hashlib.sha512(b"sixteen bytes it").digest()
    path.write_bytes(b"sixteen bytes it\n")
    assert not read_key_file(ports, path).secret.equals(plain)


@pytest.mark.parametrize(
    ("size", "error"),
    [
        (limits.KEY_FILE_LEAST_BYTES - 1, BadInput),
        (0, BadInput),
        (limits.KEY_FILE_BYTES + 1, TooLarge),
    ],
)
def test_a_file_of_an_unfit_size_is_none(
    ports: Ports, tmp_path: Path, size: int, error: type[Exception]
) -> None:
    """Too short could be guessed; too large is read at every opening."""
    path = tmp_path / "file"
    path.write_bytes(bytes(size))
    with pytest.raises(error):
        read_key_file(ports, path)


def test_a_file_that_is_not_there_says_so(ports: Ports, tmp_path: Path) -> None:
    """It may lie on a stick."""
    with pytest.raises(FileTrouble):
        read_key_file(ports, tmp_path / "gone")


def test_a_vault_is_never_chosen_as_a_key_file(ports: Ports, tmp_path: Path) -> None:
    """Its own next save would make it another key, and nothing would open any more."""
    path = tmp_path / "file"
    path.write_bytes(MAGIC + bytes(100))
    with pytest.raises(BadInput, match="key-file-changes"):
        chosen_key_file(ports, path)
    path.write_bytes(bytes(100))
    chosen = chosen_key_file(ports, path)
    assert chosen.secret.equals(read_key_file(ports, path).secret)
