"""Go on from an older state: make it the newest, or bring it back as a new file.

Either way its generation and key epoch come above all that this device has seen, and a
new file key is drawn: what opened a later state with the old one opens nothing more.
"""

from functools import partial
from pathlib import Path
from typing import Final

from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.app.ways_plan import Plan, Wanted, carry_out, discard, plan_change
from vault.document.blobs import vault_body
from vault.document.codec import encode_document
from vault.envelope.seal import Stamp
from vault.errors import ReadOnly, Unconfirmed, VaultError
from vault.storage import backups, paths
from vault.storage.lockfile import Lock
from vault.storage.store import Store, VaultFile

_OLDER: Final = frozenset({"older-copy", "older-ways"})


def is_older(session: Session) -> bool:
    """Tell whether a session may be made current: it is older than what was seen."""
    return session.read_only in _OLDER


def make_current(session: Session) -> tuple[int, ...]:
    """Save an older copy as the newest state; return the masks of ways that were lost.

    Lost are those whose passphrase was not presented. What lies at the path becomes a
    backup, as with every save. Raises `ReadOnly` where something else keeps it from
    being changed, and as `Session.save`.
    """
    if session.read_only and not is_older(session):
        raise ReadOnly(session.read_only)
    plan = _fresh(session)
    try:
        session.make_current(*_above(session), partial(carry_out, session, plan))
    except Unconfirmed:
        raise
    except BaseException:
        discard(plan)
        raise
    return _lost(plan)


def bring_back(session: Session, out: Path) -> tuple[int, ...]:
    """Make an older state a new file; return the masks of ways that were lost.

    The session and its file stay as they are. Raises `ReadOnly` where a newer program
    wrote it, `Exists`, `FileTrouble`, `Unconfirmed`.
    """
    if session.read_only == "newer-minor":
        raise ReadOnly(session.read_only)
    must_be_free(session.ports, out)
    plan = _fresh(session)
    try:
        made = _new_file(session, plan, out)
    finally:
        discard(plan)
    if made.unconfirmed:
        raise made.unconfirmed
    return _lost(plan)


def _new_file(session: Session, plan: Plan, out: Path) -> VaultFile:
    """Write what the plan notes to a new file, above all that is known."""
    ports, file = session.ports, session.file
    generation, epoch = _above(session)
    stamp = Stamp(
        max(generation, file.stamp.generation) + 1,
        max(epoch, file.stamp.epoch) + 1,
        file.save_id,
    )
    body = vault_body(plan.vault, encode_document(plan.vault))
    lock = Lock(out, ports.clock.now())
    try:
        store = Store(ports.files, ports.random)
        made = store.create(out, body, file.ident, plan.keys, stamp)
    except BaseException:
        lock.withdraw()
        raise
    lock.close()
    return made


def _fresh(session: Session) -> Plan:
    """Draw a new file key, for the ways in whose factors are at hand."""
    return plan_change(session, Wanted(opens=session.presented, renew=True))


def _lost(plan: Plan) -> tuple[int, ...]:
    return tuple(way.mask for way in plan.lost)


def _above(session: Session) -> tuple[int, int]:
    """Return the highest generation and epoch that this device knows of the vault.

    Without its notes, the names of the backups tell a generation: one less than the
    newest state has.
    """
    seen = session.standing.seen
    generation, epoch = (seen.generation, seen.epoch) if seen else (0, 0)
    vault = paths.vault_of(session.file.path)
    return max(generation, _newest(session.ports, vault) + 1), epoch


def _newest(ports: Ports, vault: Path) -> int:
    try:
        found = backups.newest_first(ports.files, vault)
    except VaultError:  # a folder that can't be listed tells nothing
        return 0
    return found[0].generation if found else 0
