"""Every field that a record can have is called something."""

import pytest

from vault.app.field_words import _NAMES, KIND_NAMES, field_name
from vault.model.entry import VAULT
from vault.model.vault import KINDS, Vault

FIELDS = [
    (kind, name)
    for kind, struct in [(VAULT, Vault), *((k, v.struct) for k, v in KINDS.items())]
    for name in struct.__struct_fields__
    if name
    not in {"id", "history", "blobs", *(one.collection for one in KINDS.values())}
    or (kind, name) == ("kit", "accounts")
]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_each_field_has_words_of_its_own(kind: str, name: str) -> None:
    """A new field is not forgotten."""
    assert kind in KIND_NAMES
    assert f"{kind}.{name}" in _NAMES or name in _NAMES
    assert field_name(kind, name)


def test_a_kind_may_call_a_field_otherwise() -> None:
    """The day an account was opened is not the day a vault was made."""
    assert field_name("account", "created") != field_name(VAULT, "created")


def test_what_is_not_known_is_told_as_it_is_spelt() -> None:
    """A newer field is better named plainly than not at all."""
    assert field_name("account", "shoe_size") == "Shoe size"
