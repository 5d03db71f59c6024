"""What a rehearsal found, in sentences: each sort of loss, wait and addition."""

import pytest

from tests.builders import a_person, a_vault, an_account
from vault.app.rehearse_words import (
    addition_words,
    days_words,
    fault_words,
    route_words,
    stuck_words,
    suggestion_words,
)
from vault.rehearsal.build import Built
from vault.rehearsal.graph import Graph, Node, Route
from vault.rehearsal.lockout import lose
from vault.rehearsal.mend import Addition, Suggestion
from vault.rehearsal.single import Fault

VAULT = a_vault()
ACCOUNT = Node("account", an_account(0).id)
OTHER = Node("account", an_account(1).id)
PERSON = Node("person", a_person(0).id)
PHONE = Node("phone", a_person(0).id)
BUILT = Built(Graph([ACCOUNT, OTHER, PERSON, PHONE], []), (), {}, {})
NAME, SECOND, WHO = an_account(0).name, an_account(1).name, a_person(0).name


def number(node: Node) -> int:
    return BUILT.graph.number[node]


@pytest.mark.parametrize(
    ("days", "open_end", "words"),
    [
        (0, False, "at once"),
        (1, False, "after 1 day"),
        (5, False, "after 5 days"),
        (0, True, "after a wait of which nobody noted the length"),
        (5, True, "after 5 days and after a wait of which nobody noted the length"),
    ],
)
def test_a_wait_is_told_as_far_as_it_is_known(
    days: int, open_end: bool, words: str
) -> None:
    """Never guessed."""
    assert days_words(days, open_end=open_end) == words


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        ([ACCOUNT], f"If {NAME} is taken over"),
        ([PERSON], f"If {WHO} cannot help"),
        ([PHONE], "is lost, nothing leads back into"),
        ([PERSON, PHONE], "are lost together"),
    ],
    ids=["account", "person", "thing", "pair"],
)
def test_a_loss_is_told_by_what_is_lost(lost: list[Node], words: str) -> None:
    """With the accounts that nothing leads back into."""
    fault = Fault(tuple(map(number, lost)), (number(OTHER),))
    told = fault_words(VAULT, BUILT, fault)
    assert words in told
    assert told.endswith(f"nothing leads back into {SECOND}.")


def test_an_account_that_only_its_password_opens_is_told_so() -> None:
    """Lost and stuck are the same then."""
    told = fault_words(VAULT, BUILT, Fault((number(ACCOUNT),), (number(ACCOUNT),)))
    assert told.startswith(f"If the password of {NAME} no longer opens it")


@pytest.mark.parametrize(
    ("addition", "words"),
    [
        ("kit", "Print a kit"),
        ("codes", f"Make recovery codes for {NAME}"),
        ("address", f"Give {NAME} a recovery address"),
        ("carrier", f"the carrier of {NAME}"),
        ("mailbox", f"Keep {NAME} here as an account"),
        ("second-admin", f"Make a second person an admin of {NAME}."),
    ],
)
def test_each_addition_has_its_sentence(addition: Addition, words: str) -> None:
    """Naming what it is added to."""
    assert words in addition_words(VAULT, addition, ACCOUNT, "")


def test_somebody_who_is_there_already_is_named() -> None:
    """As the second admin; and what it would bring back."""
    one = Suggestion("second-admin", ACCOUNT, a_person(0).id, (number(OTHER),))
    told = suggestion_words(VAULT, BUILT, one)
    assert told.startswith(f"Make {WHO} an admin of {NAME}")
    assert told.endswith(f"This would bring back {SECOND}.")


def test_a_route_without_needs_is_signing_in() -> None:
    """Nothing is named that is not needed."""
    assert route_words(VAULT, Route(ACCOUNT, (), "sign-in")) == "signing in as usual"


def test_what_nothing_leads_to_is_said_to_have_no_way_back() -> None:
    """Rather than nothing at all."""
    outcome = lose(BUILT.graph, [number(ACCOUNT)])
    told = stuck_words(VAULT, BUILT, outcome, number(ACCOUNT))
    assert told == f"{NAME}: no way back is written down"
