"""Flipped, cut, lengthened and swapped: nothing opens, and only five errors leave."""

import random
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.peak import Peak, tells_peaks
from tests.vectors.envelope_maker import Maker
from vault.envelope.header import REPAIR_MAGIC, Profile
from vault.envelope.seal import Credentials, open_envelope
from vault.errors import Malformed, NeedsConsent, NoKey, Tampered, TooNew

MOST_KIB = 64 * 1024  # beyond what the process had: flipped costs among them
AT_ONCE = 10_000
FIVE = (Malformed, TooNew, NeedsConsent, NoKey, Tampered)
MAKE = Maker(13)
BY_CODE = Credentials(code=MAKE.code)


def never_opens(data: bytes, credentials: Credentials, body: bytes) -> None:
    """Check that changed bytes are refused, with one of the five errors."""
    with pytest.raises(FIVE):
        raise AssertionError(open_envelope(data, credentials).body == body)


def flipped(data: bytes, bit: int) -> bytes:
    """Return the bytes with one bit turned."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


SAMPLES = {
    profile: MAKE.seal(MAKE.keys(MAKE.c), profile, body=b"x" * 100)
    for profile in Profile
}


@pytest.mark.parametrize("profile", Profile, ids=lambda p: p.name)
def test_no_flipped_bit_of_a_header_opens(profile: Profile) -> None:
    """Each bit up to the end of the stream's commitment, in every profile."""
    data = SAMPLES[profile]
    for bit in range(8 * 200):
        never_opens(flipped(data, bit), BY_CODE, b"x" * 100)


@given(st.sampled_from(Profile), st.data())
def test_no_flipped_bit_opens(profile: Profile, data: st.DataObject) -> None:
    """Anywhere in the file."""
    sealed = SAMPLES[profile]
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    never_opens(flipped(sealed, bit), BY_CODE, b"x" * 100)


@given(st.sampled_from(Profile), st.data())
def test_no_cut_or_longer_file_opens(profile: Profile, data: st.DataObject) -> None:
    """No prefix, and nothing behind but a repair part."""
    sealed = SAMPLES[profile]
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    never_opens(cut, BY_CODE, b"x" * 100)
    behind = data.draw(st.binary(min_size=1, max_size=50))
    if not behind.startswith(REPAIR_MAGIC):  # hypothesis finds even that
        never_opens(sealed + behind, BY_CODE, b"x" * 100)


def test_a_repair_part_stands_behind_files_only(make: Maker) -> None:
    """Vaults and shares may have one; kits and proposals may not."""
    for profile, sealed in SAMPLES.items():
        data = sealed + REPAIR_MAGIC + make.random(40)
        if profile in {Profile.VAULT, Profile.SHARE}:
            assert open_envelope(data, BY_CODE).header.repair_bytes == 48
        else:
            never_opens(data, BY_CODE, b"x" * 100)


@pytest.mark.figures
def test_300_000_flips_open_nothing() -> None:
    """Every bit and byte of files of three chunks, drawn at random; in 64 MiB."""
    draw = random.Random(14)
    sealed = MAKE.seal(MAKE.keys(MAKE.c, MAKE.p), body=bytes(36_000))
    long, short = sealed, SAMPLES[Profile.VAULT]
    most = 0
    for start in range(0, 300_000, AT_ONCE):
        with Peak() if tells_peaks() else nullcontext(Peak()) as peak:
            for number in range(start, start + AT_ONCE):
                data = bytearray(long if number % 8 == 0 else short)
                place = draw.randrange(len(data) if number % 2 else 300)
                data[place] ^= draw.randint(1, 255)
                never_opens(bytes(data), BY_CODE, b"x" * 100)
        most = max(most, peak.kib)
    assert most < MOST_KIB


@pytest.mark.figures
def test_70_000_cuts_extensions_and_swaps_open_nothing() -> None:
    """Of a file of several chunks."""
    draw = random.Random(15)
    sealed = MAKE.seal(MAKE.keys(MAKE.c), body=bytes(50_000))
    start = len(sealed) - 16_400 * 3 - 1
    for number in range(70_000):
        if number % 3 == 0:
            data = sealed[: draw.randrange(len(sealed))]
        elif number % 3 == 1:
            data = sealed + draw.randbytes(draw.randint(1, 60))
        else:
            a, b = sorted(draw.sample(range(start), 2))
            size = draw.randint(1, 16_400)
            data = sealed[:a] + sealed[b : b + size] + sealed[a + size :]
        if data != sealed:
            never_opens(data, BY_CODE, bytes(50_000))
