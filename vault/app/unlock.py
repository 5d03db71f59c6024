"""Make a vault and open one."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from vault.app import memory
from vault.app.credentials import Credentials, Passphrase
from vault.app.ports import Ports
from vault.app.repair import naming_backup
from vault.app.session import Session
from vault.app.standing import Kind
from vault.crypto import signing
from vault.crypto.kdf import DESKTOP, LOW_MEMORY, Cost, calibrate
from vault.crypto.secret import Secret
from vault.document.blobs import read_body, vault_body
from vault.document.codec import encode_document
from vault.document.writer import Writer
from vault.envelope.seal import Stamp, Way, new_keys
from vault.errors import Exists, ReadOnly
from vault.hardening import give_back
from vault.model.identity import Identity
from vault.model.vault import Vault
from vault.storage import paths
from vault.storage.lockfile import Lock
from vault.storage.store import Store
from vault.storage.trouble import step

IDENT_BYTES = 8
CODE_BYTES = 16
FIRST = Stamp(generation=1, epoch=1, parent=bytes(8))
A_BACKUP: Final = ReadOnly("a-backup").reason
LOW_MEMORY_KIB = 2 * 1024 * 1024  # below 2 GiB in the machine, 128 MiB are used


def blank_vault(ports: Ports, name: str) -> Vault:
    """Return a vault with nothing in it but its own secrets, freshly drawn."""
    seed = signing.new_seed(ports.random)
    return Vault(
        id=ports.random(IDENT_BYTES).hex(),
        name=name,
        created=ports.now(),
        currency="EUR",
        vault_code=ports.random(CODE_BYTES).hex(),
        card_number=1,
        identity=Identity(signing_seed=seed.reveal().hex()),
        signer=signing.public_key(seed).hex(),
    )


def disk_cost(ports: Ports) -> Cost:
    """Return what a new passphrase slot on this machine costs: about a second."""
    if ports.costs.disk:
        return ports.costs.disk
    memory = ports.files.memory_kib()
    small = memory is not None and memory < LOW_MEMORY_KIB
    return calibrate(LOW_MEMORY if small else DESKTOP, ports.clock.seconds)


def create_vault(
    ports: Ports,
    path: Path,
    vault: Vault,
    passphrase: Passphrase,
    stamp: Stamp = FIRST,
) -> Session:
    """Make a new vault file with two ways in, its passphrase and its vault code.

    Raises `Exists` where anything stands at `path`. Whether the disk confirmed it is
    told by `Session.must_be_confirmed`.
    """
    vault = msgspec.structs.replace(vault, passphrase_generated=passphrase.generated)
    ident = bytes.fromhex(vault.id)
    code = Secret(bytes.fromhex(vault.vault_code))
    ways = [Way(passphrase=passphrase.secret, cost=disk_cost(ports)), Way(code=code)]
    keys = new_keys(ident, ways, ports.random, ports.costs.floor)
    store = Store(ports.files, ports.random)
    body = vault_body(vault, encode_document(vault))
    lock = Lock(path, ports.clock.now())
    try:
        file = store.create(path, body, ident, keys, stamp)
    except BaseException:
        lock.withdraw()
        raise
    return Session(ports, file, vault, lock, Credentials(passphrase.secret, code))


def open_vault(
    ports: Ports,
    path: Path,
    credentials: Credentials,
    *,
    write: bool,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Session:
    """Open a vault file, to write or only to read.

    With `consent` to its cost, `cancelled` ends the wait: `NeedsConsent` again. Raises
    the envelope's five errors, `Damaged`, `WrongKind`, `FileTrouble`, and `Busy` where
    another process holds it and `write` is wanted. A document of a newer minor opens
    read-only, and so does a backup, and a copy that is older than one seen on this
    device: `Session.standing` tells. Damage that was healed is told by
    `Session.damage`; where it was too much, the error names the newest good backup.
    """
    session = open_another(
        ports, path, credentials, write=write, consent=consent, cancelled=cancelled
    )
    vault, file = session.vault, session.file
    session.standing = memory.stands(ports, file, vault)
    session.read_only = session.read_only or session.standing.read_only
    kept = paths.is_kept(file.path)
    session.kept_apart = kept or memory.kept_apart(ports, file.ident)
    if session.standing.kind in (Kind.FIRST, Kind.NEWER) and not kept:
        memory.note(ports, file, vault, vault)
    return session


def open_another(
    ports: Ports,
    path: Path,
    credentials: Credentials,
    *,
    write: bool,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Session:
    """Open a copy to be compared with another: what this device saw is left aside.

    Raises as `open_vault`.
    """
    kept = paths.is_kept(ports.files.resolve(path))
    write = write and not kept
    store = Store(ports.files, ports.random)
    if write:  # a file of another kind is to have no lock laid beside it
        with naming_backup(ports, path):
            store.must_begin_as_vault(path)
    lock = Lock(ports.files.resolve(path), ports.clock.now()) if write else None
    try:
        with naming_backup(ports, path):
            file, body = store.load(
                path, credentials, consent=consent, cancelled=cancelled
            )
            decoded = read_body(body)
            del body
            give_back()
    except BaseException:
        if lock:
            lock.close()
        raise
    reason = A_BACKUP if kept else ""
    reason = "newer-minor" if decoded.read_only else reason
    session = Session(ports, file, decoded.vault, lock, credentials, reason)
    if decoded.prints_back:
        session.writer = Writer(decoded.vault)
    return session


def open_for_reading(
    ports: Ports,
    path: Path,
    credentials: Credentials,
    *,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
    shut: bool = False,
) -> Session:
    """Open a vault that another process holds: to be read, and it says why.

    `shut`: not for that, but since nothing may be written where it lies. Raises as
    `open_vault`, but never `Busy` or `OnlyReadable`.
    """
    session = open_vault(
        ports, path, credentials, write=False, consent=consent, cancelled=cancelled
    )
    if session.read_only != "newer-minor":  # an older copy can't be made current here
        held = ReadOnly("open-elsewhere")
        session.read_only = (ReadOnly("disk-read-only") if shut else held).reason
    return session


def must_be_free(ports: Ports, path: Path) -> None:
    """Raise `Exists` where anything stands at `path`: asked before any key work."""
    with step("look", path):
        if ports.files.exists(path):
            raise Exists(str(path))


def must_be_vault(ports: Ports, path: Path) -> None:
    """Raise what is wrong with the open part of the file, before any key work."""
    with naming_backup(ports, path):
        Store(ports.files, ports.random).read_vault(path)
