"""The laws of merging, over histories drawn at random, with a common save and without.

Whoever is mine, the outcome is the same; merging again changes nothing; nothing that
was typed disappears; a used code stays used; what was sound stays sound.
"""

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.builders import LATER
from tests.forks import edited, forks, joined, merged, onward, started
from vault.document.codec import decode_document, encode_document
from vault.merge.codes import USE
from vault.merge.conflict import Conflict, conflicts, keep_shown, take_other
from vault.model.before import before_value
from vault.model.change import apply, undo
from vault.model.code import Code
from vault.model.entry import VAULT
from vault.model.validate import findings
from vault.model.vault import KINDS, Vault

Forks = tuple[Vault, Vault, Vault]
with_and_without_base = pytest.mark.parametrize("known", [True, False])


def content(vault: Vault) -> dict[str, object]:
    """Return all of a vault, its history as a bag."""
    fields = asdict(vault)
    fields["history"] = sorted(map(repr, vault.history))
    return fields


def records(vault: Vault) -> dict[str, object]:
    """Return all of a vault but its history."""
    fields = asdict(vault)
    del fields["history"], fields["counter"]
    return fields


def in_any_order(vault: Vault) -> dict[str, object]:
    """Return all of a vault but its history, and the order of the codes of a set."""
    sets = {
        id_: replace(one, codes=tuple(sorted(one.codes, key=lambda code: code.id)))
        for id_, one in vault.code_sets.items()
    }
    return records(replace(vault, code_sets=sets))


def _alike(base: Vault, mine: Vault, theirs: Vault) -> bool:
    """Tell whether two copies made entries that are alike by chance."""
    begun = len(base.history)
    fresh = [set(map(repr, one.history[begun:])) for one in (mine, theirs)]
    return not fresh[0].isdisjoint(fresh[1])


@given(forks(None))
def test_identical_copies_change_nothing(copies: tuple[Vault, Vault]) -> None:
    """Not even an entry, and nothing is told."""
    _, vault = copies
    same = decode_document(encode_document(vault)).vault
    found = merged(vault, same)
    assert (found.changes, found.differences) == ((), ())


@with_and_without_base
@given(copies=forks())
def test_both_orders_agree(copies: Forks, known: bool) -> None:
    """Records, fields, marks, entries: all but the order of the history."""
    base, mine, theirs = copies
    old = base if known else None
    assert content(joined(mine, theirs, old)) == content(joined(theirs, mine, old))
    turned = {"mine": "theirs", "theirs": "mine", "joined": "joined"}
    here = merged(mine, theirs, old).differences
    there = merged(theirs, mine, old).differences
    assert [(one.kind, one.id, one.field, one.part, one.check) for one in here] == [
        (one.kind, one.id, one.field, one.part, one.check) for one in there
    ]
    assert [one.outcome for one in here] == [turned[one.outcome] for one in there]
    assert [(one.mine, one.theirs, one.result) for one in here] == [
        (one.theirs, one.mine, one.result) for one in there
    ]


@with_and_without_base
@given(copies=forks())
def test_merging_again_changes_nothing(copies: Forks, known: bool) -> None:
    """Whichever copy comes once more, and in either place.

    Where both copies made entries that are alike by chance, in the same second, and
    only the common save told them apart, it is needed again.
    """
    base, mine, theirs = copies
    old = base if known else None
    both = joined(mine, theirs, old)
    for copy in (mine, theirs, base):
        assert merged(both, copy, old).changes == ()
        assert merged(both, copy).changes == () or (known and _alike(base, *copies[1:]))
        assert records(joined(copy, both, old)) == records(both)


@given(forks("laptop", "phone"), st.data())
def test_a_copy_that_only_went_on_is_taken_as_it_is(
    copies: Forks, data: st.DataObject
) -> None:
    """Where theirs descends from mine, the outcome is theirs, to the last entry."""
    base, mine, theirs = copies
    assert joined(base, theirs) == theirs
    assert joined(base, theirs, base) == theirs
    both = joined(mine, theirs)
    later = data.draw(edited(both))
    assert content(joined(theirs, later, theirs)) == content(later)
    assert records(joined(later, mine, base)) == records(later)


@with_and_without_base
@given(copies=forks())
def test_no_record_vanishes_untold(copies: Forks, known: bool) -> None:
    """What is in neither was removed by somebody, and the history has all of it."""
    base, mine, theirs = copies
    both = joined(mine, theirs, base if known else None)
    for copy in (mine, theirs):
        for kind in KINDS:
            for id_, record in copy.collection(kind).items():
                if both.find(kind, id_) is None:
                    told = [
                        one.action
                        for one in both.history
                        if (one.kind, one.id) == (kind, record.id)
                    ]
                    assert "remove" in told


@with_and_without_base
@given(copies=forks())
def test_nothing_typed_disappears(copies: Forks, known: bool) -> None:
    """Every value of either copy is in the record or in its history."""
    base, mine, theirs = copies
    both = joined(mine, theirs, base if known else None)
    for copy in (mine, theirs):
        for field in ("name", "currency"):
            assert _is_kept(both, VAULT, both.id, field, getattr(copy, field))
        for kind in KINDS:
            for id_, record in copy.collection(kind).items():
                for name in record.__struct_fields__[1:]:
                    value = getattr(record, name)
                    named = _named(value, copy) if name == "checked_by" else value
                    if name == "codes":
                        named = tuple(
                            replace(code, used_by=_named(code.used_by, copy))
                            for code in value
                        )
                    assert any(
                        _is_kept(both, kind, id_, name, one) for one in (value, named)
                    )


def _named(id_: str, copy: Vault) -> str:
    """Return the name that stands for a person once that person is removed."""
    return copy.people[id_].name if id_ in copy.people else id_


def _is_kept(both: Vault, kind: str, id_: str, name: str, value: object) -> bool:
    holder = both if kind == VAULT else both.find(kind, id_)
    now = getattr(holder, name, ())
    befores = [
        one.before[name]
        for one in both.history
        if (one.kind, one.id) == (kind, id_) and name in one.before
    ]
    if value == now or before_value(value, ()) in befores or not value:
        return True
    if not isinstance(value, tuple):
        return False
    if name == "codes":
        return all(_is_code_kept(code, now, befores) for code in value)
    held = {one for old in (now, *befores) for one in old if isinstance(one, str)}
    return all(one in held for one in value)


def _is_code_kept(code: Code, now: tuple[Code, ...], befores: list[object]) -> bool:
    """Tell whether value and use are kept; of an untouched use there is nothing."""
    olds = [old for listed in befores for old in listed if old["id"] == code.id]
    twins = [one for one in now if one.id == code.id or one.value == code.value]
    values = [one.value for one in twins] + [old.get("value") for old in olds]
    uses = [tuple(getattr(one, name) for name in USE) for one in twins]
    uses += [
        (old.get("state", "unused"), *(old.get(name, "") for name in USE[1:]))
        for old in olds
        if "value" in old
    ]
    use = tuple(getattr(code, name) for name in USE)
    return code.value in values and (use in uses or code.state != "used")


@with_and_without_base
@given(copies=forks())
def test_a_used_code_stays_used(copies: Forks, known: bool) -> None:
    """Unless somebody took it back on the other copy, which had seen that very mark."""
    base, mine, theirs = copies
    both = joined(mine, theirs, base if known else None)
    for copy, other in ((mine, theirs), (theirs, mine)):
        new = other.history[len(base.history) :]
        seen = [one.before for one in new if one.action == "edit"]
        for one in copy.code_sets.values():
            now = both.code_sets.get(one.id)
            if now is None:
                continue
            for code in one.codes:
                spelt = before_value((code,), ())[0]
                taken_back = any(spelt in old.get("codes", ()) for old in seen)
                if code.state == "used" and not taken_back:
                    same = [new for new in now.codes if new.id == code.id]
                    alike = [new for new in now.codes if new.value == code.value]
                    assert all(new.state == "used" for new in same or alike)


@with_and_without_base
@given(copies=forks())
def test_what_was_sound_stays_sound(copies: Forks, known: bool) -> None:
    """No link to nothing, no code twice, no number twice; and it can be saved."""
    base, mine, theirs = copies
    for copy in copies:
        assert _errors(copy) == []
    both = joined(mine, theirs, base if known else None)
    assert _errors(both) == []
    assert decode_document(encode_document(both)).vault == both


def _errors(vault: Vault) -> list[object]:
    return [one for one in findings(vault) if one.severity == "error"]


@given(started(), st.data())
def test_three_copies_agree_however_they_are_grouped(
    base: Vault, data: st.DataObject
) -> None:
    """Whoever merges with whom first, where nobody removes and no value comes twice."""
    one, two, three = (data.draw(onward(base, tag)) for tag in "abc")
    left = in_any_order(joined(joined(one, two), three))
    assert left == in_any_order(joined(one, joined(two, three)))
    assert left == in_any_order(joined(joined(three, one), two))


@with_and_without_base
@given(copies=forks())
def test_undo_gives_my_copy_back(copies: Forks, known: bool) -> None:
    """A merge is one act; taken back, the records are mine, the history is longer."""
    base, mine, theirs = copies
    changes = merged(mine, theirs, base if known else None).changes
    both, done = apply(mine, changes, LATER)
    back, undone = undo(both, done, LATER)
    assert records(back) == records(mine)
    assert back.history[: len(both.history)] == both.history
    again, _ = undo(back, undone, LATER)
    assert records(again) == records(both)


@with_and_without_base
@given(copies=forks())
def test_what_must_be_looked_at_stands_until_it_is_answered(
    copies: Forks, known: bool
) -> None:
    """Each mark is found again, and either answer closes it, until it is undone."""
    base, mine, theirs = copies
    old = base if known else None
    told = {
        (one.kind, one.id, one.field, one.part)
        for one in merged(mine, theirs, old).differences
        if one.check
    }
    both = joined(mine, theirs, old)
    marked = {(one.kind, one.id, one.field, one.part): one for one in conflicts(both)}
    assert told <= marked.keys()
    for place in told:
        conflict = marked[place]
        kept, _ = apply(both, keep_shown(both, conflict), LATER)
        assert records(kept) == records(both)
        for answer in (keep_shown, take_other):
            answered, done = apply(both, answer(both, conflict), LATER)
            assert place not in set(map(_place, conflicts(answered)))
            back, _ = undo(answered, done, LATER)
            again = {_place(one): one for one in conflicts(back)}
            assert again[place].other == conflict.other
            assert records(back) == records(both)


def _place(one: Conflict) -> tuple[str, ...]:
    return one.kind, one.id, one.field, one.part


LAWS = (
    test_both_orders_agree,
    test_merging_again_changes_nothing,
    test_no_record_vanishes_untold,
    test_nothing_typed_disappears,
    test_a_used_code_stays_used,
    test_what_was_sound_stays_sound,
    test_undo_gives_my_copy_back,
    test_what_must_be_looked_at_stands_until_it_is_answered,
)
PIECES, EACH = 20, 1000


@pytest.mark.figures
@pytest.mark.parametrize("piece", range(PIECES))
def test_twenty_thousand_histories(piece: int) -> None:
    """Each by every law, with the common save and without."""

    @seed(piece)
    @settings(max_examples=EACH, database=None)
    @given(forks())
    def held(copies: Forks) -> None:
        for law in LAWS:
            for known in (True, False):
                law.hypothesis.inner_test(copies=copies, known=known)

    held()


@pytest.mark.figures
@pytest.mark.parametrize("piece", range(PIECES // 4))
def test_five_thousand_histories_of_three_copies(piece: int) -> None:
    """However they are grouped."""
    law = test_three_copies_agree_however_they_are_grouped.hypothesis.inner_test

    @seed(piece)
    @settings(max_examples=EACH, database=None)
    @given(started(), st.data())
    def held(base: Vault, data: st.DataObject) -> None:
        law(base=base, data=data)

    held()
