"""The way through the ways in: the page, its sheets, a new card, somebody knows it."""

from collections.abc import Iterator
from dataclasses import replace

from ui.book.hand import Hand
from ui.book.props import WORDS, Props
from ui.views.way_known import LeftState, WayLeftPage
from vault.app.ways_known import left_to_do
from vault.app.ways_words import left_words
from vault.i18n import translate as _


def ways(hand: Hand, _props: Props) -> Iterator[str]:
    """What opens the vault, and every sheet that begins a change."""
    hand.go("ways")
    yield "ways"
    for scene, name in (
        ("change", _("Change: {way}")),
        ("key-file", _("Add a key file to: {way}")),
        ("remove", _("Remove: {way}")),
        ("partner", _("Add a partner…")),
    ):
        hand.press_first(name.format(way=""))
        yield f"ways-{scene}"
        if scene == "partner":
            hand.press(_("Choose a passphrase instead"))
            yield "ways-partner-own"
        hand.leave()


def way_card(hand: Hand, _props: Props) -> Iterator[str]:
    """A new key card: asked for, on its way to paper, given up."""
    hand.go("ways")
    hand.press_first(_("New key card in place of: {way}").format(way=""))
    yield "ways-card-proof"
    hand.fill(_("Passphrase of today"), WORDS)
    hand.press(_("Draw a new code"))
    hand.settle()
    yield "ways-card"
    hand.press(_("I have written it down"))
    yield "ways-card-held"
    hand.press(_("Give up"))


def known(hand: Hand, _props: Props) -> Iterator[str]:
    """Somebody knows it: what will be new, and the list at the end."""
    hand.go("ways")
    hand.press(_("Make everything new…"))
    yield "ways-known"
    hand.press(_("Begin…"))
    yield "ways-known-words"
    hand.leave()
    session = hand.application.vault.session
    vault = session.vault
    left = replace(
        left_to_do(session),
        card_number=vault.card_number,
        kits=tuple(vault.kits.values()),
        code_sets=tuple(one for one in vault.code_sets.values() if not one.retired),
    )
    state = LeftState(tuple(left_words(vault, left)), 2, bool(left.code_sets))
    hand.show(WayLeftPage(state), "ways")
    yield "ways-left"
