"""Hundreds of files with one fault each: every one is refused as its head says."""

from pathlib import Path

import pytest

from tests.vault.envelope.test_vectors import opened
from tests.vectors.generate_malformed import THEMES, files
from tests.vectors.read_vector import FOLDER, ReadVector, read_vector
from vault.errors import EnvelopeError, Malformed

CORPUS = FOLDER / "malformed"
LEAST = 400  # what the design asks for


def vectors(theme: str) -> list[ReadVector]:
    """Return the vectors of one theme, by what lies in the folder."""
    return [read_vector(path) for path in sorted(CORPUS.glob(f"{theme}-*.vector"))]


def wanted(vector: ReadVector) -> str:
    """Return the class, and for Malformed the place, that a head names."""
    return f"{vector.head['expect']} {vector.head.get('where', '')}".strip()


def outcome(vector: ReadVector) -> str:
    """Return what became of a vector, in the same words."""
    try:
        opened(vector)
    except EnvelopeError as error:
        where = error.where if isinstance(error, Malformed) else ""
        return f"{type(error).__name__} {where}".strip()
    return "opened"


@pytest.mark.parametrize("theme", THEMES)
def test_every_fault_is_refused_at_its_place(theme: str) -> None:
    """By the class, and by the place where the file breaks the format."""
    chosen = vectors(theme)
    assert chosen
    found = {vector.name: (wanted(vector), outcome(vector)) for vector in chosen}
    assert {name: both for name, both in found.items() if both[0] != both[1]} == {}


def test_the_folder_is_what_the_generator_makes() -> None:
    """Nothing in it differs, is missing or is left over, and it is large enough."""
    lying = {path.name: path.read_bytes() for path in CORPUS.iterdir()}
    made = files()
    assert lying.keys() == made.keys()
    assert [name for name in made if made[name] != lying[name]] == []
    assert len(lying) >= LEAST


def test_no_two_files_are_alike() -> None:
    """Each name stands for a fault of its own."""
    seen: dict[tuple[bytes, str, str], Path] = {}
    for path in sorted(CORPUS.iterdir()):
        vector = read_vector(path)
        presented = vector.head.get("code", "") + vector.head.get("passphrase", "")
        key = (vector.data, vector.head["profile"], presented)
        assert key not in seen, (path.name, seen[key].name)
        seen[key] = path


def test_every_place_of_the_header_is_among_them() -> None:
    """Whatever `where` the code can name before a key is needed, some file meets it."""
    source = "".join(
        (Path(__file__).parents[3] / "vault" / "envelope" / name).read_text("utf-8")
        for name in ("header.py", "slot.py", "seal.py")
    )
    named = {part.split('"')[0] for part in source.split('Malformed("')[1:]}
    met = {read_vector(path).head.get("where") for path in CORPUS.iterdir()}
    assert named - met == {"file-size"}  # that one is made at run time: test_header
