"""Where a new vault is put, unless somebody chooses another place."""

from pathlib import Path

import pytest

from ui.shared import folders


def named(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(
        folders.QStandardPaths, "writableLocation", lambda _: path, raising=False
    )


def test_it_is_the_folder_of_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system names it."""
    named(monkeypatch, str(tmp_path))
    assert folders.documents() == tmp_path


@pytest.mark.parametrize("path", ["", "/nowhere/at/all"])
def test_where_there_is_none_it_is_the_home(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """It is always there."""
    named(monkeypatch, path)
    assert folders.documents() == Path.home()
