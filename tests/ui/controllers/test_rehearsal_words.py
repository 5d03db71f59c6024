"""What the page of the rehearsal says, told from what was reckoned."""

from tests.builders import an_empty_vault
from ui.controllers.rehearsal_words import found_of, state_of
from ui.views.rehearsal_state import RehearsalFound
from vault.app.rehearse_look import reckon
from vault.app.sample import sample_vault
from vault.model.vault import Vault

NOW = "2026-11-24T09:00:00Z"


def found(vault: Vault, *lost: str) -> RehearsalFound:
    """Return what the page says of a loss."""
    done = reckon(vault, lost)
    return found_of(done.lost, done.states, done.told, done.known.overview)


def test_a_vault_without_accounts_has_nothing_to_lose() -> None:
    """The page is empty, and says so."""
    state = state_of(reckon(an_empty_vault(), ()).known.drawn)
    assert state.known
    assert not state.groups


def test_what_can_be_lost_stands_in_groups_by_name() -> None:
    """Things, people, accounts; each of them a spot of the map."""
    state = state_of(reckon(sample_vault(12, now=NOW), ()).known.drawn)
    titles = [group.title for group in state.groups]
    assert titles == ["Things and papers", "People", "Accounts"]
    spots = {spot.key for spot in state.shape.spots if spot.losable}
    assert spots == {key for group in state.groups for key, _name in group.lines}
    for group in state.groups:
        names = [name.casefold() for _key, name in group.lines]
        assert names == sorted(names)


def test_with_nothing_lost_the_weak_points_are_told() -> None:
    """Each single loss in a sentence."""
    vault = sample_vault(12, now=NOW)
    told = found(vault)
    overview = reckon(vault, ()).known.overview
    assert str(len(overview.single)) in told.sentence
    assert told.parts[0].lines == tuple(one.said for one in overview.single)


def test_each_loss_says_how_many_accounts_stay_lost() -> None:
    """Or that every one comes back, or that none is touched."""
    vault = sample_vault(12, now=NOW)
    for group in state_of(reckon(vault, ()).known.drawn).groups:
        for key, _name in group.lines:
            stuck = reckon(vault, (key,)).told.accounts_stuck
            said = found(vault, key).sentence
            assert said.startswith(str(stuck)) if stuck else "lost." not in said[:9]
