"""The ports of a program that runs for real."""

from datetime import UTC
from pathlib import Path

import pytest

from tests.fakes import CHEAP, quiet
from vault.app.system import device_name, state_folder, system_ports
from vault.crypto.kdf import FLOOR, PAPER
from vault.crypto.secret import Secret
from vault.envelope.seal import Way, new_keys
from vault.errors import Refused


def test_the_clock_tells_the_time_in_utc_and_only_grows() -> None:
    """Two looks at it are in order."""
    clock = system_ports(quiet).clock
    assert clock.now().tzinfo is UTC
    assert clock.now() <= clock.now()
    before = clock.seconds()
    clock.wait(0)
    assert before <= clock.seconds()


def test_a_release_costs_what_it_must() -> None:
    """The toy cost of the tests is refused by the floor that a release hands in."""
    costs = system_ports(quiet).costs
    assert (costs.disk, costs.paper, costs.floor) == (None, PAPER, FLOOR)
    toy = Way(passphrase=Secret(b"words"), cost=CHEAP.floor)
    with pytest.raises(Refused):
        new_keys(bytes(8), [toy], system_ports(quiet).random, costs.floor)


def test_a_device_remembers_where_its_system_has_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder that is not named wholly is not taken."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_folder() == tmp_path / "sparekey"
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = state_folder()
    assert folder is not None
    assert tmp_path in folder.parents
    assert system_ports(quiet, folder).state == folder


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("win32", "local/sparekey"),
        ("darwin", "Library/Application Support/sparekey"),
        ("linux", ".local/state/sparekey"),
    ],
)
def test_each_system_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, folder: str
) -> None:
    """Where nothing else is asked for."""
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", system)
    assert state_folder() == tmp_path / folder


def test_nobody_s_account_has_no_place_to_remember(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is remembered then, and nothing fails."""

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert state_folder() is None


@pytest.mark.parametrize(
    ("node", "name"),
    [
        ("kiln", "kiln"),
        ("", ""),
        ("merge", ""),
        ("merge-check", ""),
        ("x" * 99, "x" * 40),
    ],
)
def test_a_device_has_a_short_name_and_never_a_merge_s(node: str, name: str) -> None:
    """Else what it did would be taken for what two copies had to settle."""
    assert device_name(node) == name
