"""One code on paper: exactly one text for each frame, anything else refused."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.encoding import base45
from vault.encoding.checksum import checksum
from vault.encoding.erasure import recover
from vault.errors import BrokenInvariant, Malformed
from vault.kit.frames import (
    TEXT_CHARACTERS,
    Frame,
    frames_of,
    kit_id,
    parse_frame,
)
from vault.kit.plan import Density, Plan, codes_a_group, groups_of

SMALL = Plan(Density.STURDY, sheets=2, groups=1, k=3)
TWO_GROUPS = Plan(Density.COMPACT, sheets=11, groups=2, k=2)


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    """Draw any frame that a kit of ours could hold."""
    density = draw(st.sampled_from(Density))
    sheets = draw(st.integers(2, 40))
    groups = groups_of(sheets)
    n = codes_a_group(sheets, groups)
    group, index = draw(st.integers(0, groups - 1)), draw(st.integers(0, n - 1))
    size = density.symbol_bytes
    return Frame(
        kit=draw(st.binary(min_size=8, max_size=8)),
        groups=groups,
        group=group,
        k=draw(st.integers(1, n * 6 // 10)),
        n=n,
        index=index,
        sheet=(index * groups + group) // 24,
        sheets=sheets,
        data=draw(st.binary(min_size=1, max_size=4)).ljust(size, b"\x5a"),
        density=density,
    )


def envelope_for(plan: Plan) -> bytes:
    """Return bytes that look random and fill the plan."""
    return b"".join(
        sha256(at.to_bytes(4)).digest() for at in range(plan.envelope_bytes // 32 + 1)
    )[: plan.envelope_bytes]


def resealed(raw: bytes) -> str:
    """Return the text of raw frame bytes with the checksum made right."""
    head, data = raw[:16], raw[20:]
    return "SK:" + base45.encode(head + checksum(head, data) + data)


@given(frames())
def test_a_frame_prints_and_parses_back(frame: Frame) -> None:
    """Every frame survives as text, and the text is the only one."""
    text = frame.to_text()
    assert parse_frame(text) == frame
    assert parse_frame(text).to_text() == text


def test_a_frame_is_laid_out_as_specified() -> None:
    """The bytes stand where SPEC.md says."""
    frame = frames_of(envelope_for(TWO_GROUPS), TWO_GROUPS)[263]
    raw = frame.to_bytes()
    assert raw[:1] == b"\x02"
    assert raw[1:9] == sha256(envelope_for(TWO_GROUPS)).digest()[:8]
    assert list(raw[9:16]) == [2, 1, 2, 132, 131, 10, 11]
    assert raw[16:20] == checksum(raw[:16], raw[20:])
    assert len(raw) == 435
    assert (frame.number, frame.cell) == (263, 23)


@given(frames(), st.data())
def test_a_flipped_bit_is_refused(frame: Frame, draw: st.DataObject) -> None:
    """No bit of a code can change unseen."""
    raw = frame.to_bytes()
    bit = draw.draw(st.integers(0, 8 * len(raw) - 1))
    flipped = (int.from_bytes(raw) ^ 1 << bit).to_bytes(len(raw))
    with pytest.raises(Malformed):
        parse_frame("SK:" + base45.encode(flipped))


@given(st.one_of(st.text(max_size=40), st.binary(max_size=500).map(base45.encode)))
def test_any_text_is_a_frame_or_malformed(text: str) -> None:
    """A stranger's code raises nothing but Malformed."""
    for candidate in (text, "SK:" + text):
        with pytest.raises(Malformed):
            parse_frame(candidate)


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        (0, 0, "frame-format"),
        (0, 2, "frame-length"),
        (0, 3, "frame-format"),
        (9, 0, "frame-groups"),
        (9, 2, "frame-groups"),
        (9, 5, "frame-groups"),
        (10, 1, "frame-group"),
        (11, 0, "frame-k"),
        (11, 49, "frame-k"),
        (12, 2, "frame-n"),
        (12, 47, "frame-n"),
        (13, 48, "frame-index"),
        (13, 24, "frame-sheet"),
        (14, 1, "frame-sheet"),
        (15, 0, "frame-sheets"),
        (15, 1, "frame-sheets"),
        (15, 3, "frame-n"),
        (15, 41, "frame-sheets"),
    ],
)
def test_a_wrong_number_is_refused_by_name(place: int, value: int, where: str) -> None:
    """A right checksum does not excuse numbers that no kit has."""
    raw = bytearray(frames_of(envelope_for(SMALL), SMALL)[5].to_bytes())
    raw[place] = value
    with pytest.raises(Malformed) as failure:
        parse_frame(resealed(bytes(raw)))
    assert failure.value.where == where


def test_more_data_than_paper_may_hold_is_refused() -> None:
    """A forged k cannot promise more than the limit of an envelope on paper."""
    frame = replace(
        frames_of(envelope_for(TWO_GROUPS), TWO_GROUPS)[0],
        sheets=40,
        groups=4,
        n=240,
        k=200,
    )
    with pytest.raises(Malformed) as failure:
        parse_frame(frame.to_text())
    assert failure.value.where == "frame-k"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (str.lower, "frame-prefix"),
        (lambda text: text[3:], "frame-prefix"),
        (lambda text: " " + text, "frame-prefix"),
        (lambda text: text + "\n", "base45"),
        (lambda text: "SK:" + text[3:].lower(), "base45"),
        (lambda text: text[:-1], "base45"),
        (lambda text: text[:-3], "frame-length"),
        (lambda text: text + "000", "frame-length"),
        (lambda text: text[:3] + ":::" + text[6:], "base45"),
        (lambda _: "SK:", "frame-format"),
    ],
)
def test_a_text_nearly_ours_is_refused(change: object, where: str) -> None:
    """Case, blanks, cut and lengthened texts are not frames."""
    assert callable(change)
    text = frames_of(envelope_for(SMALL), SMALL)[0].to_text()
    with pytest.raises(Malformed) as failure:
        parse_frame(change(text))
    assert failure.value.where == where


@pytest.mark.parametrize("plan", [SMALL, TWO_GROUPS])
def test_the_first_codes_hold_the_envelope_in_order(plan: Plan) -> None:
    """Who has all data codes needs no arithmetic; parity follows behind them."""
    envelope = envelope_for(plan)
    made = frames_of(envelope, plan)
    assert [frame.number for frame in made] == list(range(plan.codes))
    data = made[: plan.groups * plan.k]
    assert b"".join(frame.data for frame in data) == envelope
    assert {frame.kit for frame in made} == {kit_id(envelope)}
    assert all(parse_frame(frame.to_text()) == frame for frame in made)


def test_each_group_restores_from_its_own_parity() -> None:
    """The last codes of a kit, parity all, hold the data as well."""
    envelope = envelope_for(TWO_GROUPS)
    last = frames_of(envelope, TWO_GROUPS)[-4:]
    for group in (0, 1):
        blocks = {f.index: f.data for f in last if f.group == group}
        first, second = recover(blocks, TWO_GROUPS.k, TWO_GROUPS.n)
        assert first == envelope[415 * group : 415 * (group + 1)]
        assert second == envelope[415 * (group + 2) : 415 * (group + 3)]


def test_an_envelope_that_does_not_fill_the_plan_is_our_own_bug() -> None:
    """Padding is the sealer's; nothing is added here."""
    with pytest.raises(BrokenInvariant):
        frames_of(envelope_for(SMALL)[:-1], SMALL)


def test_a_text_that_no_code_holds_is_not_even_decoded() -> None:
    """The longest code of ours is well below."""
    compact = Plan(Density.COMPACT, 2, 1, 1)
    (frame, *_) = frames_of(bytes(compact.envelope_bytes), compact)
    assert len(frame.to_text()) < TEXT_CHARACTERS
    with pytest.raises(Malformed) as caught:
        parse_frame("SK:" + "0" * TEXT_CHARACTERS)
    assert (caught.value.where, caught.value.found) == ("frame-length", 1003)
