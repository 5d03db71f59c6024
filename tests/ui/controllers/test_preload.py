"""Modules that are loaded while nobody waits."""

import sys

import pytest
from PySide6.QtWidgets import QApplication

from ui.controllers.preload import AFTER_HOME, Preload


def test_one_module_is_loaded_an_idle_moment(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, and then no more."""
    for name in ("colorsys", "quopri"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    preload = Preload(["colorsys", "quopri"])
    preload.start()
    assert "colorsys" not in sys.modules
    for _ in range(4):
        qapp.processEvents()
    assert {"colorsys", "quopri"} <= set(sys.modules)
    assert not preload._timer.isActive()


def test_what_is_named_is_there(qapp: QApplication) -> None:
    """A module that was renamed would end in a traceback."""
    preload = Preload()
    preload.start()
    for _ in range(len(AFTER_HOME) + 1):
        qapp.processEvents()
    assert set(AFTER_HOME) <= set(sys.modules)
