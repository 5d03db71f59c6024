"""Pictures from strangers, decoded within limits; the only file that knows Pillow.

The kind follows from the content, never from the name, and the number of pixels is
checked when only the header has been read.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from math import isfinite
from typing import Any, Final, NamedTuple

from PIL import Image, ImageChops, ImageFilter

from vault.errors import BadInput, BrokenInvariant
from vault.limits import (
    PICTURE_FILE_BYTES,
    PICTURE_PIXELS,
    PICTURE_SIDE_PIXELS,
    PICTURES,
)
from vault.optics.picture_kinds import FILM, kind_of, webp_size

# What scanners and phones write and we decode, and what the library calls it.
KINDS: Final = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP", "TIFF": "TIFF"}
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
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


# What a problem of its own tells better than "not read": phones write both.
_OWN_WORDS: Final = {
    "HEIC": "picture-heic",
    "AVIF": "picture-heic",
    FILM: "picture-film",
}
_ORIENTATION: Final = 0x0112  # Exif: how the picture is to be turned to stand upright
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
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


class PictureFile:
    """An open picture: how many pages it has (a fax may have several), and each.

    Of an animated picture the first frame is its one page.
    """

    def __init__(self, data: bytes, where: str = "picture") -> None:
        """Open `data`, of which only the header is looked at; `where` names it.

        Raises `BadInput(where, problem)`: "picture-kind" (detail: the kind),
        "picture-heic", "picture-film" for what is not read, "picture-large" (detail:
        the size) beyond the limits, "picture-unreadable" for a broken one and for what
        is no picture.
        """
        self._where = where
        kind = _known_kind(data, where)
        if kind == "WebP":
            self._check_size(*webp_size(data))
        with _trouble_named(where):
            self._image = Image.open(BytesIO(data), formats=[KINDS[kind]])
            self._check_size(*self._image.size)
            self.page_count = self._counted() if kind == "TIFF" else 1

    def picture(self, number: int, _dpi: int = 0) -> Picture:
        """Return the grey pixels of page `number` (from 0), turned as the file says.

        Transparent counts as white. Raises `BadInput` as the constructor does, and
        "picture-memory" where there is too little.
        """
        with _trouble_named(self._where):
            self._image.seek(number)
            self._check_size(*self._image.size)
            turn = _turn(self._image)
            grey = _grey(self._image)
            return _picture(grey if turn is None else grey.transpose(turn))

    def close(self) -> None:
        """Let go of the file; nothing may be asked of it afterwards."""
        self._image.close()

    def _counted(self) -> int:
        """Count the pages; a list of them that runs in a circle ends where it began."""
        for number in range(PICTURES + 1):
            try:
                self._image.seek(number)
            except EOFError:
                break
        else:
            raise BadInput(self._where, "picture-large", f"> {PICTURES}")
        self._image.seek(0)
        return number

    def _check_size(self, width: int, height: int) -> None:
        longest = max(width, height)
        if width * height > PICTURE_PIXELS or longest > PICTURE_SIDE_PIXELS:
            raise BadInput(self._where, "picture-large", f"{width}x{height}")


def decode_picture(data: bytes, where: str = "picture") -> Picture:
    """Return the pixels of a picture's first page; raises as `PictureFile` does."""
    with closing(PictureFile(data, where)) as file:
        return file.picture(0)


def preload() -> None:
    """Load whatever decoding needs, so that no file need be opened for it later."""
    Image.init()
    for kind in KINDS.values():
        shown = BytesIO()
        Image.new("L", (8, 8)).save(shown, kind)
        with closing(PictureFile(shown.getvalue())) as file:
            file.picture(0)


def _known_kind(data: bytes, where: str) -> str:
    """Return which of the kinds that we decode this is; raises as `PictureFile`."""
    kind = kind_of(data)
    if not kind:
        raise BadInput(where, "picture-unreadable")
    if kind not in KINDS:
        problem = _OWN_WORDS.get(kind, "picture-kind")
        raise BadInput(where, problem, kind)
    if len(data) > PICTURE_FILE_BYTES:
        raise BadInput(where, "picture-large", f"{len(data)} bytes")
    return kind


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
        except MemoryError:
            raise BadInput(where, "picture-memory") from None
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


def _turn(image: Image.Image) -> Image.Transpose | None:
    """Return how the camera was held; a broken note about it turns nothing."""
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except _TROUBLE:
        return None


def _grey(image: Image.Image) -> Image.Image:
    image.draft("L", image.size)  # a JPEG then never unpacks its colours
    if image.mode.startswith("I;16"):  # convert() would clip 16 bits, not scale them
        image = image.convert("I").point(lambda value: value / 256)
    elif image.mode in {"I", "F"}:
        image = _spread(image)
    elif image.has_transparency_data:
        flat = image.convert("LA")
        white = Image.new("L", image.size, 255)
        white.paste(flat.getchannel("L"), mask=flat.getchannel("A"))
        return white
    return image.convert("L")


def _spread(image: Image.Image) -> Image.Image:
    """Return a picture of large or broken numbers with its darkest 0, lightest 255."""
    extremes: Any = image.getextrema()
    darkest, lightest = (float(end) for end in extremes)
    if not (isfinite(darkest) and isfinite(lightest)) or darkest == lightest:
        raise ValueError  # a picture of nothing, told as unreadable
    factor = 255 / (lightest - darkest)
    shifted = image.convert("F")
    return shifted.point(lambda value: value * factor - darkest * factor)


def _picture(image: Image.Image) -> Picture:
    return Picture(image.tobytes(), image.width, image.height)
