"""A file of codes becomes the account's code set, and the set before it retires."""

from pathlib import Path

import pytest

from tests.vault.exchange.reading import a_vault_to_fill, done, problems, read, states
from vault.errors import BadInput
from vault.exchange.base import Count
from vault.model.code import CodeSet
from vault.model.vault import Vault

GOOD = Path(__file__).parents[2] / "samples" / "good"
OLD = "Instagram backup codes\n1. 1111 1111 (used)\n2. 2222 2222\n"
NEW = "Instagram backup codes\n1. 3333 3333\n2. 4444 4444\n"


def in_force(vault: Vault) -> CodeSet:
    """Return the one set that is not retired."""
    (found,) = [one for one in vault.code_sets.values() if not one.retired]
    return found


def account_on(vault: Vault, platform: str) -> str:
    """Return the id of the account on a platform."""
    ids = (one.id for one in vault.accounts.values() if one.platform == platform)
    return next(ids)


def test_a_set_has_the_kind_label_and_day_of_its_issue() -> None:
    """The pack knows the kind; the day is that of the import."""
    vault = a_vault_to_fill()
    codes = in_force(done(read("codes.txt", NEW, vault), vault))
    assert codes.account == account_on(vault, "instagram")
    assert (codes.kind, codes.label) == ("backup-codes", "Backup codes")
    assert codes.issued == "2026-11-23"


def test_a_new_set_retires_the_old_one_and_keeps_it_apart() -> None:
    """What was unused becomes void, what was used stays used."""
    vault = a_vault_to_fill()
    vault = done(read("codes.txt", OLD, vault), vault)
    old = in_force(vault)
    plan = read("codes.txt", NEW, vault)
    assert plan.counts["code-set"] == Count(new=1, changed=1)
    assert "codes-retired" in problems(plan)
    after = done(plan, vault)
    retired = after.code_sets[old.id]
    assert isinstance(retired, CodeSet)
    assert retired.retired == "2026-11-23"
    assert states(retired) == {"1111 1111": "used", "2222 2222": "void"}
    assert states(in_force(after)) == {"3333 3333": "unused", "4444 4444": "unused"}


def test_a_set_of_another_kind_or_account_stays_in_force() -> None:
    """Only the same kind of the same account is replaced."""
    vault = a_vault_to_fill()
    vault = done(read("codes.txt", OLD, vault), vault)
    google = account_on(vault, "Google")
    vault = done(read("codes.txt", "5555 5555\n", vault, account=google), vault)
    instagram = account_on(vault, "instagram")
    told = {"account": instagram, "kind": "other"}
    vault = done(read("codes.txt", "6666 6666\n", vault, **told), vault)
    assert [one.retired for one in vault.code_sets.values()] == ["", "", ""]


def test_the_same_codes_are_there_already() -> None:
    """Other spaces and another order do not make a new set."""
    vault = a_vault_to_fill()
    vault = done(read("codes.txt", NEW, vault), vault)
    plan = read("codes.txt", "Instagram\n4444-4444\n33333333\n", vault)
    assert plan.changes == ()
    assert plan.counts == {"code-set": Count(there=1)}


def test_codes_that_a_set_lacks_complete_it() -> None:
    """A list typed in halves is one issue."""
    vault = a_vault_to_fill()
    vault = done(read("codes.txt", NEW, vault), vault)
    plan = read("codes.txt", "Instagram\n4444 4444\n7777 7777\n", vault)
    assert plan.counts == {"code-set": Count(changed=1)}
    values = list(states(in_force(done(plan, vault))))
    assert values == ["3333 3333", "4444 4444", "7777 7777"]


def test_codes_of_a_retired_set_do_not_come_back_to_force() -> None:
    """An old file, read again, is known as old."""
    vault = a_vault_to_fill()
    for text in (OLD, NEW):
        vault = done(read("codes.txt", text, vault), vault)
    plan = read("codes.txt", OLD, vault)
    assert plan.changes == ()
    assert "codes-retired" in problems(plan)


def test_a_use_that_only_the_file_knows_is_said() -> None:
    """Our record says unused; a mark in a file does not change it silently."""
    vault = a_vault_to_fill()
    vault = done(read("codes.txt", NEW, vault), vault)
    plan = read("codes.txt", NEW.replace("3333 3333", "3333 3333 (used)"), vault)
    assert plan.changes == ()
    assert "used-mark-left-out" in problems(plan)


def test_odd_codes_are_kept_and_doubled_ones_noted() -> None:
    """A mistyped code is better than none; the owner is told."""
    vault = a_vault_to_fill()
    text = "Instagram\n1111 1111\n1111-1111\n1111 111\n"
    plan = read("codes.txt", text, vault)
    assert list(states(in_force(done(plan, vault)))) == ["1111 1111", "1111 111"]
    assert {"code-odd", "code-doubled", "line-left-out"} <= set(problems(plan))


def test_google_s_file_in_two_columns_gives_ten_codes() -> None:
    """Headings, boxes and the date are left out, and said."""
    vault = a_vault_to_fill()
    name = "google-backup-codes.txt"
    plan = read(name, (GOOD / name).read_bytes(), vault)
    codes = in_force(done(plan, vault))
    assert codes.account == account_on(vault, "Google")
    assert len(codes.codes) == 10
    details = [note.detail for note in plan.notes]
    assert any("mina@example.com" in one for one in details)


def test_a_file_that_names_no_platform_needs_an_account() -> None:
    """With two accounts nobody guesses."""
    with pytest.raises(BadInput, match="account-needed"):
        read("codes.txt", "1111 1111\n", a_vault_to_fill())


def test_codes_never_go_to_an_account_of_another_platform() -> None:
    """A file that says Facebook is not for the only account, on Instagram."""
    vault = done(read("a.csv", "platform\ninstagram\n"))
    assert read("codes.txt", "1111 1111\n", vault).counts["code-set"].new == 1
    with pytest.raises(BadInput, match="account-needed"):
        read("codes.txt", "Facebook recovery codes\n1111 1111\n", vault)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("codes.txt", "Facebook recovery codes\n1111 1111"),
        ("facebook.txt", "1111 1111"),
    ],
)
def test_codes_for_a_named_account_are_taken_whatever_the_heading(
    name: str, text: str
) -> None:
    """The owner's word goes before the file's, and the doubt is said."""
    vault = a_vault_to_fill()
    plan = read(name, text, vault, account=account_on(vault, "instagram"))
    assert plan.codes == 1
    told = {note.problem: note.detail for note in plan.notes}
    assert told["other-platform"] == "Facebook"


def test_a_heading_that_agrees_is_no_matter() -> None:
    """Neither is one that names nothing."""
    vault = a_vault_to_fill()
    for text in (NEW, "5555 5555\n"):
        plan = read("codes.txt", text, vault, account=account_on(vault, "instagram"))
        assert "other-platform" not in problems(plan)


def test_an_account_that_is_not_there_is_refused() -> None:
    """An id from elsewhere is not this vault's."""
    with pytest.raises(BadInput, match="account-unknown"):
        read("codes.txt", "1111 1111\n", a_vault_to_fill(), account="0000000000")
