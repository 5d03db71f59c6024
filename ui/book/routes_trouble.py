"""The ways through trouble: before a vault is open, and inside."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from vault.i18n import translate as _


def trouble(hand: Hand, _props: Props) -> Iterator[str]:
    """What happened, and the first steps of one kind."""
    hand.go("trouble")
    yield "trouble"
    hand.press(_("Phone lost or stolen"))
    yield "trouble-steps"
    hand.go("welcome")


def reporting(hand: Hand, _props: Props) -> Iterator[str]:
    """Where a crime is reported: in a country that is known, and in another."""
    hand.application.settings.country = "GB"
    hand.go("reporting")
    yield "reporting"
    hand.application.settings.country = "ZZ"
    hand.go("reporting")
    yield "reporting-elsewhere"
    hand.go("welcome")


def incident(hand: Hand, _props: Props) -> Iterator[str]:
    """One begun by a lost phone, one by a stranger; then it is over."""
    hand.go("incident")
    yield "incident-what"
    hand.press(_("Phone lost or stolen"))
    if hand.has(_("Begin")):  # of several phones
        yield "incident-whose-phone"
        hand.press(_("Begin"))
    yield "incident-phone"
    hand.press_first(_("Done"))
    yield "incident-next"
    hand.press(_("It is over"))
    yield "incident-over"
    hand.go("incident")
    hand.press(_("Somebody else is in"))
    yield "incident-which"
    if hand.press_first(_("Several, or a device…")):
        yield "incident-touched"
    hand.go("home")
