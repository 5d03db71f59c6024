"""What others saved to the vault's file is taken in between the user's own acts."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import a_vault
from tests.desk import new_words, opened
from tests.fakes import ports_on_disk
from tests.person import Person
from tests.ui.conftest import AtVault
from ui.controllers.rejoin import Rejoin
from vault.app.beside import prepare
from vault.errors import BrokenInvariant
from vault.model.change import Replace

OTHER = "quiet lamp stone river amber glad"


@pytest.fixture
def person(at_vault: AtVault) -> Person:
    """Return somebody at an open vault with one account."""
    return at_vault(a_vault(1), "home")


def note(person: Person, **fields: str) -> None:
    """Change the first account, unsaved."""
    vault = person.application.vault
    before = min(vault.vault.accounts.values(), key=lambda one: one.name)
    vault.apply(Replace("account", before, replace(before, **fields)), "Change")


def saved_elsewhere(person: Person, words: str = "", **fields: str) -> Path:
    """Let somebody else save the vault, in the same folder as a network disk lets."""
    path = person.application.vault.session.file.path
    copy = path.with_name("elsewhere.sparekey")
    copy.write_bytes(path.read_bytes())
    with opened(ports_on_disk(seed=3), copy, write=True) as session:
        before = min(session.vault.accounts.values(), key=lambda one: one.name)
        session.apply(Replace("account", before, replace(before, **fields)))
        session.save()
        if words:
            new_words(session, words)
    copy.replace(path)
    return path


def test_what_is_typed_while_it_is_compared_is_compared_as_well(
    person: Person,
) -> None:
    """No act is done that was planned for another state."""
    path = saved_elsewhere(person, phone="+44 1")
    session = person.application.vault.session
    rejoin, told = Rejoin(person.application.desk), list[str]()
    merging = prepare(session, path)
    note(person, notes="typed meanwhile")
    rejoin._then.append(told.append)
    rejoin._prepared(merging)
    person.wait()
    assert told == ["joined"]
    (one,) = session.vault.accounts.values()
    assert (one.phone, one.notes) == ("+44 1", "typed meanwhile")


def test_a_vault_that_was_locked_meanwhile_is_left_alone(person: Person) -> None:
    """The keys of what was opened are wiped."""
    path = saved_elsewhere(person, words=OTHER, phone="+44 1")
    session = person.application.vault.session
    rejoin = Rejoin(person.application.desk)
    merging = prepare(session, path)
    person.application.vault.close()
    rejoin._prepared(merging)
    with pytest.raises(BrokenInvariant):
        bytes(merging.copy.file.keys.file_key.reveal())


def test_what_is_asked_twice_is_opened_once(person: Person) -> None:
    """Both who asked are told."""
    saved_elsewhere(person, phone="+44 1")
    rejoin, told = Rejoin(person.application.desk), list[str]()
    rejoin.begin(told.append)
    rejoin.begin(told.append)
    person.wait()
    assert told == ["joined", "joined"]


def test_what_may_not_be_changed_is_told_and_not_joined(person: Person) -> None:
    """Such as a vault that turned out to be an older copy."""
    saved_elsewhere(person, phone="+44 1")
    person.application.vault.session.read_only = "open-elsewhere"
    rejoin, told = Rejoin(person.application.desk), list[str]()
    rejoin.begin(told.append)
    person.wait()
    assert told == ["shut"]
