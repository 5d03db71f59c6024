"""Who has access to an account, and how."""

from typing import Final

from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Form
from vault.i18n import translate as _
from vault.model.person import Access

_ROLES: Final = (_("owner"), _("admin"), _("editor"), _("content"), _("analyst"))
_FACTORS: Final = (
    _("authenticator app"),
    _("text message"),
    _("security key"),
    _("passkey"),
    _("password only"),
)
_DAY: Final = _("Like 2026-03-01; empty where nobody knows.")


class AccessForm(Form):
    """A person of the vault or a new one, the role, since when, by which factor."""

    def __init__(
        self,
        parent: QWidget,
        people: tuple[str, ...],
        access: Access | None,
        name: str = "",
        today: str = "",
    ) -> None:
        title = _("Change an access") if access else _("Add a person with access")
        super().__init__(parent, title, _("Keep") if access else _("Add"))
        known = access or Access(id="", person="", account="", since=today)
        who = self.among("person", _("Who"), people, name)
        who.help(_("Choose a person, or type the name of a new one."))
        self.add(
            who,
            self.among("role", _("Role on the platform"), _ROLES, known.role),
            self.among("factor", _("How they sign in"), _FACTORS, known.factor),
            self.line("since", _("Since"), known.since, _DAY),
            self.line("last_confirmed", _("Last confirmed"), known.last_confirmed),
        )
        if access:
            self.add(self.line("ended", _("Ended"), known.ended))
        self.add(self.lines("notes", _("Notes"), known.notes))
