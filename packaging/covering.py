"""A plug-in for pytest that measures coverage in each process of a run.

Loaded by `-p covering`; each process of xdist begins before the first test file is
imported, and leaves its figures in the folder that COVERED_INTO names.
"""

from __future__ import annotations

import os
from pathlib import Path

import coverage

_DATA = Path(os.environ["COVERED_INTO"]) / "data"
_MEASURED = coverage.Coverage(data_file=str(_DATA), data_suffix=True)
_MEASURED.start()


def pytest_unconfigure() -> None:
    """Write down what was measured."""
    _MEASURED.stop()
    _MEASURED.save()
