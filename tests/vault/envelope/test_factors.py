"""The key-encryption key: what it depends on, what it needs."""

from dataclasses import replace

import pytest

from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.envelope import factors
from vault.envelope.factors import Credentials, kek, unwrap_slot, wrap_slot
from vault.envelope.slot import Slot
from vault.errors import BrokenInvariant, NeedsConsent
from vault.limits import Cost

BOTH = Credentials(Secret(b"phrase"), Secret(bytes(16)))
SLOT = Slot(3, bytes(16), TESTS_ONLY, b"", b"")
IDENT = b"identity"


def test_everything_in_the_slot_and_both_factors_count() -> None:
    """A changed salt, cost, mask, id or factor makes another key."""
    other = Credentials(Secret(b"phrase"), Secret(b"x" * 16))
    third = Credentials(Secret(b"Phrase"), Secret(bytes(16)))
    keys = {
        key.reveal()
        for key in (
            kek(SLOT, IDENT, BOTH),
            kek(SLOT, b"othervlt", BOTH),
            kek(SLOT, IDENT, other),
            kek(SLOT, IDENT, third),
            kek(replace(SLOT, salt=b"s" * 16), IDENT, BOTH),
            kek(replace(SLOT, cost=Cost(64, 2, 1)), IDENT, BOTH),
            kek(replace(SLOT, mask=1), IDENT, BOTH),
            kek(replace(SLOT, mask=2, cost=None), IDENT, BOTH),
        )
    }
    assert len(keys) == 8


def test_what_is_wrapped_is_unwrapped() -> None:
    """In a child process too, once the user has consented."""
    file_key = Secret(b"k" * 32)
    slot = wrap_slot(SLOT, file_key, IDENT, BOTH)
    assert unwrap_slot(slot, IDENT, BOTH).equals(file_key)
    assert unwrap_slot(slot, IDENT, BOTH, lambda: False).equals(file_key)


def test_an_ended_wait_needs_consent_again() -> None:
    """It leaves as one of the five errors, with the cost."""
    slow = replace(SLOT, cost=Cost(65_536, 60, 1))
    with pytest.raises(NeedsConsent) as caught:
        kek(slow, IDENT, BOTH, lambda: True)
    assert (caught.value.m_kib, caught.value.t) == (65_536, 60)


def test_a_cost_beyond_the_unasked_runs_in_a_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Even where nobody said how to end it, this process stays free."""
    ran = []

    def in_child(
        phrase: Secret, salt: bytes, cost: Cost, cancelled: object
    ) -> Secret | None:
        ran.append((len(phrase), salt, cost, cancelled()))
        return Secret(bytes(32))

    monkeypatch.setattr(factors, "argon2id_in_child", in_child)
    dear = Cost(64, 17, 1)
    kek(replace(SLOT, cost=dear), IDENT, BOTH)
    assert ran == [(6, bytes(16), dear, False)]


def test_memory_that_is_not_there_needs_consent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A machine that lacks it says what it would take."""

    def lacking(*_: object) -> Secret:
        raise MemoryError

    monkeypatch.setattr(factors, "argon2id", lacking)
    with pytest.raises(NeedsConsent):
        kek(SLOT, IDENT, BOTH)


@pytest.mark.parametrize(
    "presented",
    [
        Credentials(None, BOTH.code),
        Credentials(BOTH.passphrase, None),
        Credentials(BOTH.passphrase, Secret(bytes(15))),
    ],
)
def test_a_factor_that_is_not_there_is_our_bug(presented: Credentials) -> None:
    """Slots are chosen by what was presented."""
    with pytest.raises(BrokenInvariant):
        kek(SLOT, IDENT, presented)


@pytest.mark.parametrize(("mask", "fits"), [(1, 1), (2, 1), (3, 1), (4, 0), (9, 0)])
def test_credentials_fit_a_mask_or_not(mask: int, fits: int) -> None:
    """Deputy keys are never here yet."""
    assert BOTH.fit(mask) is bool(fits)
    assert not Credentials().fit(mask)


FILE = Secret(bytes(64))


def test_a_key_file_is_a_factor_of_its_own() -> None:
    """With it, another, and none at all, the same slot has three different keys."""
    with_file = replace(SLOT, mask=7)
    shown = replace(BOTH, key_file=FILE)
    other = replace(BOTH, key_file=Secret(b"x" * 64))
    slots = ((SLOT, shown), (with_file, shown), (with_file, other))
    assert len({kek(slot, IDENT, who).reveal() for slot, who in slots}) == 3


@pytest.mark.parametrize("file", [None, Secret(bytes(32))])
def test_only_the_hash_of_a_key_file_is_a_factor(file: Secret | None) -> None:
    """Whoever hands in anything shorter has forgotten to hash it."""
    with pytest.raises(BrokenInvariant):
        kek(replace(SLOT, mask=4, cost=None), IDENT, Credentials(key_file=file))


@pytest.mark.parametrize(("mask", "fits"), [(4, True), (5, False), (7, False)])
def test_a_key_file_alone_fits_only_what_needs_no_more(mask: int, fits: bool) -> None:
    """The passphrase is missing for the others."""
    assert Credentials(key_file=FILE).fit(mask) is fits
