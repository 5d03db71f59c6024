"""The file is replaced by its own beginnings while it is open, as a sync program does.

Whatever lies there, the session keeps its edit and overwrites nothing; what is shown is
a sentence of its own; and once the file is whole again, both edits are saved.
"""

import shutil
from pathlib import Path

import pytest

from tests.desk import make_shop, opened
from tests.fakes import ports_on_disk
from tests.proof.crowd import add, merge, names
from vault.app.explain import explain
from vault.app.merge_flow import close_copy, open_disk
from vault.app.session import Session
from vault.errors import ChangedUnderneath, StillComing, VaultError

pytestmark = pytest.mark.slow


@pytest.fixture
def theirs(tmp_path: Path) -> bytes:
    """Make a vault; return what somebody else saved from it."""
    make_shop(ports_on_disk(), tmp_path, accounts=1)
    shutil.copytree(tmp_path, tmp_path / "there")
    other = tmp_path / "there" / "shop.sparekey"
    with opened(ports_on_disk(seed=8), other, write=True) as session:
        add(session, "theirs")
        session.save()
    return other.read_bytes()


def told(session: Session) -> VaultError | None:
    """Return why what lies on the disk can't be merged; None where it can."""
    try:
        close_copy(session, open_disk(session))
    except VaultError as error:
        return error
    return None


def go_through(path: Path, theirs: bytes, step: int, *, filled: bool) -> None:
    """Replace the open file by beginnings of theirs, each so much longer."""
    coming = 0
    with opened(ports_on_disk(), path, write=True) as session:
        add(session, "ours")
        for here in range(0, len(theirs), step):
            data = theirs[:here].ljust(len(theirs) if filled else 0, b"\0")
            path.write_bytes(data)
            with pytest.raises(ChangedUnderneath):
                session.save()
            assert path.read_bytes() == data
            error = told(session)
            coming += isinstance(error, StillComing)
            assert error is None or "all here" in explain(error).title
        assert session.unsaved
        path.write_bytes(theirs)
        merge(session)
        session.save()
    assert {"ours", "theirs"} <= names(path)
    assert coming > 0


@pytest.mark.parametrize("filled", [False, True])
def test_beginnings_of_a_file_replace_the_open_one(
    filled: bool, theirs: bytes, tmp_path: Path
) -> None:
    """At every 257th length."""
    go_through(tmp_path / "shop.sparekey", theirs, 257, filled=filled)


@pytest.mark.figures
@pytest.mark.parametrize("filled", [False, True])
def test_every_beginning_of_a_file_replaces_the_open_one(
    filled: bool, theirs: bytes, tmp_path: Path
) -> None:
    """Byte by byte."""
    go_through(tmp_path / "shop.sparekey", theirs, 1, filled=filled)
