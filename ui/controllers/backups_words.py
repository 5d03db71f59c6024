"""The words for each backup and for the second place, as the page shows them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale

from ui.shared.days import day_words
from ui.views.backups import BackupLine, Look, SecondState
from vault.app.backups import Backup, KeptDamaged, State
from vault.app.second_place import SecondPlace
from vault.app.standing_words import SAME_DISK
from vault.i18n import translate as _

_STATES: Final[dict[State, tuple[Look, str]]] = {
    State.WHOLE: ("good", _("whole")),
    State.UNPROVEN: ("good", _("no sign of damage")),
    State.HEALS: ("warn", _("damaged; it heals when it is opened")),
    State.DAMAGED: ("bad", _("damaged beyond healing")),
    State.OTHER: ("bad", _("of another vault")),
}


def line_of(one: Backup) -> BackupLine:
    """Return one older state in words."""
    look, state = _STATES[one.state]
    title = _("State {n}, {day}").format(
        n=one.generation, day=day_words(one.day.isoformat())
    )
    where = _("in the second place") if one.apart else _("beside the vault")
    size = QLocale().formattedDataSize(one.size_bytes, 0)
    return BackupLine(str(one.path), title, f"{where}, {size}, {state}", look)


def damaged_names(files: Iterable[KeptDamaged]) -> tuple[str, ...]:
    """Return the damaged files that were kept, a line each."""
    text = _("{name}, {day}")
    return tuple(
        text.format(name=one.path.name, day=day_words(one.day.isoformat()))
        for one in files
    )


def second_of(
    place: SecondPlace | None, *, there: bool, allowed: bool, same_disk: bool = False
) -> SecondState:
    """Return the second place in words."""
    if not allowed:
        title = _("Not from here")
        text = _(
            "Here it can't be chosen: this is a backup or the sample, or this computer "
            "keeps no notes."
        )
        return SecondState(title, text, "info", allowed=False)
    if place is None:
        title = _("There is none yet")
        text = _(
            "The backups lie beside the vault and go with its disk. Choose a folder on "
            "a stick, on another disk, or one that is synced: each save goes there "
            "too."
        )
        return SecondState(title, text, "warn")
    folder = Path(place.folder)
    title = str(folder)
    if not there:
        text = _("It is not there now. The newest state follows when it is back.")
        return SecondState(title, text, "info", chosen=True)
    if not place.day:
        text = _("The next save goes there too.")
        return SecondState(title, text, "info", chosen=True)
    text = _("Last written {day}.").format(day=day_words(place.day))
    if same_disk:
        return SecondState(title, f"{text} {SAME_DISK}", "info", chosen=True)
    return SecondState(title, text, "good", chosen=True)
