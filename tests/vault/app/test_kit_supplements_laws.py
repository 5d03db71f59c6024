"""Whatever was changed, kit and supplement are the vault of that day."""

import random
from contextlib import suppress
from copy import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk import quick_paper
from tests.strategies import changes
from tests.supplements import a_kit, a_supplement, bare, by_code, rename
from vault.app.kit_make import Made
from vault.app.kit_reading import Gathering
from vault.app.kit_restore import open_kit
from vault.app.session import Session
from vault.errors import Invalid
from vault.kit.collect import Collection
from vault.kit.frames import frames_of
from vault.model.change import Change, EditVault


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw and scan nothing."""
    quick_paper(monkeypatch)


def of_owner(act: list[Change]) -> bool:
    """Leave out what would need a new kit: another register, another code."""
    return not any(
        isinstance(one, EditVault) or one.kind == "kit"  # type: ignore[union-attr]
        for one in act
    )


def shuffled(made: list[Made], seed: int) -> Gathering:
    """Gather all codes in any order, the first sheet of each left out."""
    frames = [
        frame
        for one in made
        for frame in frames_of(one.envelope, one.plan)
        if frame.sheet
    ]
    random.Random(seed).shuffle(frames)
    gathered = Collection()
    for frame in frames:
        gathered.add(frame)
    return Gathering(gathered, ())


@pytest.mark.slow
@given(st.data(), st.integers(0, 9))
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_random_changes_come_back_from_mixed_sheets(
    session: Session, data: st.DataObject, seed: int
) -> None:
    """One supplement or two, acts of every kind, a sheet of each lost."""
    owner = copy(session)  # each example begins with the same vault
    made = [a_kit(owner)]
    for number in range(1, data.draw(st.integers(2, 3))):
        for _ in range(data.draw(st.integers(0, 3))):
            act = data.draw(changes(owner.vault).filter(of_owner))
            with suppress(Invalid):
                owner.apply(act)
        if owner.vault.accounts:
            rename(owner, f"Name {number}")
        made.append(a_supplement(owner, made[0].entry))
    opened = open_kit(shuffled(made, seed), by_code(owner))
    assert bare(opened.vault) == bare(owner.vault)
