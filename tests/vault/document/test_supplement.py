"""A supplement names what it changes of its kit, and changes nothing else."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import NOON, a_kit, a_vault, an_account
from tests.strategies import changes, vaults
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.document.schema import MINOR
from vault.document.supplement import (
    About,
    Key,
    Supplement,
    decode_supplement,
    encode_supplement,
    join,
)
from vault.encoding.canonical import to_json
from vault.errors import BrokenInvariant, Malformed, TooNew
from vault.model.change import apply
from vault.model.vault import KINDS, Vault

ABOUT = About(to="0123456789abcdef", kit=2, number=1)
BEFORE = kit_document(a_vault())


def records(vault: Vault) -> dict[Key, object]:
    """Return every record but those of the register."""
    return {
        (kind, id_): record
        for kind in KINDS
        if kind != "kit"
        for id_, record in vault.collection(kind).items()
    }


def since(before: Vault, after: Vault, about: About = ABOUT) -> bytes:
    """Return the supplement that makes `after` of `before`."""
    had, has = records(before), records(after)
    changed = {key for key, record in has.items() if had.get(key) != record}
    return encode_supplement(after, about, changed, had.keys() - has.keys())


def changed_shop() -> Vault:
    """Return the shop with one account new, one renamed, one code set gone."""
    first = next(iter(BEFORE.accounts.values()))
    gone = next(iter(BEFORE.code_sets))
    new = an_account(77)
    return replace(
        BEFORE,
        name="Tea House",
        accounts={
            **BEFORE.accounts,
            first.id: replace(first, name="Renamed"),
            new.id: new,
        },
        code_sets={id_: one for id_, one in BEFORE.code_sets.items() if id_ != gone},
        kits={**BEFORE.kits, a_kit(2).id: a_kit(2)},
    )


AFTER = changed_shop()
DATA = since(BEFORE, AFTER)


def test_kit_and_supplement_are_the_vault_of_that_day() -> None:
    """Name, register and records alike."""
    assert join(BEFORE, decode_supplement(DATA)) == AFTER


@pytest.mark.slow
@given(st.data())
def test_whatever_was_changed_comes_back(data: st.DataObject) -> None:
    """Add, edit, remove, rename: of any record, in any number."""
    before = data.draw(vaults())
    after = before
    for _ in range(data.draw(st.integers(0, 4))):
        after, _changes = apply(after, data.draw(changes(after)), NOON)
    after = replace(after, vault_code=before.vault_code)  # else no supplement is made
    kit, whole = kit_document(before), kit_document(after)
    assert join(kit, decode_supplement(since(kit, whole))) == whole


def test_it_holds_nothing_that_the_kit_has_already() -> None:
    """Two accounts, no procedure, and no secret."""
    one = decode_supplement(DATA)
    assert len(one.vault.accounts) == 2
    assert not one.vault.procedures
    assert (one.vault.identity, one.vault.vault_code) == (None, "")


def test_to_another_state_of_the_kit_it_joins_nothing() -> None:
    """An account that it does not name would stay as nobody had it."""
    other = {**BEFORE.accounts, an_account(99).id: an_account(99)}
    with pytest.raises(Malformed, match=r"supplement\.whole"):
        join(replace(BEFORE, accounts=other), decode_supplement(DATA))


@pytest.mark.parametrize("field", ["id", "signer"])
def test_to_another_vault_it_joins_nothing(field: str) -> None:
    """Not even where all else is equal."""
    other = replace(BEFORE, **{field: "11" * 8 if field == "id" else "cd" * 32})
    with pytest.raises(Malformed, match=r"supplement\.vault"):
        join(other, decode_supplement(DATA))


def test_what_the_kit_does_not_hold_can_not_be_gone() -> None:
    """A removal removes only what the kit had."""
    gone = {("code-set", next(iter(BEFORE.code_sets))), ("account", "0" * 10)}
    one = decode_supplement(encode_supplement(AFTER, ABOUT, set(), gone))
    with pytest.raises(Malformed, match=r"supplement\.gone"):
        join(BEFORE, one)


def test_what_it_brings_can_not_be_gone() -> None:
    """One record is either there or not."""
    (first, *_) = BEFORE.accounts
    key = ("account", first)
    one = decode_supplement(encode_supplement(AFTER, ABOUT, {key}, {key}))
    with pytest.raises(Malformed, match=r"supplement\.gone"):
        join(BEFORE, one)


def test_the_register_is_no_record_that_goes() -> None:
    """It is carried whole."""
    with pytest.raises(BrokenInvariant):
        encode_supplement(AFTER, ABOUT, set(), {("kit", "0" * 10)})


def test_what_a_newer_program_wrote_is_read_as_far_as_it_is_known() -> None:
    """And never written."""
    plain = json.loads(DATA)
    plain["minor"] = MINOR + 1
    plain["supplement"]["colour"] = "red"
    one = decode_supplement(to_json(plain))
    assert one.read_only
    assert join(BEFORE, one) == AFTER


def changed(change: Callable[[Any], object]) -> bytes:
    plain = json.loads(DATA)
    change(plain)
    return to_json(plain)


FAULTS: dict[str, Callable[[Any], object]] = {
    "a field nobody knows": lambda plain: plain["supplement"].update(colour="red"),
    "no kit": lambda plain: plain["supplement"].pop("to"),
    "gone twice": lambda plain: plain["supplement"].update(
        gone=2 * plain["supplement"]["gone"]
    ),
    "a kind nobody knows": lambda plain: plain["supplement"].update(
        gone=[{"id": "0" * 10, "kind": "boat"}]
    ),
    "a secret": lambda plain: plain["vault"].update(vault_code="0f" * 16),
    "an identity": lambda plain: plain["vault"].update(
        identity={"signing_seed": "5e" * 32}
    ),
    "records unsorted": lambda plain: plain["vault"]["accounts"].reverse(),
    "version 0": lambda plain: plain.update(version=0),
    "a negative minor": lambda plain: plain.update(minor=-1),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_supplement_is_malformed(fault: str) -> None:
    """As the document of a kit would be."""
    with pytest.raises(Malformed):
        decode_supplement(changed(FAULTS[fault]))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", DATA[:-1], DATA + b" "])
def test_other_bytes_are_malformed(data: bytes) -> None:
    """Cut off, or something else."""
    with pytest.raises(Malformed):
        decode_supplement(data)


def test_a_newer_version_is_refused() -> None:
    """It may mean anything."""
    with pytest.raises(TooNew):
        decode_supplement(changed(lambda plain: plain.update(version=2)))


def test_the_result_is_named_by_its_hash() -> None:
    """As SPEC.md says."""
    one: Supplement = decode_supplement(DATA)
    assert one.about.whole == hashlib.sha256(encode_document(AFTER)).hexdigest()
