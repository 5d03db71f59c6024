"""Healing a file by its parity: what heals, what does not, and what it may cost."""

import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import limits
from vault.encoding.checksum import checksum
from vault.envelope.header import REPAIR_MAGIC
from vault.storage import repair, survey
from vault.storage.parity import BLOCK_BYTES, Layout, repair_part
from vault.storage.repair import Healed, Lost, Place, differing, heal

KIB = 1024


def a_file(size: int = 5 * KIB + 77) -> bytes:
    """Return bytes that no key opens, with their repair part behind."""
    covered = random.Random(size).randbytes(size)
    return covered + repair_part(covered)


SMALL = a_file()  # one stripe of 6
MIDDLE = a_file(150 * KIB + 5)  # three stripes, the last block cut short
LARGE = a_file(limits.MIB)  # sixteen stripes


def put(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def turned(data: bytes, *places: int) -> bytes:
    """Return the bytes with one bit turned at each place."""
    changed = bytearray(data)
    for place in places:
        changed[place] ^= 1 << place % 8
    return bytes(changed)


def zeroed(data: bytes, start: int, size: int) -> bytes:
    return put(data, start, bytes(size))


def without_sectors(data: bytes, count: int, seed: int) -> bytes:
    """Return the file as a disk gives it that lost some sectors of 512 bytes."""
    for sector in random.Random(seed).sample(range(len(data) // 512), count):
        data = zeroed(data, 512 * sector, 512)
    return data


def healed_places(damaged: bytes, whole: bytes) -> tuple[Place, ...]:
    """Check that the file is healed byte for byte; return where it was damaged."""
    found = heal(damaged)
    assert isinstance(found, Healed)
    assert found.data == whole
    return found.places


def layout_of(whole: bytes) -> Layout:
    found = survey.survey_of(whole)
    assert found
    return found.layout


def reach(whole: bytes) -> int:
    """Return how long a run of damage may be, wherever it begins and ends.

    It may meet one block more at either end, and the last of the data is a short one.
    """
    return (8 * layout_of(whole).stripes - 2) * BLOCK_BYTES


def test_a_whole_file_is_healed_to_itself() -> None:
    """With no place of damage."""
    for whole in (SMALL, MIDDLE, LARGE):
        assert healed_places(whole, whole) == ()


@pytest.mark.parametrize("place", range(0, len(SMALL), 97))
def test_any_flipped_bit_heals_and_its_place_is_told(place: int) -> None:
    """In the header, the payload, the parity or a directory."""
    ((start, end),) = healed_places(turned(SMALL, place), SMALL)
    assert start <= place < end
    assert end - start <= 512


@pytest.mark.figures
@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_heals(bit: int) -> None:
    """Each one of a small file."""
    for place in range(len(SMALL)):
        damaged = put(SMALL, place, bytes([SMALL[place] ^ 1 << bit]))
        assert len(healed_places(damaged, SMALL)) == 1


@given(st.sampled_from([SMALL, MIDDLE]), st.data())
def test_any_run_up_to_the_reach_heals(whole: bytes, data: st.DataObject) -> None:
    """Wherever it begins, across payload, directory and parity."""
    size = data.draw(st.integers(1, reach(whole)))
    start = data.draw(st.integers(0, len(whole) - size))
    rubbish = random.Random(start).randbytes(size)
    healed_places(put(whole, start, rubbish), whole)


@pytest.mark.figures
def test_a_run_as_long_as_the_reach_heals_wherever_it_begins() -> None:
    """128 KiB less two blocks of a megabyte, at every 2,003rd byte."""
    size = reach(LARGE)
    assert size == 126 * KIB
    for start in range(0, len(LARGE) - size, 2003):
        healed_places(zeroed(LARGE, start, size), LARGE)


@pytest.mark.parametrize("seed", range(3))
def test_thirty_lost_sectors_of_a_megabyte_heal(seed: int) -> None:
    """Each told as the place of one sector, or of neighbours."""
    places = healed_places(without_sectors(LARGE, 30, seed), LARGE)
    assert sum(end - start for start, end in places) == 30 * 512


@pytest.mark.figures
@pytest.mark.parametrize("hundred", range(10))
def test_thirty_lost_sectors_heal_a_thousand_times(hundred: int) -> None:
    """Drawn anew each time."""
    for seed in range(100 * hundred, 100 * hundred + 100):
        healed_places(without_sectors(LARGE, 30, seed), LARGE)


@pytest.mark.figures
def test_each_lost_sector_of_a_thousand_heals() -> None:
    """One at a time, over the whole file."""
    for sector in random.Random(1).sample(range(len(LARGE) // 512), 1000):
        assert healed_places(zeroed(LARGE, 512 * sector, 512), LARGE)


def test_lost_sectors_heal_where_whole_blocks_would_be_too_many() -> None:
    """Ten blocks of one stripe are bad, but five of them in either half."""
    damaged = MIDDLE
    for number in range(10):
        damaged = zeroed(damaged, 3 * number * KIB + 512 * (number % 2), 512)
    healed_places(damaged, MIDDLE)


def test_lost_sectors_across_two_parity_blocks_heal() -> None:
    """Parity begins where a directory ends, not where a sector does."""
    damaged, layout = SMALL, layout_of(SMALL)
    for block in (0, 1, 6, 8, 10):  # two of data; six of parity are met
        end = layout.start(block) + BLOCK_BYTES
        damaged = zeroed(damaged, end - end % 512, 512)
    damaged = turned(damaged, 0, 3 * KIB)
    healed_places(damaged, SMALL)


@pytest.mark.parametrize("size", [1, 125, 126, 127, 3000, 8 * KIB])
def test_a_cut_end_heals(size: int) -> None:
    """A directory is lost with it, and parity."""
    healed_places(SMALL[:-size], SMALL)


@pytest.mark.parametrize("behind", [b"\0", b"\r\n", bytes(5000), SMALL])
def test_what_somebody_hung_on_is_taken_off(behind: bytes) -> None:
    """And told as a place."""
    (place,) = healed_places(SMALL + behind, SMALL)
    assert place[1] == len(SMALL) + len(behind)


def both_directories(whole: bytes, offset: int, size: int) -> bytes:
    """Return the file with the same bytes of both directories lost."""
    for start in layout_of(whole).directories:
        whole = zeroed(whole, start + offset, size)
    return whole


def test_where_both_heads_are_lost_the_length_tells_the_layout() -> None:
    """Each directory lost its beginning, and a block of data is damaged."""
    for whole in (SMALL, MIDDLE):
        damaged = both_directories(whole, 0, 18)
        assert len(healed_places(turned(damaged, 40), whole)) == 3


def test_where_both_directories_are_damaged_each_entry_counts() -> None:
    """One lost its first half, the other its second."""
    first, second = layout_of(MIDDLE).directories
    size = layout_of(MIDDLE).directory_bytes
    damaged = zeroed(MIDDLE, first, size // 2)
    damaged = zeroed(damaged, second + size // 2, size // 2 + 1)
    healed_places(turned(damaged, 100, 100_000), MIDDLE)


def test_a_block_whose_entries_are_both_lost_is_healed_all_the_same() -> None:
    """It counts as damaged, and is what it was."""
    damaged = both_directories(SMALL, 18 + 8 * 2, 8)
    assert len(healed_places(damaged, SMALL)) == 2
    healed_places(turned(damaged, 2 * KIB + 5), SMALL)


def test_nine_bad_blocks_of_one_stripe_are_too_many() -> None:
    """The places are told: of data, block by block, neighbours as one."""
    stripe = range(1, 28, 3)  # nine blocks of the second of three stripes
    found = heal(turned(MIDDLE, *(KIB * block for block in stripe)))
    assert found == Lost(tuple((KIB * b, KIB * b + KIB) for b in stripe))
    heals = turned(MIDDLE, *(KIB * block for block in stripe[:8]))
    assert len(healed_places(heals, MIDDLE)) == 8


def test_a_run_beyond_the_reach_is_one_place() -> None:
    """To the end of what is covered, which is no whole block."""
    covered = 150 * KIB + 5
    found = heal(zeroed(MIDDLE, 100 * KIB, covered - 100 * KIB))
    assert found == Lost(((100 * KIB, covered),))


def test_a_wrong_block_that_the_directories_list_is_not_given_out() -> None:
    """Parity that fits nothing: a healed block must be what is listed."""
    layout = layout_of(SMALL)
    other = repair_part(SMALL[: layout.covered_bytes - 1] + b"x")
    start, end = layout.directory_bytes, len(other) - layout.directory_bytes
    mixed = put(SMALL, layout.covered_bytes + start, other[start:end])
    directory = bytearray(SMALL[layout.covered_bytes :][:start])
    for block in range(layout.data_blocks, layout.blocks):
        at = 18 + 8 * block
        directory[at : at + 8] = other[at : at + 8]
    directory[-4:] = checksum(bytes(directory[:-4]))
    for at in layout.directories:
        mixed = put(mixed, at, bytes(directory))
    assert heal(turned(mixed, 5 * KIB)) == Lost(((5 * KIB, layout.covered_bytes),))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        REPAIR_MAGIC,
        bytes(20_000),
        SMALL[: 5 * KIB + 77],
        SMALL[: 5 * KIB + 77] + REPAIR_MAGIC + b"parity",
        REPAIR_MAGIC * 5000,
    ],
    ids=["empty", "magic", "zeros", "no part", "a later part", "magics"],
)
def test_a_file_without_a_repair_part_is_left_alone(raw: bytes) -> None:
    """None is not the same as too little."""
    assert heal(raw) is None


@given(st.binary(max_size=3000), st.integers(0, len(SMALL)))
def test_any_bytes_are_healed_or_not_and_nothing_else(data: bytes, at: int) -> None:
    """Whatever stands in a file, no parser of it stumbles."""
    found = heal(put(SMALL, at, data))
    if isinstance(found, Healed):
        assert found.data[:200] == SMALL[:200] or found.data.startswith(data[:200])


@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_the_places_cover_every_difference(one: bytes, other: bytes) -> None:
    """And they are in order, and apart from each other."""
    places = differing(one, other)
    told = {at for start, end in places for at in range(start, end)}
    size = max(len(one), len(other))
    assert all(one[i : i + 1] == other[i : i + 1] for i in set(range(size)) - told)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(set(edges))


def worst(size: int) -> bytes:
    """Return a file in which every stripe has as many bad blocks as it can heal."""
    whole, draw = a_file(size), random.Random(size)
    layout = layout_of(whole)
    data = range(layout.data_blocks)
    stripes = (data[stripe :: layout.stripes] for stripe in range(layout.stripes))
    bad = [block for stripe in stripes for block in draw.sample(list(stripe), 8)]
    return turned(whole, *(BLOCK_BYTES * block for block in bad))


def test_the_work_on_a_hostile_file_grows_with_its_length_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each block is hashed a few times, each stripe solved once."""
    done = {"hashes": 0, "stripes": 0}
    real_hash, real_recover = survey.block_hash, repair.recover

    def hashed(block: bytes) -> bytes:
        done["hashes"] += 1
        return real_hash(block)

    def recovered(*words: object) -> list[bytes]:
        done["stripes"] += 1
        return real_recover(*words)

    raw = worst(512 * KIB)
    monkeypatch.setattr(survey, "block_hash", hashed)
    monkeypatch.setattr(repair, "recover", recovered)
    assert isinstance(heal(raw), Healed)
    assert done["hashes"] <= 2 * layout_of(raw).blocks
    assert done["stripes"] == layout_of(raw).stripes


def test_healing_takes_a_few_times_the_file_in_memory() -> None:
    """However much of it is damaged."""
    raw = worst(2 * limits.MIB)
    tracemalloc.start()
    heal(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * len(raw)
