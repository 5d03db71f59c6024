"""PDF files of three kilobytes that keep a renderer busy for minutes, made by hand."""

from collections.abc import Sequence

FAN = 10  # what each level draws of the next
_FADE = (
    b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 500 500]/Extend[true true]"
    b"/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1.5>>>>"
)


def stream(words: bytes, data: bytes) -> bytes:
    """Return a stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (words, len(data), data)


def joined(objects: Sequence[bytes]) -> bytes:
    """Return a PDF file of these objects, the first its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start, count = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (count, start)


def one_page(content: bytes, resources: bytes, *more: bytes) -> bytes:
    """Return a PDF of one page; `more` are the objects from number 5."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R"
        b"/Resources<<%s>>>>" % resources
    )
    return joined(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            stream(b"", content),
            *more,
        ]
    )


def nested_forms(depth: int = 12) -> bytes:
    """Return forms that draw the next ten times: 10^12 lines in all."""
    return _nested(depth, b"", b"0 0 m 9 9 l S ")


def nested_shadings(depth: int = 5) -> bytes:
    """Return forms within forms that fill the page with a fade 100,000 times."""
    return _nested(depth, b"/Shading<</S %s>>" % _FADE, b"/S sh " * FAN)


def nested_patterns(depth: int = 8) -> bytes:
    """Return patterns that are painted with patterns."""
    use = b"/Pattern cs /P scn 0 0 9 9 re f"
    patterns = []
    for number in range(6, 6 + depth):
        last = number == 5 + depth
        inner = b"" if last else b"/Pattern<</P %d 0 R>>" % number
        words = (
            b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
            b"/Resources<<%s>>" % inner
        )
        patterns.append(stream(words, b"0 0 9 9 re f" if last else use))
    whole = b"/Pattern cs /P scn 0 0 500 500 re f"
    return one_page(whole, b"/Pattern<</P 5 0 R>>", *patterns)


def _nested(depth: int, resources: bytes, content: bytes) -> bytes:
    forms = []
    for number in range(6, 6 + depth):
        last = number == 5 + depth
        inner = resources if last else b"/XObject<</F %d 0 R>>" % number
        words = b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<<%s>>" % inner
        forms.append(stream(words, content if last else b"/F Do " * FAN))
    return one_page(b"/F Do", b"/XObject<</F 5 0 R>>", *forms)
