"""Pictures made readable."""

from vault.optics.pictures import Picture
from vault.optics.retouch import darkened, evened, lightened, median, straightened

WHITE, BLACK = 200, 40


def striped(width: int = 60, height: int = 60) -> Picture:
    """Return black with one white line down."""
    row = bytes(WHITE if x == 30 else BLACK for x in range(width))
    return Picture(row * height, width, height)


def test_a_white_line_is_closed() -> None:
    """By darkening and by the median; lightening broadens it."""
    assert set(darkened(striped(), 3).grey) == {BLACK}
    assert set(median(striped(), 3).grey) == {BLACK}
    assert lightened(striped(), 3).grey.count(WHITE) == 3 * 60


def test_a_shadow_is_evened_out() -> None:
    """Half of a white page in shadow ends as light as the other half."""
    row = bytes([60] * 60 + [240] * 60)
    page = evened(Picture(row * 40, 120, 40), 5)
    assert page.grey[20 * 120 + 5] == page.grey[20 * 120 + 114]


def test_a_piece_is_set_straight() -> None:
    """Turned by a quarter, what was at the upper left stands at the lower left."""
    picture = Picture(bytes([0, 255, 255, 255]), 2, 2).scaled(10)
    corners = [(20.0, 0.0), (20.0, 20.0), (0.0, 20.0), (0.0, 0.0)]
    piece = straightened(picture, corners, 20)
    assert piece.grey[18 * 20 + 1] < 20
    assert piece.grey[1 * 20 + 1] > 200
