"""Pictures from strangers, decoded within limits; the only file that knows Pillow.

The kind follows from the content, never from the name, and the number of pixels is
checked when only the header has been read.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final, NamedTuple

from PIL import Image, ImageChops, ImageFilter

from vault.errors import BadInput, BrokenInvariant
from vault.limits import PICTURE_FILE_BYTES, PICTURE_PIXELS, PICTURE_SIDE_PIXELS

KINDS: Final = ("PNG", "JPEG")  # what scanners and phones write and we decode
_STARTS: Final = (
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"GIF8", "GIF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"BM", "BMP"),
    (8, b"WEBP", "WebP"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftyp", "HEIC"),
)
_SHARPEN_PERCENT: Final = 300  # found 24 of 24 where 150 found 1, 500 no more
# What Pillow lets out for broken files, by its own sources and by fuzzing it.
_TROUBLE: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


_LOOKED_AT_PIXELS: Final = 1240  # the short side of a page at 150 dpi


class Sharpness(NamedTuple):
    """How far light and dark are apart, and the steepest edge between them: 0..255."""

    contrast: int
    edge: int


@dataclass(frozen=True)
class Picture:
    """Grey pixels, one byte each (0 black, 255 white), row by row from the top."""

    grey: bytes = field(repr=False)
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.width * self.height != len(self.grey):
            raise BrokenInvariant("picture")

    def scaled(self, factor: float) -> "Picture":
        """Return the picture resampled (bicubic) to `factor` times its size."""
        size = (round(self.width * factor), round(self.height * factor))
        return _picture(self._image().resize(size, Image.Resampling.BICUBIC))

    def blurred(self, radius_pixels: float) -> "Picture":
        """Return the picture smoothed, so that grain and dots of toner close up."""
        blur = ImageFilter.GaussianBlur(radius_pixels)
        return _picture(self._image().filter(blur))

    def sharpened(self, radius_pixels: float) -> "Picture":
        """Return the picture with what a poor lens mixed drawn apart again."""
        mask = ImageFilter.UnsharpMask(radius_pixels, _SHARPEN_PERCENT, threshold=0)
        return _picture(self._image().filter(mask))

    def sharpness(self) -> Sharpness:
        """Measure it at one size for all pictures; specks of less than 0.1 % are dust.

        The steepest edge of a sharp page is about its contrast; where the lens spread
        a line over five pixels it is a fifth of that.
        """
        image = self._image()
        factor = _LOOKED_AT_PIXELS / min(image.size)
        if factor < 1:
            size = (max(round(n * factor), 1) for n in image.size)
            image = image.resize(tuple(size), Image.Resampling.BOX)
        shades = image.histogram()
        steps = ImageChops.difference(image, ImageChops.offset(image, 1, 0))
        inner = steps.crop((1, 0, max(image.width, 2), image.height))
        contrast = _percentile(shades, 0.9) - _percentile(shades, 0.01)
        return Sharpness(contrast, _percentile(inner.histogram(), 0.999))

    def to_png(self) -> bytes:
        """Return the picture as a grey PNG file."""
        out = BytesIO()
        self._image().save(out, "PNG", compress_level=1)
        return out.getvalue()

    def _image(self) -> Image.Image:
        return Image.frombytes("L", (self.width, self.height), self.grey)


def decode_picture(data: bytes, where: str = "picture") -> Picture:
    """Return the grey pixels of a PNG or JPEG file; transparent counts as white.

    Raises `BadInput(where, problem)`: "picture-kind" (detail: the kind) for other
    pictures, "picture-large" (detail: the size) beyond the limits, "picture-unreadable"
    for a broken one and for what is no picture.
    """
    kind = kind_of(data)
    if not kind:
        raise BadInput(where, "picture-unreadable")
    if kind not in KINDS:
        raise BadInput(where, "picture-kind", kind)
    if len(data) > PICTURE_FILE_BYTES:
        raise BadInput(where, "picture-large", f"{len(data)} bytes")
    with _trouble_named(where), Image.open(BytesIO(data), formats=[kind]) as image:
        longest = max(image.width, image.height)
        if image.width * image.height > PICTURE_PIXELS or longest > PICTURE_SIDE_PIXELS:
            size = f"{image.width}x{image.height}"
            raise BadInput(where, "picture-large", size)
        return _picture(_grey(image))


def kind_of(data: bytes) -> str:
    """Return the kind of picture `data` begins like, or "" where it is none we know."""
    for at, start, kind in _STARTS:
        if data.startswith(start, at):
            return kind
    return ""


@contextmanager
def _trouble_named(where: str) -> Iterator[None]:
    # Pillow warns at 89 megapixels while it opens, before our own check can look; its
    # warnings about odd metadata concern nobody here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            size = f"> {PICTURE_PIXELS} pixels"
            raise BadInput(where, "picture-large", size) from error
        except _TROUBLE as error:
            raise BadInput(where, "picture-unreadable") from error


def _percentile(histogram: list[int], part: float) -> int:
    """Return the shade below or at which that part of the pixels lies."""
    wanted = part * sum(histogram)
    counted = 0
    for shade, count in enumerate(histogram):
        counted += count
        if counted >= wanted:
            return shade
    return len(histogram) - 1


def _grey(image: Image.Image) -> Image.Image:
    image.draft("L", image.size)  # a JPEG then never unpacks its colours
    if image.mode.startswith("I;16"):  # convert() would clip 16 bits, not scale them
        image = image.convert("I").point(lambda value: value / 256)
    elif image.has_transparency_data:
        flat = image.convert("LA")
        white = Image.new("L", image.size, 255)
        white.paste(flat.getchannel("L"), mask=flat.getchannel("A"))
        return white
    return image.convert("L")


def _picture(image: Image.Image) -> Picture:
    return Picture(image.tobytes(), image.width, image.height)
