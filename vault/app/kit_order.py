"""What is wanted of a kit, and what is allowed: ways in, paper, accounts, letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vault import limits
from vault.app.credentials import Credentials, Passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.crypto.secret import Secret
from vault.envelope.ways import find_key
from vault.errors import BadInput, Refused, TooLarge
from vault.i18n import translate as _
from vault.kit.pages_paper import PaperName
from vault.kit.plan import Density
from vault.model.kit import Kit, Ways
from vault.model.vault import Vault
from vault.storage.trouble import step

_OFFERED: Final[tuple[Ways, ...]] = ("either", "card", "passphrase", "both")
_ALONE: Final = frozenset({"passphrase", "either"})  # where a passphrase opens alone
# Where printers hold Letter (CLDR, paperSize); everywhere else it is A4.
_LETTER: Final = frozenset(
    "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split()  # noqa: SIM905 - read so
)


@dataclass(frozen=True)
class Order:
    """What is wanted: which ways in, which paper, all accounts or only some.

    `passphrase` is the vault's own for a full kit, and a fresh one for a partial kit.
    `in_clear` names what is printed for all to read beside it (`kit_clear`).
    `supplement_to` is the kit to which only what changed since is wanted.
    """

    ways: Ways
    paper: PaperName
    passphrase: Passphrase | None
    accounts: tuple[str, ...] = ()
    density: Density = Density.STURDY
    code_on_card: bool = True
    letter: str = ""
    in_clear: tuple[str, ...] = ()
    supplement_to: Kit | None = None

    @property
    def needs_card(self) -> bool:
        """Whether a lock of this kit needs the key card."""
        return self.ways != "passphrase"

    @property
    def needs_passphrase(self) -> bool:
        """Whether a lock of this kit needs a passphrase."""
        return self.ways != "card"


@dataclass(frozen=True)
class Lock:
    """A way to lock a kit; `refused` is why not, as a key of `explain.REASONS`."""

    ways: Ways
    refused: str = ""


def locks_of(vault: Vault, accounts: Sequence[str] = ()) -> tuple[Lock, ...]:
    """Return the four ways in the order in which they are offered.

    A part has words drawn for it, so that any of them may lock it.
    """
    guessable = not (accounts or vault.passphrase_generated)
    return tuple(
        Lock(ways, "kit-needs-generated" if guessable and ways in _ALONE else "")
        for ways in _OFFERED
    )


def default_ways(
    vault: Vault, accounts: Sequence[str] = (), *, own_words: bool = False
) -> Ways:
    """Return the lock a kit gets where none is chosen.

    A passphrase that was not generated could be guessed by whoever finds the sheets; a
    part has no passphrase but words drawn for it, its `own_words`.
    """
    drawn = own_words if accounts else vault.passphrase_generated
    return "either" if drawn else "card"


def must_be_allowed(vault: Vault, order: Order) -> None:
    """Hold the rule for passphrases: what opens alone must have been generated."""
    if order.needs_passphrase and order.passphrase is None:
        raise Refused("kit-needs-passphrase")
    if order.ways not in _ALONE or order.passphrase is None:
        return
    if order.accounts:
        generated = order.passphrase.generated
    else:
        generated = vault.passphrase_generated
    if not generated:
        raise Refused("kit-needs-generated")


def vault_passphrase(session: Session, typed: Secret | None = None) -> Passphrase:
    """Return the vault's own passphrase, proven: `typed`, or what opened the vault.

    Runs Argon2 unless it alone has opened it. Raises `NoKey` where it does not,
    `Refused` where there is none.
    """
    shown = typed or session.presented.passphrase
    if shown is None:
        raise Refused("kit-needs-passphrase")
    if typed is not None or session.presented.code is not None:
        must_open_vault(session, shown)
    return Passphrase(shown, generated=session.vault.passphrase_generated)


def must_open_vault(session: Session, passphrase: Secret) -> None:
    """Raise `NoKey` unless this passphrase opens the vault: its owner remembers it."""
    keys, ident = session.file.keys, session.file.ident
    shown = Credentials(passphrase, key_file=session.presented.key_file)
    _, file_key = find_key(keys.slots, ident, shown)
    file_key.close()


def paper_of(territory: str) -> PaperName:
    """Return the paper that is usual in a territory, by its two letters."""
    return "letter" if territory in _LETTER else "a4"


def must_fit_letter(text: str) -> None:
    """Raise `TooLarge` where the owner's letter is longer than is printed.

    `BadInput` where it holds half a character.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise BadInput(_("the letter"), "half-character") from error
    if len(data) > limits.LETTER_BYTES:
        raise TooLarge("LETTER_BYTES", limits.LETTER_BYTES)


def read_letter(ports: Ports, path: Path) -> str:
    """Read the owner's letter from a text file; raises `BadInput`, `FileTrouble`."""
    with step("read", path):
        data = ports.files.read(path, limits.LETTER_BYTES)
    if len(data) > limits.LETTER_BYTES:
        raise TooLarge("LETTER_BYTES", limits.LETTER_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(str(path), "secret-not-utf-8") from error
