"""The files to look at by hand are what the tests of `check` look at."""

from dataclasses import replace
from pathlib import Path

from tests.desk import opened
from tests.fakes import ports_on_disk
from tests.plant import plant
from vault.app.second_place import second_place


def test_the_sound_one_has_a_second_place_for_its_backups(tmp_path: Path) -> None:
    """So that nothing of it needs care where the device remembers."""
    ports = replace(ports_on_disk(), state=tmp_path / "state")
    for path in plant(ports, tmp_path / "new"):
        assert second_place(ports, path) is not None


def test_each_fault_lies_in_a_file_that_opens(tmp_path: Path) -> None:
    """With the words that lie beside it, and the steps confirmed on the day."""
    ports = ports_on_disk()
    made = plant(ports, tmp_path / "new")
    words = (tmp_path / "new" / "words.txt").read_text("utf-8").strip()
    stale = []
    for path in made:
        with opened(ports, path, words) as session:
            days = {one.checked for one in session.vault.procedures.values()}
            stale += [path.stem] if days != {ports.today()} else []
    assert stale == ["stale-steps"]
