"""A real file of the owner's put back, older than what this device has seen.

Nothing in it is forged, so that it opens; what is refused is going on from it. Forks
and the words for them are tested where they are made, in tests/vault/app/test_memory.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.attacks.attack import VAULT, Attack
from tests.builders import an_account
from tests.desk import make_shop, opened
from tests.fakes import CHEAP, ports_on_disk
from tests.vectors.envelope_maker import flip, put
from vault.app.ports import Ports
from vault.envelope.header import parse_header
from vault.envelope.seal import change_ways
from vault.errors import ReadOnly
from vault.model.change import Add
from vault.storage import paths
from vault.storage.parity import repair_part

Put = Callable[[Path, list[bytes]], None]


def attacks() -> Iterator[Attack]:
    """Yield them."""
    puts: dict[str, Put] = {
        "the save before the last": lambda path, old: _write(path, old[-2]),
        "the first save": lambda path, old: _write(path, old[0]),
        "the newest backup": _backup,
        "an older save without its parity": lambda path, old: _write(
            path, _bare(old[-2])
        ),
        "an older save with parity made anew": lambda path, old: _write(
            path, _bare(old[-2]) + repair_part(_bare(old[-2]))
        ),
        "an older save, damaged so that it heals": lambda path, old: _write(
            path, flip(old[-2], 40)
        ),
        "the newest head before an older save's parity": _healed_back,
    }
    for name, lay in puts.items():
        refusal = ReadOnly("older-copy")
        yield Attack(f"{name}, put back", refusal, _edit, _laying(lay))
    refusal = ReadOnly("older-ways")
    name = "a save from before the passphrase was changed, put back"
    yield Attack(name, refusal, _edit, _before_new_ways)


def home(folder: Path, seed: int = 1) -> Ports:
    """Return the ports of a device that remembers; each save has chance of its own."""
    return replace(ports_on_disk(seed=seed), state=folder / "home")


def _edit(folder: Path) -> object:
    with opened(home(folder), folder / VAULT, write=True) as session:
        return session.apply(Add("account", an_account(99)))


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _laying(lay: Put) -> Callable[[Path], None]:
    """Return what makes a shop, saves it thrice, and then puts something back."""

    def laid(folder: Path) -> None:
        path, states = folder / VAULT, []
        make_shop(home(folder), folder)
        for number in range(70, 73):
            with opened(home(folder, number), path, write=True) as session:
                session.apply(Add("account", an_account(number)))
                session.save()
            states.append(path.read_bytes())
        lay(path, states)

    return laid


def _backup(path: Path, states: list[bytes]) -> None:
    newest = max(paths.backups(path).iterdir(), key=lambda one: one.name)
    shutil.copy(newest, path)


def _healed_back(path: Path, states: list[bytes]) -> None:
    """Leave the newest header, which the older save's parity then heals away."""
    path.write_bytes(put(states[-2], 0, states[-1][:40]))


def _bare(data: bytes) -> bytes:
    header = parse_header(data, paper=False)
    return data[: header.payload_start + header.payload_bytes]


def _before_new_ways(folder: Path) -> None:
    path = folder / VAULT
    make_shop(home(folder), folder)
    old = path.read_bytes()
    with opened(home(folder, 2), path, write=True) as session:
        change = change_ways(
            session.file.ident,
            session.file.keys,
            random=session.ports.random,
            presented=[session.presented],
            renew=True,
            floor=CHEAP.floor,
        )
        session.rekey(change.keys, lambda vault: (), session.presented)
    path.write_bytes(old)
