"""The vectors of repair/: what is whole, what heals, what is refused."""

import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from tests.reader.decrypt import document
from tests.vectors.envelope_maker import DOCUMENT
from tests.vectors.generate_repair import files
from tests.vectors.read_vector import FOLDER, ReadVector, read_vector
from vault import errors
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import parse_code
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, Opened, open_envelope
from vault.storage.reading import open_healed
from vault.storage.repair import Healed

VECTORS = [read_vector(path) for path in sorted((FOLDER / "repair").glob("*.vector"))]
# What the second reader opens: it looks at nothing of a repair part but its magic.
IN_FRONT_WHOLE = ("whole", "healed_part_", "healed_cut", "healed_directory_second")
STRICTER = {"healed_part_magic", "healed_part_of_zeros", "whole_two_stripes"}
REFUSALS = (ValueError, InvalidTag)  # it sorts no faults


def opened(vector: ReadVector) -> tuple[Opened, Healed | None]:
    """Open a vector with the code of its head."""
    code = Credentials(code=Secret(parse_code(vector.head["code"]).key))

    def open_(data: bytes) -> Opened:
        return open_envelope(data, code, profile=Profile.VAULT)

    return open_healed(Path(vector.name), vector.data, open_)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v.name)
def test_every_vector_does_what_its_head_says(vector: ReadVector) -> None:
    """Each opens whole, opens healed, or is refused with the class that it names."""
    expected = vector.head["expect"]
    if expected not in {"opened", "healed"}:
        with pytest.raises(getattr(errors, expected)) as caught:
            opened(vector)
        assert type(caught.value).__name__ == expected
        return
    found, damage = opened(vector)
    if "two_stripes" not in vector.name:
        length = int.from_bytes(found.body[:4], "big")
        assert json.loads(found.body[4 : 4 + length]) == DOCUMENT
    assert (damage is not None) is (expected == "healed")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v.name)
def test_what_was_healed_is_whole(vector: ReadVector) -> None:
    """It opens again without any damage, and differs at the places that were told."""
    if vector.head["expect"] == "healed":
        _, damage = opened(vector)
        assert damage is not None
        healed = ReadVector(vector.name, vector.head, damage.data)
        assert damage.places
        assert opened(healed)[1] is None


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v.name)
def test_the_second_reader_opens_what_is_not_damaged_in_front(
    vector: ReadVector,
) -> None:
    """It heals nothing; where it opens, it opens to the same."""
    front = vector.name.startswith(IN_FRONT_WHOLE)
    try:
        found = document(vector.data, code=vector.head["code"])
    except REFUSALS:
        assert not front or vector.name in STRICTER
    else:
        assert front or vector.head["expect"] == "healed"
        assert found == DOCUMENT


def test_making_the_vectors_again_gives_the_same_bytes() -> None:
    """Nothing in the folder is made by hand, and nothing is left over."""
    lying = {
        path.name: path.read_bytes() for path in (FOLDER / "repair").glob("*.vector")
    }
    assert files() == lying


def test_there_are_vectors_of_every_outcome() -> None:
    """The folder was found."""
    outcomes = {vector.head["expect"] for vector in VECTORS}
    refused = {"Damaged", "NoKey", "Tampered", "TooNew", "Malformed"}
    assert outcomes == {"opened", "healed", *refused}
    assert len(VECTORS) >= 45
