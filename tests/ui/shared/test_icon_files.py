"""The pictures in resources/icons: one hand, one grid, colours that can be replaced."""

from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = files("resources").joinpath("icons")
NAMES = """
    access account accounts back calendar camera card check check-circle circle clock
    close code contact copy create down drop edit error eye eye-off file files help
    history home info key kit lifebuoy link lock mail menu moon more next note open
    paste people person person-add phone platform plus print redo remove restore sample
    save search settings share sheet shield-check steps sun theme undo unlock up warning
""".split()  # noqa: SIM905  a list of 65 lines says no more
ILLUSTRATIONS = ["done", "empty-accounts", "empty-kits", "shared-file", "welcome"]
PLACEHOLDERS = {"#111111", "#0F766E", "#E6F2F0", "none"}
SHAPES = {"circle", "g", "path", "rect", "svg"}
ICON_BYTES = 1_000
ILLUSTRATION_BYTES = 4_000
PIXELS_A_UNIT = 10
PADDING_UNITS = 2
SOFT_EDGE = 16  # of 255: what antialiasing may leave


def text_of(name: str) -> str:
    return ICONS.joinpath(f"{name}.svg").read_text(encoding="utf-8")


def elements(name: str) -> list[ET.Element]:
    return list(ET.fromstring(text_of(name)).iter())  # noqa: S314  our own files


def colours(name: str) -> set[str]:
    """Return every colour a file asks for, by whatever attribute."""
    return {
        value
        for element in elements(name)
        for attribute, value in element.attrib.items()
        if attribute in {"fill", "stroke", "color", "stop-color"}
    }


def drawn(name: str, width: int, height: int) -> QImage:
    """Return a file as Qt draws it, on nothing."""
    renderer = QSvgRenderer(QByteArray(text_of(name).encode()))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(image.rect()))
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    """Return the pixels that carry ink."""
    return [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() > SOFT_EDGE
    ]


def near(image: QImage, colour: str) -> int:
    """Return how many pixels are about that colour."""
    asked = QColor(colour)
    return sum(
        abs(one.red() - asked.red()) < 48
        and abs(one.green() - asked.green()) < 48
        and abs(one.blue() - asked.blue()) < 48
        for x, y in inked(image)
        for one in [image.pixelColor(x, y)]
    )


def stems(folder: str) -> list[str]:
    here = ICONS.joinpath(folder)
    return sorted(
        entry.name.removesuffix(".svg") for entry in here.iterdir() if entry.is_file()
    )


def test_the_folder_holds_what_is_listed_and_nothing_else() -> None:
    """A forgotten file would be shipped; a lost one would be an empty button."""
    assert stems("") == sorted([*NAMES, "app"])
    assert stems("illustrations") == ILLUSTRATIONS


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_small_and_has_the_common_grid(name: str) -> None:
    """Icons stand side by side, so all share one grid, one pen, one kind of end."""
    svg = elements(name)[0]
    assert len(text_of(name)) < ICON_BYTES
    assert svg.get("viewBox") == "0 0 24 24"
    assert svg.get("stroke-width") == "1.75"
    assert svg.get("stroke-linecap") == svg.get("stroke-linejoin") == "round"
    assert all("stroke-width" not in element.attrib for element in elements(name)[1:])


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_takes_any_colour(name: str) -> None:
    """The theme replaces one word; any other colour would stay behind."""
    assert colours(name) <= {"currentColor", "none"}
    assert "currentColor" in colours(name)


@pytest.mark.parametrize("name", NAMES)
def test_only_small_dots_are_filled(name: str) -> None:
    """A filled shape would weigh more than its neighbours."""
    filled = [one for one in elements(name) if one.get("fill") == "currentColor"]
    assert all(one.tag.endswith("circle") for one in filled)
    assert all(float(one.get("r", "24")) <= 1.75 for one in filled)


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_its_padding(name: str) -> None:
    """Ink fills a good part of the middle and leaves two units free all round."""
    side = 24 * PIXELS_A_UNIT
    ink = inked(drawn(name, side, side))
    free = PADDING_UNITS * PIXELS_A_UNIT
    assert ink
    assert all(free <= at < side - free for pixel in ink for at in pixel)
    reach = max(
        max(pixel[axis] for pixel in ink) - min(pixel[axis] for pixel in ink)
        for axis in (0, 1)
    )
    assert reach >= 13 * PIXELS_A_UNIT


def test_no_two_icons_look_the_same_when_small() -> None:
    """At 16 pixels each is still its own picture."""
    seen = {bytes(drawn(name, 16, 16).constBits()) for name in NAMES}
    assert len(seen) == len(NAMES)


@pytest.mark.parametrize("name", [*NAMES, "app"])
def test_an_icon_holds_plain_shapes_only(name: str) -> None:
    """Qt draws SVG Tiny: no style sheets, masks, filters, texts or pictures."""
    assert {one.tag.rpartition("}")[2] for one in elements(name)} <= SHAPES


@pytest.mark.parametrize("name", [f"illustrations/{one}" for one in ILLUSTRATIONS])
def test_an_illustration_is_drawn_in_the_three_colours_that_are_replaced(
    name: str,
) -> None:
    """Any other colour would not follow the theme."""
    assert len(text_of(name)) < ILLUSTRATION_BYTES
    assert elements(name)[0].get("viewBox") == "0 0 240 160"
    assert {one.tag.rpartition("}")[2] for one in elements(name)} <= SHAPES
    assert colours(name) == PLACEHOLDERS


@pytest.mark.parametrize("name", [f"illustrations/{one}" for one in ILLUSTRATIONS])
def test_an_illustration_stays_inside_its_room(name: str) -> None:
    """Nothing is cut off at the edge, and something is there."""
    ink = inked(drawn(name, 240, 160))
    assert len(ink) > 240 * 160 // 20
    assert all(2 <= x < 238 and 2 <= y < 158 for x, y in ink)


@pytest.mark.parametrize("side", [16, 24, 32, 48, 128])
def test_the_programs_own_picture_shows_both_keys_at_any_size(side: int) -> None:
    """A light key, and a warm spare behind it, on teal; even in a task bar."""
    assert elements("app")[0].get("viewBox") == "0 0 128 128"
    image = drawn("app", side, side)
    room = side * side
    assert near(image, "#0F766E") > room * 0.4
    assert near(image, "#FBFAF7") > room * 0.08
    assert near(image, "#E2A33B") > room * 0.02
