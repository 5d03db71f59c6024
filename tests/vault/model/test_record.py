"""Every record: frozen, compared by value, its secrets out of its repr."""

from typing import Any

import msgspec
import pytest

from tests.builders import (
    a_code_set,
    a_lived_in_vault,
    a_vault,
    an_account,
    an_empty_vault,
)
from vault.model.account import Account
from vault.model.vault import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_cannot_be_written_to(kind: str) -> None:
    """Whoever holds a record may rely on it."""
    record = next(iter(a_lived_in_vault(1).collection(kind).values()))
    with pytest.raises(AttributeError):
        setattr(record, "id", "other")  # noqa: B010  a checker forbids the plain way


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_defaults_that_are_shared(kind: str) -> None:
    """A default is text, a number or an empty tuple: nothing that could be changed."""
    defaults: Any = KINDS[kind].struct.__struct_defaults__
    plain = (str, int, tuple, type(None), type(msgspec.NODEFAULT))
    assert all(isinstance(one, plain) for one in defaults)
    assert not any(one for one in defaults if isinstance(one, tuple))


def test_secrets_are_not_in_a_repr() -> None:
    """A traceback shows neither a code's value nor the signing seed nor the vault."""
    vault = a_vault(1)
    code = a_code_set("x").codes[0]
    shown = repr(vault) + repr(vault.identity) + repr(a_code_set("x"))
    assert code.value not in shown
    assert "5e5e" not in shown
    assert "0f0f" not in shown


def test_accounts_with_the_same_fields_are_the_same() -> None:
    """Records are compared by what they hold."""
    assert an_account(1) == an_account(1)
    assert an_account(1) != an_account(2)
    assert len({an_account(1), an_account(1), an_account(2)}) == 2
    assert isinstance(an_account(), Account)
    assert an_empty_vault() == an_empty_vault()
