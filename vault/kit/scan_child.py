"""The process that decodes strangers' pictures: bounded, and nothing of ours in it.

    python -m vault.kit.scan_child CPU_SECONDS MEMORY_BYTES

Files come through standard input, answers leave through standard output (`scan_wire`).
Once it is bound it opens no file and no connection any more, where the system has such
bounds (not Windows, and macOS bounds no memory): a picture that takes it over finds
neither keys nor a way out but those answers.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO, Final

from vault.errors import BadInput
from vault.hardening import harden
from vault.kit.scan import Begin, Page, scan
from vault.kit.scan_dots import scan_dots, scan_frame
from vault.kit.scan_wire import (
    DETAIL_CHARACTERS,
    REQUEST_BYTES,
    Begun,
    Done,
    Failed,
    Read,
    Request,
    send,
)
from vault.limits import CODES_A_PICTURE, CODES_A_PICTURE_BYTES
from vault.optics.pictures import preload

_STATM: Final = "/proc/self/statm"  # pages of memory, the first figure all of them


def main(words: Sequence[str]) -> int:
    """Decode what comes in until it ends; return the exit code."""
    cpu_seconds, memory_bytes = map(int, words)
    harden()
    told = _own_output()
    preload()
    bound = _bound(memory_bytes)
    asked = sys.stdin.buffer
    while head := asked.read(REQUEST_BYTES):
        request = Request.unpack(head)
        data = asked.read(request.size)
        _answer(told, data, request, cpu_seconds if bound else 0)
        del data  # before the next is read
    return 0


def _own_output() -> BinaryIO:
    """Return the pipe for answers; what libraries print goes where errors go."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return told


def _answer(told: BinaryIO, data: bytes, request: Request, cpu_seconds: int) -> None:
    """Read one file, each page in time of its own."""

    def begin(number: int, pages: int) -> None:
        _grant(cpu_seconds)
        send(told, Begun(number, pages))

    _grant(cpu_seconds)
    try:
        for page in _pages(data, request, begin):
            send(told, Read(_trimmed(page)))
    except BadInput as error:
        send(told, Failed(error.problem, error.detail[:DETAIL_CHARACTERS]))  # type: ignore[arg-type] # the literal is checked where it is believed
    except MemoryError:
        send(told, Failed("picture-memory"))
    else:
        send(told, Done())


def _pages(data: bytes, request: Request, begin: Begin) -> Iterable[Page]:
    """Read what came: a file, or dots."""
    if not request.width:
        return scan("", data, request.dpi, request.first_page, begin)
    begin(1, 1)
    read = scan_frame if request.quick else scan_dots
    return [read("", data, request.width, request.height)]


def _trimmed(page: Page) -> Page:
    """Leave aside what no page of ours has, and what JSON can't say."""
    texts, size = [], 0
    for text in page.texts[:CODES_A_PICTURE]:
        plain = text.encode(errors="replace")
        size += len(plain)
        if size <= CODES_A_PICTURE_BYTES:
            texts.append(plain.decode())
    return replace(page, texts=tuple(texts), detail=page.detail[:DETAIL_CHARACTERS])


def _bound(memory_bytes: int) -> bool:
    """Take rights away from this process; tell whether this system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return False
    with suppress(OSError, ValueError):  # a system without that bound
        most = _size_bytes(resource.getpagesize()) + memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (0, 0))
    return True


def _size_bytes(page_bytes: int) -> int:
    try:
        with open(_STATM, encoding="ascii") as told:  # noqa: PTH123 - a device of sorts
            return int(told.read().split()[0]) * page_bytes
    except OSError:
        return 0


def _grant(cpu_seconds: int) -> None:
    """Let this process run so much longer, from now; for ever where 0."""
    if not cpu_seconds:
        return
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + cpu_seconds + 1
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
