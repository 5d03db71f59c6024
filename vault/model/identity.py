"""The owner's identity: the secret that signs kits and shares."""

from vault.model.record import Part


class Identity(Part, frozen=True, kw_only=True):
    """The seed of the signing key; what is public is derived elsewhere."""

    signing_seed: str  # 64 hex digits

    def __repr__(self) -> str:
        """Tell nothing: the seed is a secret."""
        return "Identity(…)"
