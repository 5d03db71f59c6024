"""The document: what is read prints back; nothing else leaves but a `VaultError`."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import a_vault, an_account, an_empty_vault
from tests.strategies import vaults
from vault.document.codec import decode_document, encode_document
from vault.document.schema import MINOR, Document, Form, StoredVault
from vault.encoding.canonical import to_json
from vault.errors import BrokenInvariant, Malformed, TooNew, VaultError
from vault.model.account import Account
from vault.model.code import Code, CodeSet
from vault.model.vault import Vault


@given(vaults())
def test_a_vault_comes_back_as_it_was(vault: Vault) -> None:
    """Nothing is lost, history included, and it may be written again."""
    decoded = decode_document(encode_document(vault))
    assert decoded.vault == vault
    assert (decoded.read_only, decoded.minor) == (False, MINOR)


@given(vaults())
def test_the_same_vault_has_the_same_bytes(vault: Vault) -> None:
    """The bytes are canonical JSON, and printing again changes nothing."""
    data = encode_document(vault)
    assert to_json(json.loads(data)) == data
    assert encode_document(decode_document(data).vault) == data


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_any_bytes_give_a_vault_or_an_error_of_ours(data: bytes) -> None:
    """No parser's own error ever comes out."""
    try:
        decode_document(data)
    except VaultError:
        return
    pytest.fail("random bytes became a vault")


GOOD = encode_document(a_vault(1, codes=2, used=1))


@given(st.data())
def test_a_changed_byte_gives_a_vault_or_an_error_of_ours(data: st.DataObject) -> None:
    """What is read after damage prints back to the damaged bytes, or is refused."""
    at = data.draw(st.integers(0, len(GOOD) - 1))
    bad = GOOD[:at] + data.draw(st.binary(max_size=3)) + GOOD[at + 1 :]
    try:
        decoded = decode_document(bad)
    except VaultError:
        return
    assert decoded.read_only or encode_document(decoded.vault) == bad


@pytest.mark.parametrize("depth", [1, 17, 200_000])
def test_no_nesting_brings_the_program_down(depth: int) -> None:
    """Even 200,000 brackets are just Malformed."""
    for data in (b"[" * depth, b'{"a":' * depth, GOOD[:-1] + b',"x":' + b"[" * depth):
        with pytest.raises(Malformed):
            decode_document(data)


def _code(**fields: object) -> CodeSet:
    code: Any = {"id": "c" * 10, "value": "v", **fields}
    return CodeSet(id="s" * 10, account="a" * 10, codes=(Code(**code),))


def test_a_default_made_afresh_is_left_out_all_the_same() -> None:
    """Equal to the default is the default, whichever object it is."""
    state: Any = json.loads('"unused"')
    vault = replace(an_empty_vault(), code_sets={"s" * 10: _code(state=state)})
    data = encode_document(vault)
    assert b"unused" not in data
    assert decode_document(data).vault == vault


@pytest.mark.parametrize(
    "fields",
    [{"state": "lost"}, {"value": 7}, {"used_by": None}, {"used_for": b"x"}],
)
def test_a_record_of_wrong_type_is_our_bug(fields: dict[str, Any]) -> None:
    """A Struct checks nothing when it is made; the document does, before writing."""
    vault = replace(an_empty_vault(), code_sets={"s" * 10: _code(**fields)})
    with pytest.raises(BrokenInvariant):
        encode_document(vault)


@pytest.mark.parametrize("worth", [1.5, float("nan"), 2**53, -(2**53), 10**30])
def test_numbers_that_json_would_bend_are_our_bug(worth: float) -> None:
    """NaN would be printed as null, and a large integer rounded by other readers."""
    wrong: Any = {"worth_a_day": worth}
    bad = replace(an_account(), **wrong)
    with pytest.raises(BrokenInvariant):
        encode_document(replace(an_empty_vault(), accounts={bad.id: bad}))


def test_half_a_character_is_malformed() -> None:
    """A lone surrogate comes from what somebody pasted, not from a bug."""
    bad = replace(an_account(), name="\ud83d")
    with pytest.raises(Malformed) as caught:
        encode_document(replace(an_empty_vault(), accounts={bad.id: bad}))
    assert caught.value.where == "json.surrogate"


def test_a_newer_version_is_refused() -> None:
    """The error says what was found and what is understood."""
    with pytest.raises(TooNew) as caught:
        decode_document(b'{"minor":0,"version":2,"what":"ever"}')
    assert (caught.value.version, caught.value.understood) == (2, 1)


def test_a_newer_minor_is_read_and_never_written() -> None:
    """More records, fields and collections are passed over; what is known is read."""
    plain = json.loads(GOOD)
    plain["minor"] = MINOR + 1
    plain["sealed_by"] = "a later program"
    plain["vault"]["errands"] = [{"id": "r", "needs": [["x", 1]]}]
    plain["vault"]["accounts"][0]["colour"] = {"deep": [1]}
    plain["vault"]["code_sets"][0]["codes"][0]["hint"] = "h"
    plain["vault"]["procedures"][0]["situation"] = "mailbox-lost"
    decoded = decode_document(to_json(plain))
    assert (decoded.read_only, decoded.minor) == (True, MINOR + 1)
    sound = decode_document(GOOD).vault
    assert decoded.vault.accounts == sound.accounts
    assert decoded.vault.code_sets == sound.code_sets


def test_a_newer_minor_must_not_give_a_key_twice() -> None:
    """The comparison cannot notice there, so the pre-scan does."""
    twice = GOOD.replace(b'"minor":4', b'"minor":5').replace(
        b'"name":"Shop 0"', b'"name":"Shop 0","name":"Shop 1"'
    )
    with pytest.raises(Malformed) as caught:
        decode_document(twice)
    assert caught.value.where == "json.doubled-key"


class _Route(msgspec.Struct, frozen=True):
    """A made-up record of a later minor."""

    id: str


class _LaterAccount(Account, frozen=True, kw_only=True):
    colour: str = ""


class _LaterVault(StoredVault, frozen=True, kw_only=True):
    accounts: tuple[_LaterAccount, ...] = ()
    routes: tuple[_Route, ...] = ()


class _LaterDocument(Document, frozen=True, kw_only=True):
    vault: _LaterVault


LATER = Form(minor=MINOR + 1, document=_LaterDocument, vault=_LaterVault)


def test_records_and_fields_can_be_added_without_moving_walls() -> None:
    """A later program writes what an older one still reads, and reads the older's."""
    account = _LaterAccount(id="a" * 10, name="Shop", colour="red")
    vault = replace(an_empty_vault(), accounts={account.id: account})
    written = encode_document(vault, LATER)
    assert decode_document(written, LATER).vault == vault
    older = decode_document(written)
    assert older.read_only
    assert older.vault.accounts == {account.id: Account(id="a" * 10, name="Shop")}


def test_a_field_added_with_a_default_leaves_documents_as_they_are() -> None:
    """What does not use the new field keeps its bytes, the minor number apart."""
    written = encode_document(_as_later(GOOD), LATER)
    assert written == GOOD.replace(b'"minor":4', b'"minor":5')


def test_a_later_program_reads_and_writes_an_older_minor() -> None:
    """An older minor is no reason for reading only."""
    decoded = decode_document(GOOD, LATER)
    assert not decoded.read_only
    assert decoded.vault == _as_later(GOOD)


def _as_later(data: bytes) -> Vault:
    vault = decode_document(data).vault
    accounts = {
        id_: _LaterAccount(**{f: getattr(one, f) for f in one.__struct_fields__})
        for id_, one in vault.accounts.items()
    }
    return replace(vault, accounts=accounts)


@pytest.mark.slow
def test_ten_thousand_accounts_come_back() -> None:
    """The size of the largest owner's vault."""
    vault = a_vault(10_000)
    assert decode_document(encode_document(vault)).vault == vault
