"""The files that go with a change of the ways in: words, a key file, a key card.

They are written first, since a way in that nobody holds would lock its owner out; where
the change does not come about they are taken away again, since they open nothing.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.ways_plan import Plan, carry_out, discard
from vault.errors import Unconfirmed
from vault.storage import atomic


@contextmanager
def taken_back(session: Session) -> Iterator[list[Path]]:
    """Yield a list for the files made inside; they go where the change fails.

    A save that was not confirmed has changed the vault: the files stay.
    """
    made: list[Path] = []
    epoch = session.file.stamp.epoch
    try:
        yield made
    except BaseException:
        if session.file.stamp.epoch == epoch:
            take_back(session.ports, made)
        raise


def take_back(ports: Ports, made: Iterable[Path]) -> None:
    """Remove files that were made for a change that does not come about."""
    for path in made:
        with suppress(OSError):  # it opens nothing, and may be deleted by hand
            ports.files.remove(path)


def write_made(ports: Ports, path: Path, data: bytes, made: list[Path]) -> None:
    """Write a new file that only its owner may read; raises `Exists`, `FileTrouble`."""
    try:
        atomic.write_new(ports.files, ports.random, path, data)
    except Unconfirmed:
        made.append(path)
        raise
    made.append(path)


def carry_out_with_card(
    session: Session, plan: Plan, card: bytes | None, path: Path | None
) -> None:
    """Write the key card, if there is one, and then the vault: both, or neither.

    Raises as `carry_out` and `write_made`; the plan is then discarded.
    """
    try:
        with taken_back(session) as made:
            if card is not None and path is not None:
                write_made(session.ports, path, card, made)
            carry_out(session, plan)
    except Unconfirmed:
        raise
    except BaseException:
        discard(plan)
        raise
