"""All audits over what is on the screen, in the looks in which they may differ."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from tests.audit.contrast import faint
from tests.audit.keyboard import mouse_only
from tests.audit.measures import off_grid
from tests.audit.names import alike, unnamed
from tests.audit.room import clipped, covering, sticking_out
from tests.audit.tab_order import tab_faults
from tests.audit.targets import too_small
from tests.audit.type_scale import off_scale
from ui.book.hand import Hand
from ui.book.looks import DARK, LARGE, LIGHT, NARROW, NARROW_LARGE, Look

SETTLES = 12
LOOKS = 3
NUDGE = 8  # pixels
# The usual look last. A change of style or size of text costs half a second a page.
SOME = (NARROW, LIGHT)
ALL = (DARK, NARROW_LARGE, LARGE, *SOME)


def findings(hand: Hand, scene: str, looks: Sequence[Look]) -> list[str]:
    """Return everything that is wrong with what is on the screen, a line each."""
    found = [f"{scene}: {one}" for one in _of_page(hand.window)]
    for look in looks:
        found += [f"{scene}, {look.name}: {one}" for one in _lasting(hand, look)]
    return found


def _lasting(hand: Hand, look: Look) -> list[str]:
    """Return what is wrong in a look and stays so.

    On a busy machine a layout may come a turn of events later than the last that is
    waited for. What is wrong at first is looked at again a moment later, laid out anew:
    a fault of the page itself is there each time.
    """
    for again in range(LOOKS):
        if again:
            hand.application.window.resize(look.width + NUDGE, look.height + NUDGE)
            hand.settle()
        wear(hand, look)
        found = list(_of_look(hand, look))
        if not found:
            break
    return found


def wear(hand: Hand, look: Look) -> None:
    """Give the window a look, and let it settle."""
    theme = hand.application.theme
    if (theme.scheme, theme.text_percent) != (look.scheme, look.text_percent):
        theme.wear(look.scheme, look.text_percent)
    hand.application.window.resize(look.width, look.height)
    for _ in range(SETTLES):  # a change of width changes heights, which changes widths
        QApplication.processEvents()


def _of_page(window: QWidget) -> Iterator[str]:
    yield from (f"no name: {one}" for one in unnamed(window))
    yield from (f"named alike: {one}" for one in alike(window))
    yield from (f"mouse only: {one}" for one in mouse_only(window))
    yield from (f"Tab: {one}" for one in tab_faults(window))


def _of_look(hand: Hand, look: Look) -> Iterator[str]:
    window, main = hand.window, hand.application.window
    yield from (f"clipped: {one}" for one in clipped(window))
    yield from (f"out of place: {one}" for one in sticking_out(window))
    yield from (f"covering: {one}" for one in covering(window))
    yield from (f"too small: {one}" for one in too_small(window))
    yield from (f"off scale: {one}" for one in off_scale(window, look.text_percent))
    if (main.width(), main.height()) != (look.width, look.height):
        yield f"the window is {main.width()}x{main.height()}"
    if look is LIGHT:
        yield from (f"off grid: {one}" for one in off_grid(window))
    if look in (LIGHT, DARK):
        picture = window.grab().toImage()
        yield from (f"faint: {one}" for one in faint(window, picture))
