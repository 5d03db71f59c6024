"""The ways to a first vault: six steps, or the sample."""

from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from vault.i18n import translate as _

OWN = "a heron counts the boats by the old weir"
CODES = "8841 7702\n1180 6627\n5093 4418\n5093 4418\n\n2 of these are left to be used"


def first_run(hand: Hand, _props: Props) -> Iterator[str]:
    """From the welcome page to the home of a new vault."""
    hand.go("new")
    yield "new-name"
    hand.press(_("Next"))
    yield "new-name-wrong"
    hand.fill(_("Name of the business"), "Mud & Fire")
    hand.press(_("Next"))
    yield from _passphrase(hand)
    made = hand.application.vault.session.file.path
    yield from _accounts(hand)
    yield "new-person"
    hand.fill(_("Name"), "Jonas Okafor")
    hand.fill(_("Telephone number"), "+44 20 7946 0102")
    hand.press(_("Done"))
    yield "new-home"
    hand.close_vault()
    made.unlink()


def _passphrase(hand: Hand) -> Iterator[str]:
    """Drawn words, a weak one and a better one of one's own, and a slip."""
    yield "new-words"
    hand.press(_("Use one of my own instead"))
    hand.fill(_("A passphrase of your own"), "summer2026")
    yield "new-words-weak"
    hand.fill(_("A passphrase of your own"), OWN)
    yield "new-words-own"
    hand.press(_("Next"))
    hand.fill(_("The passphrase again"), "something else")
    hand.press(_("Create the vault"))
    yield "new-again-wrong"
    hand.fill(_("The passphrase again"), OWN)
    hand.press(_("Create the vault"))


def _accounts(hand: Hand) -> Iterator[str]:
    """Three platforms, and codes for the first account."""
    yield "new-platforms"
    for name in ("Instagram", "Etsy", _("Something else")):
        hand.press(name)
    yield "new-platforms-ticked"
    hand.fill(_("Find a platform"), "in")
    yield "new-platforms-found"
    hand.press(_("Next"))
    yield "new-account"
    hand.fill(_("Recovery codes"), CODES)
    hand.settle()
    yield "new-account-codes"
    for _account in range(3):
        hand.press(_("Next"))


def sample(hand: Hand, _props: Props) -> Iterator[str]:
    """The sample, with what stands above it."""
    hand.go("sample")
    yield "sample"
    hand.close_vault()
