"""What a file is, told without any passphrase."""

from dataclasses import dataclass
from pathlib import Path

from vault.app.factor_words import factor_words
from vault.app.ports import Ports
from vault.app.repair import naming_backup
from vault.crypto.kdf import Cost
from vault.storage.reading import read_header
from vault.storage.store import Store


@dataclass(frozen=True)
class WayIn:
    """One slot: the factors it needs together, and what trying it costs."""

    factors: tuple[str, ...]
    cost: Cost | None


@dataclass(frozen=True)
class Description:
    """What the open part of a file tells."""

    kind: str
    version: int
    size_bytes: int
    ident: str
    save: str
    ways: tuple[WayIn, ...]


def describe(ports: Ports, path: Path) -> Description:
    """Describe a vault, share, kit or proposal file.

    Raises `Malformed`, `TooNew`, `Damaged`, `TooLarge`, `FileTrouble`.
    """
    data = Store(ports.files, ports.random).read(path)
    with naming_backup(ports, path):
        header = read_header(path, data)
    return Description(
        kind=header.profile.name.lower(),
        version=header.version,
        size_bytes=len(data),
        ident=header.ident.hex(),
        save=header.save_id.hex(),
        ways=tuple(WayIn(factor_words(s.mask), s.cost) for s in header.slots),
    )
