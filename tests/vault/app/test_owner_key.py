"""The owner's key: what it signs is known by the public half that the vault names."""

import pytest
from msgspec.structs import replace

from tests.fakes import ports_on_disk
from vault.app.owner_key import signature, signer_words
from vault.app.unlock import blank_vault
from vault.crypto import signing
from vault.errors import Refused

VAULT = blank_vault(ports_on_disk(), "Shop")


def test_the_key_that_the_vault_names_verifies_its_signature() -> None:
    """And no other message."""
    public, signed = bytes.fromhex(VAULT.signer), signature(VAULT, b"message")
    assert signing.verify(public, signed, b"message")
    assert not signing.verify(public, signed, b"massage")


def test_a_vault_without_an_identity_signs_nothing() -> None:
    """Such as the part that a kit of chosen accounts held."""
    with pytest.raises(Refused) as refused:
        signature(replace(VAULT, identity=None), b"message")
    assert refused.value.reason == "no-identity"


def test_the_words_belong_to_the_public_key_alone() -> None:
    """Whoever opens a share sees the words that its owner sees."""
    bare = replace(VAULT, id="0" * 16, identity=None, name="Other")
    assert signer_words(bare) == signer_words(VAULT)
    assert len(signer_words(VAULT)) == 8
    assert signer_words(replace(VAULT, signer="ab" * 32)) != signer_words(VAULT)
