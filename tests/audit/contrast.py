"""Contrast as WCAG 2 counts it: of the tokens, and of what is really drawn."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.audit.controls import shown, told
from ui.shared.palette import Colours

TEXT = 4.5
EDGE = 3.0
_CHANNEL = 255
_SAMPLE = 40  # pixels each way: a label says the same all along


def ratio(one: str, other: str) -> float:
    """Return how far two colours, `#rrggbb`, are apart: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(root: QWidget, picture: QImage) -> list[str]:
    """Return the words that are drawn too faint, measured in a picture of `root`."""
    found = []
    for one in shown(root):
        if not isinstance(one, QLabel | QAbstractButton) or not one.text():
            continue
        if not one.isEnabled():
            continue  # WCAG asks nothing of what is barred
        measured = _measured(root, one, picture)
        if measured is not None and measured < TEXT:
            found.append(f"{measured:.1f}:1: {told(one)}")
    return found


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each selector of the style sheet with what it sets."""
    text = files("resources").joinpath("ui.qss").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\$\{(\w+)\}", r"$\1", text)
    for block in re.finditer(r"([^{}]+)\{([^}]*)\}", text):
        pairs = (line.split(":", 1) for line in block[2].split(";") if ":" in line)
        yield block[1].strip(), {name.strip(): v.strip() for name, v in pairs}


def token(value: str) -> str:
    """Return the token that a value of the style sheet names, or ""."""
    found = re.search(r"\$(\w+)", value)
    return found[1] if found else ""


def colour(colours: Colours, name: str) -> str:
    """Return a token's colour in a scheme."""
    return str(getattr(colours, name))


def _measured(root: QWidget, widget: QWidget, picture: QImage) -> float | None:
    """Return the contrast of a widget's words with what they stand on, as drawn."""
    area = QRect(widget.mapTo(root, QPoint()), widget.size())
    area = _zoomed(area & root.rect(), picture.devicePixelRatio())
    if area.isEmpty() or widget.visibleRegion().boundingRect() != widget.rect():
        return None  # scrolled away, or only a part of it is drawn
    counted = Counter(
        picture.pixel(x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )
    ground = _hex(counted.most_common(1)[0][0])
    return max(ratio(_hex(one), ground) for one in counted)


def _zoomed(area: QRect, by: float) -> QRect:
    return QRect((area.topLeft() * by), area.size() * by)


def _hex(pixel: int) -> str:
    return QColor.fromRgb(pixel).name()


def _luminance(text: str) -> float:
    parts = [int(text[at : at + 2], 16) / _CHANNEL for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
