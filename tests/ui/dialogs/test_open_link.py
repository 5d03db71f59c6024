"""Before anything is opened: the whole address, and only pages at all."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.dialogs.open_link import OpenLink

EVIL = "file://server/share/run.exe"


@pytest.fixture
def parent(qapp: QApplication) -> QWidget:
    return QWidget()


def said(sheet: OpenLink) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_a_page_is_shown_whole_and_may_be_opened(parent: QWidget) -> None:
    """It says what the browser would open."""
    address = "https://example.com/" + "long/" * 40
    sheet = OpenLink(parent, address)
    assert address in said(sheet)
    assert sheet.primary is not None
    assert sheet.first is sheet.primary
    opened: list[bool] = []
    sheet.accepted.connect(lambda: opened.append(True))
    sheet.primary.click()
    assert opened == [True]


def test_what_is_no_page_can_only_be_copied(parent: QWidget) -> None:
    """There is nothing to press that would open it."""
    sheet = OpenLink(parent, EVIL)
    assert EVIL in said(sheet)
    assert sheet.primary is None
    copied: list[bool] = []
    sheet.copied.connect(lambda: copied.append(True))
    names = {one.text(): one for one in sheet.findChildren(QPushButton)}
    assert "Open in the browser" not in names
    names["Copy the address"].click()
    assert copied == [True]
