"""A film of pictures: motion JPEG in an AVI file, which needs no other program.

RIFF holds a header list, the frames in a list called `movi`, and their index.
"""

import random
import struct
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

_HAS_INDEX = 0x10
_KEY_FRAME = 0x10
_TABLE = 90  # the shade of what the sheet is held over


def write_film(path: Path, frames: Sequence[Image.Image], rate: int = 10) -> Path:
    """Write the frames, all of one size, at that many a second."""
    jpegs = [_jpeg(frame) for frame in frames]
    width, height = frames[0].size
    largest = max(map(len, jpegs))
    main = struct.pack(
        "<14I",
        *(1_000_000 // rate, largest * rate, 0, _HAS_INDEX, len(jpegs), 0, 1),
        *(largest, width, height, 0, 0, 0, 0),
    )
    stream = struct.pack(
        "<4s4sI2H8I4H",
        *(b"vids", b"MJPG", 0, 0, 0, 0, 1, rate, 0, len(jpegs), largest, 10_000, 0),
        *(0, 0, width, height),
    )
    size = width * height * 3
    picture = struct.pack(
        "<IiiHH4s5I", 40, width, height, 1, 24, b"MJPG", size, *[0] * 4
    )
    streams = _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", picture))
    header = _list(b"hdrl", _chunk(b"avih", main) + streams)
    index, at, movie = b"", 4, b""
    for jpeg in jpegs:
        index += struct.pack("<4s3I", b"00dc", _KEY_FRAME, at, len(jpeg))
        movie += _chunk(b"00dc", jpeg)
        at = 4 + len(movie)
    body = b"AVI " + header + _list(b"movi", movie) + _chunk(b"idx1", index)
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


def held_near(page: Image.Image, count: int, seed: int) -> list[Image.Image]:
    """Return frames of 1920 x 1080 as a hand moves a sheet past a lens.

    Half of the sheet is seen at a time, from the top down, never quite still or level.
    """
    chance = random.Random(seed)
    large = page.resize((1680, 2376), Image.Resampling.BICUBIC)
    frames = []
    for at in range(count):
        held = large.rotate(chance.uniform(-2, 2), fillcolor=_TABLE)
        down = (large.height - 1080) * at // (count - 1)
        frame = Image.new("L", (1920, 1080), _TABLE)
        frame.paste(held, (120 + chance.randint(-9, 9), chance.randint(-9, 9) - down))
        frames.append(frame)
    return frames


def _jpeg(frame: Image.Image) -> bytes:
    out = BytesIO()
    frame.convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)
