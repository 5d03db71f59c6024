"""Open a file by keys that are in use already: another copy, a backup, no Argon2."""

from pathlib import Path

from vault.envelope.header import Profile
from vault.envelope.seal import Keys, Opened, reopen
from vault.storage.reading import open_healed
from vault.storage.store import Store, VaultFile, digest_of


def load_by_keys(store: Store, path: Path, keys: Keys) -> tuple[VaultFile, bytes]:
    """Open a vault file that shares its file key; return its state and its body.

    Raises what `Store.load` does; `NoKey` where its file key is another.
    """
    data = store.read_vault(path)

    def open_(reading: bytes) -> Opened:
        return reopen(reading, keys, profile=Profile.VAULT)

    opened, damage = open_healed(path, data, open_)
    header = opened.header
    file = VaultFile(
        path=path,
        digest=digest_of(data),
        ident=header.ident,
        save_id=header.save_id,
        keys=opened.keys,
        stamp=opened.stamp,
        damage=damage,
    )
    return file, opened.body
