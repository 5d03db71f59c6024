"""The part of a kit in clear: what was chosen, and nothing else."""

import pytest
from msgspec.structs import replace

from tests.builders import DAY, a_kit, a_vault, an_id
from tests.printed import words_of
from vault.app import kit_clear
from vault.app.kit_clear import SORTS, InClear, clear_part
from vault.app.sample import sample_vault
from vault.errors import NotFound, Refused
from vault.model.kit import Kit
from vault.model.vault import Vault
from vault.printing.page import Page

PLAIN = InClear(("procedures", "contacts"))
FULL = replace(a_kit(7), accounts=(), partial=False)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """Keep the pages that are drawn."""
    drawn: list[Page] = []

    def draw(made: list[Page], title: str) -> bytes:
        drawn[:] = made
        return title.encode()

    monkeypatch.setattr(kit_clear, "draw_pdf", draw)
    return drawn


def told(pages: list[Page]) -> str:
    return " ".join(words_of(page) for page in pages)


def part_of(vault: Vault, count: int) -> Kit:
    """Return the entry of a kit of the first so many accounts."""
    return replace(FULL, partial=True, accounts=tuple(sorted(vault.accounts))[:count])


def test_steps_and_contacts_are_shown_and_no_code(pages: list[Page]) -> None:
    """Codes come only where they were asked for."""
    vault = a_vault(2, used=1)
    clear_part(vault, FULL, PLAIN)
    assert "Open the form" in told(pages)
    assert "help@example.com" in told(pages)
    values = [code.value for one in vault.code_sets.values() for code in one.codes]
    assert values
    assert not any(value in told(pages) for value in values)


def test_of_codes_only_those_are_shown_that_can_be_used(pages: list[Page]) -> None:
    """A used one is no help, and a retired set is none."""
    vault = a_vault(2, used=3)
    first, second = sorted(vault.code_sets)
    sets = dict(vault.code_sets)
    sets[second] = replace(sets[second], retired=DAY)
    clear_part(replace(vault, code_sets=sets), FULL, InClear(("codes",)))
    shown = {code.value for code in sets[first].codes if code.state == "unused"}
    assert all(value in told(pages) for value in shown)
    others = {code.value for one in sets.values() for code in one.codes} - shown
    assert not any(value in told(pages) for value in others)


def test_each_sort_is_shown_by_itself(pages: list[Page]) -> None:
    """Whoever asks for contacts gets no steps."""
    clear_part(a_vault(2), FULL, InClear(("contacts",)))
    assert "Open the form" not in told(pages)
    clear_part(a_vault(2), FULL, InClear(("procedures",)))
    assert "help@example.com" not in told(pages)


def test_only_chosen_accounts_are_shown(pages: list[Page]) -> None:
    """And nothing that belongs to the whole business but whom to ring."""
    vault = a_vault(3)
    chosen = sorted(vault.accounts)[1]
    clear_part(vault, FULL, InClear(("procedures", "contacts"), (chosen,)))
    names = [one.name for one in vault.accounts.values() if one.name in told(pages)]
    assert names == [vault.accounts[chosen].name]


def test_a_part_shows_none_but_its_own_accounts(pages: list[Page]) -> None:
    """Neither by default nor when asked."""
    vault = a_vault(3)
    kit = part_of(vault, 2)
    clear_part(vault, kit, PLAIN)
    shown = {id_ for id_, one in vault.accounts.items() if one.name in told(pages)}
    assert shown == set(kit.accounts)
    with pytest.raises(Refused):
        clear_part(vault, kit, InClear(SORTS, (sorted(vault.accounts)[2],)))


def test_an_account_that_is_not_there_is_refused() -> None:
    """It is not left out in silence."""
    with pytest.raises(NotFound):
        clear_part(a_vault(1), FULL, InClear(("contacts",), (an_id(3),)))


def test_where_nothing_is_noted_there_is_nothing_to_print() -> None:
    """It says so instead of printing an empty page."""
    bare = replace(a_vault(1), contacts={}, people={}, procedures={}, code_sets={})
    with pytest.raises(Refused):
        clear_part(bare, FULL, InClear(SORTS))


def test_the_pdf_names_neither_vault_nor_business() -> None:
    """Its title stands in clear inside the file."""
    part = clear_part(a_vault(1), FULL, PLAIN)
    assert b"Spare Key kit 7, part in clear" in part.pdf
    assert a_vault(1).name.encode() not in part.pdf
    assert part.pages == 1


def test_what_no_font_has_is_named() -> None:
    """It prints as a box, and is said beforehand."""
    vault = replace(a_vault(1), name="Tea ☰ Shop")
    assert clear_part(vault, FULL, PLAIN).unprintable == "☰"


def test_a_large_vault_is_told_whole(pages: list[Page]) -> None:
    """Every account of 25 has its heading."""
    vault = sample_vault(25, now="2026-11-23T12:00:00Z")
    clear_part(vault, FULL, PLAIN)
    packed = told(pages).replace(" ", "")
    names = {one.name.replace(" ", "") for one in vault.accounts.values()}
    assert not [name for name in names if name not in packed]
