"""A form over the page: what is given is taken, or refused below its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ui.dialogs.form import Form
from vault.app.typed import refusal
from vault.errors import BadInput, Invalid

if TYPE_CHECKING:
    from ui.controllers.stage import Desk

Take = Callable[[Mapping[str, Any]], object]


def ask(desk: Desk, form: Form, take: Take) -> None:
    """Open a form; `take` raises `BadInput` or `Invalid` where it refuses.

    What is typed and not given when the vault is locked is given then: no keystroke is
    lost.
    """

    def given(values: Mapping[str, Any]) -> None:
        try:
            take(values)
        except (BadInput, Invalid) as error:
            form.complain(*refusal(error))
        else:
            form.finish()

    form.given.connect(given)
    held = desk.vault.committing.connect(form.commit)
    form.finished.connect(lambda _result: desk.vault.committing.disconnect(held))
    form.open()
