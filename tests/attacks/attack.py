"""One attack: its name, what lies where, what the owner then does, how it is refused.

The refusal is a whole error, class and data. Whatever an attack does, nothing on the
disk may change and the error may tell nothing secret: `test_attacks` sees to both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.stage import OWNER
from tests.fakes import ports_on_disk
from vault.app.kit_restore import Gathering, open_kit
from vault.app.share_open import open_share
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, open_envelope
from vault.errors import VaultError
from vault.kit.collect import Collection
from vault.storage.files import Files
from vault.storage.store import Store

VAULT = "shop.sparekey"
SHARE = "for-ada.sparekey"
Act = Callable[[Path], object]


def nothing(folder: Path) -> None:
    """Lay nothing."""


@dataclass(frozen=True)
class Attack:
    """`lay` prepares a folder, `act` is what the owner then tries in it."""

    name: str
    refusal: VaultError
    act: Act
    lay: Callable[[Path], None] = nothing


def on_vault(
    name: str, data: bytes, refusal: VaultError, way: Credentials = OWNER.both
) -> Attack:
    """Return an attack by a file that lies where the owner's vault is opened."""

    def act(folder: Path) -> object:
        return Store(Files(), bytes).load(folder / VAULT, way)

    return Attack(name, refusal, act, lambda folder: _write(folder / VAULT, data))


def on_share(
    name: str, data: bytes, refusal: VaultError, way: Credentials = OWNER.both
) -> Attack:
    """Return an attack by a file that a deputy opens as a share."""

    def act(folder: Path) -> object:
        return open_share(ports_on_disk(), folder / SHARE, way)

    return Attack(name, refusal, act, lambda folder: _write(folder / SHARE, data))


def on_file(
    name: str, data: bytes, refusal: VaultError, way: Credentials = OWNER.both
) -> Attack:
    """Return an attack by a vault's bytes, where no disk says what may still come."""

    def act(folder: Path) -> object:
        return open_envelope(data, way, profile=Profile.VAULT)

    return Attack(name, refusal, act)


def on_paper(
    name: str, data: bytes, refusal: VaultError, way: Credentials = OWNER.both
) -> Attack:
    """Return an attack by the bytes of a kit, as they were put together."""

    def act(folder: Path) -> object:
        return open_envelope(data, way, profile=Profile.KIT)

    return Attack(name, refusal, act)


def on_kit(
    name: str, texts: list[str], refusal: VaultError, way: Credentials = OWNER.both
) -> Attack:
    """Return an attack by the codes on sheets that somebody reads in."""

    def act(folder: Path) -> object:
        collection = Collection()
        for text in texts:
            collection.add(text)
        return open_kit(Gathering(collection, ()), way)

    return Attack(name, refusal, act)


def on(name: str, refusal: VaultError, act: Callable[[], object]) -> Attack:
    """Return an attack that needs no file."""
    return Attack(name, refusal, lambda folder: act())


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
