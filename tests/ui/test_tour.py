"""The tour: the main job, proven at every step, and honest where it fails."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import a_terminal, noted, ports_on_disk, said
from ui import tour
from vault.cli.terminal import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """Return the terminal of a tour with cheap keys, in an empty working folder."""
    terminal = a_terminal()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tour, "system_terminal", lambda: terminal)
    monkeypatch.setattr(tour, "system_ports", lambda _: ports_on_disk())
    monkeypatch.setattr(tour, "draw_apart", lambda *_, **__: True)
    return terminal


def test_the_tour_ends_well_and_tells_every_step(watched: Terminal) -> None:
    """Commands as they would be typed, then a table of what took how long."""
    assert tour.main(["tour", "t"]) == 0
    text = said(watched)
    assert "$ sparekey kit make shop.sparekey -o kit.pdf --card card.pdf" in text
    assert text.count("the same to the byte") == 4
    assert "restore with two sheets lost" in text
    assert "DIFFERENT" not in text
    assert "Everything came back the same" in text


def test_pictures_that_cannot_be_drawn_are_told(
    watched: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The book is drawn where it is asked for."""
    asked: list[bool] = []

    def fails(folder: Path, *, whole: bool) -> bool:
        asked.append(whole)
        return False

    for part in ("_into_the_vault", "_onto_paper", "_back_again"):
        monkeypatch.setattr(tour._Tour, part, lambda _: None)
    monkeypatch.setattr(tour, "draw_apart", fails)
    assert tour.main(["tour", "t", "--book"]) == 1
    assert tour.main(["tour", "u"]) == 1
    assert asked == [True, False]
    assert "draw the pages of the window" in said(watched)


def test_the_tour_reports_as_json(watched: Terminal) -> None:
    """One value, every step held."""
    assert tour.main(["tour", "t", "--json"]) == 0
    report = json.loads(said(watched))
    assert report["ok"] is True
    assert len(report["steps"]) >= 14
    assert all(step["ok"] for step in report["steps"])


def test_the_tour_ends_with_1_where_something_came_back_different(
    watched: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table says where."""
    count = iter(range(1000))
    monkeypatch.setattr(tour, "document_on_paper", lambda _: bytes([next(count)]))
    assert tour.main(["tour", "t"]) == 1
    assert "DIFFERENT" in said(watched)
    assert "Something came back different: see above." in said(watched)


def test_the_tour_stops_at_a_command_that_fails(
    watched: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and ends with 1."""
    monkeypatch.setattr(tour, "OWNER_FILES", ("instagram-codes.txt",))
    assert tour.main(["tour", "t"]) == 1
    assert "stopped here" in said(watched)
    assert "--account" in noted(watched)


def test_a_kit_of_other_figures_stops_the_tour(
    watched: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of five sheets are 40 %; two of two would prove nothing."""
    monkeypatch.setattr(tour, "OWNER_FILES", ("accounts.csv",))
    monkeypatch.setattr(tour, "SHEETS", 39)
    assert tour.main(["tour", "t"]) == 1
    assert "The tour wants a kit of 39 sheets" in noted(watched)


@pytest.mark.parametrize("more", [(), ("--replace",)])
def test_a_folder_that_is_not_the_tours_own_is_left_alone(
    watched: Terminal, tmp_path: Path, more: tuple[str, ...]
) -> None:
    """Also where it may replace its own."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "mine.txt").write_text("mine", encoding="utf-8")
    assert tour.main(["tour", "t", *more]) == 1
    assert "t is there already" in noted(watched)
    assert [path.name for path in (tmp_path / "t").iterdir()] == ["mine.txt"]


def test_an_earlier_tour_is_replaced_only_when_asked(
    watched: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its mark lies in the folder."""
    for part in ("_into_the_vault", "_onto_paper", "_back_again"):
        monkeypatch.setattr(tour._Tour, part, lambda _: None)
    tour.main(["tour", "t"])
    (tmp_path / "t" / "old").write_text("x", encoding="utf-8")
    assert tour.main(["tour", "t"]) == 1
    assert (tmp_path / "t" / "old").exists()
    tour.main(["tour", "t", "--replace"])
    assert not (tmp_path / "t" / "old").exists()


def python(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(one for one in sys.path if one)
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )


@pytest.mark.parametrize("program", ["ui", "vault"])
def test_both_programs_make_and_open_a_vault_at_real_costs(
    tmp_path: Path, program: str
) -> None:
    """As a user starts them."""
    made = python(program, "new", "v.sparekey", "--generate", "w.txt", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    listed = python(
        program, "list", "v.sparekey", "--passphrase-file", "w.txt", cwd=tmp_path
    )
    assert "No accounts yet" in listed.stdout
    told = python(program, "info", "v.sparekey", "--json", cwd=tmp_path)
    cost = json.loads(told.stdout)["ways_in"][0]["argon2id"]
    assert cost["m_kib"] >= 64 * 1024
    assert cost["t"] >= 3


def test_the_tour_runs_as_a_program_at_real_costs(tmp_path: Path) -> None:
    """The main job, headless."""
    done = python("ui", "tour", "t", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything came back the same" in done.stdout
    assert (tmp_path / "t" / "kit.pdf").exists()
    assert (tmp_path / "t" / "pictures" / "welcome.png").exists()
