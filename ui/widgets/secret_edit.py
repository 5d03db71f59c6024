"""A field for a passphrase: hidden, shown on demand, and it warns of caps lock."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shared.grid import UNIT
from ui.shared.icons import icon
from ui.shared.tip import tip
from ui.widgets.box import column, row
from ui.widgets.buttons import icon_button
from ui.widgets.text import words
from vault.i18n import translate as _


class SecretEdit(QWidget):
    """Holds a line whose text is a secret, an eye to show it, a word on caps lock."""

    def __init__(self, called: str = "") -> None:
        """Begin empty; `called` tells the eye from that of another such field."""
        super().__init__()
        show, hide = _("Show the passphrase"), _("Hide the passphrase")
        if called:
            show = _("Show: {what}").format(what=called)
            hide = _("Hide: {what}").format(what=called)
        self._names = show, hide
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        _hush(self.line)
        self.line.installEventFilter(self)
        self._eye = icon_button("eye", show, self._turn)
        self._caps = words(_("Caps lock is on."), "warn")
        self._caps.hide()
        line = row(self.line, self._eye)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._caps, gap=UNIT // 2))
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line itself: that is what has the keyboard."""
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Describe the line itself."""
        self.line.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Watch the keys that are typed for the signs of caps lock."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._watch(event)
        return super().eventFilter(watched, event)

    def _watch(self, event: QKeyEvent) -> None:
        """Tell caps lock by what arrives: a capital without Shift, or the reverse.

        Qt does not tell the state of the lock; this needs no more than the keys.
        """
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif text.isalpha() and text.upper() != text.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell_caps(text.isupper() != shift)

    def _tell_caps(self, on: bool) -> None:
        """Show it below the line, and have it said once."""
        if on and self._caps.isHidden():
            said = QAccessibleAnnouncementEvent(self.line, self._caps.text())
            QAccessible.updateAccessibility(said)
        self._caps.setVisible(on)

    def _turn(self) -> None:
        shown = self.line.echoMode() == QLineEdit.EchoMode.Normal
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Password if shown else mode.Normal)
        name = self._names[0] if shown else self._names[1]
        self._eye.setIcon(icon("eye" if shown else "eye-off"))
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(tip(name))


def _hush(line: QLineEdit) -> None:
    """Keep a line from telling each letter that is typed to whoever listens.

    Qt tells screen readers of every letter that comes or goes, in clear, whatever is
    shown; on Linux all programs of a session hear that. What is told comes from the
    part that holds the text, in the name of its parent: given a parent that no screen
    reader knows, it is told to nobody. The line can still be read: as bullets.
    """
    nobody = QObject(line)
    for part in line.children():
        if part.metaObject().className() == "QWidgetLineControl":
            part.setParent(nobody)
