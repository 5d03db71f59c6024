"""What is spent without asking."""

import pytest

from vault import limits
from vault.envelope.budget import check_budget, is_unasked
from vault.errors import NeedsConsent
from vault.limits import Cost

MOST = limits.UNASKED_M_KIB


@pytest.mark.parametrize(
    "cost", [Cost(MOST, 4, 8), Cost(64, 16, 1), Cost(262_144, 16, 4)], ids=str
)
def test_up_to_the_limits_nothing_is_asked(cost: Cost) -> None:
    """1 GiB, 16 passes, 8 lanes, 4 GiB of work."""
    assert is_unasked(cost)
    check_budget([cost])


@pytest.mark.parametrize(
    "cost",
    [Cost(MOST + 1, 1, 1), Cost(64, 17, 1), Cost(128, 1, 9), Cost(MOST, 5, 1)],
    ids=str,
)
def test_beyond_any_limit_it_is_asked(cost: Cost) -> None:
    """The error names what it would cost."""
    assert not is_unasked(cost)
    with pytest.raises(NeedsConsent) as caught:
        check_budget([Cost(64, 1, 1), cost])
    found = caught.value
    assert Cost(found.m_kib, found.t, found.p) == cost


def test_half_of_the_free_memory_is_the_most() -> None:
    """A small machine is asked earlier; an unknown one is trusted to 1 GiB."""
    assert is_unasked(Cost(1000, 1, 1), free_memory_kib=2000)
    assert not is_unasked(Cost(1001, 1, 1), free_memory_kib=2001)
    with pytest.raises(NeedsConsent):
        check_budget([Cost(1001, 1, 1)], 2000)


def test_all_slots_together_are_counted() -> None:
    """16 GiB in all are spent unasked; no slot costs nothing."""
    check_budget([])
    check_budget([Cost(MOST, 4, 1)] * 4)
    with pytest.raises(NeedsConsent):
        check_budget([Cost(MOST, 4, 1)] * 4 + [Cost(64, 1, 1)])
