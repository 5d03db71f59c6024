"""Answers of a process that may have been taken over: in order, or not believed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import BadInput
from vault.kit.scan import Page
from vault.kit.scan_asked import Asked, ReadingEnded
from vault.kit.scan_wire import (
    ANSWER_BYTES,
    LENGTH,
    Answer,
    Begun,
    Done,
    Failed,
    Read,
    receive,
    send,
)
from vault.limits import CODES_A_PICTURE


def page(number: int = 1, pages: int = 1, **more: object) -> Page:
    told = {"source": "", "number": number, "pages": pages, "dpi": 0, "texts": ("A",)}
    return Page(**(told | more))


def taken(*answers: Answer | None, first_page: int = 0) -> list[Page]:
    """Return the pages of these answers."""
    asked = Asked("a.png", 300, first_page)
    return [page for answer in answers for page in asked.take(answer)]


def test_pages_come_in_order_and_are_named_here() -> None:
    """Whatever the other process calls them."""
    one, two = taken(
        Begun(1, 2),
        Read(page(1, 2, source="/etc/passwd")),
        Begun(2, 2),
        Read(page(2, 2, dpi=300)),
        Done(),
    )
    assert (one.source, two.source) == ("a.png#1", "a.png#2")


@pytest.mark.parametrize(
    "answers",
    [
        (None,),
        (Read(page()),),
        (Begun(2, 2),),
        (Begun(1, 1), Begun(1, 1)),
        (Begun(1, 1), Read(page(2, 2))),
        (Begun(1, 1), Read(page()), Read(page())),
        (Begun(1, 1), Done()),
        (Begun(1, 1), Read(page()), Begun(2, 1)),
        (Begun(1, 2), Read(page(1, 2)), Begun(2, 3)),
    ],
)
def test_answers_out_of_order_end_the_reading(answers: tuple[Answer, ...]) -> None:
    """Nobody who read what was sent could have given them."""
    with pytest.raises(ReadingEnded) as end:
        taken(*answers)
    assert end.value.problem == "picture-crash"


def test_a_file_or_a_page_may_fail() -> None:
    """The one is refused as ever, the other costs a page."""
    with pytest.raises(BadInput) as failure:
        taken(Failed("picture-kind", "GIF"))
    assert (failure.value.where, failure.value.detail) == ("a.png", "GIF")
    with pytest.raises(ReadingEnded):
        taken(Begun(1, 1), Failed("picture-memory"))


def test_a_page_that_was_lost_says_why() -> None:
    """By its own number."""
    asked = Asked("a.pdf", 300, 4)
    list(asked.take(Begun(5, 9)))
    lost = asked.lost(ReadingEnded("picture-slow", "30"))
    assert (lost.source, lost.number, lost.pages) == ("a.pdf#5", 5, 9)
    assert (lost.problem, lost.detail) == ("picture-slow", "30")


def sent(answer: Answer) -> bytes:
    pipe = io.BytesIO()
    send(pipe, answer)
    return pipe.getvalue()


@pytest.mark.parametrize(
    "answer", [Begun(1, 3), Read(page()), Failed("pdf-large", "9"), Done()]
)
def test_answers_come_as_they_were_sent(answer: Answer) -> None:
    """Each on its own."""
    assert receive(io.BytesIO(sent(answer) + b"more")) == answer


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0",
        LENGTH.pack(ANSWER_BYTES + 1) + b"{}",
        LENGTH.pack(9) + b"{}",
        LENGTH.pack(20) + b'{"type":"run","x":1}',
        LENGTH.pack(38) + b'{"type":"begun","number":-1,"pages":1}',
        LENGTH.pack(39) + b'{"type":"begun","number":"1","pages":1}',
        LENGTH.pack(15) + b'{"type":"done",',
        LENGTH.pack(200_000) + b"[" * 200_000,
        LENGTH.pack(40) + b'{"type":"failed","problem":"no-such-one"}'[:40],
        sent(Read(page(texts=("A",) * (CODES_A_PICTURE + 1)))),
        sent(Read(page(problem="no-such-problem"))),
        sent(Read(page(detail="x" * 101))),
        sent(Read(page(fault="no-such-fault"))),
        sent(Read(page(dpi=-1))),
    ],
)
def test_what_is_no_answer_is_none(data: bytes) -> None:
    """Wrong shapes, wrong sizes, words that we have no sentence for."""
    assert receive(io.BytesIO(data)) is None


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_an_answer_or_none(data: bytes, framed: bool) -> None:
    """Nothing is raised, whatever comes."""
    head = LENGTH.pack(len(data)) if framed else b""
    answer = receive(io.BytesIO(head + data))
    assert answer is None or isinstance(answer, Begun | Read | Failed | Done)
