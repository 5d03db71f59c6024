"""A kit that was made: what is printed after what, what is said, how it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.controllers.kit_printed import printer_notes
from ui.shared.settings import Settings
from ui.views.kit_preview import Next
from ui.views.kit_sheets import Said
from ui.widgets.pick import Option
from vault.app.kit_clear import clear_written
from vault.app.kit_hand_out import write_kit
from vault.app.ports import Ports
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Kit

if TYPE_CHECKING:
    from ui.controllers.kit_making import Shown


def after(was: Next, shown: Shown) -> Next:
    """Return what is printed after the sheets or the card; then it is read back."""
    if was == "sheets" and shown.made.card_pdf:
        return "card"
    if was in ("sheets", "card") and shown.clear_part:
        return "clear"
    return "read"


def went_words(following: Next) -> Said | None:
    """Return what is said before the next thing is printed; None where none is."""
    if following == "card":
        title = _("The sheets went to the printer")
        text = _("Take them out, then print the key card by itself.")
        return Said("good", title, text)
    if following == "clear":
        title = _("Now the part in clear")
        text = _("Take out what is in the printer: these pages belong elsewhere.")
        return Said("good", title, text)
    return None


def job_of(what: Next, shown: Shown) -> tuple[str, int]:
    """Return what a job of the printer is called, and how many pages it has."""
    kit = shown.made.entry
    if what == "card":
        return _("Spare Key key card {n}").format(n=kit.card_number), 1
    if what == "clear":
        title = _("Spare Key kit {n}, part in clear").format(n=kit.number)
        return title, len(shown.clear.titles)
    return paper_name(kit), len(shown.sheets.titles)


def paper_name(kit: Kit) -> str:
    """Return what a job of the printer, and a file, is called."""
    words = _("Spare Key kit {n}")
    if kit.supplement:
        words = _("Spare Key supplement {supplement} to kit {n}")
    return words.format(n=kit.number, supplement=kit.supplement)


def density_options(shown: Shown) -> tuple[Option, ...]:
    """Return how it can be printed, with how many sheets that takes."""
    sturdy = translate_count(
        "Sturdy: {n} sheet",
        "Sturdy: {n} sheets",
        shown.sturdy_sheets,
    )
    compact = translate_count(
        "Compact: {n} sheet",
        "Compact: {n} sheets",
        shown.compact_sheets,
    )
    return (
        Option("sturdy", sturdy.format(n=shown.sturdy_sheets)),
        Option("compact", compact.format(n=shown.compact_sheets)),
    )


def preview_notes(settings: Settings, shown: Shown) -> list[Said]:
    """Return what to know before it is printed."""
    made, notes = shown.made, []
    if not (made.names_somebody or made.entry.supplement):
        title = _("The cover names nobody to ring")
        text = _(
            "Under People, mark somebody trusted and note a number; or write it on "
            "the cover by hand."
        )
        notes.append(Said("warn", title, text))
    boxes = made.unprintable + (
        shown.clear_part.unprintable if shown.clear_part else ""
    )
    if boxes:
        title = _("Some characters print as empty boxes")
        text = _("These are not in the fonts of the kit: {characters}")
        characters = " ".join(dict.fromkeys(boxes))
        notes.append(Said("warn", title, text.format(characters=characters)))
    if not shown.has_printer:
        title = _("No printer is known to this computer")
        text = _("Save the kit as PDF, and print it where there is one you trust.")
        notes.append(Said("info", title, text))
    return [*notes, *printer_notes(settings, shown)]


def save_all(ports: Ports, shown: Shown, path: Path) -> list[Path]:
    """Write sheets, key card and pages in clear side by side: all, or none.

    Raises `Exists`, `FileTrouble`.
    """
    card = path.with_name(f"{path.stem} {_('key card')}{path.suffix}")
    clear = path.with_name(f"{path.stem} {_('in clear')}{path.suffix}")
    with clear_written(ports, shown.clear_part, clear):
        written = write_kit(ports, shown.made, path, card)
    return [*written, clear] if shown.clear_part else written
