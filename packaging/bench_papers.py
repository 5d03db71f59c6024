"""A vault with 64 MiB of papers: taken in, saved, saved again, opened; and its memory.

Each as a ratio to writing and hashing as many bytes on the same disk in the same run.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from measured_ports import quiet_ports

from vault.app.attachments import About, as_read, keep
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.sample import sample_vault
from vault.app.unlock import blank_vault, create_vault, open_vault
from vault.crypto.random import system_random
from vault.envelope.seal import Credentials
from vault.model.change import edit_vault

MIB = 1024 * 1024
FILES, FILE_BYTES = 4, 16 * MIB
NOW = "2026-11-23T12:00:00Z"
WORDS = "bench bench bench bench bench bench"


def papers_rows() -> list[dict[str, object]]:
    """Return a row for each act: seconds, and the ratio to the reference."""
    with tempfile.TemporaryDirectory(prefix="sk") as folder:
        return _rows(Path(folder))


def _rows(folder: Path) -> list[dict[str, object]]:
    datas = [system_random(FILE_BYTES) for _ in range(FILES)]
    reference = _seconds(lambda: _written(folder / "plain", datas))
    ports, path = quiet_ports(folder), folder / "shop.sparekey"
    whole = blank_vault(ports, sample_vault(25, now=NOW).name)
    known = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    session = create_vault(ports, path, whole, known)
    spent: dict[str, float] = {}

    def take_in() -> None:
        files = [as_read(f"{n}.pdf", data) for n, data in enumerate(datas)]
        keep(session, files, About(), "Keep papers")

    spent["take in"] = _seconds(take_in)
    spent["save"] = _seconds(session.save)
    session.apply([edit_vault(session.vault, name="Other")], "Rename the vault")
    spent["save again"] = _seconds(session.save)
    session.close()

    def open_again() -> None:
        shown = Credentials(passphrase=known.secret)
        open_vault(ports, path, shown, write=False).close()

    spent["open"] = _seconds(open_again)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows: list[dict[str, object]] = [
        {"act": act, "seconds": round(s, 2), "ratio": round(s / reference, 1)}
        for act, s in spent.items()
    ]
    size = path.stat().st_size // MIB
    return [*rows, {"act": "peak memory", "mib": peak, "file_mib": size}]


def print_rows(rows: list[dict[str, object]]) -> None:
    """Print the rows as a table."""
    for row in rows:
        if "mib" in row:
            print(f"{row['act']:12} {row['mib']} MiB, a file of {row['file_mib']} MiB")
        else:
            told = f"{row['seconds']} s, {row['ratio']} times the plain bytes"
            print(f"{row['act']:12} {told}")


def _written(path: Path, datas: list[bytes]) -> None:
    with path.open("wb") as file:
        for data in datas:
            sha256(data).digest()
            file.write(data)
        file.flush()


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
