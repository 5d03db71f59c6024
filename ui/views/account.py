"""The page of one account: a head that stays, and all it takes to get back in."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.shared.grid import COLUMN, MARGIN, UNIT
from ui.views.account_access import AccessSection
from ui.views.account_checks import AccountChecks
from ui.views.account_contacts import ContactsSection
from ui.views.account_details import About, SignIn
from ui.views.account_head import AccountHead
from ui.views.account_news import AccountNews
from ui.views.account_state import AccountState
from ui.views.account_steps import StepsSection
from ui.views.attachments import Attachments
from ui.views.own_ways import OwnWays
from ui.widgets.box import STRETCH, column, emptied, row
from ui.widgets.buttons import button
from ui.widgets.keyboard import controls, keyboard_kept
from ui.widgets.link_button import LinkButton
from ui.widgets.section import Section
from vault.i18n import translate as _

_NO_PAPERS: Final = _(
    "None yet: what the platform may ask for, such as ID or a registration."
)


class AccountPage(QWidget):
    """Shows one account. `asked` carries an act, a kind of record and an id.

    Acts: "add", "edit", "remove", "end", "adopt", "check", "toggle", "clear",
    "history", "save".
    """

    asked = Signal(str, str, str)
    kept = Signal(str, str)  # a field, what was typed
    owner_picked = Signal(str)
    account_asked = Signal(str)
    through_asked = Signal()
    copied = Signal(str, str)
    link_asked = Signal(str)
    ticked = Signal(str, int, bool)
    procedure_edited = Signal(str, object)
    files_dropped = Signal(list)
    pack_asked = Signal()
    back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        # From the outside in: a style sheet makes it dear to move what is filled.
        self._middle = QFrame()
        self._scroll = self._scrolled(self._middle)
        self.head = AccountHead()
        self.checks = AccountChecks()
        self.news = AccountNews()
        self.known = LinkButton("", self.pack_asked.emit, "platform")
        self.sign_in = SignIn()
        self.steps = StepsSection()
        self.contacts = ContactsSection()
        self.access = AccessSection()
        self.ways = OwnWays()
        self.files = Attachments(_("Papers"), _NO_PAPERS, _("Keep a file…"))
        self.about = About()
        self._codes = QWidget()
        self._codes_in = column(gap=0)
        self._codes.setLayout(self._codes_in)
        self._parts: dict[str, QWidget] = {
            "sign-in": self.sign_in,
            "codes": self._codes,
            "steps": self.steps,
            "ways": self.ways,
            "contacts": self.contacts,
            "people": self.access,
            "papers": self.files,
            "about": self.about,
        }
        self._remove = button(
            _("Remove this account"), self._ask_removal, "danger", "remove"
        )
        self.setLayout(column(self.head, self._scroll, gap=0))
        self._fill()
        self._connect()

    def _fill(self) -> None:
        """Put the parts below each other."""
        filled = column(gap=4 * UNIT)
        self._middle.setLayout(filled)
        filled.addWidget(self.checks)
        filled.addWidget(self.news)
        for part in self._parts.values():
            filled.addWidget(part)
            if part is self.steps:
                filled.addWidget(self.known)
        filled.addLayout(row(self._remove, STRETCH))
        filled.addStretch(1)

    def turn(self, codes: QWidget, state: AccountState) -> None:
        """Show another account, from its top; `codes` is the part with its codes."""
        for details in (self.sign_in, self.about):
            details.forget()
        with keyboard_kept(self):
            # Hidden meanwhile: else every part that is put in has all laid out anew.
            self._middle.hide()
            emptied(self._codes_in)
            self._codes_in.addWidget(codes)
            codes.show()
            self.show_state(state)
            self._middle.show()
        self._scroll.verticalScrollBar().setValue(0)

    def show_state(self, state: AccountState) -> None:
        """Show the account as it is now; keyboard and place stay where they are."""
        self.setAccessibleName(state.account.name)
        self.head.show_state(state)
        self.checks.show_state(state)
        self.news.show_state(state)
        known = _("What is known of {platform}").format(platform=state.known)
        self.known.say(known)
        self.known.setVisible(bool(state.known))
        self.sign_in.show_state(state)
        self.steps.show_state(state)
        self.contacts.show_state(state)
        self.access.show_state(state)
        self.ways.show_ways(state.ways, may_write=state.may_write)
        self.files.show_files(state.files, may_write=state.may_write)
        self.about.show_state(state)
        self._remove.setVisible(state.may_write)

    def complain(self, field: str, text: str) -> None:
        """Say below a field why what was typed there was not taken."""
        for part in (self.sign_in, self.about):
            if field in part.fields:
                part.fields[field].complain(text)

    def commit(self) -> None:
        """Offer all that is typed and not kept yet."""
        for part in (self.sign_in, self.about):
            for field in part.fields.values():
                field.commit()
        self.steps.commit()

    def go_to(self, part: str) -> None:
        """Bring a part into view, and give the keyboard to what can be done there."""
        widget = self._parts[part]
        sections = [widget, *widget.findChildren(Section)]
        acts = [one.act for one in sections if isinstance(one, Section) and one.act]
        for one in (*acts, *controls(widget)):
            one.setFocus(Qt.FocusReason.OtherFocusReason)
            break
        QTimer.singleShot(0, self, lambda: self._bring(widget))  # once all has a place

    def _bring(self, part: QWidget) -> None:
        self._scroll.verticalScrollBar().setValue(part.y() - 2 * UNIT)

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.sign_in.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self) -> None:
        """Let the name be typed anew."""
        self.begin()
        self.sign_in.name.editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Esc for the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _scrolled(self, middle: QFrame) -> QScrollArea:
        """Return what scrolls one column."""
        middle.setMaximumWidth(COLUMN)
        inner = QWidget()
        inner.setProperty("role", "ground")
        line = row(gap=0)
        line.setContentsMargins(MARGIN, 3 * UNIT, MARGIN, 4 * UNIT)
        line.addWidget(middle, 1000)
        line.addStretch(1)
        inner.setLayout(line)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        for part in (self.steps, self.ways, self.contacts, self.access):
            part.asked.connect(self.asked)
        self.files.asked.connect(self._ask_of_file)
        self.files.dropped.connect(self.files_dropped)
        for details in (self.sign_in, self.about):
            details.kept.connect(self.kept)
        for linking in (self.sign_in, self.steps, self.contacts):
            linking.link_asked.connect(self.link_asked)
        for copying in (self.sign_in, self.contacts):
            copying.copied.connect(self.copied)
        self.steps.ticked.connect(self.ticked)
        self.steps.edited.connect(self.procedure_edited)
        self.about.owner_picked.connect(self.owner_picked)
        self.about.account_asked.connect(self.account_asked)
        self.about.through_asked.connect(self.through_asked)
        self.head.back.connect(self.back)
        self.head.history_asked.connect(self._ask_history)

    def _ask_of_file(self, act: str, id_: str) -> None:
        self.asked.emit(act, "attachment", id_)

    def _ask_history(self) -> None:
        self.asked.emit("history", "account", "")

    def _ask_removal(self) -> None:
        self.asked.emit("remove", "account", "")
