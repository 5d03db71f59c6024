"""What changed since a kit was printed, exact to the record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import (
    LATER,
    NOON,
    a_contact,
    a_kit,
    a_vault,
    an_account,
    with_records,
)
from tests.strategies import changes, vaults
from vault.app.kit_changed import (
    Since,
    changed_since,
    lacking,
    passphrase_changed,
    supplements_of,
)
from vault.document.kit_prints import LEFT_OUT, parse_prints, prints_of
from vault.model.change import Add, Change, Remove, Replace, apply
from vault.model.code import CodeSet
from vault.model.kit import Kit
from vault.model.vault import KINDS, Vault

ONE, TWO, *_ = (an_account(n) for n in range(3))


def printed(vault: Vault, kit: Kit) -> Kit:
    return replace(kit, prints=prints_of(vault, kit))


def after(vault: Vault, *done: Change) -> Vault:
    return apply(vault, done, LATER)[0]


def used(vault: Vault, account: str, state: str = "used") -> Change:
    """Return the change that marks one code of an account."""
    one = next(one for one in vault.code_sets.values() if one.account == account)
    first = replace(one.codes[0], state=state, used_at=LATER if state == "used" else "")
    return Replace("code-set", one, replace(one, codes=(first, *one.codes[1:])))


def test_nothing_changed_right_after_printing() -> None:
    """Of a whole kit and of a part."""
    vault = a_vault()
    for kit in (a_kit(), a_kit(accounts=(ONE.id,))):
        assert changed_since(vault, printed(vault, kit)) == Since()


def test_each_change_is_told_as_what_it_is() -> None:
    """Used, changed, new and gone."""
    vault = a_vault()
    kit = printed(vault, a_kit())
    (gone, *_) = vault.procedures.values()
    codes = used(vault, TWO.id)
    new = a_contact("", 9)
    was = vault.accounts[ONE.id]
    now = after(
        vault,
        codes,
        Remove("procedure", gone),
        Add("contact", new),
        Replace("account", was, replace(was, name="Another")),
    )
    assert isinstance(codes, Replace)
    assert changed_since(now, kit) == Since(
        new=(("contact", new.id),),
        changed=(("account", ONE.id),),
        used=(("code-set", codes.after.id),),
        gone=(("procedure", gone.id),),
    )


def test_what_was_changed_back_is_no_change() -> None:
    """A history would count it; the prints do not."""
    vault = a_vault()
    kit = printed(vault, a_kit())
    was = vault.accounts[ONE.id]
    other = replace(was, name="Another")
    now = after(vault, Replace("account", was, other), Replace("account", other, was))
    assert changed_since(now, kit) == Since()


def test_a_code_that_can_be_used_again_is_a_change() -> None:
    """Only a code that went counts as used; another label beside it does not."""
    vault = a_vault(used=1)
    kit = printed(vault, a_kit())
    back = used(vault, ONE.id, "unused")
    assert isinstance(back, Replace)
    since = changed_since(after(vault, back), kit)
    assert (since.used, since.changed) == ((), (("code-set", back.after.id),))
    plain = a_vault()
    mark = used(plain, ONE.id)
    assert isinstance(mark, Replace)
    assert isinstance(mark.after, CodeSet)
    both = Replace("code-set", mark.before, replace(mark.after, label="New"))
    assert changed_since(after(plain, both), printed(plain, a_kit())).used == ()


def test_a_part_is_stale_only_in_what_it_holds() -> None:
    """Other accounts may change as they like; what comes to it is new."""
    vault = a_vault()
    kit = printed(vault, a_kit(accounts=(ONE.id,)))
    other = after(vault, used(vault, TWO.id))
    assert changed_since(other, kit) == Since()
    new = a_contact(ONE.id, 9)
    assert changed_since(after(vault, Add("contact", new)), kit).new == (
        ("contact", new.id),
    )


def test_a_part_of_an_account_that_is_gone_says_so() -> None:
    """With all that hung on it."""
    vault = a_vault(1)
    kit = printed(vault, a_kit(accounts=(ONE.id,)))
    bare = with_records(vault, {"accounts": [], "code_sets": []})
    assert ("account", ONE.id) in changed_since(bare, kit).gone


def test_two_kits_of_one_vault_have_no_print_in_common() -> None:
    """Each is salted with its own."""
    vault = a_vault()
    one, two = (parse_prints(prints_of(vault, a_kit(n))) for n in (1, 2))
    assert one.keys() == two.keys()
    assert not {p.whole for p in one.values()} & {p.whole for p in two.values()}


def test_prints_of_a_newer_program_are_passed_over() -> None:
    """They would be taken for changes otherwise."""
    vault = a_vault()
    kit = printed(vault, a_kit())
    odd = replace(kit, prints=(*kit.prints, "route", "a b c d e", "x y z w"))
    assert changed_since(vault, odd) == Since()


def test_a_kit_without_prints_is_told_by_the_history() -> None:
    """What came and went was never missing."""
    vault = a_vault()
    kit, new = a_kit(), an_account(77)
    (gone, *_) = vault.procedures.values()
    was = vault.accounts[ONE.id]
    now = after(
        vault,
        Add("account", new),
        Add("contact", a_contact("", 9)),
        Remove("contact", a_contact("", 9)),
        Remove("procedure", gone),
        Replace("account", was, replace(was, name="Another")),
    )
    assert changed_since(now, kit) == Since(
        new=(("account", new.id),),
        changed=(("account", ONE.id),),
        gone=(("procedure", gone.id),),
    )


def test_where_nothing_tells_it_is_not_known() -> None:
    """A history that begins later, as that of a restored kit does, tells nothing."""
    vault = replace(a_vault(), counter=40)
    since = changed_since(vault, a_kit())
    assert (since.known, since.is_stale) == (False, True)
    assert changed_since(vault, replace(a_kit(), counter=40)).known


def test_a_supplement_makes_its_kit_fresh() -> None:
    """The newest of those that are there."""
    vault = a_vault()
    kit = printed(vault, a_kit())
    now = after(vault, used(vault, ONE.id))
    more = replace(a_kit(2), number=1, supplement=1, supplement_to=kit.id)
    held = with_records(now, {"kits": [kit, printed(now, more)]})
    assert lacking(held, kit) == Since()
    assert changed_since(held, kit).count == 1
    for lost in ({"destroyed": "2026-03-01"}, {"exposed": "2026-03-01"}):
        gone = with_records(now, {"kits": [kit, replace(more, **lost)]})
        assert supplements_of(gone, kit) == ()
        assert lacking(gone, kit).count == 1


@pytest.mark.parametrize("ways", ["passphrase", "either", "both"])
def test_a_kit_opens_with_the_passphrase_of_its_day(ways: str) -> None:
    """One that was changed later is another; a card and a part have none of it."""
    vault = a_vault()
    kit = replace(a_kit(), ways=ways, made=NOON)
    assert not passphrase_changed(vault, kit)
    changed = replace(vault, passphrase_since=LATER)
    assert passphrase_changed(changed, kit)
    assert not passphrase_changed(changed, replace(kit, made=LATER))
    assert not passphrase_changed(changed, replace(kit, ways="card"))
    assert not passphrase_changed(changed, replace(kit, partial=True))


@settings(max_examples=20)
@given(vaults(), st.data())
def test_it_is_exact_whatever_is_changed(vault: Vault, data: st.DataObject) -> None:
    """Against comparing the records themselves."""
    kit = printed(vault, a_kit())
    now = vault
    for _ in range(data.draw(st.integers(0, 3))):
        now = after(now, *data.draw(changes(now)))
    since = changed_since(now, kit)
    other = {
        (kind, id_)
        for kind in KINDS
        if kind not in LEFT_OUT
        for id_ in {*vault.collection(kind), *now.collection(kind)}
        if vault.find(kind, id_) != now.find(kind, id_)
    }
    assert since.count == len(other)
    assert {*since.new, *since.changed, *since.used, *since.gone} == other
