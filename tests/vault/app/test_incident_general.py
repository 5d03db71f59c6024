"""The first steps in general words."""

import pytest

from vault.app.incident_general import SITUATIONS, general_steps, situation_name
from vault.model.incident import SORTS


def test_every_kind_of_trouble_has_its_steps() -> None:
    """The five that an incident knows, each with several steps, none twice."""
    assert tuple(one.sort for one in SITUATIONS) == SORTS
    for one in SITUATIONS:
        assert len(one.steps) >= 5
        assert len(set(one.steps)) == len(one.steps)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("phone-lost", "Ring your carrier"),
        ("hacked", "Secure the mailbox"),
        ("ransom", "Do not pay"),
    ],
)
def test_what_can_not_wait_comes_first(sort: str, first: str) -> None:
    """The carrier, the mailbox, and no money."""
    assert general_steps(sort)[0].startswith(first)


def test_of_an_unknown_kind_the_steps_are_those_of_a_lock_out() -> None:
    """What a newer program wrote is still called something."""
    assert general_steps("flood") == general_steps("locked-out")
    assert situation_name("flood") == "flood"
    assert situation_name("")
