"""Hypothesis strategies for every record, its parts, and whole vaults.

Records are built from their Structs' own fields, so that a new field is drawn as soon
as it exists; only fields whose values have a meaning are named here.
"""

import string
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import msgspec
from hypothesis import strategies as st

from tests.builders import an_empty_vault
from vault.ids import ALPHABET, ID_SYMBOLS
from vault.model.attachment import Attachment
from vault.model.change import Add, Change, EditVault, Replace, apply, edit_vault
from vault.model.code import CODE_STATES, Code
from vault.model.contact import Channel
from vault.model.kit import WAYS
from vault.model.link import LINKS, relinked
from vault.model.platform import PlatformCode, PlatformDeadline, PlatformStep
from vault.model.procedure import SITUATIONS, Step
from vault.model.record import Record, Whole
from vault.model.removal import removal_of
from vault.model.vault import KINDS, Vault

NOON = "2026-03-01T12:00:00Z"
# Every character a person can type, and the ones that break encoders.
texts = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from('"\\/\x00\x7f\u2028é漢🔑'),
    max_size=12,
)
names = st.text(string.ascii_letters + " é漢", min_size=1, max_size=12).filter(
    str.strip
)
ids = st.text(ALPHABET, min_size=ID_SYMBOLS, max_size=ID_SYMBOLS)
days = st.dates().map(lambda day: day.isoformat())
times = st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat() + "Z")
whole = st.integers(0, 2**53 - 1)

_MEANT: dict[str, st.SearchStrategy[Any]] = {
    "id": ids,
    "name": names,
    "title": names,
    "state": st.sampled_from(CODE_STATES),
    "ways": st.sampled_from(WAYS),
    "situation": st.sampled_from(SITUATIONS),
    "used_at": st.just("") | times,
    "made": times,
    "began": times,
    "read_back": st.just("") | times,
    "added": st.just("") | times,
    "number": whole,
    "worth_a_day": st.none() | whole,
    "wait_days": st.none() | whole,
    "card_number": st.none() | whole,
    "present": st.none() | whole,
    "score": st.none() | whole,
    "days": st.none() | whole,
}
_DAYS = ("created", "issued", "retired", "checked", "source_date", "since")
_LATER_DAYS = ("last_confirmed", "ended", "destroyed", "renew", "exposed", "retiring")
_NEWER_DAYS = ("rules_confirmed", "next_day", "last_tried")
_NEWER_DAYS += ("expires", "opened", "withdrawn")
_MEANT |= dict.fromkeys((*_DAYS, *_LATER_DAYS, *_NEWER_DAYS), days | texts)


def _of(struct: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Draw a Struct field by field: by meaning where it has one, else by its type."""
    by_type: dict[Any, st.SearchStrategy[Any]] = {
        str: texts,
        Whole: whole,
        bool: st.booleans(),
        tuple[str, ...]: st.lists(texts, max_size=3).map(tuple),
        tuple[Step, ...]: st.lists(steps, max_size=3).map(tuple),
        tuple[Channel, ...]: st.lists(channels, max_size=3).map(tuple),
        tuple[Code, ...]: codes,
        tuple[PlatformCode, ...]: platform_codes,
        tuple[PlatformStep, ...]: platform_steps,
        tuple[PlatformDeadline, ...]: platform_deadlines,
    }
    drawn = {}
    for field in msgspec.structs.fields(struct):
        typed = by_type.get(field.type)
        drawn[field.name] = _MEANT.get(field.name, typed)
    return st.builds(struct, **drawn)


steps = st.builds(Step, texts, texts)
channels = st.builds(Channel, texts, texts, texts)
platform_codes = st.lists(
    st.builds(PlatformCode, label=texts, count=st.none() | whole, example=texts),
    max_size=2,
).map(tuple)
platform_steps = st.lists(
    st.builds(PlatformStep, situation=st.sampled_from(SITUATIONS), text=texts),
    max_size=3,
).map(tuple)
platform_deadlines = st.lists(
    st.builds(PlatformDeadline, what=texts, days=st.none() | whole), max_size=2
).map(tuple)
codes: st.SearchStrategy[Any] = st.lists(
    st.deferred(lambda: _of(Code)), max_size=4, unique_by=lambda code: code.id
).map(tuple)

records: dict[str, st.SearchStrategy[Any]] = {
    word: _of(kind.struct) for word, kind in KINDS.items()
}
# Bytes and what is said of them belong together; vaults are drawn without the bytes.
BLOBS = {sha256(one).hexdigest(): one for one in (b"", b"a paper", b"\x00" * 99)}
records["attachment"] = st.builds(
    lambda one, content: msgspec.structs.replace(
        one, content=content, size=len(BLOBS[content])
    ),
    _of(Attachment),
    st.sampled_from(sorted(BLOBS)),
)


@st.composite
def vaults(draw: st.DrawFn, at_most: int = 2) -> Vault:
    """Draw a vault of every kind of record, links made to fit, and a history."""
    vault = an_empty_vault()
    for kind in KINDS:
        for record in draw(
            st.lists(records[kind], max_size=at_most, unique_by=lambda one: one.id)
        ):
            vault, _ = apply(vault, Add(kind, record), NOON)
    vault = msgspec.structs.replace(
        vault,
        **{
            kind.collection: {
                record.id: draw(_linked(vault, word, record))
                for record in vault.collection(word).values()
            }
            for word, kind in KINDS.items()
        },
    )
    return draw(st.just(vault) | _edited(vault))


@st.composite
def _linked(draw: st.DrawFn, vault: Vault, kind: str, record: Record) -> Record:
    """Point every link of a record at something that is there, or at nothing."""
    for link in LINKS:
        if link.kind == kind:
            there = st.sampled_from(["", *vault.collection(link.target)])
            record = relinked(record, link, lambda _, there=there: draw(there))
    return record


@st.composite
def changes(draw: st.DrawFn, vault: Vault) -> list[Change]:
    """Draw the changes of one act that fits the vault: add, edit, remove, rename."""
    kind = draw(st.sampled_from(list(KINDS)))
    there = vault.collection(kind)
    acts = ["vault", "add", *(["edit", "remove"] if there else [])]
    act = draw(st.sampled_from(acts))
    if act == "vault":
        return [_renamed(draw, vault)]
    if act == "add":
        fresh = records[kind].filter(lambda one: one.id not in there)
        return [Add(kind, draw(_linked(vault, kind, draw(fresh))))]
    before = there[draw(st.sampled_from(sorted(there)))]
    if act == "remove":
        return removal_of(vault, kind, before.id)
    after = msgspec.structs.replace(draw(records[kind]), id=before.id)
    after = draw(_linked(vault, kind, draw(_mixed(before, after))))
    return [Replace(kind, before, after)]


def _renamed(draw: st.DrawFn, vault: Vault) -> EditVault:
    name, code = draw(texts), draw(st.sampled_from(["", "ab" * 16]))
    return edit_vault(vault, name=name, vault_code=code)


@st.composite
def _mixed(draw: st.DrawFn, before: Record, after: Record) -> Record:
    """Take some fields of `after`, as an edit does."""
    chosen: Iterable[str] = draw(st.sets(st.sampled_from(before.__struct_fields__)))
    fields = {name: getattr(after, name) for name in chosen}
    return msgspec.structs.replace(before, **fields)


@st.composite
def _edited(draw: st.DrawFn, vault: Vault) -> Vault:
    for _ in range(draw(st.integers(1, 3))):
        vault, _ = apply(vault, draw(changes(vault)), NOON, device="laptop")
    return vault
