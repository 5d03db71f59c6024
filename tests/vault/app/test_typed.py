"""What is typed into a form: taken, or refused in words."""

import pytest

from tests.builders import a_procedure, a_vault, an_account
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.typed import putting, refusal, typing
from vault.errors import BadInput, BrokenInvariant, Invalid, NotFound
from vault.model.account import Account

ONE = an_account(0).id


def typed(session: Session, name: str, text: str) -> Account:
    changes = typing(session.ports, session.vault, "account", ONE, {name: text})
    session.apply(changes)
    return session.vault.accounts[ONE]


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("login", " new ", "new"),
        ("platform", "IG", "instagram"),
        ("platform", "My own", "My own"),
        ("worth_a_day", "1 200", 1200),
        ("worth_a_day", "", None),
        ("created", "2020-02-29", "2020-02-29"),
    ],
)
def test_what_is_typed_is_kept_as_it_is_meant(
    session: Session, name: str, text: str, kept: object
) -> None:
    """Blanks around it go, a platform has its id, a number may be grouped."""
    assert getattr(typed(session, name, text), name) == kept


def test_what_stands_there_already_is_no_change(ports: Ports) -> None:
    """Leaving a field must not fill the list of what can be undone."""
    vault = a_vault()
    login = vault.accounts[ONE].login
    assert typing(ports, vault, "account", ONE, {"login": f" {login}"}) == []
    assert putting(ports, vault, "account", ONE, {"recovers_through": []}) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("name", " ", "It is empty, and must not be."),
        ("created", "1 May", "“1 May” is no day; write it as 2026-03-01."),
        (
            "worth_a_day",
            "many",
            "The value does not fit: it must be a whole number or nothing.",
        ),
        ("name", "x" * 201, "201 characters are too many."),
        ("worth_a_day", "-1", "-1 is below zero or beyond what can be kept exactly."),
    ],
)
def test_what_cannot_be_taken_is_said_in_a_sentence(
    session: Session, name: str, text: str, words: str
) -> None:
    """With the field it stands in."""
    with pytest.raises((BadInput, Invalid)) as caught:
        typed(session, name, text)
    assert refusal(caught.value) == (name, words)


def test_a_step_that_is_refused_names_the_steps(session: Session) -> None:
    """A part of a record has no field of its own in a form."""
    id_ = a_procedure(ONE).id
    fields = {"steps": [{"text": " "}]}
    changes = putting(session.ports, session.vault, "procedure", id_, fields)
    with pytest.raises(Invalid) as caught:
        session.apply(changes)
    assert refusal(caught.value)[0] == "steps"


def test_another_error_is_no_refusal() -> None:
    """It goes where all errors go."""
    with pytest.raises(NotFound):
        refusal(NotFound("account", "x"))
    with pytest.raises(BrokenInvariant):
        refusal(BrokenInvariant("x"))
