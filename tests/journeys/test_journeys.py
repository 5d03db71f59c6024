"""Journeys: each `.txt` beside this file is typed line by line, as a person would.

`$ …` is a command (`sparekey`, or one of the small ones below), `< …` a line typed on
its standard input, `> …` words that it must say, `! n` the exit code where it is not 0;
`#` begins a remark.
"""

import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.desk import Desk, Said
from vault.app.repair import newest_good_backup
from vault.app.tour_steps import photograph, read_card

JOURNEYS = sorted(Path(__file__).parent.glob("*.txt"))
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@dataclass
class Typed:
    """One command of a journey, and what is wanted of it."""

    place: str
    words: list[str]
    lines: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    code: int = 0


def typed_in(path: Path) -> Iterator[Typed]:
    """Yield the commands of a journey."""
    now: Typed | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "$":
            if now:
                yield now
            now = Typed(f"{path.name}:{number}", shlex.split(rest))
        elif now and mark == "<":
            now.lines.append(rest)
        elif now and mark == ">":
            now.wanted.append(rest)
        elif now and mark == "!":
            now.code = int(rest)
        elif line and not line.startswith("#"):
            pytest.fail(f"{path.name}:{number}: {line}")
    assert now, path
    yield now


def burn(desk: Desk, *kept: Path) -> None:
    for path in set(desk.folder.iterdir()) - set(kept):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def copy(desk: Desk, path: Path, to: Path) -> None:
    """Copy a file, or what a folder holds into another one."""
    if path.is_dir():
        shutil.copytree(path, to, dirs_exist_ok=True)
    else:
        shutil.copy(path, to)


def same(desk: Desk, one: Path, other: Path) -> None:
    assert one.read_bytes() == other.read_bytes()


def spoil(desk: Desk, path: Path, start: Path, size: Path) -> None:
    at, end = int(start.name), int(start.name) + int(size.name)
    data = path.read_bytes()
    path.write_bytes(data[:at] + bytes(end - at) + data[end:])


def newest_backup(desk: Desk, path: Path, to: Path) -> None:
    found = newest_good_backup(desk.ports, path)
    assert found
    shutil.copy(found.path, to)


def at_computer(desk: Desk, notes: Path) -> None:
    desk.ports = replace(desk.ports, state=notes)


SMALL: dict[str, Callable[..., object]] = {
    "sample": lambda desk, path: shutil.copy(SAMPLES / path.name, path),
    "photograph": lambda desk, pdf, to: photograph(desk.ports, pdf, 300, to),
    "read-card": lambda desk, picture, to: read_card(desk.ports, picture, to),
    "lose": lambda desk, path: path.unlink(),
    "burn": burn,  # everything but what is named
    "same": same,
    "copy": copy,
    "spoil": spoil,  # zeros from a byte on, so many
    "newest-backup": newest_backup,
    "at-computer": at_computer,  # one that keeps its notes in this folder
    "folder": lambda desk, path: path.mkdir(),
    "move": lambda desk, path, to: path.rename(to),
}


def done(desk: Desk, one: Typed) -> Said:
    """Do one command of a journey."""
    word, *rest = one.words
    text = "".join(f"{line}\n" for line in one.lines)
    if word == "sparekey":
        return desk(*rest, typed=text.encode())
    if word == "write":
        desk.write(rest[0], text)
    else:
        SMALL[word](desk, *(desk.folder / name for name in rest))
    return Said(0, "", "")


def marked(path: Path) -> object:
    """Return a journey for pytest; those that draw and read real pages are long."""
    drawn = "photograph" in path.read_text(encoding="utf-8")
    return pytest.param(path, id=path.stem, marks=[pytest.mark.long] * drawn)


@pytest.mark.parametrize("path", [marked(one) for one in JOURNEYS])
def test_the_journey_goes_as_written(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command ends as it should and says what it should."""
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    for one in typed_in(path):
        ended = done(desk, one)
        assert ended.code == one.code, (one.place, ended.all)
        for words in one.wanted:
            assert words in ended.all, (one.place, ended.all)
