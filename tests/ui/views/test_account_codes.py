"""The codes section alone: what is shown, when it hides, what it asks."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.views.account_codes import CodesSection, CodesState
from ui.widgets.code_row import CodeLine
from ui.widgets.code_set_part import SetState
from ui.widgets.file_drop import FileDrop
from ui.widgets.reveal import HIDDEN

SECRET = "4711 0815"


def a_set(name: str = "a", count: int = 3, **fields: object) -> SetState:
    lines = tuple(
        CodeLine(
            id=f"{name}{n}",
            name=f"Code {n}",
            called=f"code {n}",
            said="Unused",
            value=f"{SECRET} {name}{n}",
            number=str(n),
        )
        for n in range(1, count + 1)
    )
    plain: dict[str, object] = {
        "id": name,
        "title": f"Codes {name}",
        "called": f"Codes {name}",
        "lines": lines,
        "left": f"{count} of {count} left",
    }
    return SetState(**(plain | fields))  # type: ignore[arg-type]


@pytest.fixture
def section(qapp: QApplication) -> CodesSection:
    made = CodesSection()
    made.show_state(CodesState((a_set("a"),), (a_set("b"),), has_next=True))
    made.resize(700, 800)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    return made


def seen(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel) + widget.findChildren(QPushButton)
    return "\n".join(one.text() for one in labels if one.isVisible())


def press(section: QWidget, name: str) -> None:
    buttons = section.findChildren(QPushButton)
    (one,) = [b for b in buttons if name in (b.text(), b.accessibleName())]
    one.click()


def test_sets_in_force_are_seen_and_retired_ones_on_demand(
    section: CodesSection,
) -> None:
    """Old codes stand apart, and out of the way."""
    assert "Codes a" in seen(section)
    assert "Codes b" not in seen(section)
    press(section, "Show 1 retired set")
    assert "Codes b" in seen(section)
    press(section, "Hide the retired codes")
    assert "Codes b" not in seen(section)


def test_a_code_is_shown_alone_and_the_seconds_are_seen(section: CodesSection) -> None:
    """The others stay hidden, and it is said for how long."""
    said: list[str] = []
    section.told.connect(said.append)
    section._turn_one("a2")
    text = seen(section)
    assert f"{SECRET} a2" in text
    assert f"{SECRET} a1" not in text
    assert text.count(HIDDEN) == 2
    assert "Hidden again in 10 s" in text
    section.reveal._timer.timeout.emit()
    assert "Hidden again in 9 s" in seen(section)
    assert said == ["Shown for 10 seconds"]


def test_all_codes_of_a_set_are_shown_and_hidden_by_one_button(
    section: CodesSection,
) -> None:
    """Of that set only."""
    press(section, "Show 1 retired set")
    press(section, "Show all Codes a")
    assert [f"{SECRET} a{n}" in seen(section) for n in (1, 2, 3)] == [True] * 3
    assert f"{SECRET} b1" not in seen(section)
    press(section, "Hide Codes a")
    assert SECRET not in seen(section)


def test_after_ten_seconds_they_hide_and_that_is_said(section: CodesSection) -> None:
    """Whoever can't see the screen is to know as well."""
    said: list[str] = []
    section._turn_one("a1")
    section.told.connect(said.append)
    for _ in range(10):
        section.reveal._timer.timeout.emit()
    assert SECRET not in seen(section)
    assert said == ["Hidden again"]


def test_codes_hide_when_the_page_is_left(section: CodesSection) -> None:
    """Coming back does not bring them back."""
    section._turn_one("a1")
    section.hide()
    section.show()
    assert SECRET not in seen(section)


def test_codes_hide_when_another_window_is_at_work(section: CodesSection) -> None:
    """Somebody shares the screen, and looks at something else."""
    section._turn_one("a1")
    other = QWidget()
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    assert SECRET not in seen(section)


def test_a_code_that_is_gone_hides_the_rest(section: CodesSection) -> None:
    """What is shown was asked of codes that were there."""
    press(section, "Show all Codes a")
    section.show_state(CodesState((a_set("a", count=2),)))
    assert SECRET not in seen(section)


def test_few_codes_are_warned_of_in_words(section: CodesSection) -> None:
    """Colour alone says nothing to many."""
    assert "Only 2" not in seen(section)
    section.show_state(CodesState((a_set("a", low="Only 2 codes are left."),)))
    assert "Only 2 codes are left." in seen(section)


def test_an_account_without_codes_names_the_gain_and_an_example(
    section: CodesSection,
) -> None:
    """And one button."""
    section.show_state(CodesState(example="8 digits"))
    text = seen(section)
    assert "you get in when the phone is gone" in text
    assert "What to look for: 8 digits." in text
    assert "Add codes…" in text
    assert "Next unused code" not in text


def test_where_nothing_may_change_nothing_is_offered(section: CodesSection) -> None:
    """Codes can be looked at all the same."""
    state = CodesState((a_set("a", may_write=False),), has_next=True, may_write=False)
    section.show_state(state)
    text = seen(section)
    assert "Add codes…" not in text
    assert "Next unused code" in text


def test_a_redraw_keeps_what_is_shown_and_the_keyboard(section: CodesSection) -> None:
    """Autosave redraws every second; nobody should notice."""
    section._turn_one("a2")
    held = next(b for b in section.findChildren(QPushButton) if b.text() == "Hide")
    held.setFocus()
    before = section._sets.widgets
    section.show_state(CodesState((a_set("a", left="2 of 3 left"),), has_next=True))
    assert section._sets.widgets == before
    assert section.window().focusWidget() is held
    assert f"{SECRET} a2" in seen(section)
    assert "2 of 3 left" in seen(section)


def test_a_file_that_is_dropped_is_told(section: CodesSection, tmp_path: Path) -> None:
    """Its path, for whoever reads it; not where nothing may change."""
    told: list[str] = []
    section.dropped.connect(told.append)
    (drop,) = section.findChildren(FileDrop)
    assert section.acceptDrops()
    drop.dropped.emit([str(tmp_path / "codes.txt")])
    assert told == [str(tmp_path / "codes.txt")]
    section.show_state(CodesState(may_write=False))
    drop.dropped.emit([str(tmp_path / "codes.txt")])
    assert len(told) == 1
