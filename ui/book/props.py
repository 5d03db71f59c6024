"""What a walk through the window needs beside it: a folder, vaults, what opens them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.book.fills import Fill, vault_with
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import create_vault, open_vault

WORDS = "glad amber river stone quiet lamp"  # of invented vaults, which hold nothing


@dataclass(frozen=True)
class Props:
    """Everything invented that one walk is given."""

    folder: Path
    fill: Fill
    ports: Ports

    @property
    def vault(self) -> Path:
        """The vault of this fill; WORDS open it."""
        return self.folder / "kiln-and-clay.sparekey"

    def open(self) -> Session:
        """Open the vault, to be written."""
        shown = Credentials(passphrase=typed_passphrase(WORDS).secret)
        return open_vault(self.ports, self.vault, shown, write=True)


def lay_out(folder: Path, fill: Fill, make_ports: Callable[[], Ports]) -> Props:
    """Make what a walk needs in an empty folder."""
    props = Props(folder, fill, make_ports())
    passphrase = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    vault = vault_with(props.ports, fill)
    create_vault(props.ports, props.vault, vault, passphrase).close()
    return props
