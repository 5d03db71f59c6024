"""Opening what may be damaged: healed where it can be, never called a wrong key."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.envelope_maker import CODE, Maker, flip, put
from vault import limits
from vault.crypto.secret import Secret
from vault.envelope.header import Profile, parse_header
from vault.envelope.seal import Credentials, Opened, open_envelope
from vault.errors import (
    Damaged,
    EnvelopeError,
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
    TooNew,
)
from vault.storage.parity import Layout, repair_part
from vault.storage.reading import open_healed, read_header
from vault.storage.repair import Healed

MAKE = Maker(7)
KEYS = MAKE.keys(MAKE.c, MAKE.p)
BARE = MAKE.seal(KEYS, body=b"x" * 100)
WHOLE = BARE + repair_part(BARE)
LONG = MAKE.seal(KEYS, body=b"y" * 100_000)
LONG_WHOLE = LONG + repair_part(LONG)
START = parse_header(BARE, paper=False).payload_start
SLOT = 28 + 3  # the first slot, which the code opens
PATH = Path("shop.sparekey")


class Opener:
    """Opens with a code, counting how often."""

    def __init__(self, code: bytes = CODE) -> None:
        self.credentials = Credentials(code=Secret(code))
        self.times = 0

    def __call__(self, data: bytes) -> Opened:
        self.times += 1
        return open_envelope(data, self.credentials, profile=Profile.VAULT)


def opened(raw: bytes) -> tuple[Opened, Healed | None]:
    return open_healed(PATH, raw, Opener())


def opens_whole(raw: bytes, whole: bytes = WHOLE) -> None:
    """Hold that damaged bytes open to what was sealed, and that the damage is told."""
    content, damage = opened(raw)
    assert content.body in (b"x" * 100, b"y" * 100_000)
    assert damage is not None
    assert damage.places
    assert damage.data == whole


def test_a_whole_file_opens_and_no_damage_is_told() -> None:
    """Its parity was looked at only as far as it is told of itself."""
    assert opened(WHOLE)[1] is None
    assert opened(LONG_WHOLE)[1] is None


def test_a_file_without_parity_opens_and_no_damage_is_told() -> None:
    """As every file did, before there was any."""
    assert opened(BARE)[1] is None


@pytest.mark.parametrize("place", range(START + 56))
def test_every_damaged_byte_of_the_header_is_healed(place: int) -> None:
    """Magic, version, profile, lengths, ids, slots, costs, and the stream's head."""
    opens_whole(flip(WHOLE, place))


@given(st.integers(0, 8 * len(WHOLE) - 1))
def test_any_flipped_bit_opens_healed_and_told(bit: int) -> None:
    """Wherever it is, parity included."""
    byte = bytes([WHOLE[bit // 8] ^ 1 << bit % 8])
    opens_whole(put(WHOLE, bit // 8, byte))


@pytest.mark.parametrize("size", [1, 4, 700, 6000])
def test_a_run_over_header_and_payload_is_healed(size: int) -> None:
    """From the first byte on."""
    opens_whole(put(WHOLE, 0, bytes(size)))


def test_damage_costs_one_run_of_the_key_where_the_header_shows_it() -> None:
    """It is healed before anything is tried."""
    opener = Opener()
    open_healed(PATH, flip(WHOLE, SLOT + 5), opener)
    assert opener.times == 1


def test_a_wrong_key_is_a_wrong_key_where_the_header_is_whole() -> None:
    """The parity has proven it: it is tried once, and the file is not blamed."""
    opener = Opener(bytes(16))
    with pytest.raises(NoKey) as caught:
        open_healed(PATH, WHOLE, opener)
    assert caught.value.undamaged
    assert opener.times == 1


def test_a_wrong_key_for_a_damaged_payload_is_a_wrong_key() -> None:
    """Damage elsewhere is no excuse for it."""
    with pytest.raises(NoKey) as caught:
        open_healed(PATH, flip(WHOLE, START + 100), Opener(bytes(16)))
    assert caught.value.undamaged


def test_a_wrong_key_for_a_damaged_header_that_was_healed_is_a_wrong_key() -> None:
    """And the file is tried twice at most."""
    opener = Opener(bytes(16))
    with pytest.raises(NoKey) as caught:
        open_healed(PATH, flip(WHOLE, SLOT + 5), opener)
    assert caught.value.undamaged
    assert opener.times == 2


def test_without_parity_nobody_knows_which_it_is() -> None:
    """A damaged slot looks like a wrong key, and the error says no more than that."""
    with pytest.raises(NoKey) as caught:
        opened(flip(BARE, SLOT + 5))
    assert not caught.value.undamaged


def lost(whole: bytes, start: int, blocks: int) -> bytes:
    """Return the file with so many blocks of 1 KiB overwritten."""
    rubbish = random.Random(blocks).randbytes(1024 * blocks)
    return put(whole, start, rubbish)


def test_a_header_beyond_parity_is_damage_and_no_wrong_key() -> None:
    """It is said before any passphrase is asked for, and after."""
    raw = lost(LONG_WHOLE, 0, 20)
    with pytest.raises(Damaged) as caught:
        opened(raw)
    assert caught.value.where == ((0, 20 * 1024),)
    assert caught.value.path == str(PATH)
    with pytest.raises(Damaged):
        read_header(PATH, raw)


def test_a_slot_beyond_parity_is_damage_and_no_wrong_key() -> None:
    """The header still reads, and the right key does not fit."""
    raw = flip(lost(LONG_WHOLE, 2048, 20), SLOT + 5)
    assert read_header(PATH, raw).ident == MAKE.seal(KEYS)[12:20]
    for code in (CODE, bytes(16)):
        with pytest.raises(Damaged):
            open_healed(PATH, raw, Opener(code))


def test_a_payload_beyond_parity_is_damage() -> None:
    """The key fits, the content is lost."""
    with pytest.raises(Damaged) as caught:
        opened(lost(LONG_WHOLE, 4096, 30))
    assert caught.value.where == ((4096, 34 * 1024),)


def test_damage_without_parity_is_what_it_was() -> None:
    """The envelope's own errors."""
    with pytest.raises(Tampered):
        opened(flip(BARE, START + 100))
    with pytest.raises(Malformed):
        opened(flip(BARE, 0))
    with pytest.raises(Malformed):
        read_header(PATH, flip(BARE, 0))


def test_a_header_is_read_healed() -> None:
    """Before any key: a share is not taken for a vault by one bit."""
    for place in (0, 8, 9, 11, 15, SLOT):
        header = read_header(PATH, flip(WHOLE, place))
        assert header == parse_header(WHOLE, paper=False)


def test_what_a_later_program_wrote_is_said_to_be_newer() -> None:
    """Its parity, if there is any, stands over the version that it wrote."""
    newer = put(BARE, 8, b"\x02")
    for raw in (newer, newer + repair_part(newer)):
        with pytest.raises(TooNew):
            read_header(PATH, raw)
        with pytest.raises(TooNew):
            opened(raw)


# --- parity is no authentication ---------------------------------------------------


def test_content_that_somebody_changed_with_its_parity_is_refused() -> None:
    """He can make the parity anew; he has no key."""
    changed = flip(BARE, START + 100)
    with pytest.raises(Tampered):
        opened(changed + repair_part(changed))


def test_parity_of_another_file_heals_to_nothing_that_opens() -> None:
    """It says that the header is damaged; the file is opened as it is, and so told."""
    other = MAKE.seal(MAKE.keys(MAKE.p), body=b"z" * 100)
    if len(other) != len(BARE):
        other = put(BARE, 200, bytes(50))
    content, damage = opened(BARE + repair_part(other.ljust(len(BARE))[: len(BARE)]))
    assert content.body == b"x" * 100
    assert damage is not None
    assert damage.data == WHOLE


def test_parity_of_rubbish_keeps_nothing_from_being_read() -> None:
    """Where it heals to no header, the one that is there counts."""
    rubbish = BARE + repair_part(random.Random(3).randbytes(len(BARE)))
    assert read_header(PATH, rubbish).ident == BARE[12:20]
    opens_whole(rubbish)


@pytest.mark.parametrize("seed", [0, 1])
def test_a_repair_part_that_is_lost_whole_costs_only_itself(seed: int) -> None:
    """What stands behind the payload is as long as one: zeros, or anything."""
    size = len(WHOLE) - len(BARE)
    lost = BARE + (random.Random(seed).randbytes(size) if seed else bytes(size))
    assert read_header(PATH, lost).profile is Profile.VAULT
    opens_whole(lost)
    with pytest.raises(Malformed, match="trailing"):
        opened(lost[:-1])
    with pytest.raises(Malformed, match="trailing"):
        opened(lost + b"\0")
    with pytest.raises(NoKey):
        open_healed(PATH, lost, Opener(bytes(16)))
    with pytest.raises(Tampered):
        opened(flip(lost, START + 100))
    with pytest.raises(TooNew):
        opened(put(lost, 8, b"\2"))


def test_parity_that_heals_to_an_older_save_gives_just_that_save() -> None:
    """As putting the whole older file there would; its stamp shows it."""
    older = MAKE.seal(KEYS, body=b"x" * 100)
    raw = put(older + repair_part(older), 0, bytes(3000))
    content, damage = opened(raw)
    assert content.header.save_id == older[20:28]
    assert damage is not None
    assert damage.data == older + repair_part(older)


def test_parity_that_asks_for_a_dear_key_must_be_allowed_like_any_file() -> None:
    """Healed or not, the cost is looked at before it is spent."""
    dear = put(BARE, BARE.index(KEYS.slots[1].to_bytes()) + 17, b"\x00\x10\x00\x01")
    raw = put(dear + repair_part(dear), 0, bytes(8))
    credentials = Credentials(passphrase=MAKE.phrase)

    def by_words(data: bytes) -> Opened:
        return open_envelope(data, credentials, profile=Profile.VAULT)

    with pytest.raises(NeedsConsent):
        open_healed(PATH, raw, by_words)


@given(st.data())
def test_whatever_parity_says_nothing_else_ever_opens(data: st.DataObject) -> None:
    """The body that was sealed, or one of the errors; two tries at most."""
    layout = Layout(len(BARE))
    part = bytearray(repair_part(BARE))
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(part) - 1))
        some = data.draw(st.binary(max_size=300))
        part[at : at + len(some)] = some
    raw = bytearray(BARE + part)
    for block in data.draw(st.lists(st.integers(0, layout.data_blocks - 1))):
        raw[1024 * block] ^= 255
    opener = Opener()
    try:
        content, _ = open_healed(PATH, bytes(raw), opener)
    except (EnvelopeError, Damaged):
        pass
    else:
        assert content.body == b"x" * 100
    assert opener.times <= 2


def test_a_part_that_would_make_the_file_too_large_is_no_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A directory claims a length; nothing is claimed for it."""
    monkeypatch.setattr(limits, "FILE_BYTES", len(WHOLE) - 1)
    with pytest.raises(Malformed):
        opened(flip(WHOLE, SLOT)[:-1])
