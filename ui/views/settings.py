"""How the window looks and what it remembers; all is kept as it is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.shared.grid import TEXT_SCALES, UNIT
from ui.widgets.box import STRETCH, column, row
from ui.widgets.buttons import button
from ui.widgets.columns import Columns
from ui.widgets.page import Page
from ui.widgets.section import Section
from ui.widgets.text import words
from vault.i18n import translate as _
from vault.i18n import translate_count


@dataclass(frozen=True)
class SettingsState:
    """What is set now."""

    scheme: str
    text_percent: int
    minutes: int
    recent: int  # how many vaults are remembered
    vault_open: bool = False


class SettingsPage(Page):
    """Emits each choice as it is made."""

    scheme_chosen = Signal(str)
    text_chosen = Signal(int)
    forget_asked = Signal()
    back_asked = Signal()
    backups_asked = Signal()
    ways_asked = Signal()

    def __init__(self, state: SettingsState) -> None:
        lead = _("All of this is for this computer only. Nothing here is secret.")
        super().__init__(_("Settings"), lead)
        self._forget = button(
            _("Clear the list"), self.forget_asked.emit, picture="remove"
        )
        self._recent = words("")
        self._schemes = _Radios(
            {
                "system": _("As the system has it"),
                "light": _("Light"),
                "dark": _("Dark"),
                "contrast": _("High contrast"),
            }
        )
        sizes = {str(one): _("{n} %").format(n=one) for one in TEXT_SCALES}
        self._sizes = _Radios(sizes)
        self._lock_time = words("")
        self._ways, self._backups = self._of_vault()
        self.add(
            Columns(
                _section(_("Colours"), self._schemes),
                _section(_("Size of text"), self._sizes),
            ),
            _section(_("Locking"), self._lock_time),
            self._ways,
            self._backups,
            _section(_("Opened lately"), self._recent, self._forget),
        )
        self.escape = self.foot(_("Done"), self.back_asked.emit)
        self.show_state(state)
        self.first = self._schemes.chosen_one
        self._schemes.chosen.connect(self.scheme_chosen)
        self._sizes.chosen.connect(lambda key: self.text_chosen.emit(int(key)))

    def _of_vault(self) -> tuple[Section, Section]:
        """Return what belongs to the vault that is open."""
        ways = _section(
            _("Ways in"),
            words(_("The vault's passphrase, its key card, a partner's passphrase.")),
            button(_("See the ways in"), self.ways_asked.emit, picture="key"),
        )
        backups = _section(
            _("Backups"),
            words(_("Older states of the vault, and a second place for them.")),
            button(_("See the backups"), self.backups_asked.emit, picture="history"),
        )
        return ways, backups

    def show_state(self, state: SettingsState) -> None:
        """Show what is set now."""
        self._ways.setVisible(state.vault_open)
        self._backups.setVisible(state.vault_open)
        self._schemes.choose(state.scheme)
        self._sizes.choose(str(state.text_percent))
        self._lock_time.setText(
            _(
                "After {n} minutes without a key or a movement the vault is saved and "
                "locked; half a minute before, you are warned. It also locks when this "
                "computer sleeps or locks its screen, where the system tells so "
                "(most Linux desktops do). Ctrl+L locks at once."
            ).format(n=state.minutes)
        )
        text = translate_count(
            "The first page lists {n} vault, by its name and folder.",
            "The first page lists {n} vaults, by their names and folders.",
            state.recent,
        )
        none = _("The first page lists no vault.")
        self._recent.setText(text.format(n=state.recent) if state.recent else none)
        self._forget.setEnabled(bool(state.recent))


class _Radios(QWidget):
    """A few words of which one is chosen; arrows go up and down."""

    chosen = Signal(str)

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._radios = {key: QRadioButton(name) for key, name in names.items()}
        layout = column(gap=0)
        for key, radio in self._radios.items():
            self._group.addButton(radio)
            radio.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            layout.addLayout(row(radio, STRETCH))
        self.setLayout(layout)

    @property
    def chosen_one(self) -> QRadioButton:
        """The one that is chosen."""
        return next(one for one in self._radios.values() if one.isChecked())

    def choose(self, key: str) -> None:
        """Mark one."""
        self._radios[key].setChecked(True)


def _section(title: str, *items: QWidget) -> Section:
    section = Section(title)
    for item in items:
        line = row(item, STRETCH) if not item.sizePolicy().hasHeightForWidth() else item
        section.add(line)
    section.inner.setSpacing(UNIT)
    return section
