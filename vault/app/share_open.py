"""Open a share and look at it: always for reading, whoever it is from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vault.app.credentials import Credentials
from vault.app.look import Description, describe
from vault.app.owner_key import signer_words
from vault.app.ports import Ports
from vault.envelope.header import Profile
from vault.errors import WrongKind
from vault.model.vault import Vault
from vault.share.bundle import Bundle, open_bundle
from vault.share.document import ShareFacts
from vault.storage.reading import open_healed, read_header
from vault.storage.repair import Place
from vault.storage.store import Store

__all__ = [
    "Description",
    "OpenedShare",
    "ShareFacts",
    "look_at_share",
    "open_share",
]

SHARE = Profile.SHARE.name.lower()


@dataclass(frozen=True)
class OpenedShare:
    """A share whose signature holds: who holds that key is for people to confirm.

    `vault` is a part, to be read; `newer` where a newer program wrote more into it;
    `damage` are the places where the file is damaged, healed in memory.
    """

    vault: Vault
    facts: ShareFacts
    signer_words: tuple[str, ...]
    newer: bool
    damage: tuple[Place, ...] = ()

    @property
    def id(self) -> str:
        """The share id: 16 hex digits."""
        return self.vault.id

    @property
    def owner(self) -> str:
        """Whom it says it is from; may be empty."""
        return self.vault.name


def look_at_share(ports: Ports, path: Path) -> Description:
    """Tell what the open part of a share tells, without any passphrase.

    Raises `WrongKind` for another kind of file, and what `describe` raises.
    """
    told = describe(ports, path)
    if told.kind != SHARE:
        raise WrongKind(str(path), SHARE, told.kind)
    return told


def open_share(
    ports: Ports,
    path: Path,
    credentials: Credentials,
    *,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> OpenedShare:
    """Open a share.

    Raises the envelope's five errors, `Tampered` also where the signature is not by
    the key that the share names; `Damaged`, `WrongKind`, `TooLarge`, `FileTrouble`.
    """
    data = Store(ports.files, ports.random).read(path)
    profile = read_header(path, data).profile
    if profile is not Profile.SHARE:
        raise WrongKind(str(path), SHARE, profile.name.lower())

    def open_(reading: bytes) -> Bundle:
        return open_bundle(
            reading,
            credentials,
            consent=consent,
            free_memory_kib=ports.files.free_memory_kib(),
            cancelled=cancelled,
        )

    bundle, healed = open_healed(path, data, open_)
    return OpenedShare(
        vault=bundle.part,
        facts=bundle.facts,
        signer_words=signer_words(bundle.part),
        newer=bundle.newer,
        damage=healed.places if healed else (),
    )
