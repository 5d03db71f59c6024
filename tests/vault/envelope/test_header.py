"""The header: described without a key, refused before any key work."""

import ast
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.envelope_maker import IDENT, Maker
from tests.vectors.read_vector import listed
from vault import limits
from vault.crypto.kdf import TESTS_ONLY
from vault.envelope import header as header_module
from vault.envelope.header import REPAIR_MAGIC, Header, Profile, parse_header
from vault.errors import Malformed, TooNew


def test_a_header_tells_what_needs_no_key(make: Maker) -> None:
    """Kind, id, ways in, costs and lengths, for whoever asks what a file is."""
    data = make.seal(make.keys(make.p, make.c, make.pc)) + REPAIR_MAGIC + b"123"
    found = parse_header(data, paper=False)
    assert (found.profile, found.version, found.ident) == (Profile.VAULT, 1, IDENT)
    assert [(slot.mask, slot.cost) for slot in found.slots] == [
        (1, TESTS_ONLY),
        (2, None),
        (3, TESTS_ONLY),
    ]
    assert found.repair_bytes == 11
    assert found.payload_start + found.payload_bytes + 11 == len(data)


def test_a_kit_on_paper_has_neither_magic_nor_length(make: Maker) -> None:
    """All that follows its fields is payload."""
    data = make.seal(make.keys(make.c), Profile.KIT)
    found = parse_header(data, paper=True)
    assert data[:2] == b"\x01\x02"
    assert found.payload_start == 20 + 3 + 57
    assert found.payload_start + found.payload_bytes == len(data)
    with pytest.raises(Malformed):
        parse_header(data, paper=False)


@pytest.mark.parametrize(
    ("paper", "most"), [(True, limits.PAPER_BYTES), (False, limits.FILE_BYTES)]
)
def test_the_size_is_looked_at_first(paper: bool, most: int) -> None:
    """Whatever the bytes are, one more than the limit is too many."""
    with pytest.raises(Malformed) as caught:
        parse_header(bytes(most + 1), paper)
    assert (caught.value.where, caught.value.found) == ("file-size", most + 1)


def any_outcome(data: bytes, paper: bool) -> None:
    """Parse, and check that what parses prints back."""
    try:
        found = parse_header(data, paper)
    except (Malformed, TooNew):
        return
    assert found.to_bytes()[8 if paper else 0 :] == data[: found.payload_start]


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_a_header_or_refused(data: bytes, paper: bool) -> None:
    """Nothing but Malformed and TooNew is raised."""
    any_outcome(data, paper)
    front = b"\x01\x02" if paper else header_module.MAGIC + b"\x01\x00"
    any_outcome(front + data, paper)


def mutated(draw: random.Random, data: bytes) -> bytes:
    """Return the bytes with a few of their first 200 changed, cut or doubled."""
    changed = bytearray(data)
    for _ in range(draw.randint(1, 3)):
        place = draw.randrange(min(200, len(changed)) or 1)
        kind = draw.randrange(4)
        if kind == 0:
            changed[place : place + 1] = draw.randbytes(1)
        elif kind == 1:
            del changed[place : place + draw.randint(1, 9)]
        elif kind == 2:
            changed[place:place] = changed[place : place + draw.randint(1, 70)]
        else:
            changed[place:place] = draw.randbytes(draw.randint(1, 4))
    return bytes(changed)


def test_mutated_headers_parse_exactly_or_are_refused() -> None:
    """From good files, since random bytes seldom come past the magic."""
    draw = random.Random(12)
    seeds = [v.data for v in listed() if v.head["expect"] == "opened"]
    for _ in range(1500):
        data = mutated(draw, draw.choice(seeds))
        any_outcome(data, paper=data[:1] == b"\x01")


def test_the_header_knows_no_crypto() -> None:
    """`sparekey info` must not be able to open anything."""
    tree = ast.parse(Path(header_module.__file__).read_text("utf-8"))
    names = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert names
    assert not [name for name in names if name.startswith("vault.crypto")]


@pytest.mark.parametrize("profile", Profile, ids=lambda p: p.name)
def test_a_payload_has_room_for_a_plaintext(make: Maker, profile: Profile) -> None:
    """160 bytes are the least; fewer are refused before any key work."""
    slots, paper = make.keys(make.c).slots, profile is Profile.KIT
    for size, fits in ((159, False), (160, True)):
        found = Header(profile, IDENT, bytes(8), slots, size)
        data = found.to_bytes()[8 if paper else 0 :] + bytes(size)
        if fits:
            assert parse_header(data, paper) == found
        else:
            with pytest.raises(Malformed, match="payload-cut"):
                parse_header(data, paper)
