"""The owner's signing key: it signs kits and shares; eight words tell it apart."""

from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.encoding.words import fingerprint_words
from vault.errors import Refused
from vault.model.vault import Vault


def signature(vault: Vault, message: bytes) -> bytes:
    """Return the owner's signature; `Refused` where the vault has no identity."""
    if vault.identity is None:
        raise Refused("no-identity")
    with Secret(bytes.fromhex(vault.identity.signing_seed)) as seed:
        return signing.sign(seed, message)


def signer_words(vault: Vault) -> tuple[str, ...]:
    """Return the eight words of the public key that a vault, kit or share names."""
    return fingerprint_words(signing.fingerprint_digest(bytes.fromhex(vault.signer)))
