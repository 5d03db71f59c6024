"""A PDF to a printer of CUPS, handed over from memory.

Qt would write the job to a temporary file first, key card and all; CUPS itself takes it
piece by piece. Its library is the one that Qt's own printing is linked to.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ui.workers.op import progress_of_thread

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = ("libcups.so.2", "cups")
_PIECE_BYTES: Final = 1 << 16
_CONTINUE: Final = 100  # HTTP: go on
_OK_BELOW: Final = 0x100  # IPP: all that is below succeeded
_DEFAULT: Final = None  # the server that everybody prints to
_FORMAT: Final = b"application/pdf"


@cache
def library() -> Any:  # noqa: ANN401 - a library of C has no types
    """Return CUPS's library; None where there is none, or another way to print."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return None
    for name in (_NAMES[0], ctypes.util.find_library(_NAMES[1])):
        try:
            return _typed(ctypes.CDLL(name)) if name else None
        except (OSError, AttributeError):  # missing, or too old to take a stream
            continue
    return None


def _typed(cups: Any) -> Any:  # noqa: ANN401 - a library of C has no types
    """Say what its functions take: without it pointers would be cut in half."""
    text, number, pointer = ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p
    cups.cupsAddOption.argtypes = (text, text, number, ctypes.POINTER(pointer))
    cups.cupsFreeOptions.argtypes = (number, pointer)
    cups.cupsCreateJob.argtypes = (pointer, text, text, number, pointer)
    cups.cupsStartDocument.argtypes = (pointer, text, number, text, text, number)
    cups.cupsWriteRequestData.argtypes = (pointer, text, ctypes.c_size_t)
    cups.cupsFinishDocument.argtypes = (pointer, text)
    cups.cupsCancelJob.argtypes = (text, number)
    return cups


def send(printer: str, title: str, options: Mapping[str, str], pdf: bytes) -> bool:
    """Hand a PDF to a printer; False where it does not take it.

    What was stopped half-way is taken back from the queue.
    """
    cups = library()
    if cups is None:
        return False
    queue = printer.partition("/")[0].encode()
    job = _created(cups, queue, title.encode(), options)
    if not job:
        return False
    try:
        done = _written(cups, queue, job, title.encode(), pdf)
    except BaseException:  # stopped by hand: the half that it has must go
        cups.cupsFinishDocument(_DEFAULT, queue)
        cups.cupsCancelJob(queue, job)
        raise
    if not done:
        cups.cupsCancelJob(queue, job)
    return done


def _created(cups: Any, queue: bytes, title: bytes, options: Mapping[str, str]) -> int:  # noqa: ANN401 - see library
    """Return the number of a new job, 0 for none."""
    chosen, count = ctypes.c_void_p(), 0
    for name, value in options.items():
        count = cups.cupsAddOption(
            name.encode(), value.encode(), count, ctypes.byref(chosen)
        )
    try:
        return int(cups.cupsCreateJob(_DEFAULT, queue, title, count, chosen))
    finally:
        cups.cupsFreeOptions(count, chosen)


def _written(cups: Any, queue: bytes, job: int, title: bytes, pdf: bytes) -> bool:  # noqa: ANN401 - see library
    """Write the document of a job; False where it broke off."""
    last = 1
    state = cups.cupsStartDocument(_DEFAULT, queue, job, title, _FORMAT, last)
    for start in range(0, len(pdf), _PIECE_BYTES):
        if state != _CONTINUE:
            break
        progress_of_thread("print", start, len(pdf))
        piece = pdf[start : start + _PIECE_BYTES]
        state = cups.cupsWriteRequestData(_DEFAULT, piece, len(piece))
    ended = cups.cupsFinishDocument(_DEFAULT, queue)
    return bool(state == _CONTINUE and ended < _OK_BELOW)
