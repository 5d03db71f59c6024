"""Ways in: made, found, changed."""

import random

import pytest

from tests.vectors.envelope_good import foreign
from tests.vectors.envelope_maker import IDENT, Maker
from vault import limits
from vault.crypto.kdf import DESKTOP, FLOOR, TESTS_ONLY
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope import ways
from vault.envelope.factors import Credentials
from vault.envelope.slot import Slot
from vault.envelope.ways import Keys, Way, change_ways, find_key, new_keys
from vault.errors import BrokenInvariant, NoKey, Refused, TooLarge
from vault.limits import Cost

SOMEBODY = foreign(1)


def opens(keys: Keys, credentials: Credentials) -> bool:
    """Tell whether these open the keys, and give the same file key."""
    try:
        return find_key(keys.slots, IDENT, credentials)[1].equals(keys.file_key)
    except NoKey:
        return False


def test_each_way_opens_alone(make: Maker) -> None:
    """Passphrase, code, or both where both are needed."""
    p, c = Credentials(make.phrase), Credentials(code=make.code)
    both = Credentials(make.phrase, make.code)
    either, needed = make.keys(make.p, make.c), make.keys(make.pc)
    assert [opens(either, who) for who in (p, c, both)] == [True, True, True]
    assert [opens(needed, who) for who in (p, c, both)] == [False, False, True]


def test_the_code_is_tried_before_any_argon2(make: Maker) -> None:
    """Whoever presents both waits for nothing, wherever the slots stand."""
    keys = make.keys(make.p, make.pc, make.c)
    both = Credentials(make.phrase, make.code)
    assert find_key(keys.slots, IDENT, both)[0] == 2


def test_no_key_names_the_ways(make: Maker) -> None:
    """So that the window can say what else would open it."""
    keys = make.keys(make.p, make.pc, make.c)
    with pytest.raises(NoKey) as caught:
        find_key(keys.slots, IDENT, Credentials(Secret(b"wrong")))
    assert caught.value.ways == (1, 3, 2)


@pytest.mark.parametrize(
    ("cost", "reason"),
    [
        (None, "cost-below-floor"),
        (Cost(FLOOR.m_kib - 1, 3, 4), "cost-below-floor"),
        (Cost(FLOOR.m_kib, 2, 4), "cost-below-floor"),
        (Cost(FLOOR.m_kib, 3, 0), "cost-below-floor"),
        (TESTS_ONLY, "cost-below-floor"),
        (Cost(FLOOR.m_kib, 17, 4), "cost-above-limit"),
    ],
)
def test_a_cost_out_of_bounds_is_never_written(
    make: Maker, cost: Cost | None, reason: str
) -> None:
    """Neither one that is cheap to guess, nor one that must be asked for."""
    with pytest.raises(Refused) as caught:
        new_keys(IDENT, [Way(make.phrase, cost=cost)], make.random)
    assert caught.value.reason == reason


def test_there_is_always_a_way_in(make: Maker) -> None:
    """No ways, or a way without factors, make no keys."""
    with pytest.raises(Refused, match="no-way-in"):
        make.keys()
    with pytest.raises(BrokenInvariant):
        make.keys(Way())
    keys = make.keys(make.c)
    with pytest.raises(Refused, match="no-way-in"):
        change_ways(IDENT, keys, random=make.random, remove={0})


def test_there_are_not_too_many_ways(make: Maker) -> None:
    """Four with a passphrase, 32 in all."""
    with pytest.raises(TooLarge) as caught:
        make.keys(*[make.p] * (limits.PASSPHRASE_SLOTS + 1))
    assert caught.value.limit == "PASSPHRASE_SLOTS"
    with pytest.raises(TooLarge) as caught:
        make.keys(*[make.c] * (limits.SLOTS + 1))
    assert caught.value.limit == "SLOTS"
    assert len(make.keys(*[make.c] * limits.SLOTS).slots) == limits.SLOTS


def test_nothing_is_drawn_twice(make: Maker) -> None:
    """File keys and salts of many enrolments all differ."""
    made = [make.keys(make.c, make.c) for _ in range(200)]
    assert len({keys.file_key.reveal() for keys in made}) == 200
    assert len({slot.salt for keys in made for slot in keys.slots}) == 400


def test_an_added_way_changes_nothing_else(make: Maker) -> None:
    """The file key stays, and so do the slots of people who are not there."""
    keys = make.keys(make.p)
    kept = Keys(keys.file_key, keys.slots, (Field(0x80, b"later"),))
    changed = change_ways(
        IDENT, kept, random=make.random, add=[make.c], floor=TESTS_ONLY
    )
    assert (changed.dropped, changed.new_file_key) == ((), False)
    assert changed.keys.slots[0] == keys.slots[0]
    assert changed.keys.kept == kept.kept
    assert opens(changed.keys, Credentials(make.phrase))
    assert opens(changed.keys, Credentials(code=make.code))
    assert changed.keys.file_key.equals(keys.file_key)


def test_a_replaced_passphrase_draws_a_new_file_key(make: Maker) -> None:
    """The old one opens nothing any more; the kept code is wrapped again."""
    keys = make.keys(make.p, make.c)
    new = Way(Secret(b"the new one"), cost=TESTS_ONLY)
    changed = change_ways(
        IDENT,
        keys,
        random=make.random,
        presented=[Credentials(code=make.code)],
        add=[new],
        remove={0},
        floor=TESTS_ONLY,
    )
    assert (changed.dropped, changed.new_file_key) == ((), True)
    assert not changed.keys.file_key.equals(keys.file_key)
    assert opens(changed.keys, Credentials(new.passphrase))
    assert opens(changed.keys, Credentials(code=make.code))
    assert not opens(changed.keys, Credentials(make.phrase))
    old = find_key(keys.slots, IDENT, Credentials(make.phrase))[1]
    assert not old.equals(changed.keys.file_key)
    assert not set(keys.slots) & set(changed.keys.slots)


def test_ways_that_are_not_presented_are_dropped_and_named(make: Maker) -> None:
    """A partner who is not there, a wrong guess for him, a key file: all named."""
    keys = make.keys(make.p, SOMEBODY, make.c)
    hidden = Slot(5, bytes(16), TESTS_ONLY, b"", bytes(40))
    keys = Keys(keys.file_key, (*keys.slots, hidden))
    wrong = Credentials(Secret(b"not the partner's"))
    changed = change_ways(
        IDENT,
        keys,
        random=make.random,
        presented=[wrong, Credentials(make.phrase)],
        remove={2},
        floor=TESTS_ONLY,
    )
    assert changed.dropped == (1, 3)
    assert [slot.mask for slot in changed.keys.slots] == [1]
    assert not opens(changed.keys, Credentials(SOMEBODY.passphrase))


def test_a_partner_who_is_there_keeps_his_way(make: Maker) -> None:
    """Each slot finds its own among all that was presented."""
    keys = make.keys(make.p, SOMEBODY, make.pc)
    changed = change_ways(
        IDENT,
        keys,
        random=make.random,
        presented=[
            Credentials(SOMEBODY.passphrase),
            Credentials(make.phrase, make.code),
        ],
        renew=True,
        floor=TESTS_ONLY,
    )
    assert (changed.dropped, changed.new_file_key) == ((), True)
    assert [slot.mask for slot in changed.keys.slots] == [1, 1, 3]
    assert opens(changed.keys, Credentials(SOMEBODY.passphrase))


def test_a_slot_around_another_key_is_our_bug(make: Maker) -> None:
    """Slots and file key come from one file."""
    one, other = make.keys(make.c), make.keys(make.c)
    mixed = Keys(one.file_key, other.slots)
    presented = [Credentials(code=make.code)]
    with pytest.raises(BrokenInvariant):
        change_ways(IDENT, mixed, random=make.random, presented=presented, renew=True)


@pytest.mark.parametrize(
    ("old", "floor", "written"),
    [
        (Cost(64, 1, 1), Cost(128, 2, 4), Cost(128, 2, 1)),
        (Cost(256, 1, 2), Cost(128, 2, 4), Cost(256, 2, 2)),
        (Cost(64, 17, 1), TESTS_ONLY, DESKTOP),
    ],
)
def test_a_slot_wrapped_again_has_a_cost_we_write(
    old: Cost, floor: Cost, written: Cost
) -> None:
    """At least the floor, and nothing that had to be consented to."""
    assert ways._writable(old, floor) == written


def test_many_kinds_of_keys_survive_any_change() -> None:
    """Who presents factors opens afterwards; who was removed does not."""
    draw = random.Random(8)
    people = [
        (Credentials(Secret(bytes([n]))), Way(Secret(bytes([n])), cost=TESTS_ONLY))
        for n in range(4)
    ]
    for _ in range(15):
        keys = new_keys(IDENT, [w for _, w in people], draw.randbytes, TESTS_ONLY)
        gone, there = draw.sample(range(4), 1), set(draw.sample(range(4), 3))
        staying = there - set(gone)
        changed = change_ways(
            IDENT,
            keys,
            random=draw.randbytes,
            presented=[people[n][0] for n in there],
            remove=gone,
            floor=TESTS_ONLY,
        )
        able = {n for n in range(4) if opens(changed.keys, people[n][0])}
        assert able == staying
        assert set(changed.dropped) == set(range(4)) - staying - set(gone)
