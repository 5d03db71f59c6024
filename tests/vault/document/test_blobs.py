"""The bytes of attachments lie behind the document, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import A_PAPER, NOON, a_lived_in_vault, a_vault, with_paper
from tests.strategies import BLOBS, vaults
from vault.document.blobs import needed_blobs, read_body, vault_body
from vault.document.body import encode_body
from vault.document.codec import encode_document
from vault.document.schema import MINOR
from vault.errors import BrokenInvariant, Malformed
from vault.model.change import apply
from vault.model.removal import removal_of
from vault.model.vault import Vault

VAULT = with_paper(a_vault(1))


def body_of(vault: Vault) -> bytes:
    return vault_body(vault, encode_document(vault))


@given(vaults())
def test_a_vault_comes_back_with_the_bytes_it_names(vault: Vault) -> None:
    """Each content once; bytes that nothing names are left behind."""
    held = replace(vault, blobs={**BLOBS, "f" * 64: b"nobody's"})
    back = read_body(body_of(held)).vault
    assert dict(back.blobs) == {one: BLOBS[one] for one in needed_blobs(vault)}
    assert replace(back, blobs={}) == replace(vault, blobs={})


def test_a_vault_without_attachments_has_the_body_it_always_had() -> None:
    """Files of earlier programs are read, and written, as before."""
    document = encode_document(a_vault(2))
    assert vault_body(a_vault(2), document) == encode_body(document)


def test_the_bytes_of_a_removed_paper_stay_while_the_history_knows_it() -> None:
    """So that it can be brought back tomorrow; with the history they go."""
    (one,) = VAULT.attachments
    gone, _ = apply(VAULT, removal_of(VAULT, "attachment", one), NOON)
    assert A_PAPER in read_body(body_of(gone)).vault.blobs.values()
    assert not read_body(body_of(replace(gone, history=()))).vault.blobs


@pytest.mark.parametrize("blobs", [{}, {"0" * 64: A_PAPER}])
def test_a_vault_that_lacks_bytes_is_not_written(blobs: dict[str, bytes]) -> None:
    """What can't be saved whole is not saved."""
    with pytest.raises(BrokenInvariant):
        body_of(replace(VAULT, blobs=blobs))


def test_bytes_that_are_not_what_they_are_said_to_be_are_not_written() -> None:
    """Neither others of the same length."""
    (content,) = VAULT.blobs
    with pytest.raises(BrokenInvariant):
        body_of(replace(VAULT, blobs={content: A_PAPER[::-1]}))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body[:-1],
        lambda body: body + b"\0",
        lambda body: body[: -len(A_PAPER)],
        lambda body: body[: -len(A_PAPER)] + A_PAPER[::-1],
        lambda body: body[:2],
        lambda body: b"\xff" + body[1:],
    ],
    ids=["cut", "longer", "without", "altered", "no length", "length beyond the end"],
)
def test_a_body_that_lies_is_malformed(spoil: object) -> None:
    """One fault each."""
    assert callable(spoil)
    with pytest.raises(Malformed):
        read_body(spoil(body_of(VAULT)))


@given(st.binary(max_size=40))
def test_bytes_that_nothing_names_are_malformed(rest: bytes) -> None:
    """Nothing may hide behind a document."""
    body = body_of(a_vault(1))
    if rest:
        with pytest.raises(Malformed):
            read_body(body + rest)


def test_what_a_newer_program_put_behind_its_document_is_not_looked_at() -> None:
    """Its vault is only read."""
    document = encode_document(a_vault(1))
    newer = document.replace(b'"minor":%d' % MINOR, b'"minor":%d' % (MINOR + 1))
    decoded = read_body(encode_body(newer) + b"of a later day")
    assert decoded.read_only
    assert decoded.vault.accounts == a_vault(1).accounts


def test_every_kind_of_record_goes_into_one_body() -> None:
    """Attachments lie beside whatever else a vault holds."""
    vault = a_lived_in_vault(2)
    assert read_body(body_of(vault)).vault == vault


def test_the_bytes_of_a_removed_paper_that_was_forgotten_are_left_behind() -> None:
    """What the history names no more is nowhere."""
    (one,) = VAULT.attachments
    gone, _ = apply(VAULT, removal_of(VAULT, "attachment", one), NOON)
    history = tuple(replace(entry, before={}) for entry in gone.history)
    assert not needed_blobs(replace(gone, history=history))
