"""The dialog for printing: one job, set to the kit's paper."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.print_choice import choose_printer
from ui.workers.print_job import holds_paper


@pytest.fixture
def parent(qapp: QApplication) -> QWidget:
    return QWidget()


def dialog_of(parent: QWidget) -> QPrintDialog:
    (dialog,) = parent.findChildren(QPrintDialog)
    return dialog


def test_the_printer_that_was_chosen_is_handed_on(parent: QWidget) -> None:
    """Only when it was accepted; its job is called like the window says."""
    chosen: list[QPrinter] = []
    choose_printer(parent, "Spare Key kit 3", "letter", chosen.append)
    dialog = dialog_of(parent)
    assert dialog.windowTitle() == "Spare Key kit 3"
    assert chosen == []
    dialog.accept()
    assert holds_paper(chosen[0], "letter")
    assert chosen[0].docName() == "Spare Key kit 3"


def test_nothing_is_printed_where_it_is_cancelled(parent: QWidget) -> None:
    """And nobody is told."""
    chosen: list[QPrinter] = []
    choose_printer(parent, "Spare Key kit 3", "a4", chosen.append)
    dialog_of(parent).reject()
    assert chosen == []


def test_of_several_pages_some_may_be_chosen(parent: QWidget) -> None:
    """A key card is one page: there is nothing to choose."""
    choose_printer(parent, "Spare Key kit 3", "a4", print, 6)
    ranges = QPrintDialog.PrintDialogOption.PrintPageRange
    assert dialog_of(parent).testOption(ranges)
    assert (dialog_of(parent).minPage(), dialog_of(parent).maxPage()) == (1, 6)


def test_of_one_page_none_is_chosen(parent: QWidget) -> None:
    """It is printed whole."""
    choose_printer(parent, "Spare Key key card 3", "a4", print)
    ranges = QPrintDialog.PrintDialogOption.PrintPageRange
    assert not dialog_of(parent).testOption(ranges)
