"""Our own colours, light and dark: what each is for, and the QPalette they make.

Qt's hint for dark mode does nothing on some systems, and Fusion's own selection is too
faint (WINDOW). A test holds text at 4.5:1 and controls at 3:1; where high contrast is
wanted, text at 7:1 and edges at 4.5:1.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True)
class Colours:
    """One scheme; each field is a colour as `#rrggbb`, named for its use."""

    ground: str  # behind everything
    surface: str  # cards and fields
    sunk: str  # the rail, read-only fields, hovered rows
    ink: str  # text
    muted: str  # text that explains
    line: str  # the edge of a control: 3:1 on surface and ground
    hair: str  # decoration only
    accent: str  # the one thing to press; links; icons that matter
    accent_hover: str
    on_accent: str
    tint: str  # behind what is chosen
    on_tint: str
    focus: str  # the ring around what has the keyboard
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str


LIGHT: Final = Colours(
    ground="#faf8f4",
    surface="#ffffff",
    sunk="#f1eee7",
    ink="#1a2423",
    muted="#55615f",
    line="#7f8987",
    hair="#e2ded5",
    accent="#0f6a62",
    accent_hover="#0a534d",
    on_accent="#ffffff",
    tint="#dfefec",
    on_tint="#0b433e",
    focus="#1d5fd0",
    good="#1c6537",
    good_tint="#e3f3e8",
    warn="#7a4d00",
    warn_tint="#fdf0d5",
    bad="#9e2a1f",
    bad_tint="#fce9e6",
)

DARK: Final = Colours(
    ground="#131817",
    surface="#1c2322",
    sunk="#181e1d",
    ink="#e8edeb",
    muted="#a7b3b0",
    line="#7b8885",
    hair="#2f3937",
    accent="#5cc5b5",
    accent_hover="#82d8ca",
    on_accent="#06201c",
    tint="#1f3a36",
    on_tint="#c8ece6",
    focus="#8ab4ff",
    good="#7ed39b",
    good_tint="#173022",
    warn="#f0c069",
    warn_tint="#36290f",
    bad="#ff9d90",
    bad_tint="#3d1d19",
)

CONTRAST_LIGHT: Final = Colours(
    ground="#ffffff",
    surface="#ffffff",
    sunk="#f4f4f4",
    ink="#000000",
    muted="#1f1f1f",
    line="#000000",
    hair="#8c8c8c",
    accent="#00423c",
    accent_hover="#002b27",
    on_accent="#ffffff",
    tint="#dcf3ee",
    on_tint="#000000",
    focus="#0033cc",
    good="#00401a",
    good_tint="#effbf2",
    warn="#4d3000",
    warn_tint="#fff6e0",
    bad="#7d0000",
    bad_tint="#fff0ee",
)

CONTRAST_DARK: Final = Colours(
    ground="#000000",
    surface="#000000",
    sunk="#0d0d0d",
    ink="#ffffff",
    muted="#e6e6e6",
    line="#ffffff",
    hair="#6e6e6e",
    accent="#7ff0de",
    accent_hover="#b3f7ec",
    on_accent="#000000",
    tint="#103b35",
    on_tint="#ffffff",
    focus="#a8c8ff",
    good="#98f0b4",
    good_tint="#06210f",
    warn="#ffd78a",
    warn_tint="#2a1d00",
    bad="#ffb9af",
    bad_tint="#330d08",
)

SCHEMES: Final = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
DARKS: Final = (DARK, CONTRAST_DARK)


def worn() -> Colours:
    """Return the scheme that the application wears, read off Qt's own palette."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((one for one in SCHEMES if one.ground == ground), LIGHT)


def qpalette(colours: Colours) -> QPalette:
    """Return the palette that Qt's own drawing uses."""
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunk),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.ink),
        (role.ToolTipText, colours.ground),
        (role.Light, colours.surface),
        (role.Midlight, colours.hair),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.BrightText, colours.bad),
        (role.Accent, colours.accent),
    ):
        palette.setColor(where, QColor(colour))
    faint = QColor(colours.muted)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, faint)
    return palette
