"""Which older states stay."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FailingFiles
from vault import limits
from vault.storage import paths
from vault.storage.backups import Backup, newest_first, prune, to_drop
from vault.storage.files import Files

TODAY = date(2026, 3, 1)


def made(ages_days: Sequence[int], size_bytes: int = 1000) -> list[Backup]:
    """Return backups of these ages; the first is the newest."""
    return [
        Backup(f"b{n}", 1000 - n, TODAY - timedelta(days=age), size_bytes)
        for n, age in enumerate(ages_days)
    ]


def kept(backups: list[Backup]) -> list[Backup]:
    dropped = to_drop(backups, TODAY)
    return [backup for backup in backups if backup not in dropped]


def test_the_last_ten_stay_however_old() -> None:
    """A vault that is rarely changed keeps its history."""
    assert len(kept(made([900] * 10))) == 10


def test_of_many_in_a_day_the_last_ten_stay() -> None:
    """Saving often does not push older days out one for one."""
    assert kept(made([0] * 50)) == made([0] * 50)[:10]


def test_a_day_keeps_its_newest_for_two_weeks() -> None:
    """Ten of today, then one a day."""
    backups = made([0] * 10 + [day for day in range(1, 15) for _ in range(3)])
    days = [backup.day for backup in kept(backups)[10:]]
    assert days == [TODAY - timedelta(days=day) for day in range(1, 15)]


def test_a_month_keeps_its_newest_for_a_year() -> None:
    """Thirteen months back nothing but the last ten would stay."""
    backups = made([0] * 10 + list(range(30, 30 * 20, 5)))
    months = {(b.day.year, b.day.month) for b in kept(backups)}
    assert len(months) == limits.BACKUPS_MONTHLY


def test_the_total_size_drops_the_oldest_first_and_never_the_newest() -> None:
    """Even a single backup above the limit stays."""
    half = limits.BACKUPS_TOTAL_BYTES // 2
    assert [b.name for b in kept(made([0, 0, 0, 0], half))] == ["b0", "b1"]
    huge = made([0], limits.BACKUPS_TOTAL_BYTES * 2)
    assert kept(huge) == huge


@given(st.lists(st.integers(0, 2000), max_size=60))
def test_pruning_twice_drops_nothing_more(ages: list[int]) -> None:
    """What stays once, stays: the choice is stable."""
    once = kept(made(sorted(ages)))
    assert kept(once) == once


def test_pruning_touches_only_backups(tmp_path: Path) -> None:
    """A file that is not ours in that folder is left alone."""
    vault = tmp_path / "shop.sparekey"
    folder = paths.backups(vault)
    folder.mkdir()
    (folder / "my notes.txt").write_text("mine")
    for generation in range(30):
        paths.backup(vault, generation, bytes(8)).write_bytes(b"state")
    prune(Files(), vault, date.today())  # noqa: DTZ011  the files were made today
    names = {path.name for path in folder.iterdir()}
    assert "my notes.txt" in names
    assert len(names) == 1 + limits.BACKUPS_LAST
    assert paths.backup(vault, 29, bytes(8)).name in names


def test_backups_that_can_not_be_listed_are_no_reason_not_to_save(
    tmp_path: Path,
) -> None:
    """The save is done by then."""
    (tmp_path / "shop backups").mkdir()
    for step in ("names", "day_and_size"):
        (tmp_path / "shop backups" / f"g0000000001-{'0' * 16}.sparekey").touch()
        prune(FailingFiles(step), tmp_path / "shop.sparekey", TODAY)
    assert len(list((tmp_path / "shop backups").iterdir())) == 1


def test_a_name_that_leads_nowhere_hides_no_backup(tmp_path: Path) -> None:
    """Else one of them would keep the good ones from being offered."""
    vault = tmp_path / "shop.sparekey"
    folder = paths.backups(vault)
    folder.mkdir()
    good = paths.backup(vault, 1, bytes(8))
    good.write_bytes(b"backup")
    paths.backup(vault, 2, bytes(8)).symlink_to("nowhere")
    assert [one.name for one in newest_first(Files(), vault)] == [good.name]
