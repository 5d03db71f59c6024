"""Gathering: any order, doubled, mixed, torn and forged."""

import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import Incomplete, Refused, TooLarge
from vault.kit import collect
from vault.kit.collect import IMPATIENT, Added, Collection
from vault.kit.frames import Frame, frames_of, kit_id
from vault.kit.pile import Pile
from vault.kit.plan import Density, Plan

FIVE = Plan(Density.STURDY, sheets=5, groups=1, k=69)  # 20 KB, drawn and tried
FOUR = Plan(Density.STURDY, sheets=4, groups=1, k=57)
TWO = Plan(Density.COMPACT, sheets=2, groups=1, k=20)
GROUPED = Plan(Density.STURDY, sheets=12, groups=2, k=100)


class Kit:
    """A kit of random bytes with its frames, and ways to forge them."""

    def __init__(self, plan: Plan, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.envelope = self.random.randbytes(plan.envelope_bytes)
        self.id = kit_id(self.envelope)
        self.frames = frames_of(self.envelope, plan)

    def sheets(self, *numbers: int) -> list[Frame]:
        """Return the frames of some sheets, numbered from 0."""
        return [frame for frame in self.frames if frame.sheet in numbers]

    def forged(self, frames: Iterable[Frame]) -> list[Frame]:
        """Return the frames with data that no key made, but right checksums."""
        size = len(self.frames[0].data)
        return [replace(f, data=self.random.randbytes(size)) for f in frames]

    def marked(self, frames: Iterable[Frame]) -> list[Frame]:
        """Return the frames with the same single bit changed in each."""
        return [replace(f, data=f.data[:-1] + bytes([f.data[-1] ^ 1])) for f in frames]


@pytest.fixture(scope="module")
def kit() -> Kit:
    """A kit of five sheets, any three enough."""
    return Kit(FIVE)


@pytest.fixture(scope="module")
def grouped() -> Kit:
    """A kit of twelve sheets in two groups, any nine enough."""
    return Kit(GROUPED, seed=2)


def gathered(*parts: Iterable[Frame | str]) -> Collection:
    """Return a collection of the parts; each is a page with its own name."""
    collection = Collection()
    for at, part in enumerate(parts):
        for code in part:
            collection.add(code, f"page {at}")
    return collection


def paged(frames: Iterable[Frame], prefix: str) -> list[tuple[Frame, str]]:
    """Return the frames with one source for every sheet."""
    return [(frame, f"{prefix}{frame.sheet}") for frame in frames]


@given(st.integers(0, 2**32))
def test_order_and_doubles_do_not_matter(seed: int) -> None:
    """Any k codes in any order, some twice, give the envelope back."""
    kit = Kit(TWO)
    rng = random.Random(seed)
    some = rng.sample(kit.frames, TWO.k)
    collection = gathered([frame.to_text() for frame in some + some[:5]])
    assert collection.recover().envelope == kit.envelope


@given(st.integers(0, 2**32))
def test_one_code_too_few_is_incomplete(seed: int) -> None:
    """Without the k-th code it is never enough, and the error says what is missing."""
    kit = Kit(TWO)
    some = random.Random(seed).sample(kit.frames, TWO.k - 1)
    with pytest.raises(Incomplete) as failure:
        gathered(some).recover()
    error = failure.value
    assert (error.more, error.needed, error.found) == (1, 20, 19)
    assert (error.forged, error.kits) == (0, 1)


def test_nothing_gathered_is_incomplete() -> None:
    """An empty table of sheets has no kit."""
    with pytest.raises(Incomplete) as failure:
        Collection().recover()
    assert (failure.value.found, failure.value.kits) == (0, 0)


def test_each_text_is_told_what_became_of_it(kit: Kit) -> None:
    """New, double, of another kit, not ours, damaged."""
    other = Kit(TWO, seed=9)
    text = kit.frames[0].to_text()
    collection = Collection()
    assert collection.add("WIFI:S:shop;;") is Added.NOT_OURS
    assert collection.add("SK:HELLO") is Added.DAMAGED
    assert collection.add(text[:-1] + "0") is Added.DAMAGED
    assert collection.add(text) is Added.NEW
    assert collection.add(text, "again") is Added.DOUBLE
    assert collection.add(other.frames[0]) is Added.OTHER_KIT
    assert collection.add(kit.frames[1]) is Added.NEW


def test_the_state_tells_what_is_missing(kit: Kit) -> None:
    """Two sheets and a bit of five: which, how many, how many more."""
    collection = gathered(kit.sheets(0, 3), kit.sheets(4)[:5])
    (state,) = collection.kits()
    assert state.found_by_sheet == (24, 0, 0, 24, 5)
    assert state.missing_sheets == (1, 2)
    assert (state.found, state.needed, state.more) == (53, 69, 16)
    assert (state.sheets, state.needed_sheets) == (5, 3)
    assert not state.complete
    assert state.forged == 0


def test_the_state_of_a_complete_kit(kit: Kit) -> None:
    """Once the hash is right nothing more is asked for."""
    (state,) = gathered(kit.sheets(0, 3, 4)).kits()
    assert state.complete
    assert (state.kit, state.more, state.forged) == (kit.id, 0, 0)


def test_the_reserve_is_what_may_be_lost_whichever_codes_it_is(kit: Kit) -> None:
    """Three whole sheets hold 72 codes, and 69 are needed."""
    collection = gathered(kit.sheets(0, 3, 4))
    (state,) = collection.kits()
    assert state.reserve == collection.recover().reserve == 3


def test_the_reserve_of_several_groups_is_that_of_the_poorest(grouped: Kit) -> None:
    """All of one group and one more than enough of the other: one may be lost."""
    first = [frame for frame in grouped.frames if frame.group == 0]
    second = [frame for frame in grouped.frames if frame.group == 1][:101]
    (state,) = gathered(first, second).kits()
    assert state.reserve == 1


@pytest.mark.parametrize("seed", range(3))
def test_the_reserve_is_exact(seed: int) -> None:
    """So many of the poorest group gone, and the kit is whole; with one more, not."""
    chance = random.Random(seed)
    kit = Kit(GROUPED, seed=3)
    read = chance.sample(kit.frames, 280)
    (state,) = gathered(read).kits()
    by_group = [[one for one in read if one.group == group] for group in (0, 1)]
    by_group.sort(key=len)
    poor, rich = by_group
    (left,) = gathered(poor[state.reserve :], rich).kits()
    assert left.complete
    assert left.reserve == 0
    (short,) = gathered(poor[state.reserve + 1 :], rich).kits()
    assert not short.complete


def test_forged_codes_are_no_reserve() -> None:
    """What was left out as not genuine can't stand in for what is lost."""
    kit = Kit(FIVE, seed=4)
    forged = kit.forged(kit.sheets(1)[:2])
    (state,) = gathered(kit.sheets(0, 3, 4), forged).kits()
    assert (state.complete, state.forged, state.reserve) == (True, 2, 3)


def test_what_is_not_whole_has_no_reserve(kit: Kit) -> None:
    """There is nothing to spare yet."""
    (state,) = gathered(kit.sheets(0)).kits()
    assert state.reserve == 0


def test_any_needed_sheets_are_enough(kit: Kit) -> None:
    """Two of five sheets may be lost."""
    recovered = gathered(kit.sheets(1, 2, 4)).recover()
    assert recovered.envelope == kit.envelope
    assert (recovered.kit, recovered.sheets, recovered.forged) == (kit.id, 5, 0)
    assert recovered.others == ()


def test_any_nine_of_twelve_sheets_are_enough_for_both_groups(grouped: Kit) -> None:
    """Groups are dealt evenly, so that lost sheets hurt them alike."""
    recovered = gathered(grouped.sheets(0, 1, 3, 4, 6, 7, 9, 10, 11)).recover()
    assert recovered.envelope == grouped.envelope


def test_one_group_short_is_incomplete(grouped: Kit) -> None:
    """Plenty of one group does not make up for the other."""
    first = [frame for frame in grouped.frames if frame.group == 0]
    second = [frame for frame in grouped.frames if frame.group == 1][:97]
    with pytest.raises(Incomplete) as failure:
        gathered(first, second).recover()
    assert failure.value.more == 3


def test_a_mixed_in_part_of_another_kit_does_no_harm(kit: Kit) -> None:
    """The complete kit comes back, and the other is named."""
    other = Kit(TWO, seed=9)
    collection = gathered(other.frames[:7], kit.sheets(0, 1, 2))
    recovered = collection.recover()
    assert recovered.envelope == kit.envelope
    assert recovered.others == (other.id,)
    assert [state.complete for state in collection.kits()] == [False, True]


def test_two_complete_kits_must_be_told_apart_by_the_owner(kit: Kit) -> None:
    """Neither is guessed; each is given when named."""
    other = Kit(TWO, seed=9)
    collection = gathered(kit.frames, other.frames)
    with pytest.raises(Refused) as failure:
        collection.recover()
    assert failure.value.reason == "two-kits"
    assert failure.value.detail.split() == [kit.id.hex(), other.id.hex()]
    assert collection.recover(other.id).envelope == other.envelope
    assert collection.recover(kit.id).envelope == kit.envelope


def test_a_kit_nobody_showed_is_incomplete(kit: Kit) -> None:
    """Naming an unknown kit is answered like an empty table."""
    with pytest.raises(Incomplete) as failure:
        gathered(kit.frames).recover(b"unknown!")
    assert (failure.value.found, failure.value.kits) == (0, 1)


def test_of_incomplete_kits_the_nearest_is_reported(kit: Kit) -> None:
    """The figures are those of the kit that lacks least."""
    other = Kit(TWO, seed=9)
    with pytest.raises(Incomplete) as failure:
        gathered(kit.frames[:30], other.frames[:17]).recover()
    assert (failure.value.more, failure.value.needed, failure.value.kits) == (3, 20, 2)


def test_more_codes_than_all_pictures_show_are_refused(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory and work are bounded by the number of different codes."""
    monkeypatch.setattr(collect, "FRAMES", 10)
    with pytest.raises(TooLarge) as failure:
        gathered(kit.frames[:5], kit.frames[:11])
    assert failure.value.limit == "FRAMES"


# --- forged codes: right kit id, right checksum, wrong data ------------------------


def test_a_forged_code_among_all_is_left_out(kit: Kit) -> None:
    """Redundancy shows the one that does not belong."""
    collection = gathered(kit.forged(kit.frames[3:4]), kit.frames[:3], kit.frames[4:])
    recovered = collection.recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 1


def test_forged_codes_up_to_one_below_the_reserve_are_left_out(kit: Kit) -> None:
    """120 codes of which 50 are forged: the 70 genuine ones win."""
    bad = kit.random.sample(kit.frames, 50)
    good = [frame for frame in kit.frames if frame not in bad]
    recovered = gathered(kit.forged(bad), good).recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 50


def test_contrived_forgeries_up_to_half_the_reserve_are_left_out(kit: Kit) -> None:
    """The same flipped bit in 25 codes does not blind the search."""
    bad = kit.random.sample(kit.frames, 25)
    good = [frame for frame in kit.frames if frame not in bad]
    recovered = gathered(kit.marked(bad), good).recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 25


def test_a_forged_sheet_in_place_of_a_genuine_one(kit: Kit) -> None:
    """Three genuine sheets and one forged one: the three are enough."""
    recovered = gathered(kit.sheets(0), kit.forged(kit.sheets(1)), kit.sheets(2, 4))
    assert recovered.recover().envelope == kit.envelope
    assert recovered.recover().forged == 24


def test_a_forged_sheet_with_no_redundancy_to_spare_is_left_out_whole() -> None:
    """With exactly k genuine codes the leaving out of whole sheets still helps."""
    plan = Plan(Density.STURDY, sheets=4, groups=1, k=48)
    tight = Kit(plan, seed=4)
    pages = [tight.sheets(0), tight.marked(tight.sheets(1)), tight.sheets(3)]
    collection = gathered(*pages)
    assert collection.recover().envelope == tight.envelope
    one_source = Collection()
    for code in chain(*pages):
        one_source.add(code, "camera")
    assert one_source.recover().envelope == tight.envelope


def test_a_forged_sheet_beside_the_genuine_one(kit: Kit) -> None:
    """Contradicting codes are left out first: the other sheets are enough."""
    forged = kit.forged(kit.sheets(1))
    recovered = gathered(kit.sheets(0), forged, kit.sheets(1), kit.sheets(2, 3))
    assert recovered.recover().envelope == kit.envelope
    assert recovered.recover().forged == 24


@pytest.mark.parametrize("genuine_first", [True, False])
def test_contradicting_codes_are_tried_where_they_are_needed(
    kit: Kit, genuine_first: bool
) -> None:
    """Just enough sheets, one of them also forged: both of it are tried."""
    pair = [kit.sheets(2), kit.forged(kit.sheets(2))]
    pages = pair if genuine_first else pair[::-1]
    recovered = gathered(kit.sheets(0), *pages, kit.sheets(4)).recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 24


def test_contradictions_from_one_camera_are_tried_by_arrival(kit: Kit) -> None:
    """Without the names of pages, first or last come is believed sheet by sheet."""
    collection = Collection()
    for frame in [
        *kit.forged(kit.sheets(0)),
        *kit.sheets(2),
        *kit.sheets(0),
        *kit.forged(kit.sheets(2)),
        *kit.sheets(4),
    ]:
        collection.add(frame, "camera")
    assert collection.recover().envelope == kit.envelope
    assert collection.recover().forged == 48


def test_a_forged_copy_of_the_whole_kit_beside_it(kit: Kit) -> None:
    """Every code contradicted once: the genuine kit is still found."""
    order = paged(kit.frames, "safe ") + paged(kit.forged(kit.frames), "found ")
    order.sort(key=lambda page: (page[0].sheet, page[1] < "safe"))
    collection = Collection()
    for frame, source in order:
        collection.add(frame, source)
    recovered = collection.recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 120


def test_of_many_scans_the_honest_one_is_believed_whole(grouped: Kit) -> None:
    """Codes mixed up at random: those of one scan belong together."""
    both = [(frame, "safe") for frame in grouped.frames]
    both += paged(grouped.forged(grouped.frames), "found ")
    grouped.random.shuffle(both)
    collection = Collection()
    for frame, source in both:
        collection.add(frame, source)
    assert collection.recover().envelope == grouped.envelope
    assert collection.recover().forged == 288


def test_showing_known_codes_again_in_one_scan_helps(kit: Kit) -> None:
    """A double is no news, but whom it came with may be."""
    both = kit.frames + kit.forged(kit.frames)
    kit.random.shuffle(both)
    collection = gathered(both)
    with pytest.raises(Incomplete):
        collection.recover()
    assert {collection.add(frame, "safe") for frame in kit.frames} == {Added.DOUBLE}
    assert collection.recover().envelope == kit.envelope


def test_a_picture_full_of_forgeries_is_left_out() -> None:
    """Scattered contrived codes beyond half the reserve, all from one picture."""
    tight = Kit(Plan(Density.STURDY, sheets=4, groups=1, k=48), seed=5)
    order = tight.random.sample(tight.frames, 72)
    genuine, bad = order[:48], tight.marked(order[48:])
    collection = gathered(genuine[:24], bad, genuine[24:])
    assert collection.recover().envelope == tight.envelope
    assert collection.recover().forged == 24


@pytest.mark.long
@pytest.mark.parametrize("figure", ["k", "sheets"])
def test_forged_figures_are_gathered_apart(kit: Kit, figure: str) -> None:
    """Codes that state another shape cannot spoil the genuine ones."""
    if figure == "k":
        forged = [replace(frame, k=20) for frame in kit.frames]
    else:
        forged = [replace(f, sheets=6, n=144) for f in kit.forged(kit.frames)]
    recovered = gathered(forged, kit.sheets(0, 1, 2)).recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 120


def test_forged_codes_in_a_kit_of_two_groups(grouped: Kit) -> None:
    """Each group finds its own forgeries."""
    bad = grouped.random.sample(grouped.frames, 60)
    good = [frame for frame in grouped.frames if frame not in bad]
    recovered = gathered(grouped.forged(bad), good).recover()
    assert recovered.envelope == grouped.envelope
    assert recovered.forged == 60


def test_scattered_and_contradicting_forgeries_together(kit: Kit) -> None:
    """Ten codes replaced and twenty contradicted leave ninety to work with."""
    replaced = kit.forged(kit.frames[:10])
    contradicted = kit.forged(kit.frames[30:50])
    recovered = gathered(replaced, contradicted, kit.frames[10:]).recover()
    assert recovered.envelope == kit.envelope
    assert recovered.forged == 30


def test_too_many_forgeries_are_incomplete_and_said(kit: Kit) -> None:
    """Fewer than k genuine codes cannot be enough; the forgery is not hidden."""
    with pytest.raises(Incomplete) as failure:
        gathered(kit.forged(kit.frames[:40]), kit.frames[40:100]).recover()
    assert failure.value.forged >= 1
    assert failure.value.more >= 1


def test_a_late_genuine_sheet_mends_a_spoilt_gathering(kit: Kit) -> None:
    """What failed once is tried anew when another sheet arrives."""
    collection = gathered(kit.sheets(0, 1), kit.forged(kit.sheets(2)))
    with pytest.raises(Incomplete):
        collection.recover()
    for frame in kit.sheets(3):
        collection.add(frame, "late")
    assert collection.recover().envelope == kit.envelope


def test_nothing_but_the_hash_is_believed(kit: Kit) -> None:
    """A whole consistent kit under a stolen id is not the kit."""
    stranger = Kit(FIVE, seed=8)
    posing = [replace(frame, kit=kit.id) for frame in stranger.frames]
    with pytest.raises(Incomplete) as failure:
        gathered(posing).recover()
    assert failure.value.forged >= 1


def test_a_hopeless_pile_ends_after_its_attempts(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search is bounded in decodings, whatever was printed."""
    calls = []

    def counted(_pile: collect.Pile, choice: dict[int, bytes], *, sift: bool) -> None:
        assert len(choice) >= FIVE.k
        calls.append((frozenset(choice), frozenset(choice.values()), sift))

    monkeypatch.setattr(collect.Pile, "_decoded", counted)
    monkeypatch.setattr(collect, "ATTEMPTS", 20)
    collection = Collection()
    for frame, source in paged(kit.forged(kit.frames) + kit.frames, "x"):
        collection.add(frame, source)
    with pytest.raises(Incomplete):
        collection.recover()
    assert [sift for *_, sift in calls] == [False, True] * 20
    assert len(set(calls)) == len(calls)


def test_the_same_choice_is_never_decoded_twice(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving out a sheet that is not there is no new attempt."""
    calls = []

    def counted(_pile: collect.Pile, choice: dict[int, bytes], *, sift: bool) -> None:
        calls.append((frozenset(choice.items()), sift))

    monkeypatch.setattr(collect.Pile, "_decoded", counted)
    with pytest.raises(Incomplete):
        gathered(kit.sheets(0, 1), kit.sheets(3)).recover()
    assert len(set(calls)) == len(calls)


def test_forged_pages_do_not_make_every_look_dearer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After each page it is asked how far all is; the work in vain has an end."""
    decoded = []
    real = Pile._decoded

    def counted(pile: Pile, choice: dict[int, bytes], *, sift: bool) -> bytes | None:
        decoded.append(pile.plan.k)
        return real(pile, choice, sift=sift)

    monkeypatch.setattr(collect, "PATIENCE", 200)
    monkeypatch.setattr(Pile, "_decoded", counted)
    tight = Kit(Plan(Density.STURDY, sheets=2, groups=1, k=20), seed=9)
    collection, looks = Collection(), []
    for page in range(20):
        for frame in tight.forged(tight.random.sample(tight.frames, 24)):
            collection.add(frame, f"page {page}")
        before = len(decoded)
        assert not collection.kits()[0].complete
        looks.append(len(decoded) - before)
    assert max(looks) > 2 * IMPATIENT
    assert max(looks[10:]) <= 2 * IMPATIENT


def test_a_kit_is_found_by_whoever_asks_for_it_among_any_forgeries(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patience ends for the looks in between, not for recovering."""
    monkeypatch.setattr(collect, "PATIENCE", 0)
    collection = Collection()
    for frame, source in paged(kit.forged(kit.frames), "found "):
        collection.add(frame, source)
    for frame, source in paged(kit.frames, "safe "):
        collection.add(frame, source)
    assert not collection.kits()[0].complete
    assert collection.recover().envelope == kit.envelope
    assert collection.kits()[0].complete


def test_what_was_found_once_stays_found(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forged pages that come later are counted, and nothing is searched again."""
    collection = gathered(kit.frames)
    assert collection.kits()[0].complete
    monkeypatch.setattr(Pile, "solve", None)
    for frame in kit.forged(kit.frames):
        collection.add(frame, "found")
    (state,) = collection.kits()
    assert (state.complete, state.forged) == (True, 120)
