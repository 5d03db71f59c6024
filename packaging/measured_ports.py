"""The ports of a measured run: the real disk, and the least key cost."""

from __future__ import annotations

from pathlib import Path

from vault.app.ports import Costs, Ports
from vault.app.system import SystemClock
from vault.crypto.kdf import FLOOR
from vault.crypto.random import system_random
from vault.storage.files import Files


def quiet_ports(folder: Path) -> Ports:
    """Return ports whose key cost is the least: no key cost is measured here."""
    costs, state = Costs(disk=FLOOR), folder / "state"
    return Ports(Files(), system_random, SystemClock(), _quiet, costs, state=state)


def _quiet(what: str, done: int, total: int) -> None:
    """Hear what long work is at, and tell nobody."""
