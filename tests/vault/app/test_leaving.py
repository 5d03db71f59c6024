"""Somebody leaves: nothing that the person touches is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests import strategies
from tests.builders import (
    NOON,
    a_code_set,
    a_kit,
    a_person,
    a_share_note,
    an_access,
    an_account,
    an_empty_vault,
    with_records,
)
from vault.app.adopt import LOW
from vault.app.leaving import Item, leaving, ticking
from vault.app.leaving_words import (
    ACCOUNTABLE,
    LINK_WORDS,
    NO_PACK,
    ONLY_ONE,
    OWN_MAILBOX,
    OWN_PHONE,
)
from vault.errors import NotFound
from vault.model.change import apply
from vault.model.link import LINKS, targets
from vault.model.person import Person
from vault.model.record import Record
from vault.model.vault import Vault
from vault.model.way import WayNote
from vault.packs import shipped_packs, source_words

TO_PEOPLE = [link for link in LINKS if link.target == "person"]
DAY = "2026-03-01"


def test_every_link_to_a_person_has_a_place() -> None:
    """A new link without words of its own fails here."""
    assert {(link.kind, link.field) for link in TO_PEOPLE} == set(LINK_WORDS)


@settings(max_examples=15, deadline=None)
@given(strategies.vaults())
def test_every_link_to_the_person_is_listed(vault: Vault) -> None:
    """Whatever record names the person."""
    for person in vault.people:
        listed = {(item.kind, item.record) for item in leaving(vault, person)}
        for link in TO_PEOPLE:
            for record in vault.collection(link.kind).values():
                if person in targets(record, link):
                    assert (link.kind, record.id) in listed


@settings(max_examples=15, deadline=None)
@given(strategies.vaults(), st.data())
def test_what_is_ticked_is_done_or_gone(vault: Vault, data: st.DataObject) -> None:
    """An owner who was changed is in the list no more."""
    for person in vault.people:
        keys = [item.key for item in leaving(vault, person)]
        chosen = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
        after, _ = apply(vault, ticking(vault, person, chosen, DAY), NOON)
        left = {item.key for item in leaving(after, person) if not item.done}
        assert not left & chosen


def test_an_unknown_person_is_refused() -> None:
    """By id."""
    with pytest.raises(NotFound):
        leaving(Vault(id="0" * 16), "nobody")


ANA, BEN = a_person(0, trusted=False), a_person(1, trusted=False)
SHOP, LATER_SHOP = an_account(0), an_account(1)


def _vault(**records: list[Record]) -> Vault:
    """Return a vault in which Ana has access to the shop, and whatever is named."""
    own: dict[str, list[Record]] = {
        "people": [ANA, BEN],
        "accounts": [SHOP],
        "access": [an_access(ANA.id, SHOP.id, 0)],
    }
    return with_records(an_empty_vault(), own | records)


def _item(vault: Vault, key: str, person: Person = ANA) -> Item:
    return {item.key: item for item in leaving(vault, person.id)}[key]


def _access(vault: Vault) -> Item:
    (found,) = (x for x in leaving(vault, ANA.id) if x.key.startswith("access:"))
    return found


def test_somebody_who_touches_nothing_has_an_empty_list() -> None:
    """There is nothing to settle, and nothing is made up."""
    assert leaving(_vault(), BEN.id) == ()


def test_the_only_one_in_is_warned_of_until_somebody_else_gets_in() -> None:
    """An access that ended is none."""
    ended = replace(an_access(BEN.id, SHOP.id, 1), ended=DAY)
    alone = _vault(access=[an_access(ANA.id, SHOP.id, 0), ended])
    two = _vault(access=[an_access(ANA.id, SHOP.id, 0), replace(ended, ended="")])
    assert ONLY_ONE in _access(alone).warnings
    assert ONLY_ONE not in _access(two).warnings


def test_whoever_answers_or_is_the_way_back_is_warned_of() -> None:
    """By the account's owner, its mailbox and its number, however it is spelt."""
    ana = replace(ANA, email="ana@example.org", phone="+44 7700 900123")
    shop = replace(SHOP, owner=ana.id, email="Ana@Example.org", phone="+447700900123")
    told = _access(_vault(people=[ana, BEN], accounts=[shop])).warnings
    assert {ACCOUNTABLE, OWN_MAILBOX, OWN_PHONE} <= set(told)


def test_codes_of_an_account_that_was_reached_are_to_be_renewed() -> None:
    """Ticked, the set says since when; one that was retired needs nothing."""
    codes = a_code_set(SHOP.id, 0)
    vault = _vault(code_sets=[codes])
    key = f"code-set:codes:{codes.id}"
    assert not _item(vault, key).done
    after, _ = apply(vault, ticking(vault, ANA.id, [key], DAY), NOON)
    assert after.code_sets[codes.id].renew == DAY
    assert _item(_vault(code_sets=[replace(codes, retired=DAY)]), key).done


def test_what_leans_on_an_account_of_hers_is_listed() -> None:
    """An account she has no access to comes back through one that she has."""
    leaning = replace(LATER_SHOP, recovers_through=(SHOP.id,))
    item = _item(_vault(accounts=[SHOP, leaning]), f"account:leans:{leaning.id}")
    assert leaning.name in item.what


def test_a_kit_that_holds_her_accounts_is_listed_until_it_is_destroyed() -> None:
    """Of all accounts, or of chosen ones; one of others is not."""
    whole, hers, other = a_kit(1), a_kit(2, accounts=(SHOP.id,)), a_kit(3)
    other = replace(other, partial=True, accounts=(LATER_SHOP.id,))
    gone = replace(a_kit(4), destroyed=DAY)
    vault = _vault(kits=[whole, hers, other, gone])
    listed = {x.record for x in leaving(vault, ANA.id) if x.kind == "kit"}
    assert listed == {whole.id, hers.id}


def test_a_file_that_she_has_is_withdrawn_and_its_codes_renewed() -> None:
    """It can't be called back; a file without codes asks for no new ones."""
    file = a_share_note(ANA.id, LATER_SHOP.id)
    codes = a_code_set(LATER_SHOP.id, 1)
    records: dict[str, list[Record]] = {
        "accounts": [SHOP, LATER_SHOP],
        "code_sets": [codes],
        "shares": [file],
    }
    vault = _vault(**records)
    item = _item(vault, f"share:keeper:{file.id}")
    assert "issue 1, made 2026-03-01" in item.what
    assert "can't be called back" in item.steps[0]
    _item(vault, f"code-set:codes:{codes.id}")
    after, _ = apply(vault, ticking(vault, ANA.id, [item.key], DAY), NOON)
    assert after.shares[file.id].withdrawn == DAY
    assert _item(after, item.key).done
    shallow = _vault(**records | {"shares": [replace(file, depth="access")]})
    assert not any(one.kind == "code-set" for one in leaving(shallow, ANA.id))


def test_a_way_into_the_vault_and_a_trusted_name_are_listed() -> None:
    """They are no links of the table, and matter most."""
    vault = _vault(people=[replace(ANA, trusted=True), BEN])
    way = WayNote(slot="0b" * 16, whose=ANA.name)
    kinds = {x.key.split(":")[1] for x in leaving(replace(vault, ways=(way,)), ANA.id)}
    assert {"trusted", "way-0b0b0b0b"} <= kinds


def test_an_owner_is_replaced_by_the_one_chosen() -> None:
    """The account has somebody who answers for it, all the time."""
    vault = _vault(accounts=[replace(SHOP, owner=ANA.id)])
    keys = [f"account:owner:{SHOP.id}"]
    after, _ = apply(vault, ticking(vault, ANA.id, keys, DAY, BEN.id), NOON)
    assert after.accounts[SHOP.id].owner == BEN.id


def test_a_step_of_which_we_are_not_sure_says_so_with_its_source() -> None:
    """A weak fact is shown as one, and never hidden."""
    unsure = [
        (pack, fact)
        for pack in shipped_packs().values()
        for fact in pack.leaving
        if fact.confidence == LOW
    ]
    pack, fact = unsure[0]
    vault = _vault(accounts=[replace(SHOP, platform=pack.id)])
    (told,) = (step for step in _access(vault).steps if fact.text in step)
    assert told.startswith("check, for we are not sure: ")
    assert source_words(pack, fact) in told


def test_a_platform_without_a_pack_says_where_to_look() -> None:
    """Nothing is known of it, and that is said."""
    vault = _vault(accounts=[replace(SHOP, platform="Nowhere")])
    assert NO_PACK in _access(vault).steps


def test_what_costs_most_to_lose_is_first() -> None:
    """Vital before the rest, then by a day's worth; what has no account is last."""
    small = replace(an_account(0), name="A", importance="minor", worth_a_day=900)
    usual = replace(an_account(1), name="B", worth_a_day=10)
    dear = replace(an_account(2), name="C", worth_a_day=50)
    vital = replace(an_account(3), name="D", importance="vital")
    accounts = [small, usual, dear, vital]
    access = [an_access(ANA.id, one.id, n) for n, one in enumerate(accounts)]
    trusted = replace(ANA, trusted=True)
    vault = _vault(people=[trusted, BEN], accounts=accounts, access=access)
    told = [item.account for item in leaving(vault, ANA.id)]
    order = [vital.id, dear.id, usual.id, small.id, ""]
    assert list(dict.fromkeys(told)) == order
