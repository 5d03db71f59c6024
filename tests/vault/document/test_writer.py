"""A writer prints what the codec prints, and proves all that is new."""

import json
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.builders import a_vault, an_account
from tests.strategies import vaults
from vault.document.codec import decode_document, encode_document
from vault.document.writer import Writer
from vault.errors import BrokenInvariant
from vault.model.change import Add, Remove, Replace, apply
from vault.model.vault import Vault

NOW = "2026-11-23T12:00:00Z"


def read_again(vault: Vault) -> Vault:
    """Return the vault as it is after a save and an opening."""
    return decode_document(encode_document(vault)).vault


@given(vaults())
def test_it_prints_what_the_codec_prints(vault: Vault) -> None:
    """Whatever it knows, be it nothing, another state of the vault, or all of it."""
    other = replace(vault, accounts={}, history=vault.history[1:])
    data = encode_document(vault)
    for known in (None, other, vault):
        writer = Writer(known)
        if (writer.document(vault), writer.document(vault)) != (data, data):
            pytest.fail("another document than the codec's")


def test_changes_are_printed_one_after_the_other() -> None:
    """Records that came, changed and went, with their history."""
    vault = read_again(a_vault(2, codes=2))
    writer, new = Writer(vault), an_account(9)
    renamed = replace(new, name="Another shop")
    acts = (
        Add("account", new),
        Replace("account", new, renamed),
        Remove("account", renamed),
    )
    for act in acts:
        vault, _ = apply(vault, act, NOW)
        assert writer.document(vault) == encode_document(vault)


def test_a_new_record_of_wrong_type_is_our_bug() -> None:
    """That the others are known proves nothing for this one."""
    vault = read_again(a_vault(2))
    wrong: Any = {"worth_a_day": 1.5}
    bad = replace(an_account(), **wrong)
    writer = Writer(vault)
    writer.document(vault)
    with pytest.raises(BrokenInvariant):
        writer.document(replace(vault, accounts={**vault.accounts, bad.id: bad}))


def test_a_field_of_the_vault_of_wrong_type_is_our_bug() -> None:
    """The vault's own fields are proven each time."""
    vault = read_again(a_vault(1))
    wrong: Any = {"name": 7}
    with pytest.raises(BrokenInvariant):
        Writer(vault).document(replace(vault, **wrong))


def test_a_default_made_afresh_is_left_out_each_time() -> None:
    """A record that does not print as it should is not taken for a known one."""
    vault = read_again(a_vault(1, codes=1))
    sheet = next(iter(vault.code_sets.values()))
    state: Any = json.loads('"unused"')
    odd = replace(sheet, codes=(replace(sheet.codes[0], state=state),))
    vault = replace(vault, code_sets={odd.id: odd})
    for writer in (Writer(), Writer(read_again(vault))):
        for _ in range(2):
            data = writer.document(vault)
            assert data == encode_document(vault)
            assert b'"unused"' not in data
