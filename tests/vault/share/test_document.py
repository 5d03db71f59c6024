"""The share document: one spelling, nothing believed that a stranger may have put."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import NOON, a_kit, a_vault, with_records
from tests.strategies import days, texts, times, whole
from tests.vault.share.marked import marked_vaults
from vault.document.schema import MINOR
from vault.encoding.canonical import to_json
from vault.errors import BrokenInvariant, Malformed, TooNew, VaultError
from vault.model.vault import Vault
from vault.share.document import ShareFacts, decode_share, encode_share
from vault.share.scope import DEPTHS, scoped

ID = "ffeeddccbbaa9988"
FACTS = ShareFacts(issue=1, made=NOON, depth="codes", note="Ring me", expires="")
facts = st.builds(
    ShareFacts,
    issue=whole.filter(bool),
    made=times,
    depth=st.sampled_from(DEPTHS),
    note=texts,
    expires=st.just("") | days,
)


def part_of(vault: Vault, depth: str = "codes") -> Vault:
    return scoped(vault, vault.accounts, depth, ID)


PART = part_of(a_vault(2))


def plain() -> dict[str, Any]:
    """Return a sound share document as plain values, to be spoilt."""
    return json.loads(encode_share(FACTS, PART))


@given(facts, marked_vaults())
def test_what_is_written_reads_back_and_prints_the_same(
    told: ShareFacts, vault: Vault
) -> None:
    """Facts and part."""
    part = part_of(vault, told.depth)
    data = encode_share(told, part)
    read = decode_share(data)
    assert (read.facts, read.part, read.newer) == (told, part, False)
    assert encode_share(read.facts, read.part) == data


@given(st.binary(max_size=60))
def test_any_bytes_are_refused_by_name(data: bytes) -> None:
    """No traceback, whatever comes."""
    with pytest.raises(VaultError):
        decode_share(data)


@given(st.data())
def test_a_changed_byte_is_a_share_or_refused_by_name(data: st.DataObject) -> None:
    """What still reads prints back to just these bytes."""
    sound = encode_share(FACTS, PART)
    at = data.draw(st.integers(0, len(sound) - 1))
    byte = data.draw(st.integers(0, 255))
    changed = sound[:at] + bytes([byte]) + sound[at + 1 :]
    try:
        read = decode_share(changed)
    except (Malformed, TooNew):
        return
    if not read.newer:
        assert encode_share(read.facts, read.part) == changed


def spoilt(**share: object) -> bytes:
    """Return the document with other facts; None takes one away."""
    document = plain()
    document["share"] |= share
    left = {name: v for name, v in document["share"].items() if v is not None}
    return to_json(document | {"share": left})


@pytest.mark.parametrize(
    ("share", "where"),
    [
        ({"issue": 0}, "share.facts"),
        ({"issue": -1}, "share.facts"),
        ({"issue": "1"}, "share.type"),
        ({"issue": None}, "share.type"),
        ({"issue": True}, "share.type"),
        ({"made": "yesterday"}, "share.facts"),
        ({"made": "2026-03-01"}, "share.facts"),
        ({"made": None}, "share.type"),
        ({"expires": "2026-02-30"}, "share.facts"),
        ({"expires": NOON}, "share.facts"),
        ({"expires": ""}, "share.not-canonical"),
        ({"depth": "everything"}, "share.type"),
        ({"depth": None}, "share.type"),
        ({"note": 7}, "share.type"),
        ({"priority": "high"}, "share.not-canonical"),
        ({"depth": "access"}, "share.scope"),
        ({"depth": "procedures"}, "share.scope"),
    ],
)
def test_facts_that_are_none_are_malformed(
    share: dict[str, object], where: str
) -> None:
    """One fault each; the place is named."""
    with pytest.raises(Malformed) as caught:
        decode_share(spoilt(**share))
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"id": "xyz"}, "share.vault"),
        ({"signer": "zz"}, "share.vault"),
        ({"created": "noon"}, "share.vault"),
        ({"vault_code": "0f" * 16}, "share.scope"),
        ({"identity": {"signing_seed": "5e" * 32}}, "share.scope"),
        ({"colour": "red"}, "document.not-canonical"),
        ({"name": 7}, "document.type"),
    ],
)
def test_a_part_that_is_none_is_malformed(more: dict[str, object], where: str) -> None:
    """Secrets in it, wrong fields, fields that nobody knows."""
    document = plain()
    document["document"]["vault"] |= more
    with pytest.raises(Malformed) as caught:
        decode_share(to_json(document))
    assert caught.value.where == where


def test_a_register_in_a_share_is_malformed() -> None:
    """It tells where the owner's kits lie."""
    with pytest.raises(Malformed) as caught:
        decode_share(
            encode_share(FACTS, with_records(PART, {"kits": [a_kit()]})),
        )
    assert caught.value.where == "share.scope"


def test_a_newer_minor_is_read_as_far_as_it_is_known() -> None:
    """Of the share document, or of the part inside."""
    outer = plain() | {"minor": 1, "seen": True}
    outer["share"]["priority"] = "high"
    inner = plain()
    inner["document"] |= {"minor": MINOR + 1}
    inner["document"]["vault"]["errands"] = []
    for document in (outer, inner):
        read = decode_share(to_json(document))
        assert read == (FACTS, PART, True)


def test_a_newer_minor_is_refused_what_is_ambiguous() -> None:
    """Nothing else would notice a key given twice."""
    document = to_json(plain() | {"minor": 1})
    doubled = document.replace(b'"issue":1', b'"issue":1,"issue":1')
    with pytest.raises(Malformed) as caught:
        decode_share(doubled)
    assert caught.value.where == "json.doubled-key"


@pytest.mark.parametrize("where", ["share", "part"])
def test_a_newer_version_is_refused(where: str) -> None:
    """The program that knows it is named as the way out."""
    document = plain()
    (document if where == "share" else document["document"])["version"] = 2
    with pytest.raises(TooNew) as caught:
        decode_share(to_json(document))
    assert (caught.value.version, caught.value.understood) == (2, 1)


@pytest.mark.parametrize(
    "head", [{"version": 0}, {"version": -1}, {"minor": -1}, {"version": "1"}]
)
def test_a_version_that_never_was_is_malformed(head: dict[str, object]) -> None:
    """There is no older one."""
    with pytest.raises(Malformed):
        decode_share(to_json(plain() | head))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\n",
        lambda data: b" " + data,
        lambda data: data.replace(b'"minor":0', b'"minor": 0'),
        lambda data: data.replace(b'},"minor"', b'} ,"minor"'),
        lambda data: data[:-1],
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"Ring", b"R\xffng"),
        lambda data: data.replace(b"Shop 0", b"Sh\xffp 0"),
    ],
)
def test_another_spelling_is_malformed(spoil: Any) -> None:  # noqa: ANN401
    """Spaces, ends, bytes that are no text."""
    with pytest.raises(Malformed):
        decode_share(spoil(encode_share(FACTS, PART)))


def test_a_record_of_a_wrong_type_is_never_written() -> None:
    """It is our own fault, and no bytes of it leave."""
    with pytest.raises(BrokenInvariant):
        encode_share(FACTS, replace(PART, name=7))


@pytest.mark.parametrize(
    ("expires", "today", "old"),
    [
        ("", "2999-12-31", False),
        ("2026-03-01", "2026-02-28", False),
        ("2026-03-01", "2026-03-01", False),
        ("2026-03-01", "2026-03-02", True),
        ("2026-12-31", "2027-01-01", True),
    ],
)
def test_a_share_is_old_from_the_day_after_its_last(
    expires: str, today: str, old: bool
) -> None:
    """The last day still counts."""
    assert replace(FACTS, expires=expires).expired(today) is old
