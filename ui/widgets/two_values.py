"""Two values of one thing side by side, or below each other; what shows is marked."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.columns import Columns
from ui.widgets.sign import Sign
from ui.widgets.text import words


@dataclass(frozen=True)
class OneValue:
    """Whose it is, and the value; `stays` where it is what one will see."""

    whose: str
    value: str
    stays: bool = False


class TwoValues(QWidget):
    """Compares two values; `buttons`, one below each, may choose between them."""

    def __init__(
        self, first: OneValue, second: OneValue, *buttons: QPushButton
    ) -> None:
        super().__init__()
        acts = (*buttons, None, None)
        panels = (_Panel(first, acts[0]), _Panel(second, acts[1]))
        both = Columns(*panels, gap=UNIT, level=True)
        self.setLayout(column(both, gap=0))


class _Panel(QFrame):
    """One value: a line above it says whose, with a tick where it stays."""

    def __init__(self, one: OneValue, act: QPushButton | None) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setProperty("chosen", one.stays)
        sign = [Sign("check", "accent")] if one.stays else []
        head = row(words(one.whose, "small"), *sign)
        head.setStretch(0, 1)
        layout = column(head, words(one.value, selectable=True), gap=UNIT // 2)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        if act is not None:
            layout.addStretch(1)
            layout.addSpacing(UNIT)
            layout.addLayout(row(act, STRETCH))
            layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        else:
            layout.addStretch(1)
        self.setLayout(layout)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred)
        self.setAccessibleName(f"{one.whose}: {one.value}")
