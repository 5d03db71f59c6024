"""Sealing and opening whole envelopes, and every way to be wrong about it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.envelope_maker import (
    IDENT,
    STAMP,
    Maker,
    disk_body,
    sign,
    signing_seed,
)
from vault import limits
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope import factors
from vault.envelope.header import Profile
from vault.envelope.seal import (
    NO_SLOT,
    Credentials,
    Keys,
    Stamp,
    open_envelope,
    reopen,
    seal,
)
from vault.envelope.slot import Slot
from vault.errors import (
    BrokenInvariant,
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
    TooLarge,
    TooNew,
)
from vault.limits import Cost

FIVE = (Malformed, TooNew, NeedsConsent, NoKey, Tampered)
MAKE = Maker(13)
BY_CODE = Credentials(code=MAKE.code)
CODE_KEYS = MAKE.keys(MAKE.c)


@given(
    st.binary(max_size=20_000),
    st.sampled_from(Profile),
    st.integers(0, 2**64 - 1),
    st.integers(0, 2**32 - 1),
)
def test_any_bytes_sealed_open_again(
    body: bytes, profile: Profile, generation: int, epoch: int
) -> None:
    """For every profile, by a credential and by the file key in use."""
    stamp = Stamp(generation, epoch, b"parentid")
    data = seal(
        body,
        profile=profile,
        ident=IDENT,
        keys=CODE_KEYS,
        stamp=stamp,
        random=MAKE.random,
    )
    for found in (
        open_envelope(data, BY_CODE, profile=profile),
        open_envelope(data, BY_CODE),
        reopen(data, CODE_KEYS),
    ):
        assert (found.body, found.stamp) == (body, stamp)
        assert found.header.profile is profile
        assert found.header.slots == CODE_KEYS.slots
        assert not found.is_signed
    assert open_envelope(data, BY_CODE).slot == 0
    assert reopen(data, CODE_KEYS).slot == NO_SLOT


@given(st.integers(1, 600))
def test_a_kit_fills_its_symbols(symbol_bytes: int) -> None:
    """Whatever their size, and without the magic."""
    data = seal(
        b"body",
        profile=Profile.KIT,
        ident=IDENT,
        keys=CODE_KEYS,
        stamp=STAMP,
        random=MAKE.random,
        symbol_bytes=symbol_bytes,
    )
    assert len(data) % symbol_bytes == 0
    assert open_envelope(data, BY_CODE, profile=Profile.KIT).body == b"body"


def test_reopening_runs_no_argon2(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The save path opens what it wrote, and nobody waits."""
    keys = make.keys(make.p)
    data = make.seal(keys)
    monkeypatch.setattr(factors, "argon2id", None)
    monkeypatch.setattr(factors, "argon2id_in_child", None)
    assert reopen(data, keys).body == disk_body()


def test_reopening_tells_another_key_from_damage(make: Maker) -> None:
    """No slot in common: another file key. A common one: tampered."""
    keys, other = make.keys(make.p, make.c), make.keys(make.p)
    with pytest.raises(NoKey) as caught:
        reopen(make.seal(other), keys)
    assert caught.value.ways == (1,)
    data = bytearray(make.seal(keys))
    data[-1] ^= 1
    with pytest.raises(Tampered):
        reopen(bytes(data), keys)


def test_reopening_accepts_a_way_added_elsewhere(make: Maker) -> None:
    """Another device may add a way around the same file key."""
    keys = make.keys(make.p)
    wider = Keys(keys.file_key, (*keys.slots, *make.keys(make.c).slots))
    assert reopen(make.seal(wider), keys).keys.slots == wider.slots


def test_fields_of_later_writers_are_kept(make: Maker) -> None:
    """What is optional and unknown goes from open to seal and is there again."""
    keys = replace(make.keys(make.c), kept=(Field(0x90, b"later"),))
    found = open_envelope(make.seal(keys), BY_CODE)
    again = open_envelope(make.seal(found.keys), BY_CODE)
    assert again.header.kept == keys.kept


def test_a_signature_covers_the_ways_in_and_the_content(make: Maker) -> None:
    """Nobody who can read a share can address it to somebody else."""
    public = signing.public_key(signing_seed())
    one, two = make.keys(make.c), make.keys(make.c)
    first = open_envelope(make.seal(one, Profile.SHARE, sign=sign), BY_CODE)
    assert first.is_signed
    assert first.verify(public)
    assert not first.verify(bytes(32))

    def stolen(_: bytes) -> bytes:
        return first.signature

    forged = open_envelope(make.seal(two, Profile.SHARE, sign=stolen), BY_CODE)
    assert forged.body == first.body
    assert not forged.verify(public)
    other = make.seal(one, Profile.SHARE, body=b"other", sign=stolen)
    assert not open_envelope(other, BY_CODE).verify(public)


def test_a_vault_is_never_signed(make: Maker) -> None:
    """And whole symbols are for paper alone."""
    keys = make.keys(make.c)
    with pytest.raises(BrokenInvariant):
        make.seal(keys, sign=sign)
    for wrong in ({"symbol_bytes": 300}, {"ident": b"short"}):
        given = {"profile": Profile.VAULT, "ident": IDENT, **wrong}
        with pytest.raises(BrokenInvariant):
            seal(b"", keys=keys, stamp=STAMP, random=make.random, **given)
    with pytest.raises(BrokenInvariant):
        seal(
            b"",
            profile=Profile.VAULT,
            ident=IDENT,
            keys=keys,
            stamp=Stamp(1, 1, b""),
            random=make.random,
        )


def test_nothing_too_large_is_written(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be read again is refused while the old file is whole."""
    keys = make.keys(make.c)
    with pytest.raises(TooLarge) as caught:
        make.seal(keys, Profile.KIT, body=bytes(limits.PAPER_BYTES))
    assert caught.value.limit == "PAPER_BYTES"
    wide = replace(keys, kept=(Field(0x80, bytes(60_000)),))
    with pytest.raises(TooLarge) as caught:
        make.seal(wide)
    assert caught.value.limit == "FIELDS_BYTES"
    monkeypatch.setattr(limits, "FILE_BYTES", 100_000)
    with pytest.raises(TooLarge) as caught:
        make.seal(keys, body=bytes(100_000))
    assert caught.value.limit == "FILE_BYTES"


def test_two_saves_have_nothing_random_in_common(make: Maker) -> None:
    """Save ids, stream salts and ciphertexts all differ; the slots stay."""
    keys = make.keys(make.c)
    saves = [make.seal(keys) for _ in range(300)]
    found = [open_envelope(data, BY_CODE) for data in saves]
    assert len({opened.header.save_id for opened in found}) == 300
    start = found[0].header.payload_start
    assert len({data[start : start + 24] for data in saves}) == 300
    assert len({data[start + 56 :] for data in saves}) == 300


def test_consent_is_asked_only_for_what_would_be_run(make: Maker) -> None:
    """A dear slot beside the code's costs its holder nothing."""
    dear = make.slot(Cost(64, 17, 1))
    keys = make.keys(make.c)
    data = make.seal(Keys(keys.file_key, (dear, *keys.slots)))
    assert open_envelope(data, BY_CODE).slot == 1
    with pytest.raises(NeedsConsent):
        open_envelope(data, Credentials(make.phrase))
    with pytest.raises(NoKey):
        open_envelope(data, Credentials(make.phrase), consent=True)


def test_a_small_machine_is_asked_earlier(make: Maker) -> None:
    """Half of the free memory is the most that is taken unasked."""
    data = make.seal(make.keys(make.p))
    phrase = Credentials(make.phrase)
    assert open_envelope(data, phrase, free_memory_kib=128).slot == 0
    with pytest.raises(NeedsConsent):
        open_envelope(data, phrase, free_memory_kib=127)


@given(st.binary(max_size=400), st.sampled_from([None, *Profile]))
def test_any_bytes_leave_as_one_of_five(data: bytes, profile: Profile | None) -> None:
    """Nothing else is ever raised on reading."""
    both = Credentials(MAKE.phrase, MAKE.code)
    with pytest.raises(FIVE):
        open_envelope(data, both, profile=profile)
    with pytest.raises(FIVE):
        reopen(data, CODE_KEYS, profile=profile)


def test_a_slot_of_another_vault_opens_nothing(make: Maker) -> None:
    """The wrapping is bound to the id."""
    keys = make.keys(make.c)
    data = make.seal(keys)
    moved = data[:12] + b"othervlt" + data[20:]
    with pytest.raises(NoKey):
        open_envelope(moved, BY_CODE)


def test_a_way_that_needs_more_than_there_is_stays_and_is_named(make: Maker) -> None:
    """A key file or deputy key is parsed and kept, and cannot open yet."""
    hidden = Slot(6, bytes(16), None, b"", bytes(40))
    keys = make.keys(make.c)
    data = make.seal(Keys(keys.file_key, (hidden, *keys.slots)))
    assert open_envelope(data, BY_CODE).keys.slots[0] == hidden
    alone = make.seal(Keys(Secret(bytes(32)), (hidden,)))
    with pytest.raises(NoKey) as caught:
        open_envelope(alone, BY_CODE)
    assert caught.value.ways == (6,)
