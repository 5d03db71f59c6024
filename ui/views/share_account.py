"""One account of an opened share: its steps, whom to ask, people and codes; to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.account_codes import CodesSection, CodesState
from ui.views.share_lines import copied_line, numbered
from ui.widgets.box import STRETCH, card, column, row
from ui.widgets.buttons import button
from ui.widgets.link_button import LinkButton
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _


@dataclass(frozen=True)
class StepLine:
    """One step, and the page to do it on."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class StepsPart:
    """The steps for one situation, and how good they are."""

    title: str
    steps: tuple[StepLine, ...]
    about: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Way:
    """One way to reach somebody: what kind, the address, how it is meant."""

    kind: str
    address: str
    note: str = ""
    rings: bool = False


@dataclass(frozen=True)
class Helper:
    """Somebody to ask, or somebody with access."""

    name: str
    about: str = ""
    ways: tuple[Way, ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class ShareAccountState:
    """Everything that a share tells of one account."""

    name: str
    about: str
    details: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    steps: tuple[StepsPart, ...] = ()
    helpers: tuple[Helper, ...] = ()
    people: tuple[Helper, ...] = ()
    codes: CodesState | None = None


class ShareAccount(Page):
    """Emits the way back, what is to be copied, and a page that is to be opened."""

    left = Signal()
    copied = Signal(str, str)  # what it is called, the text
    code_copied = Signal(str)
    link_asked = Signal(str)
    told = Signal(str)

    def __init__(self, state: ShareAccountState) -> None:
        super().__init__(state.name, state.about)
        back = button(_("Back to all accounts"), self.left.emit, "link", "back")
        self._back = back
        self.body.insertLayout(0, row(back, STRETCH))
        for steps in state.steps[:1]:
            self.add(self._steps(steps), UNIT)
        QTimer.singleShot(0, self, partial(self._fill, state))
        self.first = back

    def _fill(self, state: ShareAccountState) -> None:
        """Add what stands below: made at once, all of it would hold the window up."""
        for steps in state.steps[1:]:
            self.add(self._steps(steps), UNIT)
        if state.helpers:
            self.add(self._helpers(_("Whom to ask"), state.helpers), UNIT)
        if state.codes is not None:
            self.add(self._codes(state.codes), UNIT)
        QTimer.singleShot(0, self, partial(self._fill_rest, state))

    def _fill_rest(self, state: ShareAccountState) -> None:
        if state.details:
            self.add(self._details(state), UNIT)
        if state.people:
            self.add(self._helpers(_("Who has access"), state.people))

    def _steps(self, steps: StepsPart) -> Section:
        part = Section(steps.title)
        if steps.about:
            part.say(steps.about)
        for number, step in enumerate(steps.steps, 1):
            part.add(numbered(number, step.text))
            if step.link:
                ask = partial(self.link_asked.emit, step.link)
                part.add(LinkButton(step.link, ask, "link"))
        if steps.notes:
            part.add(words(steps.notes, "small", selectable=True))
        return part

    def _details(self, state: ShareAccountState) -> Section:
        part = Section(_("The account"))
        lines: list[QWidget] = [
            copied_line(label, text, self.copied.emit) for label, text in state.details
        ]
        if state.notes:
            lines.append(words(state.notes, selectable=True))
        part.add(card(*lines, gap=2 * UNIT))
        return part

    def _helpers(self, title: str, helpers: Sequence[Helper]) -> Section:
        part = Section(title)
        for one in helpers:
            lines: list[QWidget] = []
            said = column(words(one.name, "label"), gap=0)
            if one.about:
                said.addWidget(words(one.about, "small"))
            head = QWidget()
            head.setLayout(said)
            lines = [head, *(self._way(one, way) for way in one.ways)]
            if one.notes:
                lines.append(words(one.notes, "small", selectable=True))
            part.add(card(*lines, gap=2 * UNIT))
        return part

    def _way(self, helper: Helper, way: Way) -> QWidget:
        if way.address.startswith(("https://", "http://")):
            ask = partial(self.link_asked.emit, way.address)
            link = QWidget()
            link.setLayout(column(LinkButton(way.address, ask, "link"), gap=0))
            return link
        return copied_line(
            ", ".join(filter(None, [way.kind, way.note])),
            way.address,
            self.copied.emit,
            of=helper.name,
            rings=way.rings,
        )

    def _codes(self, state: CodesState) -> CodesSection:
        part = CodesSection()
        part.show_state(state)
        part.copy_asked.connect(self.code_copied)
        part.told.connect(self.told)
        return part
