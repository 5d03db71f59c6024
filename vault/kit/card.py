"""The key card: the recovery code on a page of its own, to be kept elsewhere.

A card of A6 size to cut out, and instructions below it. It names no vault and no
business: whoever finds it learns nothing but that it is a key.
"""

from typing import Final

from vault.errors import BrokenInvariant
from vault.i18n import translate as _
from vault.kit.pages_column import Column
from vault.kit.pages_facts import KitFacts
from vault.kit.pages_paper import (
    BODY,
    GRID,
    HEAD,
    NOTE,
    SMALL,
    TITLE,
)
from vault.kit.sheet_grid import DOT_PT
from vault.printing.page import Box, Item, Matrix, Modules, Page, Rule, Text

CARD_WIDTH: Final = 416.0  # 146.8 mm: an A6 pocket takes it
CARD_HEIGHT: Final = 296.0
CARD_TOP: Final = 64.0
INNER: Final = 3 * GRID  # from the cut to what is printed
SYMBOLS: Final = 31
GROUP: Final = 4
CODE_AT: Final = 152.0  # below the upper cut, as all that end in _AT
HINT_AT: Final = 192.0
HINT_LINE_AT: Final = 224.0
SIGNED_AT: Final = 248.0
BELOW_AT: Final = CARD_HEIGHT + 24.0
HEAD_WIDTH: Final = 272.0  # leaves the corner to the QR code and its quiet zone
MODULE_DOTS: Final = 19  # 0.804 mm, on whole dots of 600 dpi
BOX_WIDTH: Final = 20.0  # 7 mm, to write a letter in
BOX_HEIGHT: Final = 24.0
BOXES_AT: Final = (112.0, 144.0)
BOXES_A_ROW: Final = 16
WORDS_A_LINE: Final = 4


def card_page(
    facts: KitFacts, code_text: str | None, code_matrix: Matrix | None
) -> Page:
    """Return the page of the key card.

    `code_text` is the recovery code; None leaves boxes in which to write it by hand,
    so that no secret reaches the printer. `code_matrix` is the same as a QR code.
    Raises BrokenInvariant for a kit without a card, or a code of another length.
    """
    if facts.card_number is None:
        raise BrokenInvariant("kit.card.none")
    left = GRID * ((facts.size.width_pt - CARD_WIDTH) / 2 // GRID)
    inside = Column(left + INNER, CARD_TOP, CARD_WIDTH - 2 * INNER)
    items: list[Item] = [Box(left, CARD_TOP, CARD_WIDTH, CARD_HEIGHT, dashed=True)]
    items += _head(inside, facts)
    items += _boxes(inside) if code_text is None else _code(inside, code_text)
    if code_matrix is not None:
        items.append(_matrix(inside, code_matrix))
    items += _hint(inside)
    items += _signed(inside, facts.signer_words)
    items += _below(left, facts, blank=code_text is None)
    return Page(facts.size.width_pt, facts.size.height_pt, tuple(items))


def _head(inside: Column, facts: KitFacts) -> list[Item]:
    head = Column(inside.x, CARD_TOP + 2 * GRID, HEAD_WIDTH)
    title = _("Key card {number}").format(number=facts.card_number)
    head.line(title, TITLE, "bold")
    head.skip(GRID)
    head.paragraph(_("Keep it apart from the sheets."), BODY, "bold")
    head.paragraph(_opens(facts), NOTE)
    return head.items


def _opens(facts: KitFacts) -> str:
    if facts.partial and facts.ways == "both":
        words = _("Opens a Spare Key kit, with its passphrase. Made {date}.")
    elif facts.partial:
        words = _("Opens a Spare Key kit. Made {date}.")
    elif facts.ways == "both":
        words = _(
            "Opens a Spare Key kit, with its passphrase, and the vault file alone. "
            "Made {date}."
        )
    else:
        words = _("Opens a Spare Key kit, and the vault file too. Made {date}.")
    return words.format(date=facts.date.isoformat())


def _code(inside: Column, code_text: str) -> list[Item]:
    symbols = "".join(c for c in code_text if c.isalnum())
    if len(symbols) != SYMBOLS:
        raise BrokenInvariant("kit.card.code")
    groups = [symbols[start : start + GROUP] for start in range(0, SYMBOLS, GROUP)]
    y = CARD_TOP + CODE_AT
    middle = inside.x + inside.width / 2
    right = inside.x + inside.width
    return [
        Rule(inside.x, y - 3 * GRID, right, y - 3 * GRID),
        Text(middle, y, HEAD, "-".join(groups), "mono-bold", "center"),
        Rule(inside.x, y + 2 * GRID, right, y + 2 * GRID),
    ]


def _boxes(inside: Column) -> list[Item]:
    """Draw 31 boxes in groups of four, sixteen in a row."""
    gap = (inside.width - BOXES_A_ROW * BOX_WIDTH) / (BOXES_A_ROW / GROUP - 1)
    items: list[Item] = []
    for symbol in range(SYMBOLS):
        row, place = divmod(symbol, BOXES_A_ROW)
        x = inside.x + place * BOX_WIDTH + place // GROUP * gap
        items.append(Box(x, CARD_TOP + BOXES_AT[row], BOX_WIDTH, BOX_HEIGHT))
    return items


def _matrix(inside: Column, matrix: Matrix) -> Item:
    module_pt = MODULE_DOTS * DOT_PT
    x = inside.x + inside.width - len(matrix) * module_pt
    return Modules(x, CARD_TOP + INNER, module_pt, matrix)


def _hint(inside: Column) -> list[Item]:
    y = CARD_TOP + HINT_LINE_AT
    words = _("A hint for yourself; never a secret")
    return [
        Text(inside.x, CARD_TOP + HINT_AT, SMALL, words),
        Rule(inside.x, y, inside.x + inside.width, y),
    ]


def _signed(inside: Column, words: tuple[str, ...]) -> list[Item]:
    if not words:
        return []
    signed = Column(inside.x, CARD_TOP + SIGNED_AT, inside.width)
    label = _("The kit is signed by")
    signed.items.append(Text(signed.x, signed.y, SMALL, label))
    for start in range(0, len(words), WORDS_A_LINE):
        line = " ".join(words[start : start + WORDS_A_LINE])
        signed.line(line, NOTE, "bold")
    return signed.items


def _below(left: float, facts: KitFacts, *, blank: bool) -> list[Item]:
    below = Column(left, CARD_TOP + BELOW_AT, CARD_WIDTH)
    below.line(_("What to do with this page"), HEAD, "bold")
    steps = [
        *([_blank_step()] if blank else []),
        _(
            "Cut along the dashed line and keep the card in another place than the "
            "sheets. {warning}"
        ).format(warning=_warning(facts)),
        _(
            "Do not photograph card and sheets together: phones upload pictures by "
            "themselves. Type the card."
        ),
        _(
            "Capitals, spaces and dashes do not matter, O is read as 0, I and L as 1, "
            "and up to two mistakes are mended. Type it only on a computer you trust."
        ),
        _lost(facts),
    ]
    below.numbered(steps, BODY, 2 * GRID, gap=GRID)
    return below.items


def _lost(facts: KitFacts) -> str:
    """Return what to mind when the card is lost: what it opens without more."""
    if facts.partial and facts.ways == "both":
        return _("If the card is lost, guard the passphrase: both open the sheets.")
    if facts.partial:
        return _("If the card is lost, guard the sheets: it opens them.")
    if facts.ways == "both":
        return _("If the card is lost, guard the vault file: it opens that alone.")
    return _("If the card is lost, guard sheets and vault file: it opens them both.")


def _blank_step() -> str:
    return _(
        "Spare Key shows the code on the screen: write it into the boxes with a pen "
        "that lasts. It has digits and letters, but no I, L, O and U."
    )


def _warning(facts: KitFacts) -> str:
    if facts.ways == "both":
        return _("Card, sheets and passphrase together open everything.")
    return _("Card and sheets together open everything.")
