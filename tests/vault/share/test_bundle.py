"""A share opens to what was sealed, signed by whom it names, or not at all."""

from collections.abc import Callable
from dataclasses import replace as changed
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders import NOON, a_vault
from tests.fakes import CHEAP, ports_on_disk
from vault.app.owner_key import signature
from vault.app.unlock import blank_vault
from vault.crypto import signing
from vault.crypto.kdf import argon2id
from vault.crypto.secret import Secret
from vault.document.body import encode_body
from vault.envelope import factors
from vault.envelope.header import REPAIR_MAGIC, Profile, parse_header
from vault.envelope.seal import (
    Credentials,
    Keys,
    Opened,
    Way,
    new_keys,
    open_envelope,
    passphrase_secret,
    seal,
)
from vault.errors import (
    BrokenInvariant,
    EnvelopeError,
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
    TooNew,
)
from vault.limits import Cost
from vault.model.vault import Vault
from vault.share import bundle
from vault.share.bundle import STAMP, Bundle, open_bundle, seal_share
from vault.share.document import ShareFacts, encode_share
from vault.share.scope import scoped

PORTS = ports_on_disk()
OWNER = blank_vault(PORTS, "Tea Shop")
VAULT = replace(
    a_vault(2),
    id=OWNER.id,
    identity=OWNER.identity,
    signer=OWNER.signer,
    vault_code=OWNER.vault_code,
)
WORDS = passphrase_secret("abacus zoom lamp river stone quiet")
IDENT = bytes.fromhex("ffeeddccbbaa9988")
FACTS = ShareFacts(issue=1, made=NOON, depth="codes", note="Ring me")
PART = scoped(VAULT, VAULT.accounts, "codes", IDENT.hex())
SHOWN = Credentials(passphrase=WORDS)


def own_signature(message: bytes) -> bytes:
    return signature(VAULT, message)


def keys(ident: bytes = IDENT, cost: Cost = CHEAP.paper) -> Keys:
    ways = [Way(passphrase=WORDS, cost=cost)]
    return new_keys(ident, ways, PORTS.random, CHEAP.floor)


def a_share(part: Vault = PART, facts: ShareFacts = FACTS) -> bytes:
    return seal_share(facts, part, keys(), PORTS.random, own_signature)


def sealed(
    body: bytes,
    sign: Callable[[bytes], bytes] | None = own_signature,
    profile: Profile = Profile.SHARE,
    ident: bytes = IDENT,
) -> bytes:
    """Seal as somebody may who keeps to no rule of a share."""
    return seal(
        body,
        profile=profile,
        ident=ident,
        keys=keys(ident),
        stamp=STAMP,
        random=PORTS.random,
        sign=sign,
    )


BODY = encode_body(encode_share(FACTS, PART))
SOUND = a_share()


def test_a_share_opens_to_what_went_in() -> None:
    """Facts and part, believed."""
    assert open_bundle(SOUND, SHOWN) == Bundle(FACTS, PART, newer=False)


def test_the_file_key_is_wiped_once_a_share_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody needs it: a share is never sealed again."""
    found: list[Opened] = []

    def kept(*given: Any, **named: Any) -> Opened:  # noqa: ANN401
        found.append(open_envelope(*given, **named))
        return found[0]

    monkeypatch.setattr(bundle, "open_envelope", kept)
    open_bundle(SOUND, SHOWN)
    with pytest.raises(BrokenInvariant):
        found[0].keys.file_key.reveal()


def test_the_open_part_names_the_share_and_not_the_vault() -> None:
    """Nor the save that it was made from."""
    header = parse_header(SOUND, paper=False)
    assert header.profile is Profile.SHARE
    assert header.ident == IDENT
    opened = open_envelope(SOUND, SHOWN)
    assert (opened.stamp.generation, opened.stamp.epoch) == (1, 1)
    assert opened.stamp.parent == bytes(8)
    assert bytes.fromhex(VAULT.id) not in SOUND[: header.payload_start]


def test_two_shares_of_the_same_have_nothing_in_common() -> None:
    """Fresh file key, salts and save id."""
    one, other = parse_header(SOUND, paper=False), parse_header(a_share(), paper=False)
    assert one.save_id != other.save_id
    assert one.slots[0].salt != other.slots[0].salt


def test_other_words_open_nothing() -> None:
    """The owner's own, say."""
    with pytest.raises(NoKey):
        open_bundle(SOUND, Credentials(passphrase=passphrase_secret("tea shop")))


def test_a_share_signed_by_another_or_by_nobody_is_tampered_with() -> None:
    """Whoever can read a share must not be able to forge one."""
    other = signing.new_seed(PORTS.random)
    for sign in (lambda message: signing.sign(other, message), None):
        with pytest.raises(Tampered):
            open_bundle(sealed(BODY, sign), SHOWN)


def test_a_part_without_a_signer_is_tampered_with() -> None:
    """No key, no owner."""
    body = encode_body(encode_share(FACTS, replace(PART, signer="")))
    with pytest.raises(Tampered):
        open_bundle(sealed(body), SHOWN)


def test_a_signature_of_another_share_does_not_fit() -> None:
    """It covers who can open it, and what is inside."""
    theirs = open_envelope(a_share(), SHOWN).signature
    with pytest.raises(Tampered):
        open_bundle(sealed(BODY, lambda _: theirs), SHOWN)


def test_a_deputy_who_changes_the_note_can_not_sign_it() -> None:
    """He knows the passphrase, and has the old signature."""
    opened = open_envelope(SOUND, SHOWN)
    forged = encode_share(replace(FACTS, note="Pay me"), PART)
    with pytest.raises(Tampered):
        open_bundle(sealed(encode_body(forged), lambda _: opened.signature), SHOWN)


def test_a_part_of_another_id_is_malformed() -> None:
    """The id outside must be the one that is signed for inside."""
    with pytest.raises(Malformed) as caught:
        open_bundle(sealed(BODY, ident=bytes(8)), SHOWN)
    assert caught.value.where == "share.id"


@pytest.mark.parametrize("profile", [Profile.KIT, Profile.PROPOSAL])
def test_another_profile_is_no_share(profile: Profile) -> None:
    """Even with the same content."""
    with pytest.raises(Malformed):
        open_bundle(sealed(BODY, profile=profile), SHOWN)


def test_a_vault_is_no_share() -> None:
    """Even with the same content."""
    with pytest.raises(Malformed) as caught:
        open_bundle(sealed(BODY, sign=None, profile=Profile.VAULT), SHOWN)
    assert caught.value.where == "profile"


def test_a_later_format_is_too_new() -> None:
    """Before anything else is looked at."""
    with pytest.raises(TooNew):
        open_bundle(SOUND[:8] + b"\x02" + SOUND[9:], SHOWN)


@pytest.mark.parametrize("body", [b"", b"\0\0\0\x02{}", BODY + b"!", BODY[4:]])
def test_a_body_that_is_no_share_is_malformed(body: bytes) -> None:
    """Its owner may sign what he likes."""
    with pytest.raises(Malformed):
        open_bundle(sealed(body), SHOWN)


@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_no_flipped_byte_opens(at: int, bits: int) -> None:
    """Only the five errors leave."""
    with pytest.raises(EnvelopeError):
        open_bundle(SOUND[:at] + bytes([SOUND[at] ^ bits]) + SOUND[at + 1 :], SHOWN)


@given(st.integers(0, len(SOUND) - 1))
def test_no_truncation_opens(size: int) -> None:
    """At no length."""
    with pytest.raises(EnvelopeError):
        open_bundle(SOUND[:size], SHOWN)


@given(
    st.binary(min_size=1, max_size=40).filter(
        lambda more: not more.startswith(REPAIR_MAGIC)
    )
)
def test_no_extension_opens(more: bytes) -> None:
    """But for the repair part that a later program may write."""
    with pytest.raises(Malformed):
        open_bundle(SOUND + more, SHOWN)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_one_of_the_five_errors(data: bytes) -> None:
    """Whoever sent them."""
    with pytest.raises(EnvelopeError):
        open_bundle(data, SHOWN)


def test_a_payload_of_one_share_behind_the_header_of_another_does_not_open() -> None:
    """Nor the other way round."""
    other = a_share(facts=replace(FACTS, note="Other one"))
    start = parse_header(SOUND, paper=False).payload_start
    assert parse_header(other, paper=False).payload_start == start
    with pytest.raises(Tampered):
        open_bundle(SOUND[:start] + other[start:], SHOWN)


def test_a_costly_share_asks_first_and_opens_when_it_may() -> None:
    """Half of the free memory is what is spent unasked."""
    small = CHEAP.paper.m_kib
    with pytest.raises(NeedsConsent):
        open_bundle(SOUND, SHOWN, free_memory_kib=small)
    opened = open_bundle(SOUND, SHOWN, free_memory_kib=small, consent=True)
    assert opened.facts == FACTS


def test_a_share_can_be_given_up_on_while_it_is_being_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was consented to runs beside, and is told when to end."""

    def beside(
        phrase: Secret, salt: bytes, cost: Cost, cancelled: Callable[[], bool]
    ) -> Secret | None:
        return None if cancelled() else argon2id(phrase, salt, cost)

    monkeypatch.setattr(factors, "argon2id_in_child", beside)
    assert open_bundle(SOUND, SHOWN, consent=True).facts == FACTS
    with pytest.raises(NeedsConsent):
        open_bundle(SOUND, SHOWN, consent=True, cancelled=lambda: True)


def test_a_costlier_slot_is_read_as_such() -> None:
    """The cost in the slot is the one that counts."""
    cost = changed(CHEAP.paper, t=2)
    data = seal_share(FACTS, PART, keys(cost=cost), PORTS.random, own_signature)
    assert open_bundle(data, SHOWN).part == PART
