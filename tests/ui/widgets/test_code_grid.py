"""Rows of codes: what is read of them, and that the keyboard stays where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from tests.person import name_of
from ui.widgets.code_grid import CodeGrid
from ui.widgets.code_row import CodeLine, CodeRow
from ui.widgets.reveal import HIDDEN

SECRET = "4711 0815"


def a_line(number: int, **fields: object) -> CodeLine:
    plain: dict[str, object] = {
        "id": f"id{number}",
        "name": f"Code {number}",
        "called": f"code {number}",
        "said": "Unused",
        "value": f"{SECRET} {number}",
        "number": str(number),
    }
    return CodeLine(**(plain | fields))  # type: ignore[arg-type]


@pytest.fixture
def grid(qapp: QApplication) -> CodeGrid:
    made = CodeGrid()
    made.show_lines([a_line(1), a_line(2), a_line(3)], ())
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    return made


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


def all_that_is_told(widget: QWidget) -> str:
    """Return every text, name, description and tip in a widget."""
    told = []
    for one in [widget, *widget.findChildren(QWidget)]:
        told += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        told += [one.windowTitle(), one.statusTip(), one.whatsThis()]
        told += [one.text()] if isinstance(one, QLabel | QToolButton) else []
    return "\n".join(told)


def button(grid: QWidget, name: str) -> QToolButton:
    (found,) = [b for b in grid.findChildren(QToolButton) if name_of(b) == name]
    return found


def test_a_row_is_read_with_its_state_and_that_it_is_hidden(grid: CodeGrid) -> None:
    """Without a single character of the code."""
    assert [row.accessibleName() for row in grid.widgets] == [
        "Code 1, Unused, hidden",
        "Code 2, Unused, hidden",
        "Code 3, Unused, hidden",
    ]
    assert "4711" not in all_that_is_told(grid)


def test_a_hidden_code_does_not_tell_how_long_it_is(grid: CodeGrid) -> None:
    """Every one looks alike."""
    grid.show_lines([a_line(1, value="1"), a_line(2, value="x" * 60)], ())
    assert [text for text in texts(grid) if "•" in text] == [HIDDEN, HIDDEN]


def test_a_code_that_is_shown_can_be_read_by_eye_and_ear(grid: CodeGrid) -> None:
    """And only that one."""
    grid.show_lines([a_line(1), a_line(2)], {"id2"})
    assert f"{SECRET} 2" in texts(grid)
    shown = button(grid, "Hide code 2")
    assert shown.accessibleDescription() == f"{SECRET} 2"
    assert f"{SECRET} 1" not in all_that_is_told(grid)
    grid.show_lines([a_line(1), a_line(2)], ())
    assert "4711" not in all_that_is_told(grid)


def test_each_row_says_what_can_be_done_with_its_code(grid: CodeGrid) -> None:
    """In words, whatever the picture is."""
    used = a_line(1, state="used", said="Used 2 Mar 2026", may_copy=False)
    void = a_line(2, state="void", said="Void", may_copy=False)
    kept = a_line(3, stands=True, said="", called="PIN", name="PIN", may_mark=False)
    grid.show_lines([used, void, kept], ())
    assert button(grid, "Take back: code 1 is not used").isEnabled()
    assert button(grid, "Take back: code 2 is not void").isEnabled()
    assert not button(grid, "Copy code 1").isEnabled()
    assert button(grid, "Copy PIN").isEnabled()
    assert grid.widgets[2].accessibleName() == "PIN, hidden"
    visible = [name_of(b) for b in grid.findChildren(QToolButton) if b.isVisible()]
    assert not [name for name in visible if "PIN" in name and "Mark" in name]


def test_every_button_tells_which_code_is_meant(grid: CodeGrid) -> None:
    """By its id, so that a redraw in between hits no other."""
    asked: list[tuple[str, str]] = []
    grid.turned.connect(lambda id_: asked.append(("turned", id_)))
    grid.copied.connect(lambda id_: asked.append(("copied", id_)))
    grid.marked.connect(lambda id_: asked.append(("marked", id_)))
    for name in ("Show code 2", "Copy code 3", "Mark code 1 used…"):
        button(grid, name).click()
    assert asked == [("turned", "id2"), ("copied", "id3"), ("marked", "id1")]


def test_the_arrow_keys_go_from_row_to_row(grid: CodeGrid) -> None:
    """A row without that button is passed over; the ends hold."""
    grid.show_lines([a_line(1), a_line(2, may_mark=False), a_line(3)], ())
    first, last = (button(grid, f"Mark code {n} used…") for n in (1, 3))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert grid.window().focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert grid.window().focusWidget() is last
    QTest.keyClick(last, Qt.Key.Key_Up)
    assert grid.window().focusWidget() is first


def test_marking_a_code_leaves_the_keyboard_where_it_is(grid: CodeGrid) -> None:
    """The same button then takes the mark back."""
    mark = button(grid, "Mark code 2 used…")
    mark.setFocus()
    grid.show_lines([a_line(1), a_line(2, state="used", said="Used"), a_line(3)], ())
    assert grid.window().focusWidget() is mark
    assert name_of(mark) == "Take back: code 2 is not used"


def test_a_long_code_breaks_and_is_whole(grid: CodeGrid) -> None:
    """A line may end within it, and no character is lost."""
    value = "a1b2c3d4e5" * 5
    grid.show_lines([a_line(1, value=value)], {"id1"})
    assert value in texts(grid)
    row = grid.widgets[0]
    assert isinstance(row, CodeRow)
    assert row._code.heightForWidth(200) > row._code.heightForWidth(2000)
    assert button(grid, "Hide code 1").accessibleDescription() == value


def test_a_narrow_row_stacks_its_parts(qapp: QApplication) -> None:
    """The state below the code, then the buttons below both."""
    around, row = QWidget(), CodeRow()
    row.setParent(around)
    row.show_state((a_line(1, said="Used 2 Mar 2026 by Ana: a new phone"), False))
    around.show()
    row.resize(800, 60)
    qapp.processEvents()
    code, said = row._code, row._said
    assert code.geometry().right() < said.geometry().left()
    row.resize(360, 120)
    qapp.processEvents()
    assert code.geometry().bottom() <= said.geometry().top()
    assert row.buttons[0].geometry().left() > code.geometry().right()
    row.resize(row.minimumSizeHint().width(), 160)
    qapp.processEvents()
    assert row.buttons[0].geometry().top() >= said.geometry().bottom()
