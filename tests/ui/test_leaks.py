"""What must stay secret is nowhere in all that a long run at the window leaves behind.

Files, their names, settings, output, titles, what a screen reader hears, arguments,
environment. What is meant to be on paper is looked for only elsewhere.
"""

import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.audit.leaks import hits, leaks_below

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="the run tells through a pipe"),
]

ROOT = Path(__file__).parents[2]
MARKERS = 30
# Shown to whoever has opened the vault, and so read out, too.
SEEN = {
    *("login", "account note", "procedure", "case number", "share note", "letter"),
    *("person note", "contact note", "access note"),
}


@dataclass
class Left:
    """What a run left behind."""

    home: Path
    told: dict[str, Any]
    output: bytes

    @property
    def secrets(self) -> dict[str, str]:
        secrets: dict[str, str] = self.told["secrets"]
        return secrets


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Run it once, in a home of its own, at cheap key costs and on real paper."""
    home = tmp_path_factory.mktemp("home")
    own = {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
        "PATH": os.environ["PATH"],
    }
    for name in ("TMPDIR", "XDG_RUNTIME_DIR"):
        Path(own[name]).mkdir(mode=0o700)
    reading, writing = os.pipe()
    words = [sys.executable, "-m", "tests.ui.leak_run", str(writing)]
    output = home.with_name("output.txt")
    with output.open("wb") as out, os.fdopen(reading, encoding="utf-8") as told:
        run = subprocess.Popen(
            words, env=own, cwd=home, stdout=out, stderr=out, pass_fds=[writing]
        )
        os.close(writing)
        heard = told.read()
        run.wait()
    assert run.returncode == 0, output.read_text(encoding="utf-8")
    return Left(home, json.loads(heard), output.read_bytes())


def words_of(pdf: Path) -> bytes:
    """Return what a reader of the PDF sees as text, and its title."""
    with closing(pypdfium2.PdfDocument(pdf)) as pages:
        texts = [page.get_textpage().get_text_bounded() for page in pages]
        texts += [str(value) for value in pages.get_metadata_dict().values()]
    return "\n".join(texts).encode()


def test_the_run_used_thirty_secrets_and_listened_well(left: Left) -> None:
    """Else nothing below would say much."""
    assert len(left.secrets) >= MARKERS
    assert "Show code 2 of Backup codes" in left.told["heard"]
    assert len(left.told["heard"]) > 1000
    assert any(path.name == "window.ini" for path in left.home.rglob("*"))
    assert b"ValueError in broken" in left.output


def test_the_search_finds_what_is_planted_there(left: Left) -> None:
    """In a log beside the settings, as two-byte text."""
    log = left.home / "config" / "planted.log"
    log.write_bytes(left.secrets["code 3"].encode("utf-16-le"))
    found = leaks_below(left.home, left.secrets)
    log.unlink()
    assert found == ["config/planted.log: code 3"]


def test_no_file_holds_a_secret_in_clear(left: Left) -> None:
    """Vaults, backups, locks, shares, pictures, settings, PDF streams, names."""
    assert leaks_below(left.home, left.secrets) == []


def test_the_paper_says_what_it_must_and_no_more(left: Left) -> None:
    """The letter on the sheets, the code on the card."""
    kit, card = (words_of(path) for path in sorted(left.home.rglob("kit*.pdf"))[::-1])
    assert hits(kit, left.secrets) == ["letter"]
    assert hits(card, left.secrets) == ["vault code"]


def test_nothing_that_is_printed_on_the_terminal_tells_a_secret(left: Left) -> None:
    """Not even where the program broke with secrets at hand."""
    assert hits(left.output, left.secrets) == []


def test_no_title_tip_or_name_tells_what_is_hidden(left: Left) -> None:
    """At no step; what is open to be read may be read out."""
    hidden = {name: one for name, one in left.secrets.items() if name not in SEEN}
    assert hits("\n".join(left.told["heard"]).encode(), hidden) == []


def test_no_argument_and_no_variable_tells_a_secret(left: Left) -> None:
    """Others on the machine can read them."""
    around = [*left.told["environment"], left.told["arguments"]]
    restart = left.told["restart"]
    assert hits("\n".join([*around, *restart]).encode(), left.secrets) == []
