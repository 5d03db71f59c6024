"""What kind of picture a file is, and how large a WebP is, by its first bytes.

The name of a file decides nothing: phones and messengers change endings at will.
"""

from typing import Final

HEAD_BYTES: Final = 64  # all that is looked at
_STARTS: Final = (
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "BigTIFF"),
    (0, b"MM\0+", "BigTIFF"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (0, b"\x97JB2\r\n\x1a\n", "JBIG2"),
    (0, b"8BPS", "Photoshop"),
)
_BRANDS_AT: Final = 8  # in a box `ftyp`: the kind, a version, further kinds
_AVIF: Final = frozenset((b"avif", b"avis"))
_HEIC: Final = frozenset(
    b"heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1".split()
)
FILM: Final = "film"


def kind_of(data: bytes) -> str:
    """Return the kind of picture `data` begins like, or "" where it is none we know.

    "film" is any film in the container that phones use for both.
    """
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _kind_of_box(data[:HEAD_BYTES])
    for at, start, kind in _STARTS:
        if data.startswith(start, at):
            return kind
    return ""


def webp_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a WebP file by its header; 0, 0 where it has none.

    The library sets memory aside for the whole canvas while it opens a file, before
    anybody can ask how large that is.
    """
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:  # noqa: PLR2004 - the longest of the three headers
        return 0, 0
    if chunk == b"VP8X":
        return _le(body[4:7]) + 1, _le(body[7:10]) + 1
    if chunk == b"VP8L":
        bits = _le(body[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return _le(body[6:8]) & 0x3FFF, _le(body[8:10]) & 0x3FFF
    return 0, 0


def _kind_of_box(head: bytes) -> str:
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[at : at + 4] for at in range(_BRANDS_AT, end, 4)}
    brands.discard(head[12:16])  # the version
    first = head[_BRANDS_AT : _BRANDS_AT + 4]
    if first in _AVIF or (first in _HEIC and brands & _AVIF):
        return "AVIF"
    return "HEIC" if first in _HEIC or brands & _HEIC else FILM


def _le(data: bytes) -> int:
    return int.from_bytes(data, "little")
