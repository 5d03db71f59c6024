"""A vault → what leads back to what."""

import pytest
from msgspec.structs import replace

from tests.builders import a_code_set, a_kit, a_procedure, an_id
from tests.planted import CARRIER, JONAS, MAIL, MINA, SHOP, changed, sound_vault
from vault.model.vault import Vault
from vault.rehearsal.build import build
from vault.rehearsal.facts import UnknownKind
from vault.rehearsal.graph import How, Node, NodeKind
from vault.rehearsal.offer import Offer

PLATFORMS = {
    "google-account": Offer(
        frozenset({"email", "sms"}), second_steps=frozenset({"sms"}), mailbox=True
    ),
    "instagram": Offer(frozenset({"email", "sms"}), second_steps=frozenset({"sms"})),
    "mobile-carrier": Offer(frozenset({"id-check"}), carrier=True),
}
NUMBER = Node("number", "+442079460101")


def ways(vault: Vault, kind: NodeKind, key: str = "") -> set[tuple[str, ...]]:
    """Return the routes to a node: how, and the sorts of what each needs."""
    return {
        (one.how, *(need.kind for need in one.needs))
        for one in build(vault, PLATFORMS).graph.routes
        if one.target == Node(kind, key)
    }


def unknown(vault: Vault) -> set[tuple[UnknownKind, str]]:
    return {(one.kind, one.node.key) for one in build(vault, PLATFORMS).unknown}


def test_an_account_is_useful_without_work_by_hand() -> None:
    """Two people sign in; another admin, codes, mail and a text lead back."""
    assert ways(sound_vault(), "account", SHOP) == {
        ("sign-in", "person", "phone"),
        ("sign-in", "person", "security-key"),
        ("admin", "person", "security-key"),
        ("code", "person", "vault"),
        ("mail", "mailbox", "phone"),
        ("mail", "mailbox", "security-key"),
        ("mail", "mailbox", "vault"),
        ("text", "number", "phone"),
        ("text", "number", "security-key"),
        ("text", "number", "vault"),
    }


def test_an_account_that_is_a_mailbox_is_what_opens_its_address() -> None:
    """And is not got back by its own mail."""
    vault = sound_vault()
    assert ways(vault, "mailbox", "mina@mail.example") == {("opens", "account")}
    own = changed(vault, "accounts", MAIL, email="MINA@mail.example ", login="mina")
    assert ways(own, "mailbox", "mina@mail.example") == {("opens", "account")}
    assert "mail" not in {way[0] for way in ways(own, "account", MAIL)}


def test_a_number_hangs_on_a_phone_and_comes_back_by_the_carrier() -> None:
    """However the two of them spell it."""
    vault = changed(sound_vault(), "accounts", CARRIER, phone="+44 (20) 7946-0101")
    assert ways(vault, *NUMBER) == {("carries", "phone"), ("new-sim", "account")}
    assert unknown(vault) == set()


def test_an_address_and_a_number_nobody_keeps_are_said() -> None:
    """They count as had until they are lost, and then as gone for good."""
    vault = changed(sound_vault(), "accounts", SHOP, email="x@y.example", phone="12")
    assert unknown(vault) == {("mailbox", "x@y.example"), ("carrier", "12")}
    assert ways(vault, "mailbox", "x@y.example") == set()


@pytest.mark.parametrize(
    ("factor", "needs"),
    [
        ("Authenticator app", ("phone",)),
        ("passkey", ("phone",)),
        ("SMS", ("number",)),
        ("YubiKey", ("security-key",)),
        ("e-mail code", ("mailbox",)),
        ("none", ()),
        ("", ("number",)),
        ("the blue thing", ("number",)),
    ],
)
def test_a_second_step_is_told_from_what_is_noted(
    factor: str, needs: tuple[str, ...]
) -> None:
    """Where nothing is, a text to the account's number is assumed."""
    vault = sound_vault()
    for one in list(vault.access.values()):
        if one.account == SHOP:
            vault = changed(vault, "access", one.id, factor=factor)
    signing = {way for way in ways(vault, "account", SHOP) if way[0] == "sign-in"}
    assert signing == {("sign-in", "person", *needs)}
    said = ("second-step", SHOP) in unknown(vault)
    assert said == (factor in ("", "the blue thing"))


def test_a_person_who_left_gets_in_no_more_even_as_the_owner() -> None:
    """Nor does the platform take the papers of one who is gone."""
    vault = sound_vault()
    for one in list(vault.access.values()):
        if one.person == MINA:
            vault = changed(vault, "access", one.id, ended="2026-02-01")
    people = {
        need.key
        for one in build(vault, PLATFORMS).graph.routes
        for need in one.needs
        if need.kind == "person" and one.target.kind == "account"
    }
    assert people == {JONAS}
    assert ("owner", CARRIER) in unknown(vault)


def test_an_account_without_people_is_said() -> None:
    """It hangs on its number at least."""
    vault = replace(changed(sound_vault(), "accounts", SHOP, owner=""), access={})
    assert ("nobody", SHOP) in unknown(vault)
    assert ("sign-in", "number") in ways(vault, "account", SHOP)


def test_a_procedure_with_days_is_a_way_back_with_papers() -> None:
    """It takes the days that were written down."""
    steps = replace(a_procedure(SHOP, 50), wait_days=5)
    vault = sound_vault()
    vault = replace(vault, procedures={**vault.procedures, steps.id: steps})
    (one,) = (
        one
        for one in build(vault, PLATFORMS).graph.routes
        if one.target == Node("account", SHOP) and one.how == "process"
    )
    assert (one.days, one.needs) == (5, (Node("person", MINA), Node("id-papers", MINA)))
    chip = replace(a_procedure(CARRIER, 51), situation="phone-lost", wait_days=2)
    vault = replace(vault, procedures={**vault.procedures, chip.id: chip})
    routes = build(vault, PLATFORMS).graph.routes
    assert [one.days for one in routes if one.how == "new-sim"] == [2]


@pytest.mark.parametrize(
    ("kind", "how"),
    [("backup-codes", "code"), ("totp-seed", "seed"), ("recovery-key", "recovery-key")],
)
def test_what_a_set_is_good_for_is_told_by_its_kind(kind: str, how: How) -> None:
    """A PIN leads nowhere by itself, nor does a set without an unused code."""
    vault = sound_vault()
    one = next(one for one in vault.code_sets.values() if one.account == SHOP)
    kinds = {"code", "seed", "recovery-key"}
    for changes, found in (
        ({"kind": kind}, {how}),
        ({"kind": "pin"}, set()),
        ({"kind": kind, "retired": "2026-02-01"}, set()),
        ({"kind": kind, "codes": a_code_set(SHOP, 2, used=10).codes}, set()),
    ):
        made = changed(vault, "code_sets", one.id, **changes)
        hows = {way[0] for way in ways(made, "account", SHOP)}
        assert hows & kinds == found


@pytest.mark.parametrize(
    ("way", "locks"),
    [
        ("passphrase", {("passphrase",)}),
        ("card", {("key-card",)}),
        ("either", {("passphrase",), ("key-card",)}),
        ("both", {("passphrase", "key-card")}),
    ],
)
def test_a_kit_opens_what_is_kept_by_its_locks(
    way: str, locks: set[tuple[str, ...]]
) -> None:
    """From the place where it lies, once it was read back."""
    vault = sound_vault()
    kit = next(iter(vault.kits.values()))
    vault = changed(vault, "kits", kit.id, ways=way, card_number=3)
    opened = ways(vault, "vault") - {("opens", "computer", "passphrase")}
    assert opened == {("opens", "kit", *one) for one in locks}
    assert ways(vault, "kit", kit.id) == {("lies-in", "place")}
    later = replace(vault, passphrase_since="2027-01-01T00:00:00Z")
    opened = ways(later, "vault") - {("opens", "computer", "passphrase")}
    assert opened == {
        ("opens", "kit", *one) for one in locks if "passphrase" not in one
    }


@pytest.mark.parametrize(
    "change",
    [
        {"read_back": ""},
        {"destroyed": "2026-02-01"},
        {"retiring": "2026-02-01"},
        {"exposed": "2026-02-01"},
        {"partial": True},
        {"supplement_to": an_id(1)},
    ],
)
def test_a_kit_that_one_may_not_rely_on_is_not_counted(
    change: dict[str, object],
) -> None:
    """One that was never read back is said."""
    kit = replace(a_kit(1), **change)
    vault = replace(sound_vault(), kits={kit.id: kit}, vault_code="00" * 16)
    assert ways(vault, "vault") == {
        ("opens", "computer", "passphrase"),
        ("opens", "computer", "key-card"),
    }
    assert unknown(vault) == (
        {("kit-unproven", kit.id)} if "read_back" in change else set()
    )
