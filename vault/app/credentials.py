"""What a person presents or chooses to get in: passphrases and the recovery code."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from vault.app.ports import Ports
from vault.crypto.secret import Secret
from vault.encoding.recovery_code import parse_code
from vault.encoding.words import generate_passphrase
from vault.envelope.seal import Credentials, has_edge_spaces, passphrase_secret
from vault.errors import BadInput, Refused
from vault.limits import SECRET_FILE_BYTES
from vault.storage import atomic
from vault.storage.trouble import step

__all__ = [
    "Credentials",
    "Passphrase",
    "TypedCode",
    "chosen_passphrase",
    "code_typed",
    "draw_words",
    "drawn_passphrase",
    "has_edge_spaces",
    "kept_if_made",
    "read_secret",
    "typed_passphrase",
]


@dataclass(frozen=True, eq=False)
class Passphrase:
    """A passphrase for a way in, whether the program drew it, and into which file."""

    secret: Secret
    generated: bool
    file: Path | None = None


@dataclass(frozen=True, eq=False)
class TypedCode:
    """A recovery code as typed, and at which of its 31 places it had to be mended."""

    secret: Secret
    mended: tuple[int, ...]


def typed_passphrase(text: str) -> Passphrase:
    """Take a passphrase of the user's own; `Refused` where it is empty."""
    return Passphrase(passphrase_secret(text), generated=False)


def draw_words(ports: Ports) -> str:
    """Draw six words, to be shown and typed again; they are written nowhere."""
    return generate_passphrase(ports.random)


def chosen_passphrase(first: str, again: str, *, drawn: bool) -> Passphrase:
    """Take a new passphrase that was typed again; `drawn` if the program drew it.

    `Refused` where it is empty, or the two differ: the detail is then the number of
    the first word that is another, or "" where it is not made of several words.
    """
    passphrase = Passphrase(passphrase_secret(first), generated=drawn)
    if not again or not passphrase.secret.equals(passphrase_secret(again)):
        raise Refused("passphrases-differ", _first_other(first, again))
    return passphrase


def _first_other(first: str, again: str) -> str:
    words, others = first.split(), again.split()
    if len(words) == 1:
        return ""
    pairs = zip_longest(words, others)
    return next((str(n) for n, (a, b) in enumerate(pairs, 1) if a != b), "")


def drawn_passphrase(ports: Ports, path: Path) -> Passphrase:
    """Draw six words and write them to a new file that only its owner may read.

    Raises `Exists` where the file is there, `FileTrouble`.
    """
    words = draw_words(ports)
    data = words.encode() + b"\n"
    atomic.write_new(ports.files, ports.random, path, data)
    return Passphrase(passphrase_secret(words), generated=True, file=path)


@contextmanager
def kept_if_made(
    ports: Ports, passphrase: Passphrase | None, made: Path
) -> Iterator[None]:
    """Take a drawn passphrase's file away again where `made` could not be made.

    Words that open nothing would mislead, and stop the next try with `Exists`.
    """
    try:
        yield
    except BaseException:
        drawn = passphrase.file if passphrase else None
        if drawn and not ports.files.exists(made):
            with suppress(OSError):  # the failure that is under way says more
                ports.files.remove(drawn)
        raise


def code_typed(text: str) -> TypedCode:
    """Read the recovery code of a key card; one or two wrong characters are mended.

    Raises `BadInput` where it is no code.
    """
    code = parse_code(text)
    return TypedCode(Secret(code.key), code.mended)


def read_secret(ports: Ports, path: Path) -> bytes:
    """Read a small file, or a pipe, that holds a passphrase or a code.

    Raises `FileTrouble`, `BadInput` where it is too large to be one.
    """
    with step("read", path):
        data = ports.files.read_any(path, SECRET_FILE_BYTES)
    if len(data) > SECRET_FILE_BYTES:
        raise BadInput(str(path), "secret-large")
    return data
