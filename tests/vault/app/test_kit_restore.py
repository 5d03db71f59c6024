"""A kit may come from anybody: what opens is checked before it is believed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.builders import a_vault
from tests.fakes import CHEAP, ports_on_disk
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.kit_restore import (
    Gathering,
    OpenedKit,
    open_kit,
    openable,
    restore,
)
from vault.app.unlock import blank_vault
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.document.body import encode_body, pack_paper
from vault.document.codec import encode_document
from vault.envelope.header import Profile
from vault.envelope.seal import Stamp, Way, new_keys, seal
from vault.errors import Malformed, Tampered
from vault.kit.collect import Collection
from vault.kit.frames import frames_of
from vault.kit.plan import Density, plan_for
from vault.model.vault import Vault

CODE = Secret(bytes(range(16)))
STAMP = Stamp(generation=7, epoch=3, parent=bytes(8))
PORTS = ports_on_disk()
BLANK = blank_vault(PORTS, "Shop")
OWN = replace(
    a_vault(),
    id=BLANK.id,
    identity=BLANK.identity,
    signer=BLANK.signer,
    vault_code=BLANK.vault_code,
)


def opened(vault: Vault, seed: Secret | None = None) -> OpenedKit:
    """Seal a vault as a kit, signed by a seed, and open it by its code."""
    return open_kit(sealed(vault, seed, Way(code=CODE)), Credentials(code=CODE))


def sealed(vault: Vault, seed: Secret | None, *ways: Way) -> Gathering:
    """Seal a vault as a kit and gather its sheets."""
    ident = bytes.fromhex(OWN.id)
    keys = new_keys(ident, ways, PORTS.random, CHEAP.floor)
    envelope = seal(
        pack_paper(encode_body(encode_document(vault))),
        profile=Profile.KIT,
        ident=ident,
        keys=keys,
        stamp=STAMP,
        random=PORTS.random,
        sign=None if seed is None else lambda message: signing.sign(seed, message),
        symbol_bytes=Density.STURDY.symbol_bytes,
    )
    gathered = Collection()
    for frame in frames_of(envelope, plan_for(len(envelope), Density.STURDY)):
        gathered.add(frame)
    return Gathering(gathered, ())


def own_seed() -> Secret:
    assert OWN.identity is not None
    return Secret(bytes.fromhex(OWN.identity.signing_seed))


WORDS = typed_passphrase("glad amber river stone quiet lamp").secret


@pytest.mark.parametrize(
    ("ways", "asked"),
    [
        ([Way(code=CODE)], "card"),
        ([Way(passphrase=WORDS, cost=CHEAP.paper)], "passphrase"),
        ([Way(passphrase=WORDS, cost=CHEAP.paper), Way(code=CODE)], "either"),
        ([Way(passphrase=WORDS, code=CODE, cost=CHEAP.paper)], "both"),
    ],
)
def test_what_opens_a_kit_is_seen_before_anything_is_typed(
    ways: list[Way], asked: str
) -> None:
    """Nobody is asked for a passphrase that opens nothing."""
    (one,) = openable(sealed(OWN, own_seed(), *ways))
    assert one.ways == asked


def test_codes_that_are_no_kit_are_not_offered() -> None:
    """Anybody can print codes whose hash fits."""
    gathering = sealed(OWN, own_seed(), Way(code=CODE))
    plan = plan_for(2 * Density.STURDY.symbol_bytes, Density.STURDY)
    for frame in frames_of(bytes(range(1, 201)) * 3, plan):
        gathering.collection.add(frame)
    assert sum(kit.complete for kit in gathering.collection.kits()) == 2
    assert len(openable(gathering)) == 1


def test_a_kit_that_its_owner_signed_opens() -> None:
    """With the eight words of the key."""
    kit = opened(OWN, own_seed())
    assert kit.vault == OWN
    assert len(kit.signer_words) == 8


@pytest.mark.parametrize("signer", ["zz", "00", "0" * 63])
def test_a_signer_that_is_no_key_is_malformed(signer: str) -> None:
    """No traceback for whoever opens a stranger's kit."""
    with pytest.raises(Malformed):
        opened(replace(OWN, signer=signer), own_seed())


@pytest.mark.parametrize("field", ["id", "vault_code"])
def test_other_fields_of_the_vault_itself_must_be_whole(field: str) -> None:
    """They go into keys and names."""
    with pytest.raises(Malformed):
        opened(replace(OWN, **{field: "xyz"}), own_seed())


def test_a_kit_signed_by_another_or_by_nobody_is_tampered_with() -> None:
    """Whoever can read a kit must not be able to forge one."""
    other = signing.new_seed(PORTS.random)
    with pytest.raises(Tampered):
        opened(OWN, other)
    with pytest.raises(Tampered):
        opened(OWN)
    with pytest.raises(Tampered):
        opened(replace(OWN, signer=""), own_seed())


def test_a_kit_without_a_vault_code_restores_with_one_of_its_own(
    tmp_path: Path,
) -> None:
    """A way in that an empty code opens would be none."""
    kit = opened(replace(OWN, vault_code=""), own_seed())
    passphrase = typed_passphrase("glad amber river stone quiet lamp")
    with restore(PORTS, kit, tmp_path / "back.sparekey", passphrase) as session:
        assert len(session.vault.vault_code) == 32
        assert session.file.stamp.generation == 8
        assert session.file.stamp.epoch == 4
