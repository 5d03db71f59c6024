"""The ways before a vault is open: the first page, and unlocking."""

import errno
from collections.abc import Iterator

from ui.book.hand import Hand
from ui.book.props import Props
from ui.controllers.stage import notice_of
from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.unlock import Unlock, UnlockState
from vault.app.memory import Swapped
from vault.app.standing_words import swapped_words
from vault.errors import Damaged, OnlyReadable, StillComing
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
    unlocking = hand.application.window.page
    if isinstance(unlocking, Unlock):  # the system's dialog can't be walked
        vault = UnlockState(props.vault.stem, str(props.folder), key_file="stick.key")
        unlocking.show_state(vault)
        yield "unlock-key-file"
    hand.go("unlock", props.vault)
    hand.press(_("Use the key card"))
    yield "unlock-card"
    hand.fill(_("Code on the key card"), "7QXK-4M2P")
    hand.press(_("Unlock"))
    yield "unlock-card-wrong"
    yield from _damaged(hand, props)
    hand.go("unlock", props.vault)
    said = swapped_words(Swapped("2026-03-01"), day_words)
    words = f"{said.happened} {said.advice}"
    hand.application.window.notify(Notice("warn", said.title, words))
    yield "unlock-another"


def _damaged(hand: Hand, props: Props) -> Iterator[str]:
    """The way in to a vault beyond repair, with the way to its newest backup."""
    hand.go("unlock", props.vault)
    page = hand.application.window.page
    if isinstance(page, Unlock):  # wrecking the file would end the walk
        wrong = notice_of(Damaged(str(props.vault), ((3072, 8429),)))
        name, folder = props.vault.stem, str(props.folder)
        page.show_state(
            UnlockState(
                name, folder, wrong=wrong, asks="backup", day=day_words("2026-03-01")
            )
        )
        yield "unlock-damaged"
        wrong = notice_of(StillComing("payload-cut", 0, str(props.vault), 3072, 8429))
        page.show_state(UnlockState(name, folder, wrong=wrong))
        yield "unlock-still-coming"
        wrong = notice_of(OnlyReadable(str(props.vault), "lock", errno.EROFS))
        page.show_state(UnlockState(name, folder, wrong=wrong, asks="reading"))
        yield "unlock-only-readable"
