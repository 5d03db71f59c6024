"""What must stay secret is nowhere in all that a long run at the window leaves behind.

Files, their names, settings, output, titles, what a screen reader hears, arguments,
environment. What is meant to be on paper is looked for only elsewhere.
"""

import os
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.audit.leaks import hits, leaks_below
from tests.ui.left_behind import Left, leave

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="the run tells through a pipe"),
]

MARKERS = 30


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Return what one run leaves."""
    return leave(tmp_path_factory.mktemp("home"), {})


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
    assert hits("\n".join(left.told["heard"]).encode(), left.hidden) == []


def test_no_argument_and_no_variable_tells_a_secret(left: Left) -> None:
    """Others on the machine can read them."""
    around = [*left.told["environment"], left.told["arguments"]]
    restart = left.told["restart"]
    assert hits("\n".join([*around, *restart]).encode(), left.secrets) == []
