"""Printing in words: what printers keep, said once, and where a kit was printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.shared.notice import Notice
from ui.shared.settings import Settings
from ui.views.kit_sheets import Said
from vault.i18n import translate as _

if TYPE_CHECKING:
    from ui.controllers.kit_making import Shown


def printer_notes(settings: Settings, shown: Shown) -> list[Said]:
    """Return what to know before printing; none once something was printed."""
    if settings.knows_printers or not shown.has_printer:
        return []
    text = _(
        "Use one that is yours and hangs on this computer by a cable. One in an office "
        "or on a network, and the computer that serves it, may keep what it printed: "
        "there, delete the job from its list afterwards and switch it off and on. "
        "Better still, write the code on the key card by hand. This is said once."
    )
    if shown.shared:
        others = _("“{printer}”, the usual printer here, is on a network.")
        text = f"{others.format(printer=shown.shared)} {text}"
    return [Said("warn", _("Printers remember what they print"), text)]


def sheets_note(printer: str) -> str:
    """Return what the register says of the sheets; nothing of a file."""
    return _("Sheets printed on “{printer}”").format(printer=printer) if printer else ""


def card_note(note: str, printer: str) -> str:
    """Return the register's note with where the key card was printed."""
    card = _("Key card printed on “{printer}”").format(printer=printer)
    return ". ".join(filter(None, (note, card)))


def on_both_sides() -> Notice:
    """Return what to know of sheets that have codes on both sides."""
    title = _("The printer was set to both sides")
    text = _(
        "A lost sheet then takes two with it. Print again on one side, or read it back "
        "and keep the sheets in two places."
    )
    return Notice("warn", title, text)


def into_file(path: Path) -> Notice:
    """Return what to know of a kit that was printed into a file."""
    title = _("Printed into the file “{name}”").format(name=path.name)
    text = _("It is a copy of the kit: delete it once it is on paper.")
    return Notice("warn", title, text)
