"""What the process that decodes answers, heard from within."""

import io

import pytest
from PIL import Image

from tests.paper import file_of
from vault.errors import BadInput
from vault.kit import scan_child
from vault.kit.scan import Page
from vault.kit.scan_wire import Answer, Begun, Done, Failed, Read, Request, receive
from vault.limits import CODES_A_PICTURE, CODES_A_PICTURE_BYTES

PLAIN = file_of(Image.new("L", (40, 30), 200))


def answers(data: bytes, request: Request | None = None) -> list[Answer]:
    """Return all that is answered."""
    told = io.BytesIO()
    scan_child._answer(told, data, request or Request(len(data), 300), 0)
    told.seek(0)
    heard = []
    while (answer := receive(told)) is not None:
        heard.append(answer)
    return heard


def test_a_page_is_begun_and_read_and_that_is_all() -> None:
    """In this order."""
    begun, read, done = answers(PLAIN)
    assert (begun, done) == (Begun(1, 1), Done())
    assert isinstance(read, Read)
    assert read.page.fault == "blank"


@pytest.mark.parametrize("quick", [True, False])
def test_dots_are_one_page(quick: bool) -> None:
    """Whether a frame or a picture."""
    request = Request(6, width=3, height=2, quick=quick)
    begun, read, done = answers(bytes(6), request)
    assert (begun, done) == (Begun(1, 1), Done())
    assert isinstance(read, Read)


def test_what_is_no_picture_fails() -> None:
    """With its kind."""
    assert answers(b"GIF89a") == [Failed("picture-kind", "GIF")]


def test_too_little_memory_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it was missing."""

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(scan_child, "scan", full)
    assert answers(PLAIN) == [Failed("picture-memory")]


def test_a_long_reason_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be no answer."""

    def long(*_: object) -> None:
        raise BadInput("", "pdf-large", "9" * 1000)

    monkeypatch.setattr(scan_child, "scan", long)
    assert answers(PLAIN) == [Failed("pdf-large", "9" * 100)]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (("A",) * 9999, CODES_A_PICTURE),
        (("\0" * 7000,) * 100, CODES_A_PICTURE_BYTES // 7000),
        (("\ud800",), 1),
    ],
)
def test_a_flood_of_codes_is_cut_to_what_is_believed(
    texts: tuple[str, ...], left: int
) -> None:
    """Whatever the codes hold."""
    page = scan_child._trimmed(Page("", 1, 1, 0, texts))
    assert len(page.texts) == left
    told = io.BytesIO()
    scan_child.send(told, Read(page))
    told.seek(0)
    assert receive(told) == Read(page)
