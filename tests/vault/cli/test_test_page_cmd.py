"""`kit test-page`: made, judged, refused; no vault is needed."""

import pytest

from tests.desk import Desk
from tests.tried_page import saved, scan_of, shrunk


def test_the_page_is_made_and_what_to_do_is_said(desk: Desk) -> None:
    """On the paper asked for."""
    told = desk.done("kit", "test-page", "-o", "try.pdf", "--paper", "letter")
    assert desk.read("try.pdf").startswith(b"%PDF")
    assert "“fit to page” off" in told.out
    report = desk.done("kit", "test-page", "-o", "two.pdf", "--json").json
    assert report == {"pdf": "two.pdf", "paper": "a4"}


@pytest.mark.long
def test_a_scan_is_judged(desk: Desk) -> None:
    """In words, with what to do; as JSON with what was measured."""
    saved(shrunk(97), desk.folder / "scan.png")
    told = desk.done("kit", "test-page", "--read", "scan.png")
    assert "do for every kit" in told.out
    assert "It was printed at 97 % of its size. “Fit to page”" in told.out
    (one,) = desk.done("kit", "test-page", "--read", "scan.png", "--json").json[
        "pictures"
    ]
    assert (one["fit"], one["faults"]) == ("compact", ["scaled"])
    assert (one["paper"], one["scale_percent"]) == ("a4", 97.0)


@pytest.mark.long
def test_what_is_no_test_page_is_found_wanting(desk: Desk) -> None:
    """With 1, for a script that prints."""
    saved(scan_of().crop((0, 1100, 1000, 1500)), desk.folder / "scan.png")
    told = desk("kit", "test-page", "--read", "scan.png")
    assert told.code == 1
    assert "No test page can be read in this picture." in told.out


def test_it_is_either_made_or_judged(desk: Desk) -> None:
    """Both or neither is misuse."""
    assert desk("kit", "test-page").code == 2
    assert desk("kit", "test-page", "-o", "a.pdf", "--read", "b.png").code == 2
    assert desk.files() == {}
