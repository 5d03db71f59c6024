"""Pictures made readable: light evened out, gaps closed, a slanted square set straight.

Pillow is known here and in `pictures`. All filters keep the size unless they say so.
"""

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from vault.optics.pictures import Picture
from vault.optics.places import Point, view

_EVENED_GAIN: Final = 0.45  # a divisor: what is left of the contrast about doubles
_GREY: Final = 128


def evened(picture: Picture, radius_pixels: float) -> Picture:
    """Return the picture with shadows and stains wider than `radius_pixels` taken out.

    Each pixel is compared with the mean around it.
    """
    image = _image(picture)
    mean = image.filter(ImageFilter.BoxBlur(radius_pixels))
    return _picture(ImageChops.subtract(image, mean, _EVENED_GAIN, _GREY))


def median(picture: Picture, side_pixels: int) -> Picture:
    """Return the picture without specks and lines finer than half of an odd side."""
    return _picture(_image(picture).filter(ImageFilter.MedianFilter(side_pixels)))


def darkened(picture: Picture, side_pixels: int) -> Picture:
    """Return the picture with white gaps closed that are finer than an odd side."""
    return _picture(_image(picture).filter(ImageFilter.MinFilter(side_pixels)))


def lightened(picture: Picture, side_pixels: int) -> Picture:
    """Return the picture with black lines removed that are finer than an odd side."""
    return _picture(_image(picture).filter(ImageFilter.MaxFilter(side_pixels)))


def straightened(
    picture: Picture, corners: Sequence[Point], side_pixels: int
) -> Picture:
    """Return the four-sided piece between `corners` as an upright square.

    The corners are those of the piece as it should stand: upper left, upper right,
    lower right, lower left. What lies outside the picture is white.
    """
    side = float(side_pixels)
    square = ((0.0, 0.0), (side, 0.0), (side, side), (0.0, side))
    return _picture(
        _image(picture).transform(
            (side_pixels, side_pixels),
            Image.Transform.PERSPECTIVE,
            view(tuple(zip(square, corners, strict=True))),
            Image.Resampling.BICUBIC,
            fillcolor=255,
        )
    )


def shrunk(picture: Picture, width: int, height: int) -> Picture:
    """Return what lies at the middle of each of `width` x `height` equal fields."""
    return _picture(_image(picture).resize((width, height), Image.Resampling.NEAREST))


def around(picture: Picture, radius_pixels: float) -> bytes:
    """Return the mean around every pixel."""
    return _image(picture).filter(ImageFilter.BoxBlur(radius_pixels)).tobytes()


def _image(picture: Picture) -> Image.Image:
    return Image.frombytes("L", (picture.width, picture.height), picture.grey)


def _picture(image: Image.Image) -> Picture:
    return Picture(image.tobytes(), image.width, image.height)
