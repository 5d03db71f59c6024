"""The first ten minutes: a place for the file, the vault, its first records."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from vault.app.adopt import adopting
from vault.app.credentials import Passphrase
from vault.app.edit import adding, editing
from vault.app.platforms import platform_name
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import blank_vault, create_vault
from vault.i18n import translate as _
from vault.ids import new_id
from vault.limits import NAME_CHARACTERS
from vault.model.account import Account
from vault.model.change import Add, Change, edit_vault
from vault.model.removal import removal_of
from vault.model.vault import Vault
from vault.packs import shipped_packs
from vault.storage.trouble import step

ENDING: Final = ".sparekey"
_NAME_BYTES: Final = 120  # of a file's name; with backups' endings below 255
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')  # on any of three systems
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def free_place(ports: Ports, folder: Path, name: str) -> Path:
    """Return a path in the folder, named for the business, where nothing stands yet."""
    stem = file_stem(name)
    path, number = folder / f"{stem}{ENDING}", 1
    while ports.files.exists(path):
        number += 1
        path = folder / f"{stem} {number}{ENDING}"
    return path


def file_stem(name: str) -> str:
    """Return a name as a file may be called on every system, without an ending."""
    fit = " ".join(_UNFIT.sub(" ", name).split())
    fit = fit.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .")
    if not fit or _DEVICES.fullmatch(fit):
        fit = f"{_('Vault')} {fit}".rstrip()
    return fit


def make_vault(ports: Ports, path: Path, name: str, passphrase: Passphrase) -> Session:
    """Make an empty vault for a business; raises as `create_vault`."""
    vault = blank_vault(ports, name.strip()[:NAME_CHARACTERS])
    return create_vault(ports, path, vault, passphrase)


def unmake_vault(session: Session) -> None:
    """Take back a vault that was made a moment ago and that nobody waits for."""
    session.close()
    with step("remove", session.file.path):
        session.ports.files.remove(session.file.path)


def renaming(vault: Vault, name: str) -> list[Change]:
    """Return the change that names the business otherwise; none for no other name."""
    name = name.strip()[:NAME_CHARACTERS]
    return [edit_vault(vault, name=name)] if name not in ("", vault.name) else []


def beginning(
    ports: Ports, vault: Vault, platforms: Iterable[str]
) -> tuple[list[Account], list[Change]]:
    """Return an account for each platform, and what brings them in.

    Each comes with its platform's steps and contacts; "" is a platform without a pack.
    """
    accounts = [
        Account(
            id=new_id(ports.random, vault.accounts),
            name=platform_name(one) or unnamed(),
            platform=one,
        )
        for one in platforms
    ]
    adopted = adopting(ports, vault, shipped_packs(), accounts)
    return accounts, [*(Add("account", one) for one in accounts), *adopted]


def unnamed() -> str:
    """Return what an account of no known platform is called until it is named."""
    return _("Another account")


def where_words(platform: str) -> str:
    """Return where the platform shows its codes, menu by menu; "" if unknown."""
    pack = shipped_packs().get(platform)
    path = pack.codes[0].menu_path if pack and pack.codes else ()
    return _(" / ").join(path)


def leaving_out(vault: Vault, account: str) -> list[Change]:
    """Return what takes an account away again; nothing where it is gone already."""
    gone = vault.find("account", account) is None
    return [] if gone else removal_of(vault, "account", account)


def filling_in(
    ports: Ports, vault: Vault, account: str, fields: Mapping[str, str]
) -> list[Change]:
    """Return what puts fields into an account; nothing where they stand there so.

    A blank name is no name: the one before stays.
    """
    before = vault.find("account", account)
    if before is None:
        return []
    wanted = {
        name: text.strip()
        for name, text in fields.items()
        if text.strip() != getattr(before, name) and (text.strip() or name != "name")
    }
    if not wanted:
        return []
    return editing(ports, vault, "account", account, wanted)[1]


def trusting(
    ports: Ports, vault: Vault, person: str, fields: Mapping[str, str]
) -> tuple[str, list[Change]]:
    """Return whom to ring and what enters them: `person` again, or somebody new.

    Without a name nobody is entered, and who was entered before stays.
    """
    fields = {name: text.strip() for name, text in fields.items()}
    before = vault.find("person", person)
    if not fields.get("name"):
        return person if before else "", []
    if before is None:
        record, changes = adding(ports, vault, "person", {**fields, "trusted": True})
        return record.id, changes
    if all(getattr(before, name) == text for name, text in fields.items()):
        return person, []
    return person, editing(ports, vault, "person", person, fields)[1]
