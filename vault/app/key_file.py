"""A key file: any small file that is needed beside the passphrase."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from vault import limits
from vault.app.ports import Ports
from vault.app.ways_made import write_made
from vault.crypto.secret import Secret
from vault.envelope.header import MAGIC
from vault.errors import BadInput, TooLarge
from vault.storage.trouble import step


@dataclass(frozen=True, eq=False)
class KeyFile:
    """What a key file opens with, the SHA-512 of its bytes, and where it lies."""

    secret: Secret
    file: Path


def read_key_file(ports: Ports, path: Path) -> KeyFile:
    """Read a key file, its bytes just as they are.

    Raises `FileTrouble`, `TooLarge`, and `BadInput` where it is too short to be one.
    """
    return KeyFile(Secret(hashlib.sha512(_read(ports, path)).digest()), path)


def chosen_key_file(ports: Ports, path: Path) -> KeyFile:
    """Read a file that is to be a key file from now on.

    Raises as `read_key_file`, and `BadInput` where it is a vault or another file of
    ours: the next save would make it another key.
    """
    data = _read(ports, path)
    if data.startswith(MAGIC):
        raise BadInput(str(path), "key-file-changes")
    return KeyFile(Secret(hashlib.sha512(data).digest()), path)


def _read(ports: Ports, path: Path) -> bytes:
    with step("read", path):
        data = ports.files.read(path, limits.KEY_FILE_BYTES)
    if len(data) > limits.KEY_FILE_BYTES:
        raise TooLarge("KEY_FILE_BYTES", limits.KEY_FILE_BYTES)
    if len(data) < limits.KEY_FILE_LEAST_BYTES:
        raise BadInput(str(path), "key-file-short")
    return data


def draw_key_file(ports: Ports, path: Path, made: list[Path]) -> KeyFile:
    """Write random bytes to a new file that only its owner may read; return it.

    It is noted in `made`. Raises `Exists`, `FileTrouble`, `Unconfirmed`.
    """
    drawn = ports.random(limits.KEY_FILE_DRAWN_BYTES)
    write_made(ports, path, drawn, made)
    return KeyFile(Secret(hashlib.sha512(drawn).digest()), path)


def tried_key_file(ports: Ports) -> Secret:
    """Return the key of a file that is never written: to see what a change loses."""
    return Secret(hashlib.sha512(ports.random(limits.KEY_FILE_DRAWN_BYTES)).digest())
