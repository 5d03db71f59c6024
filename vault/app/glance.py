"""Tell a vault by its first bytes and its name, without loading what opens it.

The window draws its unlock page before the core is loaded. These bytes are those of
`vault.envelope.header`, these names those of `vault.storage.paths` (a test holds them
to both); what is behind them is checked there.
"""

import re
from pathlib import Path
from typing import Final

from vault.i18n import translate as _

GLANCE_BYTES: Final = 10
_VAULT_OF_VERSION_1: Final = b"\x89SPK\r\n\x1a\n\x01\x00"
_BACKUP: Final = re.compile(r"g(\d{10})-[0-9a-f]{16}")
_BACKUPS: Final = " backups"  # behind the vault's name: the folder that they lie in


def begins_as_vault(head: bytes) -> bool:
    """Tell whether a file that begins so says that it is a vault."""
    return head[:GLANCE_BYTES] == _VAULT_OF_VERSION_1


def shown_name(path: Path) -> str:
    """Return what a vault's file is called: a backup by its vault and its number."""
    match, folder = _BACKUP.fullmatch(path.stem), path.parent.name
    if not match or not folder.endswith(_BACKUPS):
        return path.stem
    vault = folder.removesuffix(_BACKUPS)
    return _("{vault}, backup {n}").format(vault=vault, n=int(match[1]))
