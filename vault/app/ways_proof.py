"""Who changes the ways in at an open window shows once more what opens the vault.

The passphrase where one opened it, else the code: whoever forgot the passphrase came in
by the key card, and whoever found the window open has neither.
"""

from vault.app.credentials import Credentials, code_typed, typed_passphrase
from vault.app.session import Session
from vault.app.ways_change import proven_way
from vault.errors import NoKey


def asks_code(session: Session) -> bool:
    """Tell whether the code is asked for, and not the passphrase."""
    return session.presented.passphrase is None


def prove(session: Session, typed: str) -> Credentials | None:
    """Take what was typed as proof; return the passphrase, None for the code.

    Runs Argon2. Raises `NoKey`, `BadInput` where it is no code, `Refused` where it is
    empty.
    """
    if not asks_code(session):
        shown = Credentials(typed_passphrase(typed).secret)
        proven_way(session, shown)
        return shown
    code = code_typed(typed).secret
    if code.reveal().hex() != session.vault.vault_code:
        raise NoKey(tuple(slot.mask for slot in session.file.keys.slots))
    return None
