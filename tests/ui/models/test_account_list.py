"""The list of accounts as a model: Qt's own tester, and what each line tells."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.account_list import LINE, AccountLine, AccountList

ETSY = AccountLine("1", "Etsy", "Etsy", "kiln", "few codes left")
X = AccountLine("2", "X, workshop", "X (Twitter)", "X (Twitter) · kiln")


def watched() -> tuple[AccountList, QAbstractItemModelTester]:
    """Return a model under Qt's own eye; a breach ends the test."""
    model = AccountList()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    return model, QAbstractItemModelTester(model, fatal)


def test_the_model_keeps_qts_rules_whatever_is_shown() -> None:
    """Filling, filtering, renaming, emptying."""
    model, _tester = watched()
    for lines in ([], [ETSY, X], [X], [X, ETSY], [AccountLine("2", "Y", "")], []):
        model.show_lines(lines)
        assert model.rowCount() == len(lines)


def test_a_line_is_read_out_whole() -> None:
    """Name, what tells it apart, and the warning that is drawn as a sign."""
    model, _tester = watched()
    model.show_lines([ETSY])
    index = model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Etsy, kiln, few codes left"
    assert index.data() == "Etsy"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == spoken
    assert index.data(LINE) == ETSY
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_only_what_changed_is_drawn_anew() -> None:
    """A list of two hundred stays where it was scrolled to."""
    model, _tester = watched()
    model.show_lines([ETSY, X])
    drawn: list[int] = []
    resets: list[QAbstractItemModel] = []
    model.dataChanged.connect(lambda top, *_: drawn.append(top.row()))
    model.modelReset.connect(lambda: resets.append(model))
    model.show_lines([ETSY, AccountLine("2", "X, new", "X (Twitter)")])
    assert drawn == [1]
    assert resets == []


def test_rows_and_ids_find_each_other() -> None:
    """And what is not there is said so."""
    model, _tester = watched()
    model.show_lines([ETSY, X])
    assert model.row_of("2") == 1
    assert model.row_of("3") == -1
    assert model.id_at(0) == "1"
    assert model.id_at(7) == ""


def test_the_tip_of_a_line_is_its_text_whatever_stands_in_it() -> None:
    """A name may have come in a share; Qt would take tags in a tip for tags."""
    model, _tester = watched()
    model.show_lines([AccountLine("1", '<img src="//host/x">', "Etsy")])
    index = model.index(0)
    shown = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in shown
    assert "&lt;img" in shown
