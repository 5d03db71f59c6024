"""What is found in the Help menu: the keys, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.actions import ACTIONS
from ui.controllers.stage import Desk
from ui.dialogs.about import AboutSheet
from ui.dialogs.keys import KeysSheet
from vault.i18n import translate as _

DISTRIBUTION: Final = "spare-key-vault"


class HelpFlow:
    """Opens sheets over the window that it is given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keys(self, window: object) -> None:
        """Show what the keys do."""
        if isinstance(window, QWidget):
            lines = [(_(spec.words), spec.keys) for spec in ACTIONS if spec.keys]
            KeysSheet(window, lines).open()

    def about(self, window: object) -> None:
        """Show what this program is."""
        if isinstance(window, QWidget):
            AboutSheet(window, _paragraphs(), _small_print()).open()


def _paragraphs() -> list[str]:
    return [
        _("Version {version}").format(version=_version()),
        _(
            "Spare Key keeps what it takes to get back into the accounts a business "
            "lives on, prints it, encrypted, for the safe, and proves that it works."
        ),
        _(
            "It never opens a connection: there is no server, no account and no "
            "update check. What you keep here lies on your disk and on your paper."
        ),
        _(
            "It is no password manager: your passwords stay in yours. It can't guard "
            "against somebody who rules this computer while a vault is open, and it "
            "can't bring back a passphrase that is lost together with the key card."
        ),
    ]


def _small_print() -> list[str]:
    return [
        _("Free software under the Apache License 2.0, without any warranty."),
        _(
            "Fonts: Noto Sans (SIL Open Font License 1.1), WenQuanYi Micro Hei (Apache "
            "License 2.0). Word list: Electronic Frontier Foundation (CC BY 3.0 US)."
        ),
    ]


def _version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return _("from its source, not installed")
