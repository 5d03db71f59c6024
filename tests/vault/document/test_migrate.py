"""Steps between versions, played with a made-up version 0."""

import json
from collections.abc import Callable

import pytest

from tests.builders import an_empty_vault
from vault.document.codec import decode_document, encode_document
from vault.document.migrate import STEPS, Plain, migrate
from vault.document.schema import VERSION
from vault.encoding.canonical import to_json
from vault.errors import Malformed

NEW = encode_document(an_empty_vault())


def _money_becomes_currency(plain: Plain) -> Plain:
    """Rename a field: the made-up version 0 said "money"."""
    vault = dict(plain["vault"])
    vault["currency"] = vault.pop("money")
    return {**plain, "vault": vault}


MADE_UP = {0: _money_becomes_currency}


def _old() -> Plain:
    plain: Plain = json.loads(NEW)
    plain["version"] = 0
    plain["vault"]["money"] = plain["vault"].pop("currency")
    return plain


def test_a_step_turns_an_old_document_into_ours() -> None:
    """It opens for writing, and is written as a document of our version."""
    decoded = decode_document(to_json(_old()), steps=MADE_UP)
    assert decoded.vault == an_empty_vault()
    assert not decoded.read_only
    assert encode_document(decoded.vault) == NEW


def test_steps_are_taken_one_after_the_other() -> None:
    """From 0 to 3 by three steps, the version set by the machinery."""
    steps = {n: lambda plain, n=n: {**plain, f"step{n}": 1} for n in range(3)}
    made = migrate({"version": 0}, 0, 3, steps)
    assert made == {"version": 3, "step0": 1, "step1": 1, "step2": 1}


def test_a_version_that_never_was_is_malformed() -> None:
    """Without a step there is no way from there to here."""
    with pytest.raises(Malformed):
        decode_document(to_json(_old()))
    with pytest.raises(Malformed):
        migrate({}, 0, 2, {0: dict})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b'"money"', b'"monez"'),
        lambda data: data.replace(b"Tea", b"T\xff"),
        lambda data: data.replace(b"Tea", b"\\ud800"),
        lambda data: data.replace(b'"vault":{', b'"vault": {'),
        lambda data: data.replace(b'"version":0', b'"version":0,"version":0'),
        lambda data: data.replace(b'"money":"EUR"', b'"money":1'),
        lambda data: data.replace(b'"money":"EUR"', b'"money":1.0'),
        lambda data: data.replace(b'"vault":{', b'"x":{').replace(b',"z', b""),
        lambda data: data[:-1],
        lambda data: b"[" + data + b"]",
    ],
)
def test_an_old_document_must_be_what_its_version_promised(
    spoil: Callable[[bytes], bytes],
) -> None:
    """Other spellings and missing or foreign fields of old documents are Malformed."""
    with pytest.raises(Malformed):
        decode_document(spoil(to_json(_old())), steps=MADE_UP)


def test_every_past_version_has_its_step() -> None:
    """Versions count from 1, and none is left behind."""
    assert set(STEPS) == set(range(1, VERSION))
