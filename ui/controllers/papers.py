"""The page of all papers: shown, and redrawn after every change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.controllers.attachments import AttachmentActs, attachment_states
from ui.views.papers import PaperGroup, Papers
from vault.app.attachments import About, papers
from vault.app.search import by_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.controllers.stage import Desk
    from vault.model.attachment import Attachment
    from vault.model.vault import Vault


class PapersFlow:
    """Shows one page; what is added on it belongs to the whole business."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: Papers | None = None
        self._acts = AttachmentActs(desk, self._window)
        desk.vault.changed.connect(self._redraw)

    def show(self, _what: object) -> None:
        """Show the page."""
        page = self._page = Papers()
        page.asked.connect(self._do)
        page.dropped.connect(self._take)
        page.led.connect(self._desk.go)
        self._show_files(page)
        self._desk.stage.show_page(page, "papers")

    def _window(self) -> QWidget:
        assert self._page is not None, "no page"  # noqa: S101 - our bug
        return self._page.window()

    def _redraw(self) -> None:
        if self._page is not None and self._desk.stage.page is self._page:
            self._show_files(self._page)

    def _show_files(self, page: Papers) -> None:
        vault, today = self._desk.vault.vault, self._desk.ports.today()
        may_write = self._desk.vault.may_write
        own, groups = _parted(vault)
        page.show_files(
            attachment_states(own, today, may_write=may_write),
            [
                PaperGroup(
                    place,
                    id_,
                    name,
                    attachment_states(those, today, may_write=may_write),
                )
                for (place, id_, name), those in groups.items()
            ],
            may_write=may_write,
        )

    def _do(self, act: str, id_: str) -> None:
        self._acts.do(act, id_, About())

    def _take(self, paths: Sequence[str]) -> None:
        self._acts.take(paths, About())


def _parted(
    vault: Vault,
) -> tuple[list[Attachment], dict[tuple[str, str, str], list[Attachment]]]:
    """Return the files of the business, and the others by place, id and name."""
    own: list[Attachment] = []
    accounts: dict[str, list[Attachment]] = {}
    incidents: dict[str, list[Attachment]] = {}
    for one in papers(vault):
        if one.incident in vault.incidents:
            incidents.setdefault(one.incident, []).append(one)
        elif one.account in vault.accounts:
            accounts.setdefault(one.account, []).append(one)
        else:
            own.append(one)
    named = sorted((vault.accounts[id_] for id_ in accounts), key=by_name)
    groups = {("accounts", one.id, one.name): accounts[one.id] for one in named}
    for id_, those in incidents.items():
        groups["incident", id_, vault.incidents[id_].title] = those
    return own, groups
