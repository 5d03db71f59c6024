"""What a newer pack says otherwise: yours beside it, to be ticked and taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.shared.grid import UNIT
from ui.widgets.box import STRETCH, card, column, row, rule
from ui.widgets.buttons import button
from ui.widgets.page import Page
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count


@dataclass(frozen=True)
class NewsItem:
    """One difference: of what, which part, both texts, how old and sure the new is."""

    of: str
    part: str
    mine: str
    theirs: str
    source: str = ""


@dataclass(frozen=True)
class NewsState:
    """The differences of one account; `more` are the other accounts that have some."""

    account: str
    platform: str
    edition: str
    items: tuple[NewsItem, ...]
    more: int = 0
    may_write: bool = True


class NewsPage(Page):
    """Emits the places of what is taken, from 0; the rest is left for good."""

    settled = Signal(tuple)
    left = Signal()

    def __init__(self, state: NewsState) -> None:
        title = _("Newer facts for {account}").format(account=state.account)
        super().__init__(title, _lead(state))
        self._state = state
        self._boxes: list[QCheckBox] = []
        if state.more:
            text = translate_count(
                "{n} more account has newer facts.",
                "{n} more accounts have newer facts.",
                state.more,
            )
            self.add(words(text.format(n=state.more), "muted"))
        if state.may_write:
            every = button(_("Tick all"), self._tick_all, picture="check")
            self.add(row(every, STRETCH))
            self._go = self.foot(_("Leave all as it is"), self._settle, self.left.emit)
        else:
            self.escape = self.foot(_("Done"), self.left.emit)
        for of, those in groupby(state.items, key=lambda one: one.of):
            self.add(self._part(of, list(those)))
        self.first = self._boxes[0] if state.may_write else self.escape

    def _part(self, of: str, items: Sequence[NewsItem]) -> QWidget:
        lines: list[QWidget] = []
        for one in items:
            lines += [rule(), self._item(one)]
        return card(words(of, "heading"), *lines, gap=2 * UNIT)

    def _item(self, one: NewsItem) -> QWidget:
        said = column(words(one.part, "label"), gap=UNIT)
        none = _("nothing")
        mine = _("Yours: {text}").format(text=one.mine or none)
        said.addWidget(words(mine, "muted", selectable=True))
        theirs = _("Newer: {text}").format(text=one.theirs or none)
        said.addWidget(words(theirs, selectable=True))
        if one.source:
            said.addWidget(words(one.source, "small"))
        box = QCheckBox()
        name = _("Take {n}: {part} of {title}")
        number = len(self._boxes) + 1
        box.setAccessibleName(name.format(n=number, part=one.part, title=one.of))
        box.setAccessibleDescription(theirs)
        box.setEnabled(self._state.may_write)
        box.toggled.connect(self._tell)
        self._boxes.append(box)
        line = row(column(box, STRETCH, gap=0), said, gap=UNIT)
        line.setStretch(1, 1)
        held = QWidget()
        held.setLayout(line)
        return held

    @property
    def _taken(self) -> tuple[int, ...]:
        return tuple(n for n, box in enumerate(self._boxes) if box.isChecked())

    def _tick_all(self) -> None:
        for box in self._boxes:
            box.setChecked(True)

    def _tell(self) -> None:
        """Say on the button what it will do."""
        count = len(self._taken)
        text = _("Take {n} of {all}").format(n=count, all=len(self._boxes))
        self._go.setText(text if count else _("Leave all as it is"))

    def _settle(self) -> None:
        self.settled.emit(self._taken)


def _lead(state: NewsState) -> str:
    text = _(
        "What is known of {platform} since {edition}, beside what you took before. "
        "Tick what you want. The rest stays as you have it and is not asked again. "
        "Steps that change count as not checked."
    )
    return text.format(platform=state.platform, edition=state.edition)
