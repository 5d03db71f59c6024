"""The way through the rehearsal: as it is, a phone lost, and before a picture."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from ui.views.rehearsal import Rehearsal
from vault.i18n import translate as _


def rehearsal(hand: Hand, _props: Props) -> Iterator[str]:
    """Nothing lost; every two tried; the first phone lost; a picture asked for."""
    hand.go("rehearsal")
    yield "rehearsal"
    page = hand.application.window.page
    if isinstance(page, Rehearsal) and page.map.current_key:
        hand.press(_("Try every two…"))
        yield "rehearsal-pairs"
        phones = [one for one in page.losable if one.startswith("phone:")]
        page.turn((phones or page.losable)[0])
        hand.wait()
        yield "rehearsal-lost"
        hand.press(_("Save as a picture…"))
        yield "rehearsal-picture"
        hand.leave()
