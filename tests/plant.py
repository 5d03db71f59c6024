"""Write the sound vault and each planted fault as files, to look at them by hand.

    .venv/bin/python -m tests.plant FOLDER

Then `sparekey check` and `sparekey rehearse` with `--passphrase-file FOLDER/words.txt`.
Of the sound one nothing needs care: a second place for backups is chosen for each, in
the same folder, which this device remembers until `sparekey backups VAULT --no-second`.
The vaults are a test's and the words stand beside them: nothing of your own belongs in.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from tests.builders import DAY
from tests.desk import WORDS
from tests.planted import (
    sound_vault,
    with_a_circle,
    with_a_lone_admin_who_left,
    with_one_code_left,
    with_stale_steps,
    with_the_mailbox_on_one_phone,
)
from vault.app.credentials import typed_passphrase
from vault.app.ports import Ports
from vault.app.second_place import choose_second_place
from vault.app.system import state_folder, system_ports
from vault.app.unlock import blank_vault, create_vault
from vault.model.vault import KINDS, Vault

SECOND: Final = "second place"
_FAULTS: Final[dict[str, Callable[[Vault], Vault]]] = {
    "sound": lambda vault: vault,
    "circle": with_a_circle,
    "lone-admin-left": with_a_lone_admin_who_left,
    "mailbox-on-the-phone": with_the_mailbox_on_one_phone,
    "one-code-left": with_one_code_left,
    "stale-steps": with_stale_steps,
}


def plant(ports: Ports, folder: Path) -> list[Path]:
    """Write a vault for each fault into a folder, and the words that open them all."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text(WORDS + "\n", "utf-8")
    (folder / SECOND).mkdir(exist_ok=True)
    return [
        _written(ports, folder / f"{name}.sparekey", fault)
        for name, fault in _FAULTS.items()
    ]


def _written(ports: Ports, path: Path, fault: Callable[[Vault], Vault]) -> Path:
    vault = _of_today(fault(sound_vault()), ports.today())
    kept = {one.collection: vault.collection(one.word) for one in KINDS.values()}
    whole = replace(blank_vault(ports, vault.name), **kept)
    create_vault(ports, path, whole, typed_passphrase(WORDS)).close()
    if ports.state:  # where this device remembers nothing, no second place is missed
        choose_second_place(ports, path, path.parent / SECOND)
    return path


def _of_today(vault: Vault, today: str) -> Vault:
    """Confirm anew what the tests' clock calls confirmed; a stale one stays stale."""
    steps = {
        id_: replace(one, checked=today) if one.checked == DAY else one
        for id_, one in vault.procedures.items()
    }
    return replace(vault, procedures=steps)


if __name__ == "__main__":
    for made in plant(system_ports(lambda *_: None, state_folder()), Path(sys.argv[1])):
        sys.stdout.write(f"{made}\n")
