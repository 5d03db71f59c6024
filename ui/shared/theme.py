"""How the program looks: scheme, text size, fonts and the style sheet, set at once."""

from importlib.resources import files
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.shared.grid import Metrics
from ui.shared.palette import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    DARKS,
    LIGHT,
    Colours,
    qpalette,
)

Scheme = Literal["system", "light", "dark", "contrast"]
SCHEMES: Final[tuple[Scheme, ...]] = ("system", "light", "dark", "contrast")
FAMILIES: Final = ("Noto Sans", "WenQuanYi Micro Hei")
CODE_FAMILIES: Final = ("Noto Sans Mono", "WenQuanYi Micro Hei")
LATIN_FONTS: Final = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansMono-Regular.ttf",
    "NotoSansMono-Bold.ttf",
)
_DRESSED: Final = "sparekey-dressed"
HAN_FONT: Final = "WenQuanYiMicroHei.ttf"


class Theme(QObject):
    """The look of one application; `changed` tells who draws with its colours."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.scheme: Scheme = "system"
        self.text_percent = 100
        self.colours: Colours = LIGHT
        self.metrics = Metrics.of(100)
        if not app.property(_DRESSED):  # once an application, however many windows
            app.setProperty(_DRESSED, True)
            app.setStyle("Fusion")
            for name in LATIN_FONTS:
                _add_font(name)
        self._hints = app.styleHints()  # held, or what hangs on it is deleted
        self._eases = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._eases.contrastPreferenceChanged.connect(self._follow_system)

    def wear(self, scheme: Scheme, text_percent: int) -> None:
        """Put on a scheme and a text size in per cent."""
        self.scheme = scheme
        self.text_percent = text_percent
        high, dark = self._high(), self._dark()
        if high:
            self.colours = CONTRAST_DARK if dark else CONTRAST_LIGHT
        else:
            self.colours = DARK if dark else LIGHT
        self.metrics = Metrics.of(text_percent)
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.metrics.body)
        self._app.setFont(font)
        self._app.setPalette(qpalette(self.colours))
        sheet = style_sheet(self.colours, self.metrics)
        if self._app.styleSheet() != sheet:  # polishes every control there is anew
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def add_han(self) -> None:
        """Load the font for Chinese and Korean: megabytes, so after the first paint."""
        if FAMILIES[1] not in QFontDatabase.families():
            _add_font(HAN_FONT)
            for window in self._app.topLevelWidgets():
                window.update()

    @property
    def is_dark(self) -> bool:
        """Whether a dark scheme is worn."""
        return self.colours in DARKS

    def _dark(self) -> bool:
        hint = self._app.styleHints().colorScheme()
        system = self._follows() and hint == Qt.ColorScheme.Dark
        return system or self.scheme == "dark"

    def _high(self) -> bool:
        wanted = self._eases.contrastPreference()
        system = wanted == Qt.ContrastPreference.HighContrast
        return self.scheme == "contrast" or (self.scheme == "system" and system)

    def _follows(self) -> bool:
        """Tell whether the system says if it is dark: high contrast has both."""
        return self.scheme in ("system", "contrast")

    def _follow_system(self) -> None:
        if self._follows():
            self.wear(self.scheme, self.text_percent)


def style_sheet(colours: Colours, metrics: Metrics) -> str:
    """Return the style sheet in resources with colours and sizes put in."""
    text = files("resources").joinpath("ui.qss").read_text(encoding="utf-8")
    fields = {
        name: getattr(source, name)
        for source in (colours, metrics)
        for name in source.__dataclass_fields__
    }
    # What is left for the words of a control inside its edge and padding, as they stand
    # in the style sheet: so all are as high as the target, and on the grid.
    rooms = {"in_field": metrics.target - 2, "in_button": metrics.target - 4}
    families = ", ".join(f'"{name}"' for name in CODE_FAMILIES)
    # A style sheet takes pictures from files only; in a zip a box is filled, no more.
    scheme = "dark" if colours in DARKS else "light"
    tick = str(files("resources") / "marks" / f"tick-{scheme}.svg")
    return Template(text).substitute(
        fields,
        **rooms,
        code_families=families,
        tick=tick.replace("\\", "/"),
    )


def _add_font(name: str) -> None:
    data = files("resources").joinpath("fonts", name).read_bytes()
    QFontDatabase.addApplicationFontFromData(data)
