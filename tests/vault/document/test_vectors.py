"""Every vector in the folder does what its header says."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.vectors.document.generate_document import vectors
from vault.document.codec import decode_document, encode_document
from vault.errors import VaultError

FOLDER = Path(__file__).parents[2] / "vectors" / "document"
FILES = sorted(FOLDER.glob("*.vector"))


class _Vector(NamedTuple):
    expect: str
    data: bytes


def _read(path: Path) -> _Vector:
    head, _, data = path.read_bytes().partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    return _Vector(fields["expect"], data)


def _outcome(data: bytes) -> str:
    try:
        decoded = decode_document(data)
    except VaultError as error:
        return type(error).__name__
    return "read-only" if decoded.read_only else "decoded"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_vector_does_what_its_header_says(path: Path) -> None:
    """The outcome is a class of error, or the way in which it was read."""
    vector = _read(path)
    assert _outcome(vector.data) == vector.expect


@pytest.mark.parametrize("path", sorted(FOLDER.glob("good-*")), ids=lambda p: p.stem)
def test_a_sound_vector_prints_back(path: Path) -> None:
    """The very same bytes."""
    data = _read(path).data
    assert encode_document(decode_document(data).vault) == data


def test_the_vectors_are_those_the_generator_makes() -> None:
    """Nothing in the folder differs, is missing, or is left over."""
    made = {f"{vector.name}.vector": vector.text() for vector in vectors()}
    assert {path.name: path.read_bytes() for path in FILES} == made
    assert len(FILES) > 40
