"""Broken and hostile pictures and PDFs: each ends with a sentence, and soon."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.hostile.malformed import malformed
from ui.controllers.sheets_words import pictures_of
from vault.app.kit_reading import PageRead, Reading
from vault.errors import BadInput
from vault.kit.scan_apart import Bounds, ScanApart
from vault.limits import GIB

ALL = malformed()
LEAST = 200  # what the design asks for
BOUNDS = Bounds(cpu_seconds=1)
EVERY = 6  # of all, in CI


@pytest.fixture(scope="module")
def apart() -> Iterator[ScanApart]:
    """One reader for them all: what one does to it the next must not notice."""
    with ScanApart(BOUNDS) as reader:
        yield reader


def told_of(apart: ScanApart, data: bytes) -> list[PageRead]:
    """Return what the window is told of a file."""
    name, pages = "found.jpg", []
    try:
        for page in apart.pages(name, data):
            error = BadInput(name, page.problem, page.detail) if page.problem else None
            pages.append(PageRead(name, page.number, trouble=error, fault=page.fault))
    except BadInput as error:
        pages.append(PageRead(name, 1, trouble=error))
    return pages


def most_kib(apart: ScanApart) -> int:
    """Return the most memory that the process had at any time; 0 where it is gone."""
    if apart._process is None:
        return 0
    with suppress(OSError):
        lines = Path(f"/proc/{apart._process.pid}/status").read_text("ascii")
        return next(
            (int(row.split()[1]) for row in lines.splitlines() if "VmHWM" in row), 0
        )
    return 0


def must_end_with_a_sentence(apart: ScanApart, data: bytes) -> None:
    """Hold that every page of it has words, in bounded memory."""
    pages = told_of(apart, data)
    assert pages
    said = pictures_of(Reading((), tuple(pages)))
    assert len(said) == len(pages)
    assert all(one.title and one.text for one in said)
    assert most_kib(apart) < (BOUNDS.memory_bytes + GIB // 4) // 1024


@pytest.mark.slow
def test_some_of_each_kind_end_with_a_sentence(apart: ScanApart) -> None:
    """The list has kinds side by side."""
    for _, make in ALL[::EVERY]:
        must_end_with_a_sentence(apart, make())


@pytest.mark.figures
@pytest.mark.parametrize(("name", "number"), [(one[0], n) for n, one in enumerate(ALL)])
def test_each_ends_with_a_sentence(apart: ScanApart, name: str, number: int) -> None:
    """None with a traceback, a hang, or more memory than it may have."""
    must_end_with_a_sentence(apart, ALL[number][1]())


def test_there_are_as_many_as_the_design_asks_for() -> None:
    """Each with a name of its own."""
    assert len({name for name, _ in ALL}) == len(ALL) >= LEAST
