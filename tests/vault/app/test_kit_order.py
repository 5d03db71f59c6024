"""What is wanted of a kit, and what is allowed."""

import pytest
from msgspec.structs import replace

from tests.builders import a_vault
from tests.desk import WORDS
from vault.app.credentials import Credentials, code_typed, typed_passphrase
from vault.app.kit_order import (
    Order,
    default_ways,
    locks_of,
    must_be_allowed,
    must_fit_letter,
    paper_of,
    vault_passphrase,
)
from vault.app.session import Session
from vault.encoding.recovery_code import CodeKind, print_code
from vault.errors import BadInput, NoKey, Refused, TooLarge

DRAWN = a_vault()
OWN = replace(DRAWN, passphrase_generated=False)
ONE = tuple(DRAWN.accounts)[:1]


def test_every_lock_is_offered_where_the_words_were_drawn() -> None:
    """The default stands first."""
    locks = locks_of(DRAWN)
    assert [lock.ways for lock in locks] == ["either", "card", "passphrase", "both"]
    assert not any(lock.refused for lock in locks)
    assert locks[0].ways == default_ways(DRAWN)


def test_a_passphrase_of_ones_own_opens_no_kit_alone() -> None:
    """It is shown as refused; the default is not."""
    refused = {lock.ways for lock in locks_of(OWN) if lock.refused}
    assert refused == {"either", "passphrase"}
    assert default_ways(OWN) not in refused


def test_a_part_may_be_locked_in_any_way() -> None:
    """Words are drawn for it."""
    assert not any(lock.refused for lock in locks_of(OWN, ONE))


@pytest.mark.parametrize("vault", [DRAWN, OWN])
def test_what_is_offered_is_what_is_allowed(vault: object) -> None:
    """The window and the core know one rule."""
    assert isinstance(vault, type(DRAWN))
    passphrase = typed_passphrase(WORDS)
    for lock in locks_of(vault):
        order = Order(lock.ways, "a4", passphrase)
        if lock.refused:
            with pytest.raises(Refused, match=lock.refused):
                must_be_allowed(vault, order)
        else:
            must_be_allowed(vault, order)


@pytest.mark.parametrize(
    ("territory", "paper"),
    [("DE", "a4"), ("US", "letter"), ("MX", "letter"), ("", "a4")],
)
def test_the_paper_is_that_of_the_country(territory: str, paper: str) -> None:
    """A4 where nothing is known."""
    assert paper_of(territory) == paper


def test_the_passphrase_that_opened_the_vault_is_not_asked_for(
    session: Session,
) -> None:
    """It is told whether the program drew it."""
    session.presented = Credentials(passphrase=typed_passphrase(WORDS).secret)
    shown = vault_passphrase(session)
    assert shown.secret is session.presented.passphrase
    assert shown.generated == session.vault.passphrase_generated


def test_whoever_opened_it_by_the_card_types_the_passphrase(session: Session) -> None:
    """And it must be the right one, before a kit is locked with it."""
    code = print_code(bytes.fromhex(session.vault.vault_code), CodeKind.VAULT)
    session.presented = Credentials(code=code_typed(code).secret)
    with pytest.raises(Refused):
        vault_passphrase(session)
    with pytest.raises(NoKey):
        vault_passphrase(session, typed_passphrase("not the words").secret)
    typed = typed_passphrase(WORDS).secret
    assert vault_passphrase(session, typed).secret is typed


def test_words_that_came_along_with_a_code_are_proven(session: Session) -> None:
    """It may be the code that opened the vault."""
    wrong = typed_passphrase("not the words").secret
    session.presented = Credentials(passphrase=wrong, code=wrong)
    with pytest.raises(NoKey):
        vault_passphrase(session)


def test_a_letter_has_two_pages_and_whole_characters() -> None:
    """What can't be printed is refused before anything is drawn."""
    must_fit_letter("x" * 16384)
    with pytest.raises(TooLarge):
        must_fit_letter("x" * 16385)
    with pytest.raises(BadInput):
        must_fit_letter("\ud800")
