"""Look at the sample: invented, said so everywhere, and gone when it is left."""

import threading
from pathlib import Path

import pytest

from tests.person import Person
from tests.ui.conftest import Restarts, Start
from vault.app import sample_place
from vault.errors import FileTrouble


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the sample be made where a test can look."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def look(start: Start) -> Person:
    person = start()
    person.click("Look at the sample")
    return person


def test_the_sample_is_one_click_away_and_says_what_it_is(start: Start) -> None:
    """On every page, and in its name, which stands on what is printed."""
    person = look(start)
    assert person.application.window.place == "home"
    assert person.application.vault.vault.name == "Kiln & Clay (sample)"
    for place in ("home", "settings"):
        person.application.desk.go(place)
        person.wait()
        assert person.sees("This is the sample: everything in it is invented")
    assert person.sees("type “sample”")


def test_leaving_it_takes_it_away(
    start: Start, restarts: Restarts, own_temporary_folder: Path
) -> None:
    """With all that was tried in it; the first page comes next."""
    person = look(start)
    (folder,) = own_temporary_folder.iterdir()
    (folder / "kit.pdf").write_bytes(b"tried")
    person.click("Leave the sample")
    assert list(own_temporary_folder.iterdir()) == []
    assert restarts.asked == [None]
    assert person.application.settings.recent == []


def test_quitting_takes_it_away_too(start: Start, own_temporary_folder: Path) -> None:
    """Nothing of it is kept."""
    person = look(start)
    person.application.keeper.quit()
    person.wait()
    assert list(own_temporary_folder.iterdir()) == []


def test_a_sample_that_can_not_be_made_is_told(
    start: Start, own_temporary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And may be asked for again."""

    def full(*_: object) -> None:
        raise FileTrouble("sample.sparekey", "write", 28)

    with monkeypatch.context() as patch:
        patch.setattr("ui.controllers.sample.make_sample", full)
        person = look(start)
    assert person.sees("The disk refused")
    assert list(own_temporary_folder.iterdir()) == []
    person.click("Look at the sample")
    assert person.application.vault.is_open


def test_a_sample_that_comes_too_late_is_closed(
    start: Start, own_temporary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stop ends it, and nothing is left."""
    begun, held = threading.Event(), threading.Event()

    def slow(*words: object) -> object:
        begun.set()
        held.wait()
        return sample_place.make_sample(*words)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.controllers.sample.make_sample", slow)
    person = start()
    person.application.desk.go("sample")
    person.application.desk.go("sample")  # a second click makes no second one
    assert begun.wait(20)
    person.application.window.work_sign._stop_it()
    held.set()
    person.wait()
    assert not person.application.vault.is_open
    assert list(own_temporary_folder.iterdir()) == []
