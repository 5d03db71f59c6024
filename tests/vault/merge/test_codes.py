"""Codes of one set in two copies: used stays used, and no code is lost or doubled."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_code_set, a_vault, an_account, an_id
from tests.forks import joined, merged
from vault.app.code_edit import voiding
from vault.app.edit import freeing, using
from vault.model.change import Replace, apply
from vault.model.code import Code, CodeSet
from vault.model.vault import Vault

BASE = a_vault(1, codes=3)
SET = a_code_set(an_account().id).id
FIRST, SECOND, THIRD = BASE.code_sets[SET].codes


def codes(vault: Vault) -> dict[str, Code]:
    return {code.id: code for code in vault.code_sets[SET].codes}


def with_codes(vault: Vault, *codes: Code) -> Vault:
    """Return the vault with just these codes in its set, as an edit."""
    one = vault.code_sets[SET]
    return apply(vault, Replace("code-set", one, replace(one, codes=codes)), NOON)[0]


def used(vault: Vault, code: Code, by: str, at: str = NOON) -> Vault:
    one = vault.code_sets[SET]
    return apply(vault, using(one, codes(vault)[code.id], by, "", at), at)[0]


def freed(vault: Vault, code: Code) -> Vault:
    one = vault.code_sets[SET]
    return apply(vault, freeing(one, codes(vault)[code.id]), LATER)[0]


def test_a_code_that_both_used_is_marked_with_both_uses() -> None:
    """The later one shows; the other is in the history, to be looked at."""
    mine, theirs = used(BASE, FIRST, "Mina"), used(BASE, FIRST, "Sam", LATER)
    both = joined(mine, theirs, BASE)
    assert codes(both)[FIRST.id].used_by == "Sam"
    (told,) = merged(mine, theirs, BASE).to_check
    assert (told.field, told.part) == ("codes", FIRST.id)
    assert both.history[-1].before["codes"][0]["used_by"] == "Mina"


def test_a_mark_that_the_other_copy_never_saw_is_not_taken_back() -> None:
    """Here a mark was set and taken back, there another was set: it is used."""
    mine = freed(used(BASE, FIRST, "Mina"), FIRST)
    theirs = used(BASE, FIRST, "Sam")
    for base in (BASE, None):
        assert codes(joined(mine, theirs, base))[FIRST.id].used_by == "Sam"
        assert codes(joined(theirs, mine, base))[FIRST.id].used_by == "Sam"


def test_who_saw_the_mark_may_take_it_back() -> None:
    """A slip that was mended on one device is mended on the other."""
    before = used(BASE, FIRST, "Mina")
    after = freed(before, FIRST)
    assert codes(joined(before, after))[FIRST.id].state == "unused"
    assert codes(joined(after, before, before))[FIRST.id].state == "unused"


def test_a_mark_that_vanished_without_a_trace_is_kept() -> None:
    """A document without a history says unused, the common save said used."""
    before = used(BASE, FIRST, "Mina")
    bare = replace(before, code_sets=BASE.code_sets)
    assert codes(joined(before, bare, before))[FIRST.id].state == "used"
    (told,) = merged(bare, before, before).to_check
    assert told.outcome == "theirs"


def test_a_retired_set_keeps_the_use_that_came_meanwhile() -> None:
    """Void here, used there: used, and marked; the others are void."""
    one = BASE.code_sets[SET]
    void = tuple(replace(code, state="void") for code in one.codes)
    retired = replace(one, retired="2026-03-02", codes=void)
    mine, _ = apply(BASE, Replace("code-set", one, retired), NOON)
    theirs = used(BASE, FIRST, "Sam")
    both = joined(mine, theirs, BASE)
    states = [code.state for code in both.code_sets[SET].codes]
    assert states == ["used", "void", "void"]
    assert both.code_sets[SET].retired == "2026-03-02"


def test_an_edit_stays_against_a_removal() -> None:
    """A code removed here and used there stays, marked; an unchanged one goes."""
    mine = with_codes(BASE, THIRD)
    theirs = used(BASE, FIRST, "Sam")
    both = joined(mine, theirs, BASE)
    assert set(codes(both)) == {FIRST.id, THIRD.id}
    assert [one.part for one in merged(mine, theirs, BASE).to_check] == [FIRST.id]


def test_new_codes_of_both_come_in_where_they_stood() -> None:
    """In the platform's order, the same whoever is mine."""
    mine = with_codes(BASE, Code(id=an_id(1), value="m"), FIRST, SECOND, THIRD)
    theirs = with_codes(BASE, FIRST, Code(id=an_id(2), value="t"), SECOND, THIRD)
    values = [code.value for code in joined(mine, theirs, BASE).code_sets[SET].codes]
    assert values == ["m", FIRST.value, "t", SECOND.value, THIRD.value]
    assert joined(mine, theirs).code_sets == joined(theirs, mine).code_sets


def test_one_order_is_kept_where_both_put_them_otherwise() -> None:
    """Only the order differs: nothing to look at, and told as such."""
    mine = with_codes(BASE, THIRD, SECOND, FIRST)
    theirs = with_codes(BASE, SECOND, FIRST, THIRD)
    both = joined(mine, theirs, BASE)
    assert both.code_sets == joined(theirs, mine, BASE).code_sets
    (told,) = merged(mine, theirs, BASE).differences
    assert (told.field, told.part, told.check) == ("codes", "", False)


def test_the_same_codes_pasted_on_both_come_once() -> None:
    """By their value; whichever was used, the code is used."""
    twin, other = Code(id=an_id(1), value="same"), Code(id=an_id(2), value="same")
    mine = used(with_codes(BASE, FIRST, twin), twin, "Mina")
    theirs = with_codes(BASE, FIRST, other)
    both = joined(mine, theirs, BASE)
    same = [code for code in codes(both).values() if code.value == "same"]
    assert [code.used_by for code in same] == ["Mina"]
    assert merged(mine, theirs, BASE).to_check == ()
    assert merged(both, theirs).changes == ()


def test_the_same_code_used_on_both_keeps_both_uses() -> None:
    """Of two that became one, the use that does not show is marked."""
    twin, other = Code(id=an_id(1), value="same"), Code(id=an_id(2), value="same")
    mine = used(with_codes(BASE, twin), twin, "Mina")
    theirs = used(with_codes(BASE, other), other, "Sam", LATER)
    both = joined(mine, theirs, BASE)
    (code,) = codes(both).values()
    assert code.used_by == "Sam"
    assert merged(mine, theirs, BASE).to_check
    kept = [old for one in both.history for old in one.before.get("codes", ())]
    assert "Mina" in [old.get("used_by") for old in kept]


def test_codes_that_were_twins_before_are_left() -> None:
    """An older fault is not for a merge to mend."""
    twin = Code(id=an_id(1), value=FIRST.value)
    mine = with_codes(BASE, FIRST, twin)
    theirs = apply(BASE, voiding(BASE.code_sets[SET], SECOND), NOON)[0]
    assert set(codes(joined(mine, theirs, BASE))) >= {FIRST.id, twin.id}


def test_a_set_with_one_id_twice_is_kept_whole() -> None:
    """It can't be joined by code: one list shows, the other is marked."""
    broken = replace(SECOND, id=FIRST.id)
    mine = with_codes(BASE, FIRST, broken)
    theirs = with_codes(BASE, THIRD)
    both = joined(mine, theirs, BASE)
    assert both.code_sets[SET].codes in ((FIRST, broken), (THIRD,))
    assert merged(mine, theirs, BASE).to_check


def test_a_changed_value_and_a_mark_are_two_things() -> None:
    """A typing error mended here, the code used there: both."""
    mended = replace(FIRST, value="mended")
    mine = with_codes(BASE, mended, SECOND, THIRD)
    both = joined(mine, used(BASE, FIRST, "Sam"), BASE)
    code = codes(both)[FIRST.id]
    assert (code.value, code.state) == ("mended", "used")


def test_a_set_that_both_have_and_no_common_save_has() -> None:
    """Nothing is known of its codes but what the histories say."""
    fresh = CodeSet(id=an_id(9), account=an_account().id, codes=(FIRST,))
    mine = replace(BASE, code_sets={**BASE.code_sets, fresh.id: fresh})
    other = replace(fresh, codes=(replace(FIRST, value="z"),))
    theirs = replace(BASE, code_sets={**BASE.code_sets, fresh.id: other})
    assert merged(mine, theirs, BASE).to_check


def test_a_code_that_became_another_keeps_all_that_was_said_of_it() -> None:
    """Used by two, renamed by one, pasted anew by the other: one code, every use."""
    twin = Code(id="0000000000", value="same")
    mine = with_codes(BASE, replace(FIRST, value="same"), SECOND)
    mine = used(mine, FIRST, "Mina")
    theirs = used(with_codes(BASE, FIRST, SECOND, twin), FIRST, "Sam", LATER)
    both = joined(mine, theirs, BASE)
    assert set(codes(both)) == {twin.id, SECOND.id}
    assert (codes(both)[twin.id].value, codes(both)[twin.id].state) == ("same", "used")
    kept = [old for one in both.history for old in one.before.get("codes", ())]
    told = {old.get("used_by") for old in kept} | {codes(both)[twin.id].used_by}
    assert {"Mina", "Sam"} <= told
    for copy in (mine, theirs):
        assert merged(both, copy, BASE).changes == ()
