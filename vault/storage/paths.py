"""Where things lie around a vault file; the only place that knows."""

import re
from pathlib import Path

ENDING = ".sparekey"
_BACKUPS = " backups"
_DAMAGED = re.compile(r"damaged-[0-9a-f]{16}\.sparekey")
_BACKUP = re.compile(r"g(\d{10})-([0-9a-f]{16})\.sparekey")
_TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{12}\.new", re.DOTALL)


def temporary(path: Path, tag: bytes) -> Path:
    """Return the name a new file is written under before it takes its place."""
    return path.with_name(f".{path.name}.{tag.hex()}.new")


def written_for(name: str) -> str | None:
    """Return the name of the file that a temporary one was written for, else None."""
    match = _TEMPORARY.fullmatch(name)
    return match[1] if match else None


def lock(path: Path) -> Path:
    """Return the name of the lock file beside a vault."""
    return path.with_name(f".{path.name}.lock")


def backups(path: Path) -> Path:
    """Return the folder of a vault's backups, beside it."""
    return path.with_name(f"{path.name.removesuffix(ENDING)}{_BACKUPS}")


def backup(path: Path, generation: int, save_id: bytes) -> Path:
    """Return a backup's name: by generation, and by save where two have the same."""
    return backups(path) / f"g{generation:010d}-{save_id.hex()}{ENDING}"


def damaged(path: Path, digest: bytes) -> Path:
    """Return the name that a damaged file is kept under, by its hash; never pruned."""
    return backups(path) / f"damaged-{digest[:8].hex()}{ENDING}"


def is_kept(path: Path) -> bool:
    """Tell whether a path is that of a backup, or of a damaged file that was kept."""
    beside = path.parent.name.endswith(_BACKUPS)
    return beside and bool(_BACKUP.fullmatch(path.name) or is_damaged(path.name))


def vault_of(path: Path) -> Path:
    """Return the vault that a backup is of; of another file, that file."""
    if not is_kept(path):
        return path
    name = path.parent.name.removesuffix(_BACKUPS)
    return path.parent.with_name(f"{name}{ENDING}")


def is_damaged(name: str) -> bool:
    """Tell whether a name among the backups is that of a damaged file."""
    return bool(_DAMAGED.fullmatch(name))


def generation_of(name: str) -> int | None:
    """Return the generation a backup's name tells, or None for another file."""
    match = _BACKUP.fullmatch(name)
    return int(match[1]) if match else None


def save_of(name: str) -> bytes | None:
    """Return the id of the save that a backup's name tells, or None likewise."""
    match = _BACKUP.fullmatch(name)
    return bytes.fromhex(match[2]) if match else None
