"""The start of the command: no verb, `tour`, everything else."""

import builtins
import contextlib
import multiprocessing
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

start = import_module("ui.__main__")
tour = import_module("ui.tour")
window = import_module("ui.window")


def test_the_core_does_every_verb_but_the_tour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the words as they were typed."""
    monkeypatch.setattr(sys, "argv", ["sparekey", "info", "nowhere.sparekey"])
    assert start.main() == 1
    assert "nowhere.sparekey: there is no such file" in capsys.readouterr().err


def test_the_tour_gets_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the one verb that lives above the core."""
    heard: list[list[str]] = []
    monkeypatch.setattr(tour, "main", lambda words: heard.append(words) or 7)
    monkeypatch.setattr(sys, "argv", ["sparekey", "tour", "t", "--json"])
    assert start.main() == 7
    assert heard == [["tour", "t", "--json"]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the words that a window was asked for with; none is shown."""
    heard: list[list[str]] = []
    monkeypatch.setattr(window, "main", lambda words: heard.append(words) or 7)
    monkeypatch.setattr(start.gc, "freeze", lambda: None)  # other tests go on here
    return heard


def test_without_a_verb_there_is_the_window(
    monkeypatch: pytest.MonkeyPatch, shown: list[list[str]]
) -> None:
    """The way most people start it."""
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    assert start.main() == 7
    assert shown == [[]]


def test_the_window_imports_as_python_does(
    monkeypatch: pytest.MonkeyPatch, shown: list[list[str]]
) -> None:
    """PySide's own import reads every module's source; it is put back."""
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    pythons = builtins.__orig_import__
    monkeypatch.setattr(builtins, "__import__", partial(pythons))
    start.main()
    assert builtins.__import__ is pythons
    assert shown


def test_a_file_opens_in_the_window_and_a_verb_wins(
    monkeypatch: pytest.MonkeyPatch,
    shown: list[list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As a file manager starts it; a file called like a verb does not hide the verb."""
    monkeypatch.chdir(tmp_path)
    for name in ("mine.sparekey", "mine", "info"):
        (tmp_path / name).write_bytes(b"")
        monkeypatch.setattr(sys, "argv", ["sparekey", name])
        with contextlib.suppress(SystemExit):
            start.main()
    assert shown == [["mine.sparekey"], ["mine"]]
    assert "usage: sparekey info" in capsys.readouterr().err


def test_a_bundle_lets_its_child_start_as_itself(
    monkeypatch: pytest.MonkeyPatch, shown: list[list[str]]
) -> None:
    """Else Argon2's own process would be a second program."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(
        multiprocessing, "freeze_support", lambda: heard.append("frozen")
    )
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    start.main()
    assert heard == ["frozen"]
    assert shown == [[]]


@pytest.mark.parametrize("theme", ["xdgdesktopportal", "gtk3"])
def test_no_dialog_for_files_is_left_to_a_service_outside(
    monkeypatch: pytest.MonkeyPatch, shown: list[list[str]], theme: str
) -> None:
    """It would turn away a program that can't be looked into, without a word."""
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    monkeypatch.setenv("GTK_USE_PORTAL", "1")
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", theme)
    start.main()
    assert "GTK_USE_PORTAL" not in os.environ
    left = os.environ.get("QT_QPA_PLATFORMTHEME")
    assert left == (theme if theme == "gtk3" else None)
