"""What passes between a program and the process that decodes pictures for it.

A picture may have taken that process over. So its answers are JSON of these shapes, of
bounded size, and nothing in them is run, opened or believed: no pickle, no paths.
"""

import struct
from typing import Annotated, BinaryIO, Final, Literal, NamedTuple, Self, get_args

from msgspec import Meta, Struct, ValidationError
from msgspec.json import Decoder, Encoder

from vault.kit.scan import Page
from vault.limits import CODES_A_PICTURE, MIB, PICTURES

# The word with which a frozen program starts itself as that process.
WORD: Final = "--decode-pictures"
_REQUEST: Final = struct.Struct(">IHHII?")
REQUEST_BYTES: Final = _REQUEST.size
LENGTH: Final = struct.Struct(">I")
ANSWER_BYTES: Final = 2 * MIB  # CODES_A_PICTURE_BYTES, written at its longest
MOST_ANSWERS: Final = 2 * PICTURES + 1  # two a page, and the end
DETAIL_CHARACTERS: Final = 100

Problem = Literal[
    "",
    "pdf-large",
    "pdf-unreadable",
    "picture-crash",
    "picture-film",
    "picture-heic",
    "picture-kind",
    "picture-large",
    "picture-memory",
    "picture-slow",
    "picture-unreadable",
]
Number = Annotated[int, Meta(ge=1, le=PICTURES)]
_PROBLEMS: Final = frozenset(get_args(Problem))


class Request(NamedTuple):
    """What goes before the bytes of a file, or before dots that come decoded."""

    size: int  # bytes that follow
    dpi: int = 0
    first_page: int = 0  # from 0
    width: int = 0  # of dots, a byte each; 0 for a file
    height: int = 0
    quick: bool = False  # a frame of a camera: another soon follows

    def pack(self) -> bytes:
        """Return it as bytes."""
        return _REQUEST.pack(*self)

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """Read it from bytes; raises `struct.error` where they are too few."""
        return cls(*_REQUEST.unpack(data))


class Begun(Struct, frozen=True, tag="begun", forbid_unknown_fields=True):
    """A page is begun: its number from 1, and how many there are."""

    number: Number
    pages: Number


class Read(Struct, frozen=True, tag="read", forbid_unknown_fields=True):
    """The page that was begun has been read."""

    page: Page


class Failed(Struct, frozen=True, tag="failed", forbid_unknown_fields=True):
    """The page that was begun, or the file where none was, can't be read."""

    problem: Problem
    detail: Annotated[str, Meta(max_length=DETAIL_CHARACTERS)] = ""


class Done(Struct, frozen=True, tag="done", forbid_unknown_fields=True):
    """All that was asked for is answered."""


Answer = Begun | Read | Failed | Done
_ENCODER: Final = Encoder()
_DECODER: Final = Decoder(Answer)


def send(pipe: BinaryIO, answer: Answer) -> None:
    """Write one answer."""
    data = _ENCODER.encode(answer)
    pipe.write(LENGTH.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Answer | None:
    """Read one answer; None for anything that is none, and for the end."""
    head = pipe.read(LENGTH.size)
    if len(head) != LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > ANSWER_BYTES:
        return None
    try:
        answer = _DECODER.decode(pipe.read(length))
    except (ValidationError, ValueError, RecursionError):
        return None
    return answer if not isinstance(answer, Read) or _fits(answer.page) else None


def _fits(page: Page) -> bool:
    """Tell whether a page keeps to what a page may tell."""
    return (
        len(page.texts) <= CODES_A_PICTURE
        and page.problem in _PROBLEMS
        and len(page.detail) <= DETAIL_CHARACTERS
        and 0 <= page.dpi <= 0xFFFF  # noqa: PLR2004 - as a request may ask
    )
