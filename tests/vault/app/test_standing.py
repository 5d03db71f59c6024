"""How a copy stands to what was seen: the rule alone, case by case."""

from dataclasses import replace

import pytest

from vault.app.standing import MOST_MARKS, Copy, Kind, Standing, marks_after, standing
from vault.envelope.seal import Stamp
from vault.storage.seen import Mark, Seen

A, B, C, OTHER = (8, "aa"), (9, "bb"), (10, "cc"), (10, "dd")
SEEN = Seen(5, 3, "save5", "", "2026-03-01", (A, B, C))


def copy(
    generation: int,
    last: Mark | None,
    *contains: Mark,
    epoch: int = 3,
    save: str = "another",
    silent_to: int = 0,
) -> Copy:
    stamp = Stamp(generation, epoch, bytes(8))
    return Copy(save, stamp, last, frozenset(contains), silent_to)


@pytest.mark.parametrize(
    ("seen", "one", "kind"),
    [
        (None, copy(1, A, A), Kind.FIRST),
        (SEEN, copy(5, C, A, B, C, save="save5"), Kind.SAME),
        (SEEN, copy(6, (11, "ee"), A, B, C), Kind.NEWER),
        (SEEN, copy(9, (14, "ee"), A, OTHER, C), Kind.NEWER),  # merged elsewhere
        (SEEN, copy(4, B, A, B), Kind.OLDER),
        (SEEN, copy(4, C, A, B, C), Kind.OLDER),  # only the ways in were changed since
        (SEEN, copy(1, (2, "zz")), Kind.OLDER),  # before all that is remembered
        (SEEN, copy(1, None), Kind.OLDER),
        (SEEN, copy(5, OTHER, A, B), Kind.FORKED),
        (SEEN, copy(8, (14, "ee"), A, B), Kind.FORKED),
        (SEEN, copy(4, OTHER, A, B), Kind.FORKED),  # fewer saves, other changes
        (SEEN, copy(7, B, A, B), Kind.FORKED),  # an older one, made current elsewhere
        (SEEN, copy(4, B, A, B, epoch=2), Kind.OLDER_WAYS),
        (SEEN, copy(900, (14, "ee"), A, B, C, epoch=2), Kind.OLDER_WAYS),
        (SEEN, copy(6, None, silent_to=10), Kind.NEWER),  # restored from a kit
        (SEEN, copy(6, None, silent_to=9), Kind.FORKED),  # from a kit before C
    ],
)
def test_how_a_copy_stands(seen: Seen | None, one: Copy, kind: Kind) -> None:
    """Told by generation, epoch and content; by no clock."""
    assert standing(seen, one).kind is kind


def test_an_older_one_in_another_place_is_a_copy() -> None:
    """It took nobody's place, and may be changed; with other ways in it may not."""
    elsewhere = replace(copy(4, B, A, B), place="elsewhere")
    assert standing(SEEN, elsewhere).kind is Kind.COPY
    assert not standing(SEEN, elsewhere).read_only
    assert not standing(SEEN, elsewhere).silent
    older_ways = replace(copy(4, B, A, B, epoch=2), place="elsewhere")
    assert standing(SEEN, older_ways).kind is Kind.OLDER_WAYS


def test_a_vault_that_never_had_an_entry_goes_by_its_generation() -> None:
    """There is nothing else to go by."""
    bare = Seen(5, 3, "save5", "", "2026-03-01")
    assert standing(bare, copy(6, A)).kind is Kind.NEWER
    assert standing(bare, copy(4, A)).kind is Kind.OLDER


def test_only_an_older_copy_may_not_be_changed() -> None:
    """A fork is said, and gone on with."""
    reasons = {kind: Standing(kind).read_only for kind in Kind}
    assert {kind for kind, reason in reasons.items() if reason} == {
        Kind.OLDER,
        Kind.OLDER_WAYS,
    }


def test_what_is_new_comes_behind_what_was_remembered() -> None:
    """None twice, and the oldest go."""
    assert marks_after(SEEN, (B, C, OTHER)) == (A, B, C, OTHER)
    many = tuple((n, "ee") for n in range(11, 11 + MOST_MARKS))
    assert marks_after(SEEN, many) == many
    assert marks_after(None, (A,)) == (A,)
