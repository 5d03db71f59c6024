"""The desktop that a test sits down at."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.outside.desktop import Desktop
from tests.outside.screen import lacking, private_screen

PICTURES = Path(__file__).parents[2] / "build" / "outside"  # to be looked at


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """Return a desktop of its own; its pictures land in build/outside."""
    if without := lacking():
        pytest.skip(without)
    pictures = PICTURES / re.sub(r"\W+", "-", request.node.name)
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    # pytest's own folders are too deep for the name of a socket.
    with (
        tempfile.TemporaryDirectory(prefix="sk") as home,
        private_screen(Path(home)) as screen,
        ExitStack() as stack,
    ):
        yield Desktop(screen, pictures, stack)
