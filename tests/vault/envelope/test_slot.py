"""One slot, to and from bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault import limits
from vault.envelope.slot import Slot, parse_slot, slot_bytes
from vault.errors import Malformed
from vault.limits import Cost


def exactly(count: int) -> st.SearchStrategy[bytes]:
    """Return a strategy for so many bytes."""
    return st.binary(min_size=count, max_size=count)


COSTS = st.builds(Cost, st.integers(64, 10**6), st.integers(1, 32), st.integers(1, 8))


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    """Return any slot that may be read."""
    mask = draw(st.integers(1, 15))
    return Slot(
        mask,
        draw(exactly(16)),
        draw(COSTS) if mask & 1 else None,
        draw(exactly(8)) * 146 if mask & 8 else b"",
        draw(exactly(40)),
    )


@given(slots())
def test_what_is_printed_is_read(slot: Slot) -> None:
    """Every mask has its own length, and nothing is lost."""
    value = slot.to_bytes()
    assert parse_slot(value) == slot
    assert len(value) == slot_bytes(slot.mask)
    assert slot.before_wrapped() + slot.wrapped == value


@given(st.binary(max_size=80))
def test_any_bytes_are_a_slot_or_malformed(value: bytes) -> None:
    """What parses prints back identically."""
    try:
        slot = parse_slot(value)
    except Malformed:
        return
    assert slot.to_bytes() == value


def with_cost(cost: Cost) -> bytes:
    """Return a slot that claims this cost."""
    return Slot(1, bytes(16), cost, b"", bytes(40)).to_bytes()


@pytest.mark.parametrize(
    "cost",
    [
        Cost(limits.ASKED_M_KIB, 16, 8),
        Cost(limits.ASKED_M_KIB // 4, 64, 8),
        Cost(8, 1, 1),
        Cost(64, 64, 8),
    ],
    ids=str,
)
def test_costs_up_to_the_limits_are_read(cost: Cost) -> None:
    """Whether they are spent is asked elsewhere."""
    assert parse_slot(with_cost(cost)).cost == cost


@pytest.mark.parametrize(
    "cost",
    [
        Cost(2**32 - 1, 1, 1),
        Cost(limits.ASKED_M_KIB + 1, 1, 1),
        Cost(limits.ASKED_M_KIB, 17, 1),
        Cost(64, 65, 1),
        Cost(128, 1, 9),
        Cost(7, 1, 1),
        Cost(63, 1, 8),
        Cost(64, 0, 1),
        Cost(64, 1, 0),
    ],
    ids=str,
)
def test_costs_that_are_never_spent_are_malformed(cost: Cost) -> None:
    """The error says where, and how much memory was claimed."""
    with pytest.raises(Malformed) as caught:
        parse_slot(with_cost(cost))
    assert (caught.value.where, caught.value.found) == ("slot-cost", cost.m_kib)
