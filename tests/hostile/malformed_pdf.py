"""PDF files that are broken or made to do harm; by name."""

import zlib
from collections.abc import Callable, Iterator

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.pdfs import (
    joined,
    nested_forms,
    nested_patterns,
    nested_shadings,
    one_page,
    stream,
)

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
NUMBERS = (b"0 0 0 0", b"0 0 -9 -9", b"0 0 1 3000000", b"0 0 1e38 1e38", b"a b c d")
FILTERS = (
    b"JPXDecode",
    b"JBIG2Decode",
    b"DCTDecode",
    b"CCITTFaxDecode",
    b"LZWDecode",
    b"RunLengthDecode",
    b"ASCII85Decode",
    b"FlateDecode",
    b"NoSuchDecode",
)


def pdfs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield them, each with what makes it."""
    yield "a PDF of forms in forms", nested_forms
    yield "a PDF of fades in forms", nested_shadings
    yield "a PDF of patterns in patterns", nested_patterns
    yield "a PDF whose form draws itself", _drawing_itself
    yield "a PDF with a password", _locked
    yield "a PDF of 4 GiB of spaces", _inflating
    for count in (-1, 0, 201, 1_000_000, 2**31):
        yield f"a PDF of {count} pages, told", lambda c=count: _pages(c, b"3 0 R")
    kids = {"itself": b"2 0 R", "its catalogue": b"1 0 R", "nobody": b"99 0 R"}
    for name, kid in kids.items():
        yield f"a PDF whose page is {name}", lambda k=kid: _pages(1, k)
    yield "a PDF of 1,000 levels of pages", _deep
    for numbers in NUMBERS:
        yield f"a PDF page of {numbers.decode()}", lambda n=numbers: _boxed(n)
    for name in FILTERS:
        yield f"a PDF with a {name.decode()} of noise", lambda n=name: _image(n, 99, 99)
    for side in (0, 7_999, 30_000, 2**31 - 1):
        yield (
            f"a PDF with a picture of {side} squared",
            lambda s=side: _image(b"FlateDecode", s, s),
        )
    yield "a PDF whose tables of places run in a circle", _tables_in_a_circle
    for head in (b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-9.9\n" + bytes(999)):
        yield f"a PDF of {len(head)} bytes", lambda h=head: h
    yield "a PDF without a catalogue", lambda: joined([b"null", b"null"])


def _pages(count: int, kid: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kid, count)
    return joined([CATALOGUE, pages, page])


def _deep() -> bytes:
    levels = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % n for n in range(3, 1003)]
    page = b"<</Type/Page/Parent 1001 0 R/MediaBox[0 0 9 9]>>"
    return joined([CATALOGUE, *levels, page])


def _boxed(numbers: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]>>" % numbers
    return joined([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page])


def _drawing_itself() -> bytes:
    words = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]"
        b"/Resources<</XObject<</F 5 0 R>>>>"
    )
    form = stream(words, b"/F Do /F Do")
    return one_page(b"/F Do", b"/XObject<</F 5 0 R>>", form)


def _inflating() -> bytes:
    """Spaces, packed twice over: 4 GiB of them in 20 KiB."""
    once = zlib.compress(b" " * 2**22, 9) * 1  # 4 MiB in 4 KiB
    packer = zlib.compressobj(9)
    twice = b"".join(packer.compress(once) for _ in range(1024)) + packer.flush()
    content = stream(b"/Filter[/FlateDecode/FlateDecode]", twice)
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>"
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return joined([CATALOGUE, pages, page, content])


def _image(kind: bytes, width: int, height: int) -> bytes:
    words = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d"
        b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/%s" % (width, height, kind)
    )
    noise = bytes(range(256)) * 9
    data = zlib.compress(bytes(2**20)) if kind == b"FlateDecode" else noise
    image = stream(words, data)
    return one_page(b"q 500 0 0 500 0 0 cm /I Do Q", b"/XObject<</I 5 0 R>>", image)


def _tables_in_a_circle() -> bytes:
    data = _pages(1, b"3 0 R")
    start = data.rindex(b"startxref\n") + len(b"startxref\n")
    at = data[start:].split(b"\n")[0]
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + at)


def _locked() -> bytes:
    canvas = Canvas("", encrypt=StandardEncryption("secret"))
    canvas.showPage()
    return canvas.getpdfdata()
