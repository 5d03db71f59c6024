"""The ways before a vault is open: the first page, and unlocking."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from vault.i18n import translate as _


def welcome(hand: Hand, props: Props) -> Iterator[str]:
    """The first page, as a new user and as a known one sees it."""
    hand.application.settings.forget(props.vault)
    hand.go("welcome")
    yield "welcome"
    hand.application.settings.remember(props.vault)
    hand.go("welcome")
    yield "welcome-again"


def unlock(hand: Hand, props: Props) -> Iterator[str]:
    """The way in by the passphrase and by the card, and a slip at each."""
    hand.go("unlock", props.vault)
    yield "unlock"
    hand.fill(_("Passphrase"), "not the words")
    hand.press(_("Unlock"))
    yield "unlock-wrong"
    hand.press(_("Use the key card"))
    yield "unlock-card"
    hand.fill(_("Code on the key card"), "7QXK-4M2P")
    hand.press(_("Unlock"))
    yield "unlock-card-wrong"
