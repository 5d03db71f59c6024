"""Renew a vault file on the disk without a new save: the same save, made whole.

Either the damage that was healed in memory is healed on the disk too, or the parity is
added that a large file was saved without. Generation and save id stay as they are.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from vault import limits
from vault.envelope.seal import reopen
from vault.errors import ChangedUnderneath, FileTrouble, Unconfirmed
from vault.storage.parity import Layout, repair_part
from vault.storage.store import Store, VaultFile, digest_of

Renewal: TypeAlias = Callable[[Store, VaultFile], VaultFile]
TROUBLES: Final = (ChangedUnderneath, FileTrouble, Unconfirmed)  # the save stands


def write_back(store: Store, loaded: VaultFile) -> VaultFile:
    """Put the healed file in the place of the damaged one, which is kept.

    Raises `ChangedUnderneath` where it is another by now, `FileTrouble` where the
    system refuses; the damaged file is then still in place.
    """
    if loaded.damage is None:
        return loaded
    return _replaced(store, loaded, loaded.damage.data, keep=True)


def add_parity(store: Store, loaded: VaultFile) -> VaultFile:
    """Add the parity that is due; a file too large to take any stays without.

    Raises as `write_back`; the file without parity is then still in place.
    """
    if not loaded.parity_due:
        return loaded
    data = store.must_be(loaded)
    if Layout(len(data)).file_bytes > limits.FILE_BYTES:
        return replace(loaded, parity_due=False)
    return _replaced(store, loaded, data + repair_part(data), keep=False)


def _replaced(store: Store, loaded: VaultFile, data: bytes, *, keep: bool) -> VaultFile:
    reopen(data, loaded.keys)  # what can't be opened must replace nothing

    def before() -> None:
        if keep:
            store.keep_damaged(loaded)

    doubt = store.replace(loaded, data, before)
    return replace(
        loaded,
        digest=digest_of(data),
        unconfirmed=doubt,
        damage=None,
        parity_due=False,
    )
