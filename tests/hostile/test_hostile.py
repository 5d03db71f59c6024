"""Hostile things are refused in little memory, each in a process with bounds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.table import CASES, CPU_SECONDS
from tests.peak import tells_peaks

ROOT = Path(__file__).parents[2]
LEAST = 120  # what the design asks for
MOST_KIB = 100 * 1024
AT_ONCE = 8  # a process each, so that none inherits what the one before left
EVERY = 7  # of all, in CI

pytestmark = pytest.mark.skipif(
    not tells_peaks(), reason="this system does not tell the peak of a process"
)


def reported(numbers: list[int]) -> list[dict[str, Any]]:
    """Return what became of these cases, from a process of their own."""
    words = [sys.executable, "-m", "tests.hostile.child", *map(str, numbers)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def must_be_refused(numbers: list[int]) -> None:
    """Hold that each is refused by an error of ours, in little memory."""
    found = reported(numbers)
    assert [one["name"] for one in found] == [CASES[n].name for n in numbers]
    accepted = {one["name"]: one["ended"] for one in found if "(" not in one["ended"]}
    assert accepted == {}
    large = {one["name"]: one["kib"] for one in found if one["kib"] >= MOST_KIB}
    assert large == {}


@pytest.mark.slow
@pytest.mark.parametrize("start", range(2))
def test_some_of_each_kind_are_refused(start: int) -> None:
    """Every seventh of the table."""
    chosen = list(range(start, len(CASES), EVERY * 2))
    must_be_refused(chosen)


@pytest.mark.figures
@pytest.mark.parametrize("first", range(0, len(CASES), AT_ONCE))
def test_all_of_them_are_refused(first: int) -> None:
    """In less than 100 MiB beyond what the process had, and soon."""
    must_be_refused(list(range(first, min(first + AT_ONCE, len(CASES)))))


def test_there_are_as_many_as_the_design_asks_for() -> None:
    """Each with a name of its own, and a bound on what they take together."""
    assert len({case.name for case in CASES}) == len(CASES) >= LEAST
    assert CPU_SECONDS <= 60
