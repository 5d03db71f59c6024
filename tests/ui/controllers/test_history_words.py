"""How a history reads on its page: by day and device, in cards, each button named."""

from collections.abc import Sequence

from msgspec.structs import replace

from tests.builders import LATER, NOON, a_vault, an_account
from ui.controllers.history_words import A_CARD, MOST_CHARACTERS, day_states
from ui.views.history_state import DayState
from vault.app.history import lines
from vault.model.change import Change, Replace, apply
from vault.model.removal import removal_of
from vault.model.vault import Vault

FIRST = an_account(0).id


def put(vault: Vault, at: str = NOON, device: str = "kiln", **fields: object) -> Vault:
    before = vault.get("account", FIRST)
    change = Replace("account", before, replace(before, **fields))
    return apply(vault, change, at, device)[0]


def days(vault: Vault, name: str = "") -> tuple[DayState, ...]:
    return day_states(lines(vault), lines(vault, reveal=True), name)


def test_changes_stand_by_day_and_device() -> None:
    """What the page is called after is not named at each change again."""
    vault = put(put(a_vault(), login="one"), LATER, "phone", login="two")
    first, second = days(vault)
    assert (first.title, second.title) == ("2 Mar 2026 · phone", "1 Mar 2026 · kiln")
    assert [one.what for one in first.changes] == ["Account: Shop 0"]
    assert [one.what for one in days(vault, "Account: Shop 0")[0].changes] == [""]


def test_a_long_day_goes_on_in_the_next_card() -> None:
    """So that a page is never held up by all of it."""
    vault = a_vault()
    for n in range(A_CARD + 1):
        vault = put(vault, login=f"login {n}")
    first, second = days(vault)
    assert (len(first.changes), len(second.changes)) == (A_CARD, 1)
    assert [one.goes_on for one in (first, second)] == [False, True]


def test_what_went_in_one_act_is_told_by_what_it_hung_on() -> None:
    """An account of an hour's typing is one line, not twenty."""
    changes: Sequence[Change] = removal_of(a_vault(1), "account", FIRST)
    vault = apply(a_vault(1), changes, NOON)[0]
    ((removed,),) = [day.changes for day in days(vault)]
    assert (removed.what, removed.after) == ("Account: Shop 0", "Removed, and 4 more")
    assert not removed.can


def test_no_two_buttons_are_read_out_alike() -> None:
    """The same slip, made twice."""
    vault = a_vault()
    for login in ("a", "b", "a", "b", "c"):
        vault = put(vault, login=login)
    names = [one.back for day in days(vault) for one in day.changes if one.can]
    assert len(set(names)) == len(names) == 5
    assert names[0] == "Bring back Login of Account: Shop 0: b"
    assert names[2] == "Bring back Login of Account: Shop 0: b (2)"


def test_a_long_value_is_cut_where_it_is_known_again() -> None:
    """All of it comes back all the same."""
    vault = put(put(a_vault(), notes="x" * 999), notes="")
    (change, *_) = days(vault)[0].changes
    assert len(change.before) == MOST_CHARACTERS
    assert change.before.endswith("x…")
