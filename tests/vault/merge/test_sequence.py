"""Two orders become one, and two lists of texts."""

from hypothesis import given
from hypothesis import strategies as st

from vault.merge.sequence import joined_texts, merged_order
from vault.merge.side import Two

lists = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


@given(lists, lists)
def test_an_order_keeps_its_lead_and_has_everything_once(
    lead: list[str], other: list[str]
) -> None:
    """What only the other has stands behind what it stood by."""
    both = merged_order(lead, other)
    assert [one for one in both if one in lead] == lead
    assert sorted(both) == sorted({*lead, *other})
    assert merged_order(both, lead) == both


def test_new_things_stand_where_they_stood() -> None:
    """At the front, in the middle, at the end."""
    assert merged_order("abc", "xaybzc") == list("xaybzc")
    assert merged_order("abc", "cxb") == list("abcx")
    assert merged_order("", "ab") == list("ab")


@given(lists, lists, lists)
def test_texts_are_joined_three_ways(
    base: list[str], mine: list[str], theirs: list[str]
) -> None:
    """Kept by both or added by either; and again, nothing changes."""
    one, other = tuple(mine), tuple(theirs)
    both = joined_texts(Two(one, other), base, "mine")
    added = ({*one} | {*other}) - {*base}
    assert set(both) == ({*one} & {*other}) | added
    assert set(joined_texts(Two(other, one), base, "theirs")) == set(both)
    assert joined_texts(Two(both, other), base, "mine") == both


def test_without_a_common_state_nothing_is_left_out() -> None:
    """It can't be told who removed what; the one that holds all keeps its order."""
    assert joined_texts(Two(("b", "a"), ("a",)), None, "theirs") == ("b", "a")
    assert joined_texts(Two(("a",), ("b", "a")), None, "mine") == ("b", "a")
