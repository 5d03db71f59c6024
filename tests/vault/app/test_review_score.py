"""The score: what it is made of, and that mending never lowers it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import (
    NOON,
    a_code_set,
    a_kit,
    a_person,
    a_procedure,
    a_review,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from vault.app.review_score import NAMES, Score, score
from vault.model.record import Record
from vault.model.vault import Vault

TODAY = "2026-03-02"
COUNT = 3
IDS = [an_account(n).id for n in range(COUNT)]
Mend = Callable[[Vault], Vault]


def bare_vault() -> Vault:
    accounts: list[Record] = [an_account(n) for n in range(COUNT)]
    return with_records(an_empty_vault(), {"accounts": accounts})


def scored(vault: Vault, *, apart: bool = True) -> Score:
    found = score(vault, kept_apart=apart, today=TODAY)
    assert found is not None
    return found


def putting(collection: str, *records: Record) -> Mend:
    def mend(vault: Vault) -> Vault:
        held: dict[str, Record] = getattr(vault, collection)
        new = {one.id: one for one in records}
        return replace(vault, **{collection: {**held, **new}})

    return mend


def owning(number: int) -> Mend:
    def mend(vault: Vault) -> Vault:
        one = replace(vault.accounts[IDS[number]], owner=a_person(0).id)
        return putting("accounts", one)(putting("people", a_person(0))(vault))

    return mend


CARDS = [f"{id_} right {TODAY}" for id_ in IDS]
MENDS: list[Mend] = [
    *(putting("code_sets", a_code_set(id_, n)) for n, id_ in enumerate(IDS)),
    *(putting("code_sets", a_code_set(id_, n, used=8)) for n, id_ in enumerate(IDS)),
    *(
        putting("procedures", replace(a_procedure(id_, n), checked=TODAY))
        for n, id_ in enumerate(IDS)
    ),
    *(
        putting("access", an_access(a_person(n).id, id_, 10 * at + n))
        for at, id_ in enumerate(IDS)
        for n in range(2)
    ),
    *(owning(n) for n in range(COUNT)),
    putting("people", a_person(1, trusted=False)),
    putting("people", replace(a_person(2), phone="")),
    putting("people", a_person(3)),
    putting("kits", replace(a_kit(1), partial=False)),
    putting("kits", replace(a_kit(1), partial=False, read_back=NOON)),
    putting("kits", replace(a_kit(2), partial=False)),
    putting("reviews", a_review("Mina", *CARDS)),
]
# A mend that says less about the same record than another is no mend after it.
_UNDOING = {3 + n: n for n in range(COUNT)} | {len(MENDS) - 4: len(MENDS) - 3}


@given(st.permutations(range(len(MENDS))))
def test_mending_never_lowers_it(order: list[int]) -> None:
    """In whatever order what is missing comes in."""
    vault, before, done = bare_vault(), 0, set[int]()
    for number in order:
        if _UNDOING.get(number) not in done:
            people = putting("people", *(a_person(n) for n in range(2)))
            known = people(vault) if MENDS[number] in MENDS[9:15] else vault
            vault = MENDS[number](known)
            done.add(number)
        found = scored(vault)
        assert found.points >= before
        before = found.points


def test_all_of_it_is_a_hundred() -> None:
    """Nothing raises it any more."""
    vault = bare_vault()
    for number, mend in enumerate(MENDS):
        if number not in _UNDOING:
            vault = mend(vault)
    found = scored(vault)
    assert found.points == 100
    assert not [part.name for part in found.parts if part.gap]
    assert tuple(part.name for part in found.parts) == NAMES


def test_every_part_that_is_short_says_what_raises_it() -> None:
    """Only looking is raised by a review, and not by mending."""
    found = scored(bare_vault(), apart=False)
    assert found.points == 0
    short = {part.name: part.gap.kind if part.gap else "" for part in found.parts}
    assert short == {
        "codes": "no-codes",
        "steps": "no-steps",
        "people": "alone",
        "owners": "no-owner",
        "kit": "no-kit",
        "trusted": "nobody-trusted",
        "apart": "one-disk",
        "looked": "",
    }


def test_an_empty_vault_has_none() -> None:
    """There is nothing to be ready for."""
    assert score(an_empty_vault(), today=TODAY) is None


@pytest.mark.parametrize(
    ("answer", "got"), [("right", 1), ("changed", 1), ("gone", 0), ("skipped", 0)]
)
def test_only_what_was_looked_at_counts_as_looked(answer: str, got: int) -> None:
    """Skipping is allowed, and earns nothing."""
    review = a_review("Mina", f"{IDS[0]} {answer} {TODAY}")
    looked = scored(putting("reviews", review)(bare_vault())).parts[-1]
    assert (looked.name, looked.got, looked.of) == ("looked", got, COUNT)


def test_a_look_counts_until_it_is_due_again() -> None:
    """Half a year later the account is to be looked at again."""
    vault = putting("reviews", a_review("Mina", *CARDS))(bare_vault())
    for day, got in (("2026-09-01", COUNT), ("2026-09-02", 0)):
        found = score(vault, today=day)
        assert found is not None
        assert found.parts[-1].got == got
