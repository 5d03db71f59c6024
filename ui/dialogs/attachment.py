"""What a kept file is: its name, its sort, until when it is valid."""

from typing import Final

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from ui.widgets.field import Field
from ui.widgets.pick import Option, Pick
from vault.i18n import translate as _
from vault.model.attachment import SORTS, Attachment

SORT_WORDS: Final = dict(
    zip(
        SORTS,
        (
            _("proof of identity"),
            _("business registration"),
            _("invoice"),
            _("contract"),
            _("picture of a screen"),
            _("message"),
            _("something else"),
        ),
        strict=True,
    )
)
_DAY: Final = _("Like 2026-03-01; empty where it stays valid.")


class AttachmentForm(Form):
    """A name, a sort, the last day on which it is valid, notes."""

    def __init__(self, parent: QWidget, known: Attachment) -> None:
        super().__init__(parent, _("What this file is"), _("Keep"))
        self._sort = Pick()
        options = [Option("", _("not said")), *(Option(*one) for one in _sorts(known))]
        self._sort.show_options(options, known.sort)
        self.add(
            self.line("name", _("Name"), known.name),
            Field(_("What it is"), self._sort),
            self.line("expires", _("Valid until"), known.expires, _DAY),
            self.lines("notes", _("Notes"), known.notes),
        )

    @property
    def values(self) -> dict[str, object]:
        """What stands in the fields now."""
        return {**super().values, "sort": str(self._sort.currentData())}


def _sorts(known: Attachment) -> list[tuple[str, str]]:
    """Return what can be chosen; a sort from elsewhere stays what it is."""
    other = {known.sort: known.sort} if known.sort else {}
    return list((other | SORT_WORDS).items())
