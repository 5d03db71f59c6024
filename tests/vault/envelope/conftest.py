"""Seeded randomness and cheap ways in for the envelope's tests."""

import random

import pytest

from tests.vectors.envelope_maker import Maker


@pytest.fixture
def make() -> Maker:
    """Return a maker with its own seed."""
    return Maker(random.Random(11).randrange(2**32))
