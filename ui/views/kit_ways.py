"""How sheets get in besides files: a camera, the clipboard; and hints for beginners."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import card, column, row
from ui.widgets.buttons import button
from ui.widgets.flow import FlowBox
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _


class SheetWays(QWidget):
    """Two quiet buttons; without the part for the camera, a sentence in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.camera = button(_("Hold sheets to the camera"), picture="camera")
        self.paste = button(_("Paste a picture"), picture="paste")
        self._lacks = words(
            _(
                "This installation can't read from the computer's own camera. "
                "Photograph each sheet with a telephone instead, whole and flat, and "
                "copy the pictures here."
            ),
            "muted",
        )
        buttons = FlowBox(self.camera, self.paste, gap=2 * UNIT)
        self.setLayout(column(buttons, self._lacks, gap=UNIT))

    def show_state(self, *, has_camera: bool, is_on: bool) -> None:
        """Offer the camera where there may be one, and only while it is off."""
        self.camera.setVisible(has_camera)
        self.camera.setEnabled(not is_on)
        self._lacks.setVisible(not has_camera)


def hints() -> QWidget:
    """Return what helps whoever does this for the first time."""
    lines = (
        ("sheet", _("The sheets with codes are wanted; the cover has none.")),
        ("camera", _("Flat, whole and in good light; a scanner at 300 dpi is best.")),
        ("files", _("Torn, folded or copied sheets often still read.")),
        ("card", _("Leave the key card out: its code is typed.")),
    )
    box = card(tone="well", gap=2 * UNIT)
    layout = box.layout()
    for picture, text in lines:
        line = row(Sign(picture, "muted"), words(text, "muted"), gap=2 * UNIT)
        line.setStretch(1, 1)
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(line)
    return box
