"""Make a share and write its file in one go; take the file back if nobody waits."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vault.app.session import Session
from vault.app.share_make import (
    MadeShare,
    ShareOrder,
    hand_out_share,
    make_share,
)
from vault.app.share_register import enter_share, numbered
from vault.app.unlock import must_be_free
from vault.errors import Unconfirmed


@dataclass(frozen=True)
class GivenShare:
    """A share in its file; `unconfirmed` where the disk did not say that it stays."""

    made: MadeShare
    path: Path
    unconfirmed: Unconfirmed | None = None


def give_share(session: Session, order: ShareOrder, path: Path) -> GivenShare:
    """Make a share and write it to a new file; nothing is ever overwritten.

    Raises what `make_share` does, before any key work where it can be known; `Exists`,
    `FileTrouble`. The vault stays as it is.
    """
    must_be_free(session.ports, path)
    made = make_share(session, order)
    try:
        hand_out_share(session, made, path)
    except Unconfirmed as error:
        return GivenShare(made, path, error)
    return GivenShare(made, path)


def give_noted_share(session: Session, order: ShareOrder, path: Path) -> GivenShare:
    """Make a share as `give_share` does, enter it into the register, and save.

    Where the vault can't be saved the file is taken back: nothing is handed out that
    the register does not know. Raises what `give_share` and `Session.save` do.
    """
    order = numbered(session.vault, order)
    given = give_share(session, order, path)
    try:
        enter_share(session, order, given.made)
    except BaseException:
        take_back_share(session, given)
        raise
    try:
        session.save()
    except BaseException as error:
        own = str(session.file.path)
        if isinstance(error, Unconfirmed) and error.path == own:  # it was saved
            return GivenShare(given.made, path, error)
        take_back_share(session, given)
        session.withdraw()
        raise
    return given


def take_back_share(session: Session, given: GivenShare) -> None:
    """Remove the file of a share that was given up while it was made."""
    with suppress(OSError):  # it opens with words that nobody was told
        session.ports.files.remove(given.path)
