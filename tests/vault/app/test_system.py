"""The ports of a program that runs for real."""

from datetime import UTC

import pytest

from tests.fakes import CHEAP, quiet
from vault.app.system import system_ports
from vault.crypto.kdf import FLOOR, PAPER
from vault.crypto.secret import Secret
from vault.envelope.seal import Way, new_keys
from vault.errors import Refused


def test_the_clock_tells_the_time_in_utc_and_only_grows() -> None:
    """Two looks at it are in order."""
    clock = system_ports(quiet).clock
    assert clock.now().tzinfo is UTC
    assert clock.now() <= clock.now()
    assert clock.seconds() <= clock.seconds()


def test_a_release_costs_what_it_must() -> None:
    """The toy cost of the tests is refused by the floor that a release hands in."""
    costs = system_ports(quiet).costs
    assert (costs.disk, costs.paper, costs.floor) == (None, PAPER, FLOOR)
    toy = Way(passphrase=Secret(b"words"), cost=CHEAP.floor)
    with pytest.raises(Refused):
        new_keys(bytes(8), [toy], system_ports(quiet).random, costs.floor)
