"""Four processes that edit one vault at the same time: no edit is lost.

Commands hold the vault for themselves and try again where it is held. Windows on a disk
whose locks don't work see that the file is another, and merge.
"""

from pathlib import Path

import pytest

from tests.desk import make_shop
from tests.fakes import names_in, ports_on_disk
from tests.proof.crowd import PROCESSES, all_at_once, commands, names, windows
from vault.storage import paths

pytestmark = pytest.mark.slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a small vault."""
    make_shop(ports_on_disk(), tmp_path, accounts=1)
    return tmp_path / "shop.sparekey"


def check(path: Path, cycles: int) -> None:
    """Hold that every edit of everybody is there, and no stray file."""
    wanted = {f"{who}-{n}" for who in range(PROCESSES) for n in range(cycles)}
    assert wanted <= names(path)
    assert not any(map(paths.written_for, names_in(path.parent)))


def test_commands_of_four_processes_lose_no_edit(path: Path) -> None:
    """Ten cycles each."""
    all_at_once(commands, path, 10)
    check(path, 10)


def test_windows_of_four_processes_lose_no_edit_without_a_lock(path: Path) -> None:
    """Five cycles each."""
    all_at_once(windows, path, 5)
    check(path, 5)


@pytest.mark.figures
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("work", [commands, windows])
def test_two_thousand_edits_of_four_processes_are_all_there(
    work: object, path: Path
) -> None:
    """Five hundred cycles each."""
    all_at_once(work, path, 500)
    check(path, 500)
