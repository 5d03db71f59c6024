"""The history is tidied with the first change of a day, and not with each."""

from tests.builders import NOON, a_vault, an_account
from vault.history.daily import Daily
from vault.model.change import apply
from vault.model.removal import removal_of


def test_a_day_is_tidied_once() -> None:
    """The next day again."""
    vault = apply(a_vault(), removal_of(a_vault(), "account", an_account(0).id), NOON)[
        0
    ]
    daily = Daily()
    assert daily.tidied(vault, "2026-03-20") is vault
    after = daily.tidied(vault, "2026-05-01")
    assert after is not vault
    assert daily.tidied(vault, "2026-05-01") is vault
    assert daily.tidied(vault, "2026-05-02") == after
