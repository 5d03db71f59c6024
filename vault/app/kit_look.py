"""A look into an opened kit: a session that shows its vault and changes nothing."""

from pathlib import Path
from typing import Final

from vault.app.credentials import Credentials
from vault.app.kit_restore import OpenedKit, with_register
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import ReadOnly
from vault.storage.store import VaultFile

A_KIT: Final = ReadOnly("a-kit").reason
_NOWHERE: Final = Path()  # there is no file: nothing is written, nothing is locked


def look_into(ports: Ports, kit: OpenedKit) -> Session:
    """Return a session on the kit's vault that refuses every change with `ReadOnly`.

    Closing it wipes the kit's keys; `restore` does not need them.
    """
    opened = kit.opened
    file = VaultFile(
        path=_NOWHERE,
        digest=b"",
        ident=opened.header.ident,
        save_id=opened.header.save_id,
        keys=opened.keys,
        stamp=opened.stamp,
    )
    vault = with_register(ports, kit)
    return Session(ports, file, vault, None, Credentials(), A_KIT)


def is_look(session: Session) -> bool:
    """Tell whether a session is a look into a kit, with no file of its own."""
    return session.read_only == A_KIT
