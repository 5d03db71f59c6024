"""Every vector of a body does what its header says."""

from pathlib import Path

import pytest

from tests.vectors.body.generate_body import vectors
from vault.document.blobs import read_body, vault_body
from vault.document.codec import encode_document
from vault.errors import VaultError

FOLDER = Path(__file__).parents[2] / "vectors" / "body"
FILES = sorted(FOLDER.glob("*.vector"))


def _read(path: Path) -> tuple[str, bytes]:
    head, _, body = path.read_bytes().partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    return fields["expect"], body


def _outcome(body: bytes) -> str:
    try:
        decoded = read_body(body)
    except VaultError as error:
        return type(error).__name__
    return "read-only" if decoded.read_only else "decoded"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_vector_does_what_its_header_says(path: Path) -> None:
    """The outcome is a class of error, or the way in which it was read."""
    expect, body = _read(path)
    assert _outcome(body) == expect


@pytest.mark.parametrize("path", sorted(FOLDER.glob("good-*")), ids=lambda p: p.stem)
def test_a_sound_vector_prints_back(path: Path) -> None:
    """The very same bytes."""
    _, body = _read(path)
    vault = read_body(body).vault
    assert vault_body(vault, encode_document(vault)) == body


def test_the_vectors_are_those_the_generator_makes() -> None:
    """Nothing in the folder differs, is missing, or is left over."""
    made = {f"{vector.name}.vector": vector.text() for vector in vectors()}
    assert {path.name: path.read_bytes() for path in FILES} == made
    assert len(FILES) > 15
