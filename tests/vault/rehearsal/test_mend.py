"""What to add, tried before it is said."""

from msgspec.structs import replace

from tests.planted import (
    CARRIER,
    JONAS,
    MAIL,
    MINA,
    SHOP,
    changed,
    sound_vault,
    with_the_mailbox_on_one_phone,
)
from vault.model.vault import Vault
from vault.rehearsal.build import build
from vault.rehearsal.graph import Node
from vault.rehearsal.lockout import lose
from vault.rehearsal.mend import Suggestion, suggestions
from vault.rehearsal.offer import Offer

BOTH = frozenset({"email", "sms"})
ASKS = frozenset({"sms"})
PLATFORMS = {
    "google-account": Offer(frozenset({"sms"}), frozenset(), ASKS, True, mailbox=True),
    "instagram": Offer(frozenset({"email"}), frozenset(), ASKS, True),
    "mobile-carrier": Offer(frozenset({"id-check"}), carrier=True),
}


def mends(vault: Vault, *lost: Node) -> list[tuple[str, Node, str]]:
    built = build(vault, PLATFORMS)
    outcome = lose(built.graph, [built.graph.number[node] for node in lost])
    found = suggestions(vault, built, outcome)
    assert all(one.mended for one in found)
    return [one[:3] for one in found]


def only_mina(vault: Vault) -> Vault:
    access = {i: one for i, one in vault.access.items() if one.person == MINA}
    return replace(vault, access=access)


def test_nothing_is_suggested_where_all_comes_back() -> None:
    """The kit, or Jonas, are enough."""
    assert mends(sound_vault(), Node("phone", MINA), Node("computer")) == []


def test_codes_are_the_cheapest_for_a_second_step_that_is_gone() -> None:
    """If the platform gives any and somebody knows the password."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    assert mends(vault, Node("phone", MINA)) == [("codes", Node("account", MAIL), "")]


def test_a_kit_mends_what_a_lost_computer_took() -> None:
    """Where the codes are kept in nothing else."""
    vault = replace(only_mina(sound_vault()), kits={})
    (first, *_rest) = mends(vault, Node("phone", MINA), Node("computer"))
    assert first == ("kit", Node("vault"), "")


def test_a_second_person_mends_the_loss_of_the_only_one() -> None:
    """Somebody trusted, by name; at the carrier, whose SIM brings back the rest."""
    vault = only_mina(sound_vault())
    found = mends(vault, Node("person", MINA))
    assert found == [("second-admin", Node("account", CARRIER), JONAS)]
    nobody = mends(vault, Node("person", MINA), Node("person", JONAS))
    assert all(who != JONAS for _what, _node, who in nobody)


def test_a_number_and_an_address_that_nobody_keeps_are_worth_keeping() -> None:
    """One addition may bring back more than one account."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    vault = replace(vault, code_sets={}, kits={})
    for one in list(vault.access.values()):
        if one.account != CARRIER:
            vault = changed(vault, "access", one.id, factor="text message")
    number = Node("number", "+442079460101")
    assert mends(vault, Node("phone", MINA))[0] == ("carrier", number, "")
    vault = changed(vault, "accounts", SHOP, email="other@mail.example")
    vault = only_mina(vault)
    lost = (Node("account", SHOP), Node("mailbox", "other@mail.example"))
    assert mends(vault, *lost) == [("mailbox", lost[1], "")]


def test_an_account_whose_password_is_gone_is_not_told_to_keep_codes() -> None:
    """They stand beside a password, not for it."""
    vault = only_mina(changed(sound_vault(), "accounts", SHOP, email="", phone=""))
    vault = replace(vault, code_sets={})
    shop = Node("account", SHOP)
    assert mends(vault, shop) == [("address", shop, "")]
    lost = mends(vault, shop, Node("phone", MINA))
    assert ("second-admin", shop, JONAS) in lost


def test_a_suggestion_says_which_accounts_it_brings_back() -> None:
    """By their numbers in the graph."""
    vault = with_the_mailbox_on_one_phone(sound_vault())
    built = build(vault, PLATFORMS)
    mail = built.graph.number[Node("account", MAIL)]
    outcome = lose(built.graph, [built.graph.number[Node("phone", MINA)]])
    (one,) = suggestions(vault, built, outcome)
    assert one == Suggestion("codes", Node("account", MAIL), "", (mail,))
