"""Forty names that would lead out of a folder, or mean something else somewhere."""

from pathlib import Path

import pytest

from tests.fakes import ports_on_disk
from vault.app.credentials import typed_passphrase
from vault.app.first_run import file_stem, free_place, make_vault

NAMES = (
    "../../x",
    "../../../../etc/passwd",
    "..",
    ".",
    "/",
    "/etc/passwd",
    "//server/share/x",
    "\\\\server\\share\\x",
    "..\\..\\x",
    "C:\\Windows\\x",
    "C:x",
    "~/x",
    "~root",
    "$HOME/x",
    "%APPDATA%\\x",
    "x/../../y",
    "x\0y",
    "x\ny",
    "x\ry",
    "x\ty",
    "\x1b[2Jx",
    "\x7f",
    "CON",
    "con.sparekey",
    "PRN",
    "aux.txt",
    "NUL",
    "com1",
    "LPT9.x",
    "x.",
    "x...",
    "x ",
    " x",
    "x:stream",
    "x::$DATA",
    "x|y",
    'x"y',
    "x<y>z",
    "x*?",
    "a" * 300,
    "ä" * 300,
    "\U0001f511" * 100,
    "",
    " ",
    "-rf",
)
RESERVED = set('<>:"/\\|?*') | {chr(n) for n in range(32)} | {"\x7f"}
DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_business_of_any_name_gets_a_file_in_its_folder(
    name: str, tmp_path: Path
) -> None:
    """Directly in it, with a name that every system takes as a plain file's."""
    path = free_place(ports_on_disk(), tmp_path, name)
    assert path.parent == tmp_path
    assert path.resolve().parent == tmp_path.resolve()
    stem = file_stem(name)
    assert stem
    assert not RESERVED & set(path.name)
    assert stem.split(".")[0].casefold() not in DEVICES
    assert stem == stem.strip(" .")
    assert len(path.name.encode()) < 200


@pytest.mark.parametrize("name", ["../../x", "CON", "\x1b[2Jx", "a" * 300], ids=ascii)
def test_the_vault_of_such_a_business_is_made_there(name: str, tmp_path: Path) -> None:
    """And nothing anywhere else."""
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    ports = ports_on_disk()
    path = free_place(ports, folder, name)
    make_vault(ports, path, name, typed_passphrase("some words")).close()
    outside = {p for p in tmp_path.rglob("*") if p.is_file() and p.parent != folder}
    assert (path.is_file(), outside) == (True, set())


def test_there_are_forty() -> None:
    """As many as the threats ask for, each another."""
    assert len(set(NAMES)) == len(NAMES) >= 40
