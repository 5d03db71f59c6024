"""Attacks by name: each refused by this very error, nothing written, nothing told."""

import traceback
from collections import Counter
from pathlib import Path

import pytest

from tests.attacks.attack import Attack
from tests.attacks.stage import SECRETS
from tests.attacks.themes import THEMES
from vault.app.explain import explain
from vault.errors import VaultError

LEAST = 250  # what the design asks for
ALL = [(theme, one) for theme, attacks in THEMES.items() for one in attacks()]


def snapshot(folder: Path) -> dict[str, bytes | str]:
    """Return every file below a folder but locks, and where every link leads."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():  # a lock that is a link may not become anything else
            found[name] = str(path.readlink())
        elif path.is_file() and path.suffix != ".lock":
            found[name] = path.read_bytes()
    return found


def told(error: VaultError) -> str:
    """Return all that an error tells, to a user, a log or a crash report."""
    words = explain(error)
    parts = [str(error), repr(error.args), repr(vars(error)), *map(str, words)]
    return "\n".join([*parts, *traceback.format_exception(error)])


@pytest.mark.parametrize(
    "attack", [pytest.param(one, id=f"{theme}: {one.name}") for theme, one in ALL]
)
def test_it_is_refused(attack: Attack, tmp_path: Path) -> None:
    """By class and data; the disk stays as it was; the error tells no secret."""
    attack.lay(tmp_path)
    before = snapshot(tmp_path)
    with pytest.raises(VaultError) as caught:
        attack.act(tmp_path)
    assert repr(caught.value).replace(f"{tmp_path}/", "") == repr(attack.refusal)
    assert snapshot(tmp_path) == before
    tells = told(caught.value)
    assert [secret for secret in SECRETS if secret in tells] == []


def test_there_are_as_many_as_the_design_asks_for() -> None:
    """Each with a name of its own."""
    names = Counter(one.name for _, one in ALL)
    assert [name for name, count in names.items() if count > 1] == []
    assert len(ALL) >= LEAST
