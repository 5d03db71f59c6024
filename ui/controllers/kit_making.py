"""What is wanted of a kit, and the kit made of it, on the worker's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale

from ui.widgets.page_shelf import DRAWN_WIDTH, Pages
from ui.workers.pdf_pictures import page_pictures
from ui.workers.print_job import printer_names, shared_printer
from vault.app.credentials import Passphrase, chosen_passphrase, typed_passphrase
from vault.app.in_clear import InClear
from vault.app.kit_order import Order, paper_of, vault_passphrase
from vault.app.session import Session
from vault.i18n import translate as _
from vault.model.kit import Ways

if TYPE_CHECKING:
    from vault.app.kit_clear import ClearPart
    from vault.app.kit_make import Made

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class Wish:
    """What was chosen on the pages so far; `words` are drawn for a part."""

    accounts: tuple[str, ...] = ()
    letter: str = ""
    ways: Ways = "card"
    typed: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    code_on_card: bool = True
    paper: Paper = "a4"
    compact: bool = False
    clear: InClear = field(default_factory=InClear)

    @property
    def by_words(self) -> bool:
        """Whether words that were drawn for it open it."""
        return bool(self.accounts) and self.ways != "card"


@dataclass(frozen=True)
class Shown:
    """A kit that was made, pictures of its pages, and whether there is a printer.

    `shared` names the usual printer where others print on it as well.
    """

    made: Made
    sheets: Pages
    card: Pages
    has_printer: bool
    shared: str = ""
    clear: Pages = field(default_factory=Pages)
    clear_part: ClearPart | None = None
    sturdy_sheets: int = 0  # how many it is at either density; 0 where none is chosen
    compact_sheets: int = 0


def usual_paper() -> Paper:
    """Return the paper of the country that this computer is set to."""
    return paper_of(QLocale.territoryToCode(QLocale().territory()))


def make_shown(session: Session, wish: Wish) -> Shown:
    """Make the kit, and pictures of it; the session is not touched.

    Raises what `prepare_kit` and `vault_passphrase` do.
    """
    from vault.app.kit_density import (  # noqa: PLC0415 - the same
        density_wanted,
        plan_if,
    )
    from vault.app.kit_make import prepare_kit  # noqa: PLC0415 - slow to load

    made = prepare_kit(session, _order(session, wish))
    counts = [
        plan_if(made, density_wanted(compact=compact)).sheets
        for compact in (False, True)
    ]
    shown = shown_of(session, made)
    return _with_clear(
        session, wish, replace(shown, sturdy_sheets=counts[0], compact_sheets=counts[1])
    )


def _with_clear(session: Session, wish: Wish, shown: Shown) -> Shown:
    """Lay out the pages in clear, where some are wanted; raises `Refused`."""
    from vault.app.kit_clear import clear_part  # noqa: PLC0415 - slow to load

    if not wish.clear.sorts:
        return shown
    part = clear_part(session.vault, shown.made.entry, wish.clear)
    drawn = page_pictures(part.pdf, DRAWN_WIDTH)
    words = _("Page {n} of {all}")
    titles = [words.format(n=n, all=part.pages) for n in range(1, part.pages + 1)]
    return replace(shown, clear=Pages(drawn, titles), clear_part=part)


def shown_of(session: Session, made: Made) -> Shown:
    """Return a kit that was made with pictures of it."""
    session.ports.progress("show", 0, 1)
    sheets = page_pictures(made.sheets_pdf, DRAWN_WIDTH)
    front = len(sheets) - made.plan.sheets
    titles = [*_front(front), *_sheets(made.plan.sheets)] if sheets else []
    card = page_pictures(made.card_pdf, DRAWN_WIDTH) if made.card_pdf else []
    called = [_("Key card {n}").format(n=made.entry.card_number) for _page in card]
    pages = Pages(sheets, titles), Pages(card, called)
    return Shown(made, *pages, _printer_is_known(), shared_printer())


def _order(session: Session, wish: Wish) -> Order:
    from vault.app.kit_density import (  # noqa: PLC0415 - slow to load
        density_wanted,
    )

    return Order(
        ways=wish.ways,
        paper=wish.paper,
        passphrase=_passphrase(session, wish),
        accounts=wish.accounts,
        density=density_wanted(compact=wish.compact),
        code_on_card=wish.code_on_card,
        letter=wish.letter,
        in_clear=wish.clear.sorts,
    )


def _passphrase(session: Session, wish: Wish) -> Passphrase | None:
    if wish.ways == "card":
        return None
    if wish.accounts:
        return chosen_passphrase(wish.words, wish.words, drawn=True)
    return passphrase_of(session, wish)


def passphrase_of(session: Session, wish: Wish) -> Passphrase:
    """Return the vault's own passphrase, proven where it was typed.

    Raises what `vault_passphrase` does.
    """
    typed = typed_passphrase(wish.typed).secret if wish.typed else None
    return vault_passphrase(session, typed)


def _front(count: int) -> list[str]:
    """Name the pages before the sheets: the cover, and the letter where it is long."""
    if not count:  # a supplement
        return []
    return [_("Cover"), *(_("Letter") for _page in range(count - 1))]


def _sheets(count: int) -> list[str]:
    words = _("Sheet {n} of {all}")
    return [words.format(n=number, all=count) for number in range(1, count + 1)]


def _printer_is_known() -> bool:
    return bool(printer_names())
