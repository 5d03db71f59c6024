"""Two hundred pictures that are broken or made to do harm, seeded; by name."""

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final

from PIL import Image

from tests.hostile.malformed_pdf import pdfs

PNG: Final = b"\x89PNG\r\n\x1a\n"
KINDS: Final = ("PNG", "JPEG", "WEBP", "TIFF", "PDF")
CUTS, SPOILT = 12, 12  # of each kind
FRAMES: Final = 10_000
Made = tuple[str, Callable[[], bytes]]


def malformed() -> list[Made]:
    """Return them all, each with what makes it."""
    return [
        *_cut(),
        *_spoilt(),
        *_lying(),
        *_looping(),
        *_moving(),
        *_wrong(),
        *_odd(),
        *pdfs(),
    ]


def whole(kind: str) -> bytes:
    """Return a picture with something to be seen, as a file."""
    dots = random.Random(1).randbytes(60 * 45)
    out = BytesIO()
    Image.frombytes("L", (60, 45), dots).resize((300, 225)).save(out, kind)
    return out.getvalue()


def _cut() -> Iterator[Made]:
    chance = random.Random(2)
    for kind in KINDS:
        for number in range(CUTS):
            part = 1 - chance.random() ** 2  # more often near the end
            yield (
                f"a {kind} cut at {part:.4f} ({number})",
                lambda k=kind, p=part: whole(k)[: int(len(whole(k)) * p)],
            )


def _spoilt() -> Iterator[Made]:
    for kind in KINDS:
        for number in range(SPOILT):
            yield (
                f"a {kind} with wrong bytes ({number})",
                lambda k=kind, n=number: _with_wrong_bytes(whole(k), n),
            )


def _with_wrong_bytes(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    spoilt = bytearray(data)
    head = 400 if seed % 2 else len(data)  # headers are where it hurts
    for _ in range(1 + seed):
        spoilt[8 + chance.randrange(min(head, len(data)) - 8)] = chance.randrange(256)
    return bytes(spoilt)


def _lying() -> Iterator[Made]:
    sizes = ((0, 0), (0, 9), (1, 2**31 - 1), (2**32 - 1, 2**32 - 1), (32_001, 1))
    for width, height in (*sizes, (7_999, 7_999), (65_535, 65_535)):
        yield f"a PNG that claims {width}x{height}", _png(width, height)
        yield f"a TIFF that claims {width}x{height}", _tiff(width, height)
    for width, height in ((0, 0), (1, 65_535), (65_535, 65_535), (7_999, 7_999)):
        yield f"a JPEG that claims {width}x{height}", _jpeg(width, height)
    for width, height in ((1, 1), (16_383, 16_383), (2**24, 2**24), (7_999, 7_999)):
        yield f"a WebP that claims {width}x{height}", _webp(width, height)
    for bits, colour in ((3, 0), (16, 3), (1, 2), (8, 5), (255, 255)):
        yield f"a PNG of {bits} bits in colour {colour}", _png(9, 9, bits, colour)
    yield "a PNG with a text of 100 MiB", _png(9, 9, more=_bomb(b"zTXt", b"a\0\0"))
    yield "a PNG with a profile of 100 MiB", _png(9, 9, more=_bomb(b"iCCP", b"a\0\0"))
    yield "a TIFF of one strip of 4 GiB", _tiff(7_999, 7_999, length=2**32 - 1)
    yield "a TIFF whose strip lies behind it", _tiff(9, 9, at=2**32 - 9)
    for compression in (1, 3, 4, 5, 7, 8, 32_773, 34_712, 50_000, 50_001, 65_535):
        yield f"a TIFF of kind {compression}", _tiff(99, 99, kind=compression)


def _looping() -> Iterator[Made]:
    yield "a TIFF whose list of pages runs in a circle", _tiff(9, 9, following=8)
    yield "a TIFF whose next page lies nowhere", _tiff(9, 9, following=2**31)
    yield "a TIFF of 10,000 pages", _tiff_of_many
    yield "a JPEG whose Exif runs in a circle", lambda: _with_exif(_exif(8, 8))
    for turn in (0, 9, 255, 65_535):
        yield f"a JPEG to be turned by {turn}", lambda t=turn: _with_exif(_exif(t))


def _moving() -> Iterator[Made]:
    yield "a GIF of 10,000 frames", _gif_of_many
    yield "a WebP of 10,000 frames", _webp_of_many
    yield "a PNG of 10,000 frames", _png_of_many


def _wrong() -> Iterator[Made]:
    box = "ftyp%s\0\0\0\0%s"
    others = {
        "nothing": b"",
        "a zero": b"\0",
        "a text": b"What is this?\n" * 99,
        "an archive": b"PK\3\4" + bytes(99),
        "a program": b"\x7fELF" + bytes(99),
        "a BMP": b"BM" + bytes(99),
        "a JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(99),
        "a JPEG XL": b"\xff\x0a" + bytes(99),
        "a JBIG2": b"\x97JB2\r\n\x1a\n" + bytes(99),
        "a large TIFF": b"II+\0\x08\0\0\0" + bytes(99),
        "a HEIC": b"\0\0\0\x18" + (box % ("heic", "mif1heic")).encode() + bytes(99),
        "an AVIF": b"\0\0\0\x18" + (box % ("avif", "mif1avif")).encode() + bytes(99),
        "a film": b"\0\0\0\x18" + (box % ("mp42", "isommp42")).encode() + bytes(99),
        "a PNG that is none": PNG + bytes(999),
        "a JPEG that is none": b"\xff\xd8\xff\xe0" + bytes(999),
        "a WebP that is none": b"RIFF\xff\0\0\0WEBPVP8 " + bytes(999),
    }
    for name, data in others.items():
        yield name, lambda d=data: d


def _odd() -> Iterator[Made]:
    """Yield what is whole, and seldom met."""
    for mode in ("1", "LA", "RGBA", "P", "I;16", "RGB"):
        yield f"a PNG of {mode}", lambda m=mode: _saved(Image.new(m, (9, 9)), "PNG")
    for mode in ("1", "CMYK", "YCbCr", "LAB", "I", "F", "I;16B"):
        yield f"a TIFF of {mode}", lambda m=mode: _saved(Image.new(m, (9, 9)), "TIFF")
    yield "a JPEG of CMYK", lambda: _saved(Image.new("CMYK", (9, 9)), "JPEG")
    yield "a PNG of one dot", lambda: _saved(Image.new("L", (1, 1)), "PNG")
    yield "a PNG like a thread", lambda: _saved(Image.new("L", (1, 32_000)), "PNG")
    yield "a WebP of one dot", lambda: _saved(Image.new("RGB", (1, 1)), "WEBP")


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc


def _bomb(kind: bytes, head: bytes) -> bytes:
    return _chunk(kind, head + zlib.compress(bytes(100 * 2**20), 1))


def _png(
    width: int, height: int, bits: int = 8, colour: int = 0, more: bytes = b""
) -> Callable[[], bytes]:
    def made() -> bytes:
        head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
        rows = _chunk(b"IDAT", zlib.compress(bytes(99)))
        return PNG + _chunk(b"IHDR", head) + more + rows + _chunk(b"IEND", b"")

    return made


def _png_of_many() -> bytes:
    head = struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)
    rows, out = zlib.compress(bytes(90)), [PNG, _chunk(b"IHDR", head)]
    out.append(_chunk(b"acTL", struct.pack(">II", FRAMES, 0)))
    for number in range(FRAMES):
        told = struct.pack(">IIIIIHHBB", 2 * number, 9, 9, 0, 0, 1, 9, 0, 0)
        count = struct.pack(">I", 2 * number + 1) if number else b""
        kind = b"fdAT" if number else b"IDAT"
        out += [_chunk(b"fcTL", told), _chunk(kind, count + rows)]
    return b"".join([*out, _chunk(b"IEND", b"")])


def _jpeg(width: int, height: int) -> Callable[[], bytes]:
    def made() -> bytes:
        data = bytearray(_saved(Image.new("L", (64, 64), 200), "JPEG"))
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = struct.pack(">HH", height, width)
        return bytes(data)

    return made


def _webp(width: int, height: int) -> Callable[[], bytes]:
    def made() -> bytes:
        data = bytearray(_saved(Image.new("RGBA", (9, 9), 0), "WEBP"))
        data[24:27] = (width - 1).to_bytes(3, "little")
        data[27:30] = (height - 1).to_bytes(3, "little")
        return bytes(data)

    return made


def _webp_of_many() -> bytes:
    frames = [Image.new("L", (9, 9), shade) for shade in (0, 255)]
    data = _saved(
        frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True
    )
    at = data.index(b"ANMF")
    size = 8 + int.from_bytes(data[at + 4 : at + 8], "little")
    body = data[8:at] + data[at : at + size] * FRAMES
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _gif_of_many() -> bytes:
    data = _saved(Image.new("L", (9, 9)), "GIF")
    at = data.index(b",", 13 + 3)
    return data[:at] + data[at:-1] * FRAMES + b";"


def _tiff(
    width: int,
    height: int,
    kind: int = 1,
    at: int = 8,
    length: int = 99,
    following: int = 0,
) -> Callable[[], bytes]:
    fields = {
        256: width,
        257: height,
        258: 8,
        259: kind,
        262: 1,
        273: at,
        277: 1,
        278: height,
        279: length,
    }
    return lambda: b"II*\0\x08\0\0\0" + _directory(fields, following) + bytes(99)


def _directory(fields: dict[int, int], following: int) -> bytes:
    entries = b"".join(
        struct.pack("<HHII", tag, 4, 1, value) for tag, value in fields.items()
    )
    return struct.pack("<H", len(fields)) + entries + struct.pack("<I", following)


def _tiff_of_many() -> bytes:
    fields = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1}
    size = 2 + 12 * len(fields) + 4
    places = [8 + size * (number + 1) for number in range(FRAMES - 1)] + [0]
    return b"II*\0\x08\0\0\0" + b"".join(_directory(fields, at) for at in places)


def _exif(turn: int, following: int = 0) -> bytes:
    field = struct.pack("<HHIHH", 0x0112, 3, 1, turn, 0)
    inner = struct.pack("<HHII", 0x8769, 4, 1, 8)  # the list of more is this list
    body = struct.pack("<H", 2) + field + inner + struct.pack("<I", following)
    return b"Exif\0\0II*\0\x08\0\0\0" + body


def _with_exif(exif: bytes) -> bytes:
    return _saved(Image.new("L", (9, 9), 200), "JPEG", exif=exif)
