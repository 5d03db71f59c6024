"""Where in the window a change is seen."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_review, a_vault, an_account
from vault.app.touched_place import Seen, seen_at
from vault.model.change import Add, Change, Replace, apply, edit_vault, undo
from vault.model.removal import removal_of
from vault.model.vault import Vault

FIRST = an_account(0).id


def edited(kind: str) -> Callable[[Vault], list[Change]]:
    """Return what changes the first record of a kind."""

    def change(vault: Vault) -> list[Change]:
        record = next(iter(vault.collection(kind).values()))
        field = "note" if kind == "kit" else "notes"
        return [Replace(kind, record, replace(record, **{field: "x"}))]

    return change


def begun(_vault: Vault) -> list[Change]:
    return [Add("review", a_review())]


def first_removed(vault: Vault) -> list[Change]:
    return removal_of(vault, "account", FIRST)


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (edited("account"), Seen("accounts", FIRST)),
        (edited("code-set"), Seen("accounts", FIRST)),
        (edited("access"), Seen("accounts", FIRST)),
        (edited("person"), Seen("people")),
        (edited("kit"), Seen("kits")),
        (begun, Seen("review")),
        (first_removed, Seen("accounts", an_account(1).id)),  # which recovered by it
        (lambda vault: [edit_vault(vault, name="X")], None),
    ],
)
def test_a_change_is_seen_where_its_record_is(
    change: Callable[[Vault], list[Change]], seen: Seen | None
) -> None:
    """What hangs on an account, on its page."""
    vault, done = apply(a_vault(), change(a_vault()), NOON)
    assert seen_at(vault, done) == seen


def test_what_came_back_is_seen_where_it_is_again() -> None:
    """Though other records were touched too."""
    vault, done = apply(a_vault(1), first_removed(a_vault(1)), NOON)
    assert seen_at(vault, done) == Seen("accounts")
    back, undone = undo(vault, done, NOON)
    assert seen_at(back, undone) == Seen("accounts", FIRST)


def test_steps_of_no_account_are_seen_nowhere() -> None:
    """There is no page for them yet."""
    one = next(iter(a_vault().procedures.values()))
    change = Replace("procedure", one, replace(one, account=""))
    vault, done = apply(a_vault(), change, NOON)
    assert seen_at(vault, done) is None
