"""Pictures from strangers: decoded within limits, or refused as BadInput."""

import random
import struct
import tracemalloc
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.paper import file_of
from vault.errors import BadInput, BrokenInvariant
from vault.limits import PICTURE_FILE_BYTES
from vault.optics import pictures
from vault.optics.pictures import Picture, decode_picture, kind_of

GREY = bytes(random.Random(1).randbytes(30 * 20))


def png_claiming(width: int, height: int) -> bytes:
    """Return a PNG whose header alone promises that many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(5_000_000))
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """Return a JPEG whose size fields were overwritten."""
    data = bytearray(file_of(Image.new("L", (64, 64), 200), "JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def test_png_gives_back_its_pixels() -> None:
    """Grey pixels survive to the byte, written and read."""
    picture = Picture(GREY, 30, 20)
    assert decode_picture(picture.to_png()) == picture


def test_jpeg_is_decoded_to_grey() -> None:
    """Colours become their brightness."""
    picture = decode_picture(file_of(Image.new("RGB", (16, 8), (200, 0, 0)), "JPEG"))
    assert (picture.width, picture.height) == (16, 8)
    assert all(abs(value - 60) < 5 for value in picture.grey)


@pytest.mark.parametrize(
    ("mode", "colour", "grey"),
    [
        ("1", 1, 255),
        ("L", 77, 77),
        ("P", 0, 0),
        ("I;16", 0x8000, 128),
        ("RGB", (10, 10, 10), 10),
        ("RGBA", (0, 0, 0, 0), 255),
        ("RGBA", (0, 0, 0, 255), 0),
        ("LA", (0, 0), 255),
    ],
)
def test_every_kind_of_pixel_becomes_grey(mode: str, colour: object, grey: int) -> None:
    """1, 8 and 16 bits, palettes, colours; transparent paper is white."""
    picture = decode_picture(file_of(Image.new(mode, (3, 2), colour)))
    assert picture.grey == bytes([grey] * 6)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("GIF", "GIF"), ("TIFF", "TIFF"), ("BMP", "BMP"), ("WEBP", "WebP")],
)
def test_other_kinds_are_named_and_refused(kind: str, name: str) -> None:
    """The owner is told what the file is, whatever its ending."""
    with pytest.raises(BadInput) as failure:
        decode_picture(file_of(Image.new("L", (4, 4)), kind), "scan.png")
    error = failure.value
    assert (error.where, error.problem, error.detail) == (
        "scan.png",
        "picture-kind",
        name,
    )


def test_the_pictures_of_phones_are_named() -> None:
    """A HEIC is told from other files, so that help can be given."""
    assert kind_of(b"\0\0\0\x18ftypheic\0\0\0\0") == "HEIC"
    assert kind_of(b"\0\0\0\x18ftypavif\0\0\0\0") == "AVIF"
    assert kind_of(b"%PDF-1.7") == ""


@pytest.mark.parametrize(
    "data",
    [
        png_claiming(30_000, 30_000),
        png_claiming(9_000, 9_000),
        png_claiming(64_000_001, 1),
        png_claiming(2**31 - 1, 2**31 - 1),
        jpeg_claiming(65_500, 65_500),
    ],
    ids=["900 Mpixel", "81 Mpixel", "one row", "largest", "jpeg"],
)
def test_a_picture_too_large_is_refused_before_memory_is_spent(data: bytes) -> None:
    """The header decides, and a few kilobytes are all it costs."""
    tracemalloc.start()
    try:
        with pytest.raises(BadInput) as failure:
            decode_picture(data)
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert failure.value.problem == "picture-large"
    assert peak_bytes < 2_000_000


def test_the_pixels_of_the_header_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A picture at the limit is decoded, one pixel more is refused with its size."""
    data = Picture(GREY, 30, 20).to_png()
    monkeypatch.setattr(pictures, "PICTURE_PIXELS", 600)
    assert decode_picture(data).grey == GREY
    monkeypatch.setattr(pictures, "PICTURE_PIXELS", 599)
    with pytest.raises(BadInput) as failure:
        decode_picture(data)
    assert (failure.value.problem, failure.value.detail) == ("picture-large", "30x20")


def test_a_file_too_large_is_refused() -> None:
    """More bytes than any scan has are not looked at."""
    data = b"\xff\xd8\xff" + bytes(PICTURE_FILE_BYTES)
    with pytest.raises(BadInput) as failure:
        decode_picture(data)
    assert failure.value.problem == "picture-large"


@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"%PDF-"]),
    st.binary(max_size=300),
)
def test_any_bytes_are_a_picture_or_bad_input(start: bytes, rest: bytes) -> None:
    """Garbage raises nothing else, and warns of nothing."""
    with pytest.raises(BadInput):
        decode_picture(start + rest)


@given(st.sampled_from(["PNG", "JPEG"]), st.integers(0), st.integers(1, 255))
def test_a_spoilt_picture_is_a_picture_or_bad_input(
    kind: str, at: int, change: int
) -> None:
    """One wrong byte anywhere, or the end cut off there, raises nothing else."""
    data = file_of(Image.frombytes("L", (30, 20), GREY), kind)
    at %= len(data)
    spoilt = data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]
    for candidate in (spoilt, data[:at]):
        try:
            picture = decode_picture(candidate)
        except BadInput:
            continue
        assert len(picture.grey) == picture.width * picture.height


def test_odd_metadata_does_not_spoil_a_picture() -> None:
    """A corrupt EXIF block is none of our business."""
    out = BytesIO()
    Image.new("L", (8, 8), 9).save(out, "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert decode_picture(out.getvalue()).width == 8


def test_pixels_and_sides_must_agree() -> None:
    """A picture that contradicts itself is our own bug."""
    with pytest.raises(BrokenInvariant):
        Picture(b"abc", 2, 2)


def test_filters_keep_or_change_the_size_as_they_say() -> None:
    """Enlarging enlarges; blurring and sharpening do not."""
    picture = Picture(GREY, 30, 20)
    assert (picture.scaled(1.5).width, picture.scaled(1.5).height) == (45, 30)
    assert len(picture.blurred(1.2).grey) == len(picture.sharpened(2).grey) == 600


def test_blurring_smooths_and_sharpening_roughens() -> None:
    """The two filters do opposite things to an edge."""
    edge = Picture((b"\x40" * 10 + b"\xc0" * 10) * 20, 20, 20)
    assert edge.blurred(1.2).grey[9] > 0x40
    assert edge.sharpened(2).grey[9] < 0x40


def test_a_blurred_edge_is_less_steep_than_a_sharp_one() -> None:
    """Measured against the contrast, at one size whatever the picture's."""
    page = Image.new("L", (2480, 3508), 255)
    for left in range(0, 2480, 400):
        page.paste(0, (left, 0, left + 200, 3508))
    sharp = Picture(page.tobytes(), *page.size)
    assert sharp.sharpness() == (255, 255)
    contrast, edge = sharp.blurred(10).sharpness()
    assert contrast == 255
    assert edge < 30


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1)])
def test_any_picture_has_a_sharpness(size: tuple[int, int]) -> None:
    """A stranger's may be a line."""
    one = Picture(bytes(size[0] * size[1]), *size)
    assert one.sharpness() == (0, 0)
