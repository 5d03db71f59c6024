"""People who come in where they are needed, in one act."""

import pytest
from msgspec.structs import replace

from tests.builders import a_person, a_vault, an_access, an_account, with_records
from vault.app.people import (
    changing_access,
    giving_access,
    naming_owner,
    person_named,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import Invalid

ONE = an_account(0).id
KNOWN = a_person(0)


def test_a_person_who_is_known_is_not_brought_in_again(ports: Ports) -> None:
    """The name is enough."""
    assert person_named(ports, a_vault(), f" {KNOWN.name} ") == (KNOWN.id, [])


def test_of_two_of_one_name_the_likely_one_is_meant(ports: Ports) -> None:
    """Changing an access must not pass it on to a namesake."""
    other = replace(a_person(1), name=KNOWN.name)
    vault = with_records(a_vault(), {"people": [KNOWN, other]})
    assert person_named(ports, vault, KNOWN.name, other.id)[0] == other.id
    assert person_named(ports, vault, KNOWN.name)[0] == min(KNOWN.id, other.id)


def test_somebody_new_gets_access_in_one_act(session: Session) -> None:
    """And one undo takes both back."""
    before = session.vault
    changes = giving_access(session.ports, before, ONE, "Ana", {"role": "admin"})
    session.apply(changes, "Add Ana")
    (ana,) = [one for one in session.vault.people.values() if one.name == "Ana"]
    (access,) = [one for one in session.vault.access.values() if one.person == ana.id]
    assert (access.account, access.role) == (ONE, "admin")
    session.undo()
    assert session.vault.people == before.people
    assert session.vault.access == before.access


def test_an_access_can_pass_to_somebody_new(session: Session) -> None:
    """With what else was changed."""
    own = an_access(a_person(1).id, ONE)
    changes = changing_access(
        session.ports, session.vault, own.id, "Ana", {"factor": "passkey"}
    )
    session.apply(changes)
    access = session.vault.access[own.id]
    assert session.vault.people[access.person].name == "Ana"
    assert access.factor == "passkey"


def test_an_access_that_stays_as_it_is_is_no_change(ports: Ports) -> None:
    """Nothing to undo."""
    own = an_access(a_person(1).id, ONE)
    name = a_person(1).name
    assert changing_access(ports, a_vault(), own.id, name, {"role": "admin"}) == []


def test_somebody_new_answers_for_an_account_in_one_act(session: Session) -> None:
    """Person and owner together."""
    session.apply(naming_owner(session.ports, session.vault, ONE, {"name": "Ana"}))
    owner = session.vault.accounts[ONE].owner
    assert session.vault.people[owner].name == "Ana"


def test_nobody_has_no_name(session: Session) -> None:
    """A blank name is refused as it is everywhere."""
    changes = giving_access(session.ports, session.vault, ONE, " ", {})
    with pytest.raises(Invalid):
        session.apply(changes)
