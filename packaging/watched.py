"""A start as it is seen from outside: when a window stands, and when it is painted.

The screen is an Xvfb that keeps its picture in a mapped file, so looking at it asks
nothing of the X server. Pictures are judged after the start, not while it is measured.
"""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import select
import struct
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops

WIDTH, HEIGHT = 1280, 800
LEAST_WIDTH, LEAST_HEIGHT = 200, 100  # a smaller window is no program's
CURSOR_PIXELS = WIDTH * HEIGHT // 1000  # a text cursor blinks, and covers less
LOOK_S = 0.001
GIVEN_UP_S = 30.0
# Xlib.h, on 64 bits
SUBSTRUCTURE_NOTIFY = 1 << 19
CREATE_NOTIFY, MAP_NOTIFY, CONFIGURE_NOTIFY = 16, 19, 22
EVENT_BYTES = 192
WINDOW_AT, SIZE_AT = 40, 56  # where these three events hold the window and its size


@dataclass
class Start:
    """One watched start; seconds since just before the process was made."""

    mapped: float = 0.0
    looks: list[tuple[float, float, bytes]] = field(default_factory=list)

    def painted(self) -> tuple[float, float]:
        """Return when it first looked as at the end, and the processor time by then."""
        final = _picture(self.looks[-1][2])
        return next(
            (moment, work)
            for moment, work, pixels in self.looks
            if _same(_picture(pixels), final)
        )


def _picture(pixels: bytes) -> Image.Image:
    return Image.frombytes("RGB", (WIDTH, HEIGHT), pixels, "raw", "BGRX")


def _same(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two pictures differ by no more than a text cursor."""
    bands = ImageChops.difference(one, other).split()
    differs = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(differs.histogram()[1:]) < CURSOR_PIXELS


class Screen:
    """A private X screen, and what stands on it."""

    def __init__(self, display: str, pixels: mmap.mmap) -> None:
        self.display = display
        self._pixels = pixels
        head = struct.unpack(">25I", pixels[:100])  # XWDFile.h
        self._begin = head[0] + 12 * head[19]  # behind the header and its colours
        self._x11 = x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._server = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
        root = ctypes.c_ulong(x11.XDefaultRootWindow(self._server))
        x11.XSelectInput(self._server, root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        x11.XSync(self._server, 0)
        self._socket = x11.XConnectionNumber(self._server)
        self._sizes: dict[int, tuple[int, int]] = {}

    def look(self) -> bytes:
        """Return the screen's pixels, four bytes each."""
        return self._pixels[self._begin : self._begin + 4 * WIDTH * HEIGHT]

    def window_came(self) -> bool:
        """Tell whether a program's window was mapped since the last time."""
        came = False
        event = ctypes.create_string_buffer(EVENT_BYTES)
        while self._x11.XPending(self._server):
            self._x11.XNextEvent(self._server, event)
            kind = struct.unpack_from("i", event)[0]
            window = struct.unpack_from("L", event, WINDOW_AT)[0]
            if kind in (CREATE_NOTIFY, CONFIGURE_NOTIFY):
                width, height = struct.unpack_from("2i", event, SIZE_AT)
                self._sizes[window] = width, height
            elif kind == MAP_NOTIFY:
                width, height = self._sizes.get(window, (0, 0))
                came = came or (width >= LEAST_WIDTH and height >= LEAST_HEIGHT)
        return came

    def wait(self) -> None:
        """Wait for the next event, or until it is time for another look."""
        select.select([self._socket], [], [], LOOK_S)


@contextlib.contextmanager
def private_screen(folder: Path) -> Iterator[Screen]:
    """Bring up a screen whose picture lies in the folder."""
    words = ["Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp"]
    words += ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder)]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(words, stdout=pipe, stderr=quiet, text=True) as server:
        try:
            number = int(server.stdout.readline()) if server.stdout else 0
            with (folder / "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            yield Screen(f":{number}", pixels)
        finally:
            server.terminate()


def watch(
    screen: Screen, words: list[str], environment: dict[str, str], stay_s: float
) -> Start:
    """Start a program, look until `stay_s` after its window came, and end it."""
    screen.window_came()
    start, last = Start(), screen.look()
    quiet, home = subprocess.DEVNULL, environment["HOME"]
    began = time.perf_counter()
    process = subprocess.Popen(
        words, env=environment, cwd=home, stdout=quiet, stderr=quiet
    )
    try:
        until = began + GIVEN_UP_S
        while (now := time.perf_counter()) < until:
            if screen.window_came() and not start.mapped:
                start.mapped, until = now - began, now + stay_s
            if (pixels := screen.look()) != last:
                last = pixels
                start.looks.append((now - began, _processor_s(process.pid), pixels))
            screen.wait()
    finally:
        process.terminate()
        process.wait()
    return start


def _processor_s(process: int) -> float:
    """Return the processor time of a running process, all its threads together."""
    clock = (~process << 3) | 2  # Linux: the scheduler's clock of a process
    return time.clock_gettime(clock)
