"""Bytes → Pack, and the packs that are shipped."""

import re
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, TypeVar

import msgspec

from vault.errors import BadInput, TooLarge, TooNew
from vault.i18n import language
from vault.limits import PACK_BYTES
from vault.packs.shape import SCHEMA, Pack

T = TypeVar("T")
_PLACED: Final = re.compile(r"^(?P<detail>.*) - at `(?P<where>[^`]*)`$", re.DOTALL)


class _Version(msgspec.Struct):
    schema: int


def load_pack(data: bytes) -> Pack:
    """Return the pack that `data` (UTF-8 JSON) spells, with every key in its place.

    Raises TooLarge above PACK_BYTES, TooNew for a later schema, and BadInput with the
    JSON path of the first fault for everything else.
    """
    return load(data, Pack)


def load(data: bytes, shape: type[T]) -> T:
    """Return what `data` spells of that shape; raises as `load_pack`."""
    if len(data) > PACK_BYTES:
        raise TooLarge("PACK_BYTES", PACK_BYTES, len(data))
    try:
        version = msgspec.json.decode(data, type=_Version).schema
        if version > SCHEMA:
            raise TooNew(version, SCHEMA)
        if version < SCHEMA:
            raise BadInput("$.schema", "pack-shape", str(version))
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        placed = _PLACED.match(str(error))
        where = placed["where"] if placed else "$"
        detail = placed["detail"] if placed else str(error)
        raise BadInput(where, "pack-shape", detail) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput("$", "pack-not-json", str(error)) from error


def shipped_packs() -> dict[str, Pack]:
    """Return the packs of this edition by id, in order of id; read once a process."""
    return dict(_shipped())


def packs_in(folder: Traversable, language: str = "") -> dict[str, Pack]:
    """Return the packs of a folder by id, in order of id.

    What lies in its sub-folder of that language stands in for the English of the same
    name; where none does, English is better than nothing. Raises as `load_pack`.
    """
    found: dict[str, Pack] = {}
    for entry in folder.iterdir():
        if entry.name.endswith(".json"):
            own = folder.joinpath(language, entry.name) if language else entry
            pack = load_pack((own if own.is_file() else entry).read_bytes())
            found[pack.id] = pack
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Pack]:
    return packs_in(files("resources").joinpath("platforms"), language())
