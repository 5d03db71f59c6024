"""What this program is, which version, on what terms, and what it is not."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _


class AboutSheet(Sheet):
    """Shows paragraphs, and small print below."""

    def __init__(
        self, parent: QWidget, paragraphs: Iterable[str], small: Iterable[str]
    ) -> None:
        super().__init__(parent, _("About Spare Key"))
        self.add(*(words(one, selectable=True) for one in paragraphs))
        self.add(*(words(one, "small", selectable=True) for one in small))
