"""A vault held open by a process of its own, which is told what to do line by line.

    python packaging/own_side.py VAULT

What `keepassxc-cli open` is on the other side: the code of the vault is read first (it
costs no key derivation), then each line is an act, answered by the same prompt.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from measured_ports import quiet_ports
from msgspec.structs import replace

from vault.app.search import Index, index_of
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.crypto.secret import Secret
from vault.envelope.seal import Credentials
from vault.model.change import Replace

PROMPT = "own> "
ASK = "code: "


class Held:
    """An open vault, and what can be asked of it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._index: Index | None = None

    def search(self, text: str) -> None:
        """Print the names of the accounts that are found, as the other side does."""
        vault = self.session.vault
        if self._index is None:
            self._index = index_of(vault, str)
        found = self._index.find(text)
        print("\n".join(vault.accounts[id_].name for id_ in found))

    def edit(self, notes: str) -> None:
        """Change the notes of one account and save."""
        account = next(iter(self.session.vault.accounts.values()))
        self.session.apply(Replace("account", account, replace(account, notes=notes)))
        self.session.save()

    def lock(self, _: str) -> None:
        """Close the vault, which adds what parity is due."""
        self.session.close()


def main() -> None:
    """Open the vault, then do what each line says until there is none."""
    path = Path(sys.argv[1])
    _ask(ASK)
    code = Secret(bytes.fromhex(sys.stdin.readline().strip()))
    gc.freeze()  # as the window does: what was loaded stays
    held = Held(
        open_vault(quiet_ports(path.parent), path, Credentials(code=code), write=True)
    )
    acts = {"search": held.search, "edit": held.edit, "lock": held.lock}
    _ask(PROMPT)
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        acts[word](rest)
        _ask(PROMPT)


def _ask(prompt: str) -> None:
    sys.stdout.write(prompt)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
