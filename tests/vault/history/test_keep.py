"""How long earlier values are kept: by their number, their days and their size."""

import pytest
from msgspec.structs import replace

from tests.builders import NOON, a_vault, an_account
from vault.history import keep
from vault.history.forget import forgetting
from vault.history.gone import gone_lately
from vault.history.keep import tidied
from vault.history.past import Lost, pasts
from vault.limits import EARLIER_VALUES, HISTORY_BYTES
from vault.model.change import Replace, apply
from vault.model.code import CodeSet
from vault.model.entry import TO_CHECK
from vault.model.forgotten import is_emptied
from vault.model.removal import removal_of
from vault.model.vault import Vault

TODAY = NOON[:10]
KEY = ("account", an_account(0).id)


def put(vault: Vault, at: str = NOON, device: str = "", **fields: object) -> Vault:
    before = vault.get(*KEY)
    change = Replace("account", before, replace(before, **fields))
    return apply(vault, change, at, device)[0]


def removed(vault: Vault) -> Vault:
    return apply(vault, removal_of(vault, *KEY), NOON)[0]


def test_what_is_within_bounds_is_the_very_same_vault() -> None:
    """Nothing is copied, and nothing saved anew."""
    vault = put(a_vault(2), login="x")
    assert tidied(vault, TODAY) is vault
    assert tidied(a_vault(), TODAY).history == ()


def test_the_newest_values_of_each_field_are_kept() -> None:
    """Of another field as many again; records stay as they are."""
    vault = put(a_vault(), phone="first")
    for n in range(EARLIER_VALUES + 3):
        vault = put(vault, login=f"login {n}")
    after = tidied(vault, TODAY)
    logins = [one.before for one in pasts(after) if one.field == "login"]
    assert logins[:EARLIER_VALUES] == [
        f"login {n}" for n in range(EARLIER_VALUES + 1, 1, -1)
    ]
    assert logins[EARLIER_VALUES:] == [Lost.FORGOTTEN] * 3
    assert [one.before for one in pasts(after) if one.field == "phone"] == [""]
    assert (after.accounts, after.counter) == (vault.accounts, vault.counter)
    assert tidied(after, TODAY) is after


def test_codes_are_counted_one_by_one() -> None:
    """A set in which each code is used once forgets none of them."""
    vault = a_vault(1, codes=EARLIER_VALUES + 3)
    (id_,) = vault.code_sets
    for n in range(EARLIER_VALUES + 3):
        one = vault.code_sets[id_]
        codes = list(one.codes)
        codes[n] = replace(codes[n], state="void")
        new = replace(one, codes=tuple(codes))
        vault = apply(vault, Replace("code-set", one, new), NOON)[0]
    assert tidied(vault, TODAY) is vault
    for state in ("used", "void") * EARLIER_VALUES:
        one = vault.code_sets[id_]
        first = replace(one.codes[0], state=state)
        new = replace(one, codes=(first, *one.codes[1:]))
        vault = apply(vault, Replace("code-set", one, new), NOON)[0]
    kept = [one.before for one in pasts(tidied(vault, TODAY))]
    values = [getattr(one, "value", None) for one in kept]
    assert values.count("") == EARLIER_VALUES + 1
    assert {one.value for one in one.codes[1:]} <= set(values)
    assert isinstance(one, CodeSet)


@pytest.mark.parametrize(
    ("day", "listed", "emptied", "known"),
    [
        ("2026-03-30", 1, False, True),
        ("2026-03-31", 0, True, True),
        ("2027-04-04", 0, True, True),
        ("2027-04-05", 0, False, False),
    ],
)
def test_what_was_removed_goes_in_two_steps(
    day: str, listed: int, emptied: bool, known: bool
) -> None:
    """After thirty days what it was, after four hundred that it was."""
    vault = removed(put(a_vault(1), login="one"))
    after = tidied(vault, day)
    assert len(gone_lately(after, day)) == listed
    assert ("shop0" not in repr(after.history)) == (emptied or not known)
    ids = {entry.id for entry in after.history}
    assert (KEY[1] in ids) == known
    assert all(map(is_emptied, after.history)) == (emptied or not known)


def test_an_entry_that_says_nothing_goes_after_four_hundred_days() -> None:
    """One that still tells something stays, however old."""
    vault = put(put(a_vault(), login="one"), phone="1", notes="x")
    vault = apply(vault, forgetting(vault, {KEY}, "login"), NOON)[0]
    assert len(tidied(vault, "2027-04-04").history) == 2
    (kept,) = tidied(vault, "2027-04-05").history
    assert kept.before.keys() == {"phone", "notes"}


def test_all_values_together_stay_within_their_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The oldest give way, what was removed lately and what is to be checked not."""
    monkeypatch.setattr(keep, "HISTORY_BYTES", 500)
    vault = put(a_vault(), device=TO_CHECK, notes="to be checked")
    for n in range(10):
        vault = put(vault, login=f"{n}" * 90)
    other = next(key for key in vault.accounts if key != KEY[1])
    vault = apply(vault, removal_of(vault, "account", other), NOON)[0]
    after = tidied(vault, TODAY)
    assert len(gone_lately(after, TODAY)) == 1
    kept = [one.before for one in pasts(after, [KEY]) if one.field == "login"]
    assert kept == [Lost.FORGOTTEN] * 10  # the removal alone takes the room
    assert pasts(after, [KEY])[-1].before == ""
    monkeypatch.setattr(keep, "HISTORY_BYTES", 10_000)
    assert tidied(vault, TODAY) is vault


def test_a_history_does_not_grow_without_end() -> None:
    """However long what is typed over and over."""
    vault = a_vault(20)
    for n in range(15):
        changes = [
            Replace("account", one, replace(one, notes=f"{n:02}" + "x" * 19_998))
            for one in vault.accounts.values()
        ]
        vault = tidied(apply(vault, changes, NOON)[0], TODAY)
    kept = [len(str(one.before)) for one in vault.history]
    assert len(kept) == 300
    assert 0.99 * HISTORY_BYTES < sum(kept) < HISTORY_BYTES + 300 * 40
    newest = [one.before for one in pasts(vault)][:20]
    assert all(isinstance(one, str) and one.startswith("13") for one in newest)


def test_what_a_merge_left_to_be_looked_at_is_never_counted_out() -> None:
    """It stands until somebody has looked."""
    vault = put(a_vault(), device=TO_CHECK, login="shown")
    for n in range(EARLIER_VALUES + 5):
        vault = put(vault, login=f"login {n}")
    found = pasts(tidied(vault, TODAY))[-1]
    assert (found.device, found.before) == (TO_CHECK, "shop0")
