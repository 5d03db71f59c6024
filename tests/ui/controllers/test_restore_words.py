"""What is told of a kit that opened, before anything of it is trusted."""

from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from tests.builders import a_vault
from ui.controllers.restore_words import opened_state
from ui.views.kit_sheets import Said
from ui.views.restore_opened import OpenedState


def opened(**changes: Any) -> OpenedState:  # noqa: ANN401 - fields of many types
    """Return what is shown of an ordinary kit, with these changes."""
    recovered = SimpleNamespace(
        plan=SimpleNamespace(sheets=5), kit=bytes(8), forged=changes.pop("forged", 0)
    )
    ordinary = {
        "vault": a_vault(3),
        "recovered": recovered,
        "signer_words": ("amber", "river"),
        "made": "2026-03-01T12:00:00Z",
        "read_only": False,
    }
    return opened_state(SimpleNamespace(**(ordinary | changes)))  # type: ignore[arg-type]


def titles(state: OpenedState) -> list[str]:
    return [one.title for one in state.notes if isinstance(one, Said)]


def test_an_ordinary_kit_says_how_old_it_is() -> None:
    """Codes may have been used since."""
    state = opened()
    assert titles(state) == ["It shows how things stood on 1 Mar 2026"]
    assert ("Printed", "1 Mar 2026") in state.facts
    assert state.may_keep


def test_a_kit_without_a_date_or_a_name_is_told_as_such() -> None:
    """Nothing is made up."""
    state = opened(made="", vault=replace(a_vault(1), name=""))
    assert state.name == "A vault without a name"
    assert titles(state) == []
    assert [name for name, _ in state.facts] == ["Holds", "Kit"]


def test_a_part_of_a_vault_says_so() -> None:
    """It has no identity of its own."""
    state = opened(vault=replace(a_vault(2), identity=None))
    assert ("Holds", "2 accounts, chosen from a larger vault") in state.facts


def test_a_newer_kit_can_only_be_looked_at() -> None:
    """What this program does not know would be lost."""
    state = opened(read_only=True)
    assert not state.may_keep
    assert "It can be looked at, not kept" in titles(state)


def test_forged_codes_are_counted() -> None:
    """What opened is genuine; somebody meddled all the same."""
    assert "1 code was not genuine and was left out" in titles(opened(forged=1))
    assert "3 codes were not genuine and were left out" in titles(opened(forged=3))
