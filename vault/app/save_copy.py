"""Save a copy of an open vault: the very save, proven by the keys in use."""

from pathlib import Path

from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.errors import BrokenInvariant
from vault.storage import atomic
from vault.storage.parity import repair_part
from vault.storage.reopening import load_by_keys
from vault.storage.store import Store


def save_copy(session: Session, out: Path) -> None:
    """Write what was saved last to a new file, whole, and open that again.

    Edits that are not saved yet are not in it. Raises `Exists`, `ChangedUnderneath`
    where the vault is another by now, `FileTrouble`, `Unconfirmed`.
    """
    ports = session.ports
    must_be_free(ports, out)
    data = whole_file(session)
    atomic.write_new(ports.files, ports.random, out, data)
    copy, _body = load_by_keys(_store(session), out, session.file.keys)
    if (copy.save_id, copy.stamp) != (session.file.save_id, session.file.stamp):
        raise BrokenInvariant("copy-other-save")


def whole_file(session: Session) -> bytes:
    """Return the file as it was saved: healed, and with the parity that is due.

    Raises `ChangedUnderneath`, `FileTrouble`.
    """
    file = session.file
    data = _store(session).must_be(file)
    if file.damage is not None:
        return file.damage.data
    return data + repair_part(data) if file.parity_due else data


def _store(session: Session) -> Store:
    return Store(session.ports.files, session.ports.random)
