"""Nothing is clipped, covers its neighbour, or is wider than the window."""

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QWidget,
)

from tests.audit.controls import is_control, shown, told
from ui.widgets.pick import DropBox
from ui.widgets.text import LONG_WORD, Words

SLACK = 1  # pixels: hinted glyphs round up


def clipped(root: QWidget) -> list[str]:
    """Return what has no room for its own words."""
    found = []
    for one in shown(root):
        if isinstance(one, QLabel):
            found += [f"{what}: {told(one)}" for what in _label_lacks(one)]
        elif isinstance(one, QAbstractButton | QComboBox):
            found += [f"{what}: {told(one)}" for what in _control_lacks(one)]
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            found += [f"{what}: {told(one)}" for what in _field_lacks(one)]
    return found


def sticking_out(root: QWidget) -> list[str]:
    """Return what reaches beyond what holds it, so that part of it is never seen."""
    found = []
    for one in shown(root):
        around = one.parentWidget()
        if one.isWindow() or around is None or _moves(around) or _is_overlay(one):
            continue
        over = one.geometry().right() - around.rect().right()
        under = one.geometry().bottom() - around.rect().bottom()
        if over > 0 or under > 0 or one.x() < 0 or one.y() < 0:
            found.append(f"{max(over, under)} px out of its place: {told(one)}")
    return found + [found_ for one in shown(root) for found_ in _too_wide(one)]


def covering(root: QWidget) -> list[str]:
    """Return the neighbours that lie over one another."""
    return [
        f"{told(one)} covers {told(other)}"
        for holder in [root, *shown(root)]
        if not is_control(holder)
        for one, other in combinations(_children(holder), 2)
        if one.geometry().intersects(other.geometry())
    ]


def _label_lacks(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or label.textFormat() == Qt.TextFormat.RichText:
        return
    room = label.contentsRect().adjusted(0, 0, SLACK, SLACK)
    metrics = label.fontMetrics()
    if not label.wordWrap():
        lines = text.split("\n")
        if max(metrics.horizontalAdvance(line) for line in lines) > room.width():
            yield "cut at its end"
        if metrics.height() * len(lines) > room.height() + SLACK:
            yield "cut in height"
        return
    parts = [part for part in text.split() if _is_whole(label, part)]
    if label.heightForWidth(label.width()) > label.height() + SLACK:
        yield "lines cut off"
    elif any(_unbroken(metrics.horizontalAdvance(p), p, room.width()) for p in parts):
        yield "a word cut at its end"


def _unbroken(advance: int, part: str, room: int) -> bool:
    """Tell whether a part is too wide and Qt has nowhere to break it."""
    breakable = re.search(r"[\u2e80-\uffdc\-/\u200b@.?&=]", part)
    return advance > room and not breakable


def _is_whole(label: QLabel, part: str) -> bool:
    """Tell whether a part must stand on one line: ours break what is long."""
    return not isinstance(label, Words) or len(part) <= LONG_WORD


def _control_lacks(control: QAbstractButton | QComboBox) -> Iterator[str]:
    if isinstance(control, QComboBox):
        control.ensurePolished()
        words = control.currentText()
        if isinstance(control, DropBox) and control.shown_words.endswith("…"):
            words = control.shown_words  # cut on purpose; its tip tells the whole
        if control.fontMetrics().horizontalAdvance(words) > control.width() - 40:
            yield "cut at its end"
        return
    if not control.text():
        return
    if "…" in control.text() and control.toolTip():
        return  # cut on purpose, and told in whole
    yield from _lines_lack(control)


def _lines_lack(control: QAbstractButton) -> Iterator[str]:
    wanted = control.sizeHint()
    if control.hasHeightForWidth():  # its words wrap
        if control.heightForWidth(control.width()) > control.height() + SLACK:
            yield "lines cut off"
        return
    if wanted.width() > control.width() + SLACK:
        yield "cut at its end"
    if wanted.height() > control.height() + SLACK and _has_lines(control):
        yield "cut in height"


def _has_lines(control: QAbstractButton) -> bool:
    high = control.fontMetrics().height() * (1 + control.text().count("\n"))
    return isinstance(control, QCheckBox | QRadioButton) or high > control.height()


def _field_lacks(field: QLineEdit | QPlainTextEdit) -> Iterator[str]:
    if field.fontMetrics().height() > field.contentsRect().height() + SLACK:
        yield "cut in height"
    hint = field.placeholderText()
    if isinstance(field, QLineEdit) and not field.text() and hint:
        wide = field.fontMetrics().horizontalAdvance(hint)
        if wide > field.contentsRect().width():
            yield "its example is cut"


def _too_wide(widget: QWidget) -> Iterator[str]:
    """Tell where a column that never scrolls sideways is wider than what shows it."""
    if isinstance(widget, QScrollArea) and (inner := widget.widget()) is not None:
        over = inner.width() - widget.viewport().width()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if over > 0 and widget.horizontalScrollBarPolicy() == never:
            yield f"{over} px wider than what shows it: {told(inner)}"


def _moves(holder: QWidget) -> bool:
    """Tell whether what it holds may reach beyond it and be scrolled to."""
    around = holder.parentWidget()
    return isinstance(holder, QAbstractScrollArea) or (
        isinstance(around, QAbstractScrollArea) and around.viewport() is holder
    )


def _children(holder: QWidget) -> list[QWidget]:
    if isinstance(holder, QAbstractScrollArea) or _moves(holder):
        return []
    return [
        one
        for one in holder.children()
        if isinstance(one, QWidget)
        and one.isVisibleTo(holder)
        and not one.isWindow()
        and not isinstance(one, QSplitterHandle)  # wider than what it shows
        and not _is_overlay(one)
    ]


def _is_overlay(widget: QWidget) -> bool:
    """Tell whether it lies over the rest on purpose, as the ring does."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
