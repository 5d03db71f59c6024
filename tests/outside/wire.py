"""A tap on the wire between a program and its X server: keeps what the program sends.

The program is told of a display over TCP; every byte goes on to the real server's
socket, and comes back. Pixels must not be handed over in shared memory: Qt is told so
by QT_XCB_NO_MITSHM.
"""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FIRST_PORT = 6000  # of display 0, as X has it
DISPLAYS = range(80, 200)  # looked at for a free one
PUT_IMAGE = 72  # the request that brings pixels
PIECE_BYTES = 1 << 16


class Wire:
    """One tapped display; `sent` is what came over each connection."""

    def __init__(self, server: Path) -> None:
        self.sent: list[bytearray] = []
        self._server = server
        self._open: list[socket.socket] = []
        self._door, number = _door()
        self.display = f"127.0.0.1:{number}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                program, _ = self._door.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self._server))
                self._open += [program, server]
                self.sent.append(bytearray())
                there = (program, server, self.sent[-1])
                for pipe in (there, (server, program, None)):
                    threading.Thread(target=_pass_on, args=pipe, daemon=True).start()

    def said(self) -> bytes:
        """Return all requests but those that bring pixels."""
        return b"".join(one for sent in self.sent for one in _requests(bytes(sent)))

    def close(self) -> None:
        """Cut it."""
        for end in (self._door, *self._open):
            end.close()


def _requests(sent: bytes) -> Iterator[bytes]:
    """Yield what a program asked of its server, as X11 writes it, without pixels."""
    name, data = struct.unpack_from("<HH", sent, 6)
    at = 12 + -(-name // 4) * 4 + -(-data // 4) * 4  # behind the greeting
    while at < len(sent):
        kind, _, words = struct.unpack_from("<BBH", sent, at)
        if not words:  # a big request has its length behind
            (words,) = struct.unpack_from("<I", sent, at + 4)
        if kind != PUT_IMAGE:
            yield sent[at : at + 4 * words]
        at += 4 * words


def _door() -> tuple[socket.socket, int]:
    for number in DISPLAYS:
        door = socket.socket()
        try:
            door.bind(("127.0.0.1", FIRST_PORT + number))
        except OSError:  # taken
            door.close()
            continue
        door.listen()
        return door, number
    raise AssertionError("no display is free")


def _pass_on(
    source: socket.socket, target: socket.socket, kept: bytearray | None
) -> None:
    with suppress(OSError):
        while piece := source.recv(PIECE_BYTES):
            if kept is not None:
                kept += piece
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def tapped(display: str) -> Iterator[Wire]:
    """Tap the display `:N` until the block ends."""
    wire = Wire(Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}"))  # noqa: S108 - X's
    try:
        yield wire
    finally:
        wire.close()
