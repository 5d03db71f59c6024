"""Every vector of the share does what its head says, by both readers."""

import json

import pytest

from tests.reader.decrypt import document as read_by_second
from tests.reader.test_decrypt import REFUSALS
from tests.vectors.generate_share import FOLDER, vectors
from tests.vectors.read_vector import ReadVector, read_vector
from vault.envelope.seal import Credentials, passphrase_secret
from vault.errors import VaultError
from vault.share.bundle import open_bundle
from vault.share.document import decode_share, encode_share

PATHS = sorted(FOLDER.glob("*.vector"))
READ = [read_vector(path) for path in PATHS]
FILES = [vector for vector in READ if vector.head["form"] == "file"]
SOUND = [vector for vector in READ if vector.head["expect"] == "opened"]


def phrase(vector: ReadVector) -> str:
    return str(json.loads(vector.head["passphrase"]))


def opened(vector: ReadVector) -> tuple[bytes, bool]:
    """Open a vector; return its document as it would be printed, and if it is newer."""
    if vector.head["form"] == "document":
        facts, part, newer = decode_share(vector.data)
        return encode_share(facts, part), newer
    secret = passphrase_secret(phrase(vector))
    bundle = open_bundle(vector.data, Credentials(passphrase=secret))
    return encode_share(bundle.facts, bundle.part), bundle.newer


def outcome(vector: ReadVector) -> str:
    try:
        _, newer = opened(vector)
    except VaultError as error:
        return type(error).__name__
    return "newer" if newer else "opened"


@pytest.mark.parametrize("vector", READ, ids=lambda v: v.name)
def test_a_vector_does_what_its_head_says(vector: ReadVector) -> None:
    """The outcome is a class of error, or the way in which it was read."""
    assert outcome(vector) == vector.head["expect"]


@pytest.mark.parametrize("vector", SOUND, ids=lambda v: v.name)
def test_a_sound_vector_prints_back(vector: ReadVector) -> None:
    """A document to its own bytes, a file to what the second reader finds in it."""
    printed, _ = opened(vector)
    if vector.head["form"] == "document":
        assert printed == vector.data
    else:
        assert json.loads(printed) == read_by_second(vector.data, phrase(vector))


@pytest.mark.parametrize("vector", FILES, ids=lambda v: v.name)
def test_the_second_reader_agrees_on_every_file(vector: ReadVector) -> None:
    """It opens what it can't judge, signatures above all, and nothing else."""
    opens = vector.head["expect"] in {"opened", "newer"} or "second" in vector.head
    if opens:
        assert "share" in dict(read_by_second(vector.data, phrase(vector)))
        return
    with pytest.raises(REFUSALS):
        read_by_second(vector.data, phrase(vector))


def test_the_vectors_are_those_the_generator_makes() -> None:
    """Nothing in the folder differs, is missing, or is left over."""
    made = {f"{vector.name}.vector": vector.to_bytes() for vector in vectors()}
    assert {path.name: path.read_bytes() for path in PATHS} == made
    assert len(PATHS) > 60
