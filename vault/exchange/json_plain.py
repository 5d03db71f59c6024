"""Plain JSON: the complete export, the same again, and what people write by hand."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, TypeVar

import msgspec
from msgspec.structs import replace

from vault.document.codec import encode_document
from vault.document.prescan import prescan
from vault.document.schema import StoredVault
from vault.errors import BadInput, TooNew
from vault.exchange.base import Context, Plan
from vault.exchange.gathering import Gathering
from vault.exchange.hand_reading import gather_hand_written
from vault.exchange.hand_written import HandFile
from vault.exchange.json_papers import read_papers, spelt_papers
from vault.exchange.json_place import place_of
from vault.exchange.plain_text import read_text
from vault.limits import IMPORT_TOKENS
from vault.model.attachment import Attachment
from vault.model.record import Record
from vault.model.vault import KINDS, Vault

FORMAT: Final = "sparekey-plain"
VERSION: Final = 1
VERSION_WITH_PAPERS: Final = 2  # so that a program without them says it is too new
SECRETS: Final = ("identity", "vault_code")  # ENVELOPE: exports omit both

_EMPTY: Final[tuple[object, ...]] = ("", False, None, [], {})
T = TypeVar("T")


class _PlainFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of our own, of a version that is understood."""

    format: Literal["sparekey-plain"]
    version: int
    vault: StoredVault
    papers: dict[str, tuple[str, ...]] = {}


class _Exported(msgspec.Struct, frozen=True):
    """The part of a document that is exported, as it is spelt."""

    vault: msgspec.Raw


def export_json(vault: Vault, *, papers: bool = False) -> bytes:
    """Return everything in the vault but its secrets about itself, for people to read.

    With `papers` the bytes of attachments too; else they are only named. The same vault
    gives the same bytes: keys sorted, two spaces, UTF-8, one newline at
    the end. Raises Malformed where a text is not Unicode.
    """
    # Through the document, so that both say the same of every field and default.
    told = replace(vault, identity=None, vault_code="", ways=())
    document = msgspec.json.decode(encode_document(told), type=_Exported)
    file: dict[str, object] = {"format": FORMAT}
    if papers:  # before the vault: by its start a file is known that may be large
        file["papers"] = spelt_papers(vault)
    file["vault"] = document.vault
    file["version"] = VERSION_WITH_PAPERS if papers else VERSION
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


class JsonPlain:
    """Imports our own export and hand-written files."""

    word = "json"

    def fits(self, name: str, data: bytes) -> bool:
        """Say whether the name ends in .json, or the content begins as an object."""
        return name.lower().endswith(".json") or data.lstrip()[:1] == b"{"

    def read(self, name: str, data: bytes, context: Context) -> Plan:
        """Return the plan for the file.

        Raises BadInput with the JSON path of the first fault, Invalid with those of
        records that no vault may hold, Malformed for what is ambiguous or too deep,
        TooLarge, and TooNew for a later version of our export.
        """
        del name
        text = read_text(data).encode()
        prescan(text, IMPORT_TOKENS)
        raw = _parsed(text)
        gathering = Gathering(context)
        if isinstance(raw, dict) and "format" in raw:
            _gather_plain(gathering, raw)
        else:
            gather_hand_written(gathering, _typed(raw, HandFile))
        return gathering.checked()


def _gather_plain(gathering: Gathering, raw: Mapping[str, Any]) -> None:
    version = raw.get("version")
    newest = VERSION_WITH_PAPERS
    if raw["format"] == FORMAT and isinstance(version, int) and version > newest:
        raise TooNew(version, newest)
    file = _typed(raw, _PlainFile)
    source = file.vault
    gathering.hold(_named_papers(gathering, file))
    for kind, (_, _, collection) in KINDS.items():
        records: tuple[Record, ...] = getattr(source, collection)
        for at, record in enumerate(records):
            place = f"$.vault.{collection}[{at}]"
            held = gathering.context.vault.blobs
            if isinstance(record, Attachment) and record.content not in held:
                gathering.note(place, "bytes-left-out", record.name)
                continue
            _gather_record(gathering, place, kind, record)
            _note_lost(gathering, place, raw["vault"][collection][at], record)
    _note_vault(gathering, source, raw["vault"])


def _named_papers(gathering: Gathering, file: _PlainFile) -> dict[str, bytes]:
    """Return the bytes that a record of the file names; others are noted."""
    papers = read_papers(file.papers)
    named = {one.content for one in file.vault.attachments}
    for content in sorted(papers.keys() - named):
        gathering.note(f"$.papers.{content[:16]}", "paper-unnamed")
    return {content: papers[content] for content in papers.keys() & named}


def _gather_record(gathering: Gathering, place: str, kind: str, record: Record) -> None:
    """Gather a record whose id is free; one that differs from ours stays outside."""
    ours = gathering.held(kind, record.id)
    if ours is None:
        gathering.add(place, record)
    elif ours == record:
        gathering.there(place, ours)
    else:
        names = ours.__struct_fields__
        differing = [one for one in names if getattr(ours, one) != getattr(record, one)]
        gathering.note(place, "differs", ", ".join(differing))


def _note_lost(gathering: Gathering, place: str, raw: object, record: Record) -> None:
    for path, value in _lost(raw, msgspec.to_builtins(record), place):
        gathering.note(path, "unknown-field", json.dumps(value, ensure_ascii=False))


def _note_vault(
    gathering: Gathering, source: StoredVault, raw: Mapping[str, Any]
) -> None:
    """Note what stands in the file about the vault itself and is not merged."""
    if source.history:
        gathering.note("$.vault.history", "history-left-out", str(len(source.history)))
    ours = gathering.context.vault
    known = set(source.__struct_fields__)
    # A count of changes and an id say nothing that a person would miss.
    elsewhere = {kind.collection for kind in KINDS.values()}
    elsewhere |= {"history", "counter", "id"}
    for name, value in raw.items():
        if name in elsewhere or value in _EMPTY:
            continue
        # A secret is never told in a note, nor taken from a file of this kind.
        told = name if name in SECRETS else json.dumps(value, ensure_ascii=False)
        if name not in known:
            gathering.note(f"$.vault.{name}", "unknown-field", told)
        elif value != getattr(ours, name):
            gathering.note(f"$.vault.{name}", "kept-ours", told)


def _lost(raw: object, kept: object, place: str) -> Iterator[tuple[str, object]]:
    """Yield path and value of what typed decoding left out, empty values aside."""
    if isinstance(raw, dict) and isinstance(kept, dict):
        for name, value in raw.items():
            if name in kept:
                yield from _lost(value, kept[name], f"{place}.{name}")
            elif value not in _EMPTY:
                yield f"{place}.{name}", value
    elif isinstance(raw, list) and isinstance(kept, list | tuple):
        for at, (one, other) in enumerate(zip(raw, kept, strict=True)):
            yield from _lost(one, other, f"{place}[{at}]")


def _parsed(text: bytes) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise BadInput("file", "not-json", str(fault)) from None


def _typed(raw: object, type_: type[T]) -> T:
    try:
        return msgspec.convert(raw, type_)
    except msgspec.ValidationError as fault:
        place = place_of(fault)
        raise BadInput(place.path, "json-shape", place.detail) from None
