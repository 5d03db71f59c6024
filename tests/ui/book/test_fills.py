"""What the pictures' vaults hold: nothing, the usual, and the most a page must bear."""

import pytest

from tests.fakes import ports_on_disk
from ui.book.fills import FILLS, OVERFULL_ACCOUNTS, Fill, vault_with
from vault.app.sample import LONG_NAME_CHARACTERS
from vault.model.validate import findings


@pytest.mark.parametrize("fill", FILLS)
def test_every_fill_is_a_vault_without_a_fault(fill: Fill) -> None:
    """What no owner could have would prove nothing."""
    vault = vault_with(ports_on_disk(), fill)
    assert [one for one in findings(vault) if one.severity == "error"] == []
    assert bool(vault.accounts) == (fill != "empty")


def test_the_fullest_has_long_names_in_two_scripts() -> None:
    """Sixty accounts, people without end, words that can't be broken."""
    vault = vault_with(ports_on_disk(), "overfull")
    names = [one.name for one in vault.accounts.values()]
    assert len(names) == OVERFULL_ACCOUNTS
    assert max(map(len, names)) == LONG_NAME_CHARACTERS
    assert any("深圳" in name for name in names)
    assert len({one.name for one in vault.people.values()}) == len(vault.people) > 20
