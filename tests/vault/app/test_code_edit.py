"""Void, and valid again."""

import pytest

from tests.builders import NOON, a_code_set, a_vault
from vault.app.code_edit import reviving, voiding
from vault.errors import Refused
from vault.model.change import apply
from vault.model.code import CodeSet
from vault.model.vault import Vault


def the_set(vault: Vault) -> CodeSet:
    return next(iter(vault.code_sets.values()))


def test_a_code_that_does_not_work_is_void_and_can_be_valid_again() -> None:
    """A slip must not cost a code."""
    vault = a_vault(1)
    one = the_set(vault)
    vault, _ = apply(vault, voiding(one, one.codes[2]), NOON)
    void = the_set(vault)
    assert [code.state for code in void.codes].count("void") == 1
    vault, _ = apply(vault, reviving(void, void.codes[2]), NOON)
    assert the_set(vault) == one


def test_a_used_code_becomes_unused_with_all_its_marks() -> None:
    """When, who and what for go together."""
    vault = a_vault(1, used=1)
    one = the_set(vault)
    vault, _ = apply(vault, reviving(one, one.codes[0]), NOON)
    first = the_set(vault).codes[0]
    assert (first.state, first.used_at, first.value) == (
        "unused",
        "",
        one.codes[0].value,
    )


def test_only_what_is_so_can_be_taken_back() -> None:
    """Each act says what it expects."""
    one = a_code_set("x", used=1)
    with pytest.raises(Refused):
        voiding(one, one.codes[0])
    with pytest.raises(Refused):
        reviving(one, one.codes[1])
