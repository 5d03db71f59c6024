"""The ways of paper: the kits, reading one back, restoring from one."""

from collections.abc import Iterator

from msgspec import structs

from ui.book.hand import Hand
from ui.book.props import WORDS, Props
from ui.views.kit_making import KitMaking
from vault.app.test_page import write_test_page
from vault.i18n import translate as _
from vault.model.change import Replace


def kits(hand: Hand, props: Props) -> Iterator[str]:
    """The register, where a kit lies, and how it is retired."""
    hand.go("kits")
    yield "kits"
    if props.sheets:
        hand.press_first(_("Note where it lies"))
        yield "kit-place"
        hand.leave()
        if hand.press_first(_("Retire: ")):
            yield "kit-retire"
            hand.press_first(_("Destroyed: "))
            yield "kit-retire-over"
            hand.press(_("It stays in use after all"))


def kit_new(hand: Hand, props: Props) -> Iterator[str]:
    """From what goes in to sheets that can be printed."""
    hand.go("kit-new")
    yield "kit-new-contents"
    if props.fill == "empty":
        return
    hand.press(_("Only chosen accounts"))
    yield "kit-new-chosen"
    hand.go("kit-new")
    hand.press(_("Choose a part in clear…"))
    yield "kit-new-clear"
    hand.press(_("Recovery codes"))
    hand.press(_("Take this"))
    yield "kit-new-clear-codes"
    hand.go("kit-new")
    hand.press(_("Next"))
    yield "kit-new-locks"
    hand.show(KitMaking((3, 4)), "kit-new")
    yield "kit-new-making"
    hand.go("kit-new")
    hand.press(_("Next"))
    hand.press(_("Next"))
    yield "kit-new-preview"
    if hand.press_first(_("Cover")):
        hand.settle()  # the page is drawn on a thread of Qt's own
        yield "kit-pages"
        hand.leave()
    if hand.press_first(_("Go on without printing it")):
        yield "kit-new-proof"
    hand.go("kits")


def test_page(hand: Hand, props: Props) -> Iterator[str]:
    """Trying the printer: the page, and what pictures of it are worth."""
    hand.go("test-page")
    yield "test-page"
    hand.drop([props.vault])
    yield "test-page-none"
    page = props.folder / "test-page.pdf"
    if not page.exists():
        write_test_page(props.ports, page, "a4")
    hand.drop([page])
    yield "test-page-read"
    hand.go("kits")


def kit_read(hand: Hand, props: Props) -> Iterator[str]:
    """Reading one back, up to the proof."""
    hand.go("kit-read")
    yield "kit-read"
    if props.sheets:
        hand.drop(props.sheets[:1])
        yield "kit-read-some"
        hand.drop(props.sheets[1:])
        yield "kit-read-enough"
        hand.fill(_("Passphrase"), "not the words")
        hand.press(_("Open"))
        yield "kit-read-wrong"
        hand.fill(_("Passphrase"), WORDS)
        hand.press(_("Open"))
        yield "kit-read-proven"
    hand.go("kits")
    yield "kits-after"


def kit_supplement(hand: Hand, props: Props) -> Iterator[str]:
    """From a stale kit to the sheets with what changed."""
    if props.fill == "empty":
        return
    vault = hand.application.vault
    code_set = min(vault.vault.code_sets.values(), key=lambda one: one.id)
    later = structs.replace(code_set, notes="Asked for again")
    vault.apply(Replace("code-set", code_set, later), _("Change codes"))
    hand.go("kits")
    yield "kits-stale"
    if hand.press_first(_("Print what changed")):
        yield "kit-supplement"
        hand.press(_("Next"))
        yield "kit-supplement-preview"
        hand.press(_("Back"))
    vault.undo()
    hand.go("kit-supplement", next(iter(vault.vault.kits), ""))
    yield "kit-supplement-none"
    hand.go("kits")


def restore(hand: Hand, props: Props) -> Iterator[str]:
    """From sheets to a look, and to a vault of one's own."""
    hand.go("restore")
    yield "restore"
    hand.drop([props.vault])
    yield "restore-no-picture"
    hand.drop(props.sheets)
    yield "restore-enough"
    hand.press(_("Use the key card instead"))
    hand.fill(_("Code on the key card"), "7QXK-4M2P-9VTA")
    yield "restore-card"
    hand.press(_("Use the passphrase instead"))
    hand.fill(_("Passphrase"), WORDS)
    hand.press(_("Open"))
    yield "restore-opened"
    hand.press(_("Look first"))
    yield "restore-look"
    hand.go("restore-keep")
    yield "restore-keep"
    hand.close_vault()
