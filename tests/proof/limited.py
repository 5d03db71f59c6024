"""A process whose files may not grow beyond a size, that edits a vault and saves it."""

import resource
from multiprocessing.connection import Connection
from pathlib import Path

from tests.desk import opened
from tests.fakes import ports_on_disk
from tests.proof.killed import START, edit, number_in
from vault.app.explain import explain
from vault.errors import VaultError

Told = tuple[str, bool, int]  # what was said, whether the edit is kept, and which


def save_within(path: Path, limit: int) -> Told:
    """Let a process of so much room save; return how it ended."""
    hears, tells = START.Pipe(duplex=False)
    child = START.Process(target=_save, args=(path, limit, tells))
    child.start()
    tells.close()
    told: Told = hears.recv()
    child.join()
    assert child.exitcode == 0
    return told


def _save(path: Path, limit: int, tells: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    with opened(ports_on_disk(), path, write=True) as session:
        edit(session, 99)
        said = ""
        try:
            session.save()
        except VaultError as error:
            said = explain(error).happened
        tells.send((said, session.unsaved, number_in(session)))
