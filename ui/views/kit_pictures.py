"""Pictures that gave nothing: why, and a way to take each out of the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.kit_said import Said, said_line
from ui.widgets.box import STRETCH, column, emptied, row
from ui.widgets.buttons import button, icon_button
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count

_MOST = 12  # sixty reasons one below the other would be read by nobody
_FEW = 2  # from here on, one button takes them all out


class BadPictures(QWidget):
    """Emits the keys of those that are to be taken out."""

    taken_out = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Said, ...] | None = None
        self._lines = column(gap=2 * UNIT)
        self._more = words("", "muted")
        self._all = button(_("Take them all out"), self._take_all, "link", "close")
        self.setLayout(
            column(self._lines, self._more, row(self._all, STRETCH), gap=2 * UNIT)
        )
        self.show_pictures(())

    def show_pictures(self, pictures: Sequence[Said]) -> None:
        """Show why each of these gave nothing."""
        if tuple(pictures) == self._shown:
            return  # else the keyboard would be taken from a button that is pressed
        self._shown = tuple(pictures)
        emptied(self._lines)
        for said in pictures[:_MOST]:
            line = self._line(said)
            self._lines.addWidget(line)
            line.show()
        rest = len(pictures) - _MOST
        counted = translate_count(
            "and {n} more picture that gave nothing",
            "and {n} more pictures that gave nothing",
            max(rest, 1),
        )
        self._more.setText(counted.format(n=rest))
        self._more.setVisible(rest > 0)
        self._all.setVisible(sum(bool(said.key) for said in pictures) >= _FEW)
        self.setVisible(bool(pictures))

    def _line(self, said: Said) -> QWidget:
        line = said_line(said)
        if not said.key:
            return line
        name = _("Take out: {title}").format(title=said.title)
        out = icon_button("close", name, lambda: self.taken_out.emit([said.key]))
        beside = row(line, out, gap=2 * UNIT)
        beside.setStretch(0, 1)
        box = QWidget()
        box.setLayout(beside)
        return box

    def _take_all(self) -> None:
        self.taken_out.emit([said.key for said in self._shown or () if said.key])
