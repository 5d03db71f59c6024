"""A short table of facts."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.widgets.facts import Facts


def labels(facts: Facts) -> list[QLabel]:
    return [one for pair in facts._pairs for one in pair]


def shown(qapp: QApplication, width: int) -> Facts:
    around, facts = QWidget(), Facts()
    facts.setParent(around)
    facts.around = around  # type: ignore[attr-defined]  # held as long as it
    facts.show_facts([("File", "shop.sparekey"), ("Folder", "/home/ana/Documents")])
    around.show()
    facts.resize(width, 200)
    qapp.processEvents()
    return facts


def test_a_value_stands_beside_its_name(qapp: QApplication) -> None:
    """Where there is room."""
    name, value, *_rest = labels(shown(qapp, 600))
    assert name.geometry().top() == value.geometry().top()
    assert name.geometry().right() < value.geometry().left()


def test_a_value_goes_below_its_name_where_it_is_narrow(qapp: QApplication) -> None:
    """And the table is content with the wider of both."""
    facts = shown(qapp, 150)
    name, value, second, _last = labels(facts)
    assert name.geometry().bottom() <= value.geometry().top()
    assert value.geometry().bottom() <= second.geometry().top()
    widest = max(one.minimumSizeHint().width() for one in labels(facts))
    assert facts.minimumSizeHint().width() == widest


def test_other_facts_take_their_place(qapp: QApplication) -> None:
    """Nothing of those before stays."""
    facts = shown(qapp, 600)
    facts.show_facts([("Size", "12 kB")])
    assert [one.text() for one in labels(facts)] == ["Size", "12 kB"]
    assert len(facts.findChildren(QLabel)) == 2
