"""Earlier values are forgotten when asked, and that is undone like any other act."""

from msgspec.structs import replace

from tests.builders import NOON, a_vault, an_account
from vault.history.forget import forgetting
from vault.history.gone import gone_lately
from vault.history.past import Lost, pasts
from vault.model.change import Replace, apply, edit_vault, undo
from vault.model.removal import removal_of
from vault.model.vault import Vault

KEY = ("account", an_account(0).id)


def put(vault: Vault, **fields: object) -> Vault:
    before = vault.get(*KEY)
    return apply(vault, Replace("account", before, replace(before, **fields)), NOON)[0]


def test_one_field_is_forgotten_and_no_other() -> None:
    """Nor another record's; what stands in the record stays."""
    vault = put(put(a_vault(), login="one", phone="1"), login="two", notes="x")
    after, done = apply(vault, forgetting(vault, {KEY}, "login"), NOON)
    befores = {(one.field, one.before) for one in pasts(after)}
    assert befores == {("login", Lost.FORGOTTEN), ("phone", ""), ("notes", "")}
    assert after.accounts == vault.accounts
    assert undo(after, done, NOON)[0] == vault


def test_all_of_a_record_is_forgotten() -> None:
    """Twice makes no difference."""
    vault = put(put(a_vault(), login="one"), login="two", email="x")
    after = apply(vault, forgetting(vault, {KEY}), NOON)[0]
    assert {one.before for one in pasts(after)} == {Lost.FORGOTTEN}
    assert forgetting(after, {KEY}) == []
    assert forgetting(a_vault(), {KEY}) == []


def test_what_was_removed_can_be_forgotten_for_good() -> None:
    """It cannot be brought back then."""
    vault = apply(a_vault(), removal_of(a_vault(), *KEY), NOON)[0]
    (gone,) = gone_lately(vault, NOON[:10])
    keys = {(kind, one.id) for kind, one in gone.everything}
    after = apply(vault, forgetting(vault, keys), NOON)[0]
    assert gone_lately(after, NOON[:10]) == ()
    assert b"shop0" not in repr(after.history).encode()


def test_an_earlier_name_of_the_vault_can_be_forgotten() -> None:
    """Though the vault itself is no record."""
    vault = apply(a_vault(), edit_vault(a_vault(), name="X"), NOON)[0]
    after = apply(vault, forgetting(vault, {("vault", vault.id)}, "name"), NOON)[0]
    assert [one.before for one in pasts(after)] == [Lost.FORGOTTEN]
