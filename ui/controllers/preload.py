"""What is likely visited next is loaded while nobody waits: one module an idle moment.

On the window's own thread, since classes of Qt are made in them; each takes a few
milliseconds, all together would be felt at the first visit.
"""

from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

AFTER_HOME = (
    "ui.models.account_look",
    "ui.widgets.kept_field",
    "ui.views.account_codes",
    "ui.views.account",
    "ui.views.accounts",
    "ui.dialogs.new_account",
    "ui.controllers.codes_add",
    "ui.controllers.codes",
    "ui.controllers.account",
    "ui.controllers.accounts",
    "ui.controllers.people",
)


class Preload(QObject):
    """Loads modules one after the other, once it is started."""

    def __init__(self, modules: Iterable[str] = AFTER_HOME) -> None:
        super().__init__()
        self._waiting = list(modules)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_one)

    def start(self) -> None:
        """Begin, or do nothing where all is loaded."""
        if self._waiting:
            self._timer.start()

    def _load_one(self) -> None:
        if self._waiting:
            import_module(self._waiting.pop(0))
        else:
            self._timer.stop()
