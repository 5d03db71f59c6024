"""The test page from file to verdict, and every verdict in words."""

from pathlib import Path
from typing import get_args

import pytest

from tests.tried_page import saved, scan_of, shrunk
from vault.app.ports import Ports
from vault.app.test_page import Tried, read_test_pages, write_test_page
from vault.app.test_page_words import fault_words, fit_words
from vault.errors import BadInput, Exists
from vault.kit.test_page_reading import Measured
from vault.kit.test_page_verdict import Fault, Fit, Verdict
from vault.limits import PICTURES

PAGE = Measured("a4", (), (), False, 6, 97.4, 255, 0, 0.5, 0, (1, 1, 1))


@pytest.mark.long
def test_the_page_itself_reads_as_printed_well(ports: Ports, tmp_path: Path) -> None:
    """A PDF of a scan is as good as a picture."""
    write_test_page(ports, tmp_path / "page.pdf", "letter")
    (tried,) = read_test_pages(ports, [tmp_path / "page.pdf"])
    assert tried.verdict == Verdict("compact", ())
    assert fault_words(tried) == []


def test_nothing_is_overwritten(ports: Ports, tmp_path: Path) -> None:
    """It is a file as any other."""
    (tmp_path / "page.pdf").write_bytes(b"mine")
    with pytest.raises(Exists):
        write_test_page(ports, tmp_path / "page.pdf", "a4")
    assert (tmp_path / "page.pdf").read_bytes() == b"mine"


@pytest.mark.long
def test_the_best_picture_stands_first(ports: Ports, tmp_path: Path) -> None:
    """What can't be read, and what shows something else, come last."""
    good = saved(shrunk(97), tmp_path / "good.png")
    other = saved(scan_of().crop((0, 1100, 1000, 1500)), tmp_path / "other.png")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    paths = [tmp_path / "broken.png", other, tmp_path / "gone.png", good]
    tried = read_test_pages(ports, paths)
    assert [Path(one.file).name for one in tried] == [
        "good.png", "broken.png", "other.png", "gone.png",
    ]  # fmt: skip
    assert [one.trouble is None for one in tried] == [True, False, True, False]
    assert [told.title for told in fault_words(tried[0])] == [
        "It was printed at 97 % of its size."
    ]
    assert fit_words(tried[2]).title == "No test page can be read in this picture."
    assert "gone.png" in fit_words(tried[3]).title


def test_more_pictures_than_anybody_takes_are_refused(ports: Ports) -> None:
    """Before any is looked at."""
    with pytest.raises(BadInput):
        read_test_pages(ports, [Path("page.png")] * (PICTURES + 1))


@pytest.mark.parametrize("fit", get_args(Fit))
def test_every_verdict_has_words(fit: Fit) -> None:
    """That say what to do."""
    told = fit_words(Tried("page.png", PAGE, Verdict(fit, ())))
    assert told.title.endswith(".")
    assert told.advice.endswith(".")


@pytest.mark.parametrize("fault", get_args(Fault))
def test_every_fault_has_words(fault: Fault) -> None:
    """The scale as a number, nothing left to fill in."""
    (told,) = fault_words(Tried("page.png", PAGE, Verdict("sturdy", (fault,))))
    assert told.advice.endswith(".")
    assert "{" not in told.title + told.advice
    assert ("97 %" in told.title) == (fault == "scaled")
