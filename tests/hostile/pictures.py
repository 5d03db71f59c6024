"""Pictures and PDF files that are small on the disk and huge in memory."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final

from PIL import Image

from tests.hostile.case import Case, as_pdf, as_picture, as_scan

PNG: Final = b"\x89PNG\r\n\x1a\n"


def cases() -> Iterator[Case]:
    """Yield them."""
    for side in (30_000, 65_535, 100_000, 2**31 - 1):
        yield Case(f"a PNG of {side} squared", _png(side, side), as_picture)
    yield Case("a PNG of 64,000,001 pixels", _png(64_000_001, 1), as_picture)
    yield Case("a PNG a pixel too wide", _png(32_001, 10), as_picture)
    yield Case("a PNG of 2^32-1 by 1", _png(2**32 - 1, 1), as_picture)
    yield Case("a PNG of nothing", _png(0, 0), as_picture)
    yield Case("a PNG of 30,000 squared, 16 bits", _png(30_000, 30_000, 16), as_picture)
    yield Case(
        "a PNG of 30,000 squared, colours", _png(30_000, 30_000, 8, 6), as_picture
    )
    yield Case("a PNG of 30,000 squared in a pile", _png(30_000, 30_000), as_scan)
    yield Case("a PNG with a text of 100 MiB", _with_text, as_picture)
    yield Case("a PNG with a profile of 100 MiB", _with_profile, as_picture)
    for width, height in ((65_535, 65_535), (30_000, 30_000), (65_535, 1000)):
        name = f"a JPEG of {width} by {height}"
        yield Case(name, _jpeg(width, height), as_picture)
    for kind in ("GIF", "BMP"):
        yield Case(f"a {kind}, which is not read", _other(kind), as_picture)
    yield Case("a picture of 64 MiB and a byte", lambda: PNG + bytes(2**26), as_picture)
    yield from _pdfs()


def _chunk(kind: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc


def _png(
    width: int, height: int, bits: int = 8, colour: int = 0, more: bytes = b""
) -> Callable[[], bytes]:
    def made() -> bytes:
        head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
        rows = zlib.compress(bytes(30 * 2**20))
        body = _chunk(b"IHDR", head) + more + _chunk(b"IDAT", rows)
        return PNG + body + _chunk(b"IEND", b"")

    return made


def _with_text() -> bytes:
    text = b"Comment\0\0" + zlib.compress(bytes(100 * 2**20))
    return _png(32_001, 10, more=_chunk(b"zTXt", text))()


def _with_profile() -> bytes:
    profile = b"ICC\0\0" + zlib.compress(bytes(100 * 2**20))
    return _png(32_001, 10, more=_chunk(b"iCCP", profile))()


def _jpeg(width: int, height: int) -> Callable[[], bytes]:
    def made() -> bytes:
        out = BytesIO()
        Image.new("L", (64, 64), 200).save(out, "JPEG")
        data = bytearray(out.getvalue())
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = struct.pack(">HH", height, width)
        return bytes(data)

    return made


def _other(kind: str) -> Callable[[], bytes]:
    def made() -> bytes:
        out = BytesIO()
        Image.new("L", (64, 64), 200).save(out, kind)
        return out.getvalue()

    return made


def _pdfs() -> Iterator[Case]:
    boxes = {
        "a page of a kilometre": "[0 0 3000000 3000000]",
        "a page like a thread": "[0 0 1 3000000]",
        "a page of nothing": "[0 0 0 0]",
    }
    picture = "q 100 0 0 100 0 0 cm /I Do Q"
    for side in (30_000, 65_000):
        image = (
            f"/Type/XObject/Subtype/Image/Width {side}/Height {side}"
            "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        )
        yield Case(
            f"a PDF with a picture of {side} squared",
            _pdf("[0 0 500 500]", picture, image, zlib.compress(bytes(2**20))),
            as_pdf,
        )
    yield Case(
        "a PDF: a page like a thread", _pdf(boxes["a page like a thread"]), as_pdf
    )
    yield Case("a PDF of 201 pages", _pdf("[0 0 9 9]", pages=201), as_pdf)
    yield Case("a PDF of 1,000,000 pages", _pdf("[0 0 9 9]", pages=1_000_000), as_pdf)
    yield Case("a PDF of 64 MiB and a byte", lambda: b"%PDF-1.7" + bytes(2**26), as_pdf)
    yield Case("a PDF cut short", lambda: _pdf("[0 0 9 9]")()[:60], as_pdf)
    yield Case(
        "a PDF of noise", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 999, as_pdf
    )


def _pdf(
    box: str, content: str = "", image: str = "", data: bytes = b"", pages: int = 1
) -> Callable[[], bytes]:
    """Return what writes a PDF of one page, that many times over."""

    def made() -> bytes:
        kids = "3 0 R " * min(pages, 100_000)
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R"
                "/Resources<</XObject<</I 5 0 R>>>>>>"
            ).encode(),
            _stream("", content.encode()),
            _stream(image, data),
        ]
        return _joined(objects)

    return made


def _stream(words: str, data: bytes) -> bytes:
    head = f"<<{words}/Length {len(data)}>>stream\n".encode()
    return head + data + b"\nendstream"


def _joined(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n"
    return out + trailer.encode() + b"%%EOF\n"
