"""Every vector of a supplement does what its header says, in the second reader too."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reader import supplement as second
from tests.vectors.supplement.generate_supplement import vectors
from vault.document.codec import decode_document, encode_document
from vault.document.supplement import decode_supplement, join
from vault.errors import VaultError

FOLDER = Path(__file__).parents[2] / "vectors" / "supplement"
FILES = sorted(FOLDER.glob("*.vector"))


class _Vector(NamedTuple):
    expect: str
    kit: bytes
    supplement: bytes


def _read(path: Path) -> _Vector:
    head, _, data = path.read_bytes().partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    length = int(fields["kit"])
    return _Vector(fields["expect"], data[:length], data[length:])


def _joined(vector: _Vector) -> bytes:
    kit = decode_document(vector.kit).vault
    return encode_document(join(kit, decode_supplement(vector.supplement)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_vector_does_what_its_header_says(path: Path) -> None:
    """Joined, or the class of the error."""
    vector = _read(path)
    try:
        outcome = _joined(vector) and "joined"
    except VaultError as error:
        outcome = type(error).__name__
    assert outcome == vector.expect


@pytest.mark.parametrize("path", sorted(FOLDER.glob("good-*")), ids=lambda p: p.stem)
def test_the_second_reader_gives_the_same_bytes(path: Path) -> None:
    """It was written from the page alone."""
    vector = _read(path)
    assert second.join(vector.kit, vector.supplement) == _joined(vector)


def test_the_second_reader_refuses_what_does_not_fit() -> None:
    """The hash tells."""
    for name, said in (("bad-whole", "0000"), ("bad-gone-already", "code-set")):
        vector = _read(FOLDER / f"{name}.vector")
        with pytest.raises(ValueError, match=said):
            second.join(vector.kit, vector.supplement)


def test_the_vectors_are_those_the_generator_makes() -> None:
    """Nothing in the folder differs, is missing, or is left over."""
    made = {f"{vector.name}.vector": vector.text() for vector in vectors()}
    assert {path.name: path.read_bytes() for path in FILES} == made
