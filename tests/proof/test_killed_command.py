"""`kill -9` from outside during the real command that marks a recovery code used.

The vault always opens; a code that the command reported is used afterwards, the one
under way may be or not, no other is; and the next save leaves no stray file.
"""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_code_set
from tests.desk import make_shop, opened
from tests.fakes import names_in, ports_on_disk
from vault.app.ports import Ports
from vault.model.change import Add
from vault.storage import paths

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9"),
]
ROOT = Path(__file__).parents[2]
CODES = 50  # of a set; there is one for each vault that is made
WRITING_S = 0.02  # from the lock to the end, roughly


class Shop:
    """A vault whose codes are used up one by one by commands that are killed."""

    def __init__(self, folder: Path) -> None:
        """Make it, with a home of its own for what the device remembers."""
        self.path = folder / "shop.sparekey"
        self.state = folder.parent / f"{folder.name}-state"
        self.ports: Ports = replace(ports_on_disk(), state=self.state / "sparekey")
        self.used: set[str] = set()
        folder.mkdir()
        make_shop(self.ports, folder, accounts=1)
        with opened(self.ports, self.path, write=True) as session:
            account = next(iter(session.vault.accounts))
            session.apply([Add("code-set", a_code_set(account, 7, codes=CODES))])
            session.save()
            one = session.vault.code_sets[a_code_set(account, 7).id]
        self.left = [code.id for code in one.codes]
        self.names = names_in(folder)

    def use(self, code: str) -> "subprocess.Popen[bytes]":
        """Start the command."""
        words = ["codes", str(self.path), "--use", code]
        opens = ["--passphrase-file", str(self.path.with_name("words.txt"))]
        own = {"XDG_STATE_HOME": str(self.state), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-m", "ui", *words, *opens],
            env=os.environ | own,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def check(self, code: str, *, reported: bool) -> bool:
        """Hold what must hold after a command; tell whether a file was left."""
        left = any(map(paths.written_for, names_in(self.path.parent)))
        with opened(self.ports, self.path, write=True) as session:
            assert not session.read_only
            codes = [c for s in session.vault.code_sets.values() for c in s.codes]
            used = {one.id for one in codes if one.state == "used"}
            allowed = [self.used | {code}] + ([] if reported else [self.used])
            assert used in allowed
            self.used = used
            account = next(iter(session.vault.accounts.values()))
            session.apply([Add("code-set", a_code_set(account.id, 1000, codes=1))])
            session.save()
            session.undo()
            session.save()
        assert names_in(self.path.parent) <= self.names | {"shop backups"}
        backups = names_in(paths.backups(self.path))
        assert all(map(paths.generation_of, backups))
        return left


def killed_soon(shop: Shop, code: str, draw: random.Random, whole_s: float) -> bool:
    """Use a code and kill the command; return whether it had ended well before.

    Half of the kills come at any time, half while the vault is held.
    """
    command = shop.use(code)
    lock = paths.lock(shop.path)
    if draw.random() < 0.5:
        time.sleep(draw.random() * whole_s)
    else:
        while command.poll() is None and not lock.read_bytes():
            pass
        time.sleep(draw.random() * WRITING_S)
    command.kill()
    return command.wait() == 0


def run(folder: Path, kills: int, seed: int) -> int:
    """Kill so many commands; return after how many a file lay there."""
    draw = random.Random(seed)
    shop = Shop(folder)
    began = time.monotonic()
    first = shop.left.pop()
    assert shop.use(first).wait() == 0
    whole_s = time.monotonic() - began
    shop.check(first, reported=True)
    left = 0
    for _ in range(kills):
        code = shop.left.pop()
        left += shop.check(code, reported=killed_soon(shop, code, draw, whole_s))
    return left


def test_a_command_that_is_killed_loses_no_code(tmp_path: Path) -> None:
    """Ten times."""
    run(tmp_path / "shop", 10, 0)


@pytest.mark.figures
def test_two_hundred_commands_that_are_killed_lose_no_code(tmp_path: Path) -> None:
    """And some are killed in the middle of writing, as what is left shows."""
    left = [run(tmp_path / f"shop{piece}", 40, 10 + piece) for piece in range(5)]
    assert sum(left) > 0
