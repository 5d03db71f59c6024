"""What is told of a kit that opened, before anything of it is trusted."""

from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from tests.builders import a_vault
from ui.controllers.restore_words import opened_state
from ui.views.kit_sheets import Said
from ui.views.restore_opened import OpenedState
from vault.app.kit_supplements import Beside
from vault.kit.label import Label
from vault.model.kit import Kit
from vault.model.vault import Vault


def opened(**changes: Any) -> OpenedState:  # noqa: ANN401 - fields of many types
    """Return what is shown of an ordinary kit, with these changes."""
    recovered = SimpleNamespace(
        plan=SimpleNamespace(sheets=5),
        kit=bytes(8),
        forged=changes.pop("forged", 0),
        others=changes.pop("others", ()),
    )
    ordinary = {
        "vault": a_vault(3),
        "recovered": recovered,
        "newest": recovered,
        "beside": (),
        "alone": None,
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


def test_of_two_kits_the_newer_one_is_told() -> None:
    """It has the other in its register."""
    (known,) = (one for one in kits_of(a_vault(1)).kits.values())
    state = opened(vault=kits_of(a_vault(1)), others=(bytes.fromhex(known.kit),))
    assert "Of the kits you showed, this is the newer one" in titles(state)
    assert "Another kit that you showed may be newer" not in titles(state)


def test_a_kit_that_is_not_known_may_be_newer() -> None:
    """Whoever keeps this one is warned first."""
    state = opened(others=(bytes(range(8)),))
    (said,) = (one for one in state.notes if one.tone == "warn")
    assert said.title == "Another kit that you showed may be newer"
    assert "0001 0203 0405 0607" in said.text


def kits_of(vault: Vault) -> Vault:
    """Return the vault with an older kit in its register."""
    older = Kit(
        id="kit1",
        number=1,
        kit="11" * 8,
        made="2026-01-01T12:00:00Z",
        ways="either",
    )
    return replace(vault, kits={older.id: older})


def test_what_became_of_a_supplement_is_told() -> None:
    """One that is left out stands out."""
    label = Label(bytes(8), kit=2, number=1)
    for state, tone in (("joined", "info"), ("forged", "warn"), ("shut", "warn")):
        notes = opened(beside=(Beside(bytes(8), label, state),)).notes
        said = next(one for one in notes if one.title == "Supplement 1 to kit 2")
        assert said.tone == tone


def test_a_supplement_without_its_kit_says_which_is_needed() -> None:
    """It is looked at, not kept."""
    told = opened(alone=Label(bytes(8), kit=2, number=1), read_only=True)
    assert "It can be looked at, not kept" in titles(told)
    assert any("kit 2 is needed for the rest" in one.text for one in told.notes)
    assert ("Holds", "Only what changed since kit 2") in told.facts
    assert not told.may_keep
