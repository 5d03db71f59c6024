"""The ways of shares: making one, and opening one that somebody gave."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import NOTE, SHARE_WORDS, Props
from vault.i18n import translate as _


def shares(hand: Hand, props: Props) -> Iterator[str]:
    """From the accounts to a share that is made, and its line in the register."""
    hand.go("shares")
    yield "share-accounts"
    if props.fill == "empty":
        return
    hand.press(_("Next"))
    yield "share-accounts-none"
    hand.press(_("All accounts"))
    hand.press(_("Next"))
    yield "share-depth"
    hand.press(_("Next"))
    hand.fill(_("For whom"), "Mina Okafor")
    hand.fill(_("Note"), NOTE)
    yield "share-terms"
    hand.press(_("Next"))
    yield "share-lock"
    hand.press(_("Make the share"))
    yield "share-made"
    hand.press(_("Show the words"))
    yield "share-words"
    hand.press(_("Make another share"))
    yield "share-register"
    hand.go("home")


def shared(hand: Hand, props: Props) -> Iterator[str]:
    """From a file that somebody gave to what to do first."""
    hand.go("shared")
    yield "shared-none"
    hand.go("shared", props.share)
    yield "shared-closed"
    hand.fill(_("The words that open it"), "not the words")
    hand.press(_("Open"))
    yield "shared-wrong"
    hand.fill(_("The words that open it"), SHARE_WORDS)
    hand.press(_("Open"))
    yield "shared-emergency"
    hand.press_first(_("Open {name}").format(name=""))
    yield "shared-account"
    hand.application.desk.share.close()  # its button ends the whole program
    hand.go("welcome")
