"""A tip shows a text as it stands, whatever stands in it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from ui.shared.tip import tip

UI = Path(__file__).parents[3] / "ui"


@pytest.mark.parametrize(
    "text",
    [
        "Käse & Krug",
        '<img src="//server/share/x.png">',
        "<b>Trusted by your bank</b>",
        "a < b > c & d",
        "</qt><h1>x",
        "&lt;b&gt; <i>",
    ],
)
def test_what_is_shown_is_the_text(text: str) -> None:
    """Nothing of it is obeyed, and no picture is fetched."""
    shown = tip(text)
    if shown == text:
        assert "<" not in text  # Qt takes nothing else for HTML
        return
    document = QTextDocument()
    document.setHtml(shown)
    assert document.toPlainText() == text
    assert "<img" not in shown


def test_every_tip_is_made_so() -> None:
    """Names that are only our own words may go without."""
    loose = [
        f"{path.name}: {call}"
        for path in sorted(UI.rglob("*.py"))
        for call in re.findall(r"setToolTip\((?!tip\().*", path.read_text("utf-8"))
    ]
    assert loose == ['rail.py: setToolTip(title if slim else "")']
