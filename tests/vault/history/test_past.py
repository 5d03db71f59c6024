"""The history as a person reads it: what was there before, and what came after."""

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_code_set, a_vault, an_account
from vault.app.edit import using
from vault.history.past import Lost, Past, pasts
from vault.model.change import Add, Change, Remove, Replace, apply, edit_vault
from vault.model.entry import MERGED, Entry
from vault.model.removal import removal_of
from vault.model.vault import Vault

ACCOUNT = ("account", an_account(0).id)


def put(
    vault: Vault, at: str = NOON, device: str = "laptop", **fields: object
) -> Vault:
    """Change fields of the first account."""
    before = vault.get(*ACCOUNT)
    change = Replace("account", before, replace(before, **fields))
    return apply(vault, change, at, device)[0]


def told(found: tuple[Past, ...]) -> list[tuple[object, ...]]:
    """Return field, before and after of each change."""
    return [(one.field, one.before, one.after) for one in found]


def test_each_change_tells_before_and_after_the_newest_first() -> None:
    """What came after is what the next change replaced, or what stands there now."""
    vault = put(put(a_vault(), login="one", phone="1"), LATER, "phone", login="two")
    found = pasts(vault)
    assert told(found) == [
        ("login", "one", "two"),
        ("login", "shop0", "one"),
        ("phone", "", "1"),
    ]
    assert [(one.at, one.device) for one in found[:2]] == [
        (LATER, "phone"),
        (NOON, "laptop"),
    ]


def test_only_the_newest_are_told_where_so_many_are_asked_for() -> None:
    """None means all."""
    vault = put(put(a_vault(), login="one"), login="two")
    assert told(pasts(vault, most=1)) == [("login", "one", "two")]
    assert pasts(vault, most=0) == ()


def test_only_the_records_that_are_asked_for_are_told_of() -> None:
    """Of others there is nothing, and the register of kits is never read out."""
    vault = put(a_vault(), login="one")
    kit = next(iter(vault.kits.values()))
    vault = apply(vault, Replace("kit", kit, replace(kit, note="x")), NOON)[0]
    assert len(pasts(vault)) == 1
    assert pasts(vault, [("person", ACCOUNT[1])]) == ()
    assert len(pasts(vault, [ACCOUNT])) == 1


def test_a_used_code_is_told_by_itself_and_values_stay_out_of_a_repr() -> None:
    """The other codes of its set are not named."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    code = one.codes[2]
    vault = apply(vault, using(one, code, "Mina", "new phone", LATER), LATER)[0]
    (found,) = pasts(vault)
    assert (found.field, found.part, found.before) == ("codes", code.id, code)
    assert found.after == replace(
        code, state="used", used_at=LATER, used_by="Mina", used_for="new phone"
    )
    assert code.value not in repr(found)


def test_a_new_code_was_not_there_before() -> None:
    """And one that was dropped is not there after."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    fewer = replace(one, codes=one.codes[1:])
    vault = apply(vault, Replace("code-set", one, fewer), NOON)[0]
    vault = apply(vault, Replace("code-set", fewer, one), NOON)[0]
    came, went = pasts(vault)
    assert (came.before, came.after) == (Lost.NOTHING, one.codes[0])
    assert (went.before, went.after) == (one.codes[0], Lost.NOTHING)


def test_an_order_of_codes_that_changed_is_no_change_of_a_code() -> None:
    """All of them are listed then, each as it is."""
    vault = a_vault()
    one = next(iter(vault.code_sets.values()))
    turned = replace(one, codes=one.codes[::-1])
    vault = apply(vault, Replace("code-set", one, turned), NOON)[0]
    assert pasts(vault) == ()


def test_what_was_removed_is_told_as_it_was_at_the_end() -> None:
    """Edits before a removal led to what the removal took away."""
    vault = put(a_vault(1), login="one", notes="")
    codes = a_code_set(ACCOUNT[1], 7, codes=1)
    (code,) = codes.codes
    vault = apply(vault, Add("code-set", codes), NOON)[0]
    void = replace(codes, codes=(replace(code, state="void"),))
    vault = apply(vault, Replace("code-set", codes, void), NOON)[0]
    bare = replace(void, codes=())
    vault = apply(vault, Replace("code-set", void, bare), NOON)[0]
    vault = apply(vault, removal_of(vault, *ACCOUNT), LATER)[0]
    assert told(pasts(vault, [ACCOUNT])) == [
        ("", Lost.NOTHING, Lost.NOTHING),
        ("login", "shop0", "one"),
    ]
    gone, went, voided, came = pasts(vault, [("code-set", codes.id)])
    assert [one.action for one in (gone, came)] == ["remove", "add"]
    assert went.after is Lost.NOTHING
    assert (voided.before, voided.after) == (code, void.codes[0])


def test_a_field_left_at_its_default_by_a_removed_record_is_told_so() -> None:
    """A removal lists only what was not at its default."""
    vault = put(put(a_vault(1), notes="x"), notes="")
    vault = apply(vault, removal_of(vault, *ACCOUNT), LATER)[0]
    assert told(pasts(vault, [ACCOUNT]))[1:] == [("notes", "x", ""), ("notes", "", "x")]


def test_where_two_copies_were_joined_nobody_knows_what_came_next() -> None:
    """What the merge put aside is marked so."""
    vault = put(put(a_vault(), login="mine"), login="shown")
    (first, second) = vault.history
    theirs = replace(first, device="phone", before={"login": "old"})
    aside = replace(second, n=3, device=MERGED, before={"login": "aside"})
    vault = replace(vault, history=(first, theirs, aside))
    merge, other, own = pasts(vault)
    assert (merge.before, merge.after, merge.set_aside) == ("aside", "shown", True)
    assert (other.before, other.after, other.set_aside) == ("old", Lost.UNKNOWN, False)
    assert (own.before, own.after) == ("shop0", Lost.UNKNOWN)


def test_names_of_changes_are_as_ids_are_and_differ() -> None:
    """So that a person can type the first symbols of one."""
    found = pasts(put(put(a_vault(), login="one", phone="1"), login="two"))
    refs = {one.ref for one in found}
    assert len(refs) == 3
    assert {len(ref) for ref in refs} == {10}


def test_fields_of_the_vault_are_told_but_never_its_secrets() -> None:
    """Nor what the program itself puts there."""
    change = edit_vault(a_vault(), name="Pottery", vault_code="ab" * 16, card_number=2)
    vault = apply(a_vault(), change, NOON)[0]
    assert told(pasts(vault)) == [("name", "Tea Shop", "Pottery")]


def test_what_another_program_wrote_does_not_stop_reading() -> None:
    """Kinds, fields and spellings that are not ours, and records that never were."""
    odd = (
        Entry(
            n=1, at=NOON, kind="robot", id=ACCOUNT[1], action="edit", before={"a": 1}
        ),
        Entry(
            n=2, at=NOON, kind="account", id="x", action="edit", before={"login": "a"}
        ),
        Entry(
            n=3,
            at=NOON,
            kind="account",
            id=ACCOUNT[1],
            action="edit",
            before={"login": 5, "wings": True, "recovers_through": ({},)},
        ),
        Entry(
            n=4,
            at=NOON,
            kind="code-set",
            id="y",
            action="edit",
            before={"codes": ({"id": "z", "state": "lost"}, "text", {"value": "1"})},
        ),
        Entry(n=5, at=NOON, kind="account", id="w", action="remove"),
    )
    found = pasts(replace(a_vault(), history=odd))
    assert [(one.id, one.field, one.before) for one in found] == [
        ("w", "", Lost.NOTHING),
        ("y", "codes", Lost.UNKNOWN),
        (ACCOUNT[1], "login", Lost.UNKNOWN),
        (ACCOUNT[1], "recovers_through", Lost.FORGOTTEN),
        ("x", "login", "a"),
    ]


def test_a_record_that_came_back_is_told_of_from_its_return() -> None:
    """What stood there before its removal is told as it was."""
    vault = put(a_vault(1), login="one")
    account = vault.get(*ACCOUNT)
    changes: list[Change] = [Remove("account", account)]
    vault = apply(vault, changes, NOON)[0]
    vault = apply(vault, Add("account", replace(account, login="new")), NOON)[0]
    assert told(pasts(vault, [ACCOUNT])) == [
        ("", Lost.NOTHING, Lost.NOTHING),
        ("", Lost.NOTHING, Lost.NOTHING),
        ("login", "shop0", "one"),
    ]
