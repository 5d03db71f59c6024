"""Tidying the history once a day, however many changes a day has."""

from vault.history.keep import tidied
from vault.model.vault import Vault


class Daily:
    """Remembers on which day it tidied last; one for each open vault."""

    def __init__(self) -> None:
        """Begin with no day."""
        self._day = ""

    def tidied(self, vault: Vault, today: str) -> Vault:
        """Return the vault without what need not be kept; the same later that day."""
        if self._day == today:
            return vault
        self._day = today
        return tidied(vault, today)
