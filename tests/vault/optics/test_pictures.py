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
from vault.optics.picture_kinds import kind_of, webp_size
from vault.optics.pictures import Picture, PictureFile, decode_picture

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


@pytest.mark.parametrize(("kind", "name"), [("GIF", "GIF"), ("BMP", "BMP")])
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


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-heic"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "picture-heic"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "picture-film"),
    ],
)
def test_what_phones_write_has_words_of_its_own(head: bytes, problem: str) -> None:
    """By the first bytes: a HEIC is often called .jpg by whoever sent it on."""
    with pytest.raises(BadInput) as failure:
        decode_picture(head + bytes(2000), "photo.jpg")
    assert failure.value.problem == problem


@pytest.mark.parametrize(
    ("mode", "compression"), [("1", "group4"), ("L", "tiff_lzw"), ("RGB", "jpeg")]
)
def test_every_page_of_a_tiff_is_decoded(mode: str, compression: str) -> None:
    """A fax, a scanner's own format: pages in order, and any page again."""
    first, *others = [Image.new(mode, (40, 30), n) for n in ("white", "black")]
    data = file_of(
        first, "TIFF", save_all=True, append_images=others, compression=compression
    )
    file = PictureFile(data)
    assert file.page_count == 2
    assert [file.picture(number).grey[0] for number in (0, 1, 0)] == [255, 0, 255]
    file.close()


def test_a_tiff_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit it is read."""
    first, *others = [Image.new("L", (4, 4), n) for n in range(3)]
    data = file_of(first, "TIFF", save_all=True, append_images=others)
    monkeypatch.setattr(pictures, "PICTURES", 3)
    assert PictureFile(data).page_count == 3
    monkeypatch.setattr(pictures, "PICTURES", 2)
    with pytest.raises(BadInput) as failure:
        PictureFile(data)
    assert failure.value.problem == "picture-large"


@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("mode", ["L", "RGBA"])
def test_webp_is_decoded_and_its_size_known_before(mode: str, lossless: bool) -> None:
    """In each of its three headers."""
    size = (301, 203)
    data = file_of(Image.new(mode, size, 0), "WEBP", lossless=lossless)
    assert webp_size(data) == size
    assert decode_picture(data).grey[0] == (0 if mode == "L" else 255)


def test_a_webp_too_large_is_refused_before_it_is_opened() -> None:
    """Its library would set aside two canvases first."""
    data = bytearray(file_of(Image.new("RGBA", (9, 9), 0), "WEBP"))
    assert data[12:16] == b"VP8X"
    data[24:30] = b"\xff\x3f\0\xff\x3f\0"
    with pytest.raises(BadInput) as failure:
        decode_picture(bytes(data))
    assert (failure.value.problem, failure.value.detail) == (
        "picture-large",
        "16384x16384",
    )


@pytest.mark.parametrize("data", [b"RIFF\4\0\0\0WEBP", b"RIFF....WEBPXXXX" + bytes(20)])
def test_a_webp_without_a_header_has_no_size(data: bytes) -> None:
    """And is no picture."""
    assert webp_size(data) == (0, 0)
    with pytest.raises(BadInput) as failure:
        decode_picture(data)
    assert failure.value.problem == "picture-unreadable"


def test_only_the_first_frame_of_what_moves_is_read() -> None:
    """Whoever sends an animation has sent the wrong file, but may have one right."""
    first, *others = [Image.new("L", (8, 8), n % 256) for n in range(30)]
    data = file_of(first, "WEBP", save_all=True, append_images=others, lossless=True)
    file = PictureFile(data)
    assert (file.page_count, file.picture(0).grey[0]) == (1, 0)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stands_as_the_camera_was_held(turn: int) -> None:
    """All eight ways: the dark corner is brought back to the upper left."""
    upright = Image.new("L", (40, 24), 255)
    upright.paste(0, (0, 0, 16, 8))
    undone = {5: 5, 6: 8, 7: 7, 8: 6}.get(turn, turn)
    method = pictures._TURNS.get(undone)
    held = upright if method is None else upright.transpose(method)
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = decode_picture(file_of(held, "JPEG", exif=exif, quality=95))
    assert (picture.width, picture.height) == upright.size
    assert picture.grey[0] < 30
    assert picture.grey[-1] > 225


def test_printing_colours_are_decoded() -> None:
    """A CMYK photo, as picture editors for print write it."""
    page = Image.new("CMYK", (16, 16), (0, 0, 0, 255))
    assert max(decode_picture(file_of(page, "JPEG")).grey) < 30


@pytest.mark.parametrize(
    ("mode", "dark", "light"), [("I", 0, 60_000), ("F", -1.0, 1.0)]
)
def test_large_and_broken_numbers_are_spread(
    mode: str, dark: float, light: float
) -> None:
    """A TIFF from a laboratory: its darkest is black, its lightest white."""
    page = Image.new(mode, (4, 2), light)
    page.paste(dark, (0, 0, 2, 2))
    assert decode_picture(file_of(page, "TIFF")).grey[1:3] == b"\0\xff"


@pytest.mark.parametrize("shade", [0.0, float("nan"), float("inf")])
def test_numbers_that_show_nothing_are_no_picture(shade: float) -> None:
    """Nothing is divided by nothing."""
    with pytest.raises(BadInput) as failure:
        decode_picture(file_of(Image.new("F", (4, 2), shade), "TIFF"))
    assert failure.value.problem == "picture-unreadable"


def test_too_little_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of the picture."""

    def full(_image: object) -> Image.Image:
        raise MemoryError

    monkeypatch.setattr(pictures, "_grey", full)
    with pytest.raises(BadInput) as failure:
        decode_picture(Picture(GREY, 30, 20).to_png())
    assert failure.value.problem == "picture-memory"


def test_the_pictures_of_phones_are_named() -> None:
    """A HEIC is told from other files, so that help can be given."""
    assert kind_of(b"\0\0\0\x18ftypheic\0\0\0\0") == "HEIC"
    assert kind_of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf") == "HEIC"
    assert kind_of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf") == "AVIF"
    assert kind_of(b"\0\0\0\x18ftypavif\0\0\0\0") == "AVIF"
    assert kind_of(b"\0\0\0\x14ftypqt  \0\0\0\0qt  ") == "film"
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


@given(
    st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF"]),
    st.integers(0),
    st.integers(1, 255),
)
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
