"""Every vector of the folder, by the first reader."""

import hashlib
import json
import zlib

import pytest

from tests.vectors.envelope_maker import DOCUMENT
from tests.vectors.generate_envelope import files
from tests.vectors.read_vector import FOLDER, ReadVector, listed
from vault import errors
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import parse_code
from vault.envelope.header import Profile, is_paper, parse_header
from vault.envelope.seal import Credentials, Opened, open_envelope, passphrase_secret


def opened(vector: ReadVector) -> Opened:
    """Open a vector with what its head presents."""
    phrase, code = vector.head.get("passphrase"), vector.head.get("code")
    file = vector.head.get("key-file")
    credentials = Credentials(
        passphrase_secret(json.loads(phrase)) if phrase else None,
        Secret(parse_code(code).key) if code else None,
        Secret(hashlib.sha512(bytes.fromhex(file)).digest()) if file else None,
    )
    return open_envelope(
        vector.data,
        credentials,
        profile=Profile[vector.head["profile"].upper()],
        consent="consent" in vector.head,
    )


def document_in(found: Opened) -> object:
    """Return the JSON at the front of a body, which is deflated on paper."""
    paper = found.header.profile is Profile.KIT
    raw = zlib.decompress(found.body[4:], -15) if paper else found.body
    return json.loads(raw[4 : 4 + int.from_bytes(raw[:4], "big")])


def must_happen(vector: ReadVector) -> None:
    """Check that what the head expects happens."""
    expected = vector.head["expect"]
    if expected != "opened":
        with pytest.raises(getattr(errors, expected)) as caught:
            opened(vector)
        assert type(caught.value).__name__ == expected
        return
    found = opened(vector)
    assert document_in(found) == DOCUMENT
    assert (found.stamp.generation, found.stamp.epoch) == (7, 2)
    assert found.stamp.parent == b"parentid"
    assert found.is_signed is ("signed-by" in vector.head)
    if found.is_signed:
        assert found.verify(bytes.fromhex(vector.head["signed-by"]))
        assert not found.verify(bytes(32))


@pytest.mark.parametrize("vector", listed(), ids=lambda v: v.name)
def test_every_vector_does_what_its_head_says(vector: ReadVector) -> None:
    """Each file opens, or is refused with the class that it names."""
    must_happen(vector)


@pytest.mark.slow
@pytest.mark.parametrize("vector", listed(slow=True), ids=lambda v: v.name)
def test_vectors_of_real_cost_open(vector: ReadVector) -> None:
    """The floor of the disk and the fixed cost of paper open as the toy does."""
    must_happen(vector)


@pytest.mark.parametrize("vector", listed(), ids=lambda v: v.name)
def test_what_parses_prints_back_identically(vector: ReadVector) -> None:
    """A header that parses has one spelling: the one it was read from."""
    paper = is_paper(vector.data)
    try:
        header = parse_header(vector.data, paper)
    except errors.EnvelopeError:
        return
    start = header.payload_start
    assert header.to_bytes()[8 if paper else 0 :] == vector.data[:start]


@pytest.mark.slow
def test_making_the_vectors_again_gives_the_same_bytes() -> None:
    """Nothing in the folders is made by hand, and nothing is left over."""
    made = files()
    lying = {
        f"{folder}/{path.name}": path.read_bytes()
        for folder, ending in (("envelope", "vector"), ("code", "json"))
        for path in (FOLDER / folder).glob(f"*.{ending}")
    }
    assert made.keys() == lying.keys()
    assert [name for name in made if made[name] != lying[name]] == []


def test_there_are_vectors_of_every_outcome() -> None:
    """The folder was found, and each of the five errors is in it."""
    outcomes = {vector.head["expect"] for vector in listed()}
    five = {"Malformed", "TooNew", "NeedsConsent", "NoKey", "Tampered"}
    assert outcomes == {"opened", *five}
    assert len(listed()) >= 100
