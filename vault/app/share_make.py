"""Make a share: choose, seal, sign, and open it once more before it is handed out.

It is entered into the vault's register by `vault.app.share_register`, which says too
under which id and issue it goes.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vault.app.credentials import Passphrase
from vault.app.owner_key import signature, signer_words
from vault.app.session import Session
from vault.app.unlock import IDENT_BYTES
from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials, Way, new_keys
from vault.envelope.ways import find_key
from vault.errors import BadInput, BrokenInvariant, NoKey, ReadOnly, Refused
from vault.limits import TEXT_CHARACTERS
from vault.model.moment import is_day
from vault.share.bundle import open_bundle, seal_share
from vault.share.document import ShareFacts
from vault.share.scope import DEPTHS, Depth, scoped
from vault.storage import atomic
from vault.storage.parity import repair_part

__all__ = [
    "DEPTHS",
    "Depth",
    "MadeShare",
    "ShareFacts",
    "ShareOrder",
    "hand_out_share",
    "make_share",
    "must_be_allowed",
    "must_fit_terms",
]

FIRST_ISSUE: Final = 1


@dataclass(frozen=True, eq=False)
class ShareOrder:
    """What is wanted: which accounts, how much of them, for how long, locked by what.

    `expires` is the last day on which the share is not old, "" for never; `note` is
    what the deputy reads first, `keeper` for whom it is: a person's id, or a name.
    `share` is the id of the files before it, of which it is the next `issue`.
    """

    accounts: tuple[str, ...]
    depth: Depth
    passphrase: Passphrase
    note: str = ""
    expires: str = ""
    keeper: str = ""
    share: str = ""  # 16 hex digits, "" for one of its own
    issue: int = FIRST_ISSUE


@dataclass(frozen=True)
class MadeShare:
    """A share that opened with its passphrase, ready to be handed out."""

    data: bytes = field(repr=False)
    id: str  # 16 hex digits: the share id, as `sparekey info` shows it
    facts: ShareFacts
    accounts: int
    signer_words: tuple[str, ...]


def make_share(session: Session, order: ShareOrder) -> MadeShare:
    """Make a share of an open vault; the vault itself stays as it is.

    Raises what `must_be_allowed` does, `NotFound` for an account that is not there,
    `TooLarge`, `BrokenInvariant` where the share does not open to what was sealed.
    """
    must_be_allowed(session, order)
    vault, ports = session.vault, session.ports
    ident = bytes.fromhex(order.share) or ports.random(IDENT_BYTES)
    part = scoped(vault, order.accounts, order.depth, ident.hex())
    facts = ShareFacts(
        issue=order.issue,
        made=ports.now(),
        depth=order.depth,
        note=order.note,
        expires=order.expires,
    )
    ports.progress("seal", 0, 1)
    way = Way(passphrase=order.passphrase.secret, cost=ports.costs.paper)
    keys = new_keys(ident, [way], ports.random, ports.costs.floor)
    with keys.file_key:
        data = seal_share(
            facts, part, keys, ports.random, lambda message: signature(vault, message)
        )
    data += repair_part(data)
    ports.progress("open", 0, 1)
    opened = open_bundle(data, Credentials(passphrase=order.passphrase.secret))
    if (opened.facts, opened.part) != (facts, part):
        raise BrokenInvariant("share-opens-differently")
    return MadeShare(data, part.id, facts, len(part.accounts), signer_words(part))


def hand_out_share(session: Session, made: MadeShare, path: Path) -> None:
    """Write the share to a new file; raises `Exists`, `FileTrouble`, `Unconfirmed`."""
    atomic.write_new(session.ports.files, session.ports.random, path, made.data)


def must_be_allowed(session: Session, order: ShareOrder) -> None:
    """Raise what is wrong with an order before any key work is done for it.

    `BadInput` for a note or a day that can't be taken, `Refused` where no account is
    chosen or the passphrase opens the vault itself, `ReadOnly` for a vault of which
    this program does not know everything.
    """
    if session.read_only:
        raise ReadOnly(session.read_only)
    if not order.accounts:
        raise Refused("share-needs-accounts")
    must_fit_terms(order.note, order.expires, session.ports.today())
    if not order.passphrase.generated:
        _must_not_open_vault(session, order.passphrase.secret)


def must_fit_terms(note: str, expires: str, today: str) -> None:
    """Raise `BadInput` for a note ("note") or a last day ("expires") that can't be."""
    _check_note(note)
    if expires:
        _check_day(expires, today)


def _check_note(note: str) -> None:
    if len(note) > TEXT_CHARACTERS:
        raise BadInput("note", "note-long", str(len(note)))
    if any("\ud800" <= char <= "\udfff" for char in note):
        raise BadInput("note", "half-character")


def _check_day(day: str, today: str) -> None:
    if not is_day(day):
        raise BadInput("expires", "day-unknown", day)
    if day < today:
        raise BadInput("expires", "day-past", day)


def _must_not_open_vault(session: Session, passphrase: Secret) -> None:
    """Refuse words that open the vault: whoever holds the share would hold them."""
    keys, ident = session.file.keys, session.file.ident
    try:
        shown = Credentials(passphrase, key_file=session.presented.key_file)
        _, file_key = find_key(keys.slots, ident, shown)
    except NoKey:
        return
    file_key.close()
    raise Refused("share-vault-passphrase")
