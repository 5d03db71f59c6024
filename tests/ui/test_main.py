"""The start of the command: no verb, `tour`, everything else."""

import sys
from importlib import import_module

import pytest

start = import_module("ui.__main__")
tour = import_module("ui.tour")


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


def test_without_a_verb_it_says_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window comes later."""
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    assert start.main() == 2
    assert "sparekey --help" in capsys.readouterr().err


def test_a_bundle_lets_its_child_start_as_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else Argon2's own process would be a second program."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(
        start.multiprocessing, "freeze_support", lambda: heard.append("frozen")
    )
    monkeypatch.setattr(sys, "argv", ["sparekey"])
    start.main()
    assert heard == ["frozen"]
