"""Add codes: paste, type or drop; what was understood is shown before it is kept."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.choice import Choice
from ui.widgets.code_set_part import CodeSetPart, SetState, Shown
from ui.widgets.field import Field
from ui.widgets.paste_edit import PasteEdit
from ui.widgets.reveal import Reveal
from ui.widgets.sheet import Sheet
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.moment import is_day


@dataclass(frozen=True)
class SortOfCodes:
    """A sort of codes one may add; `hint` is what they look like, if known.

    `places` are the sets in force of this sort: the id, and how it is called.
    """

    kind: str
    label: str
    hint: str = ""
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class AddCodesState:
    """What the sheet begins with."""

    account: str
    sorts: tuple[SortOfCodes, ...]
    today: str


@dataclass(frozen=True)
class Preview:
    """What a text was understood to hold: `keeps` is how many codes would come in."""

    understood: SetState
    keeps: int
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Given:
    """What is typed now; `joins` is the set that the codes belong to, "" for none."""

    kind: str
    joins: str
    text: str = field(repr=False)


class AddCodes(Sheet):
    """Emits what is typed; whoever understands it answers with `show_preview`."""

    changed = Signal(object)  # Given
    file_asked = Signal()
    file_given = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QWidget, state: AddCodesState) -> None:
        title = _("Add codes to {account}").format(account=state.account)
        super().__init__(parent, title, _("Keep"))
        self._state = state
        self._left_out: tuple[str, ...] = ()
        self.reveal = Reveal(self)
        self._understood = Shown(SetState("", "", "", ()))
        self._make_fields()
        self._make_preview()
        self.reveal.changed.connect(self._draw)
        self.reveal.ticked.connect(self._draw)
        self.add(
            self._sort_field,
            self._text_field,
            row(self._file, STRETCH),
            self._preview,
            self._place_field,
            self._issued_field,
        )
        self.first = self._text
        self._choose_sort()

    @property
    def issued(self) -> str:
        """The day that was typed, "" where none is."""
        return self._issued.text().strip()

    @property
    def given(self) -> Given:
        """What is typed now."""
        return Given(self._sort.value, self._place.value, self._text.toPlainText())

    def take_text(self, text: str) -> None:
        """Put the text of a file in, to be looked at."""
        self._text.setPlainText(text)

    def complain(self, text: str) -> None:
        """Say below the field what is wrong with what was given."""
        self._text_field.complain(text)

    def show_preview(self, preview: Preview) -> None:
        """Show what was understood, and let it be kept where anything is new."""
        self.reveal.hide()
        self._understood = Shown(preview.understood)
        self._notes.setText("\n".join(preview.notes))
        self._notes.setVisible(bool(preview.notes))
        self._left_out = preview.left_out
        self._preview.setVisible(bool(preview.understood.lines or preview.left_out))
        keep = translate_count("Keep {n} code", "Keep {n} codes", preview.keeps)
        self._allow(keep.format(n=preview.keeps) if preview.keeps else "")
        self._draw()

    def accept(self) -> None:
        """Close and tell, unless the day is no day."""
        if self.issued and not is_day(self.issued):
            self._issued_field.complain(
                _("This is no day. Write it as 2026-03-01, or leave it empty.")
            )
            self._issued.setFocus()
            return
        super().accept()

    def done(self, result: int) -> None:
        """Hide the codes before the sheet goes."""
        self.reveal.hide()
        super().done(result)

    def _make_fields(self) -> None:
        self._sort = Choice((one.kind, one.label) for one in self._state.sorts)
        self._sort_field = Field(_("Sort of codes"), self._sort)
        self._sort.currentIndexChanged.connect(self._choose_sort)
        self._text = PasteEdit(_("Paste the whole block, headings and all"))
        self._text.textChanged.connect(self._tell)
        self._text.dropped.connect(self.file_given)
        self._text_field = Field(_("Codes"), self._text, " ")
        self._file = button(_("Choose a text file…"), self.file_asked.emit)
        self._place = Choice()
        self._place.activated.connect(self._tell)
        self._place_field = Field(
            _("Where they belong"),
            self._place,
            _("A new set retires the one in force: its unused codes become void."),
        )
        self._issued = QLineEdit(self._state.today)
        self._issued_field = Field(
            _("Day the platform issued them"),
            self._issued,
            _("Like 2026-03-01; empty where nobody knows."),
        )

    def _make_preview(self) -> None:
        self._part = CodeSetPart()
        self._part.turned.connect(self._turn)
        self._part.turned_all.connect(self._turn_all)
        self._notes = words("", "warn")
        self._rest = words("", "small")
        self._preview = QWidget()
        self._preview.setLayout(column(self._part, self._notes, self._rest))
        self._preview.hide()

    def _choose_sort(self) -> None:
        """Say what codes of this sort look like, and which sets they may belong to."""
        sort = self._state.sorts[self._sort.currentIndex()]
        self._text_field.complain("")
        self._text_field.help(sort.hint)
        self._place.clear()
        for id_, said in [("", _("A new set")), *sort.places]:
            self._place.addItem(said, id_)
        self._place_field.setVisible(bool(sort.places))
        self._tell()

    def _tell(self) -> None:
        """Ask what this means; it can't be kept before that is known."""
        self._allow("")
        self.complain("")
        self.changed.emit(self.given)

    def _allow(self, keep: str) -> None:
        if self.primary is not None:
            self.primary.setText(keep or _("Keep"))
            self.primary.setEnabled(bool(keep))

    def _turn(self, code: str) -> None:
        self.reveal.show([] if code in self.reveal.shown else [code])

    def _turn_all(self) -> None:
        ids = [line.id for line in self._understood.state.lines]
        self.reveal.show([] if self.reveal.shown else ids)

    def _draw(self) -> None:
        state, reveal = self._understood.state, self.reveal
        self._part.show_state(Shown(state, reveal.shown, reveal.seconds_left))
        count = len(self._left_out)
        said = translate_count(
            "{n} line is no code and is left out",
            "{n} lines are no codes and are left out",
            count,
        ).format(n=count)
        if reveal.shown:  # a line that is left out may hold a secret too
            said = "\n".join([said + ":", *self._left_out])
        self._rest.setText(said if count else "")
        self._rest.setVisible(bool(count))
