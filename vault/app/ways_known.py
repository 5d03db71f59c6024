"""Somebody knows what opens the vault: everything new, and what is left to be done.

What that person has opens what it opened before: older copies, backups, kits. So they
are named, and the older copies can be deleted from here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from vault.app.backups import damaged_files, list_backups
from vault.app.credentials import Credentials, Passphrase
from vault.app.other_copy import conflict_copies
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import CODE_BYTES, disk_cost
from vault.app.ways_change import code_fields
from vault.app.ways_plan import Added, Plan, Wanted, plan_change
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.envelope.seal import Way
from vault.errors import BrokenInvariant, Refused, VaultError
from vault.model.change import Change, Replace
from vault.model.code import CodeSet
from vault.model.identity import Identity
from vault.model.kit import Kit
from vault.model.vault import Vault
from vault.storage.trouble import step


@dataclass(frozen=True)
class Left:
    """What is left to be done afterwards, as data for a list.

    `kits` and `cards` still open with what that person has; `code_sets` are to be
    renewed on their platforms; `copies` of the file are from before.
    """

    kits: tuple[Kit, ...]
    card_number: int
    code_sets: tuple[CodeSet, ...]
    copies: tuple[Path, ...]


def plan_known(session: Session, new: Passphrase) -> Plan:
    """Plan everything new: passphrase, code, file key, identity; no other way stays.

    Every code set in force is marked to be renewed, and every kit as exposed. Raises
    `Refused` where the passphrase is the one that is known.
    """
    known = session.presented.passphrase
    if known is not None and new.secret.equals(known):
        raise Refused("way-same")
    ports = session.ports
    code, seed = Secret(ports.random(CODE_BYTES)), signing.new_seed(ports.random)
    day = ports.today()
    identity = {
        "identity": Identity(signing_seed=seed.reveal().hex()),
        "signer": signing.public_key(seed).hex(),
    }
    ways = (
        Added(Way(new.secret, cost=disk_cost(ports)), generated=new.generated),
        Added(Way(code=code)),
    )
    return plan_change(
        session,
        Wanted(
            opens=Credentials(new.secret, code),
            add=ways,
            remove=frozenset(range(len(session.file.keys.slots))),
            fields={**code_fields(session, code), **identity},
            also=lambda vault: list(_exposed(vault, day)),
        ),
    )


def left_to_do(session: Session) -> Left:
    """Return what is left to be done, once a plan of `plan_known` was carried out."""
    vault = session.vault
    return Left(
        kits=tuple(kit for kit in vault.kits.values() if _opens_still(kit)),
        card_number=vault.card_number - 1,
        code_sets=to_renew(vault),
        copies=older_copies(session.ports, session.file.path),
    )


def to_renew(vault: Vault) -> tuple[CodeSet, ...]:
    """Return the code sets that somebody may know, those of most worth first."""
    sets = [one for one in vault.code_sets.values() if one.renew and not one.retired]
    return tuple(sorted(sets, key=lambda one: (_worth(vault, one), one.id)))


def renewed(one: CodeSet) -> Change:
    """Return the change that takes a code set off the list."""
    return Replace("code-set", one, replace(one, renew=""))


def older_copies(ports: Ports, path: Path) -> tuple[Path, ...]:
    """Return backups, damaged files and conflict copies: what lies here from before.

    What can't be listed is left out: it is deleted by nobody.
    """
    found: list[Path] = []
    for listing in (list_backups, damaged_files, conflict_copies):
        try:
            found += [one.path for one in listing(ports, path)]
        except VaultError:
            continue
    return tuple(found)


def delete_copies(ports: Ports, path: Path, copies: Iterable[Path]) -> None:
    """Delete older copies of a vault for good; `FileTrouble` at the first that stays.

    Nothing but what `older_copies` lists is ever deleted: `BrokenInvariant`.
    """
    wanted = tuple(copies)
    if not set(wanted) <= set(older_copies(ports, path)):
        raise BrokenInvariant("delete-no-copy")
    for one in wanted:
        with step("remove", one):
            ports.files.remove(one)


def _exposed(vault: Vault, day: str) -> Iterator[Change]:
    for one in vault.code_sets.values():
        if not one.retired and not one.renew:
            yield Replace("code-set", one, replace(one, renew=day))
    for kit in vault.kits.values():
        if not (kit.exposed or kit.destroyed or kit.partial):  # a part has its own
            yield Replace("kit", kit, replace(kit, exposed=day))


def _opens_still(kit: Kit) -> bool:
    return bool(kit.exposed) and not kit.destroyed


def _worth(vault: Vault, one: CodeSet) -> int:
    account = vault.accounts.get(one.account)
    return -(account.worth_a_day or 0) if account else 0
