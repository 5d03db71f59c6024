"""The first 28 bytes and LENGTH changed: what an envelope says of itself."""

from collections.abc import Iterator

from tests.attacks.attack import SHARE as SHARE_NAME
from tests.attacks.attack import VAULT as VAULT_NAME
from tests.attacks.attack import Attack, on_file, on_paper, on_share, on_vault
from tests.attacks.stage import KIT, NEW, OTHER, PROPOSAL, SHARE
from tests.vectors.envelope_maker import flip, put
from vault.envelope.header import MAGIC
from vault.errors import Malformed, NoKey, Tampered, TooNew, VaultError, WrongKind

AT = 28 + 66 + 60 + 3  # the value of LENGTH behind a P and a C slot


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _profiles()
    yield from _versions_and_ids()
    yield from _lengths()


def _profiles() -> Iterator[Attack]:
    """One profile given out as another, or opened as one."""
    wrong: VaultError = WrongKind(VAULT_NAME, "vault", "share")
    yield on_vault("a share where the vault was", SHARE.data, wrong)
    wrong = WrongKind(VAULT_NAME, "vault", "proposal")
    yield on_vault("a proposal where the vault was", PROPOSAL.data, wrong)
    wrong = WrongKind(VAULT_NAME, "vault", "kit")
    yield on_vault("a kit's bytes where the vault was", KIT.data, wrong)
    wrong = WrongKind(SHARE_NAME, "share", "vault")
    yield on_share("a vault where the share was", NEW.data, wrong)
    wrong = WrongKind(SHARE_NAME, "share", "proposal")
    yield on_share("a proposal where the share was", PROPOSAL.data, wrong)
    wrong = WrongKind(SHARE_NAME, "share", "kit")
    yield on_share("a kit's bytes where the share was", KIT.data, wrong)
    yield from _said_to_be()


def _said_to_be() -> Iterator[Attack]:
    data = put(NEW.data, 9, b"\x01")
    yield on_share("a vault said to be a share", data, Tampered())
    data = put(SHARE.data, 9, b"\x00")
    yield on_vault("a share said to be a vault", data, Tampered())
    data = put(NEW.data, 9, b"\x03")
    name = "a vault said to be a proposal"
    yield on_vault(name, data, Malformed("length-field", 1))
    data = put(NEW.data, 9, b"\x02")
    yield on_vault("a vault said to be a kit", data, Malformed("profile", 2))
    data = put(NEW.data, 9, b"\x04")
    yield on_vault("a vault said to be none of ours", data, Malformed("profile", 4))
    name = "a vault without its magic among the sheets"
    yield on_paper(name, NEW.data[8:], Malformed("profile", 0))
    data = put(PROPOSAL.data[8:], 1, b"\x02")
    yield on_paper("a proposal said to be a kit", data, Tampered())
    data = MAGIC + put(KIT.data, 1, b"\x03")
    wrong: VaultError = WrongKind(SHARE_NAME, "share", "proposal")
    yield on_share("a kit said to be a proposal", data, wrong)


def _versions_and_ids() -> Iterator[Attack]:
    for version in (2, 3, 255):
        refusal = TooNew(version, 1)
        data = put(NEW.data, 8, bytes([version]))
        yield on_vault(f"a vault said to be of version {version}", data, refusal)
        data = put(KIT.data, 0, bytes([version]))
        yield on_paper(f"a kit said to be of version {version}", data, refusal)
    data = put(NEW.data, 8, b"\0")
    yield on_vault("a vault of version 0", data, Malformed("version", 0))
    other = OTHER.header.ident
    for name, sound, on in (
        ("vault", NEW, on_vault),
        ("share", SHARE, on_share),
    ):
        data = put(sound.data, 12, other)
        yield on(f"a {name} with another id", data, NoKey((1, 2)))
        data = put(sound.data, 12, bytes(8))
        yield on(f"a {name} with an id of zeros", data, NoKey((1, 2)))
        data = put(sound.data, 20, bytes(8))
        yield on(f"a {name} with a save id of zeros", data, Tampered())
        data = flip(sound.data, 27)
        yield on(f"a {name} with a bit of its save id turned", data, Tampered())
    data = put(KIT.data, 4, other)
    yield on_paper("a kit with another id", data, NoKey((1, 2)))
    data = flip(KIT.data, 19)
    yield on_paper("a kit with a bit of its save id turned", data, Tampered())


def _lengths() -> Iterator[Attack]:
    size = len(NEW.payload)
    lies = {
        "0": (0, Malformed("payload-cut", 0)),
        "a byte short": (size - 1, Malformed("trailing", 1)),
        "a byte long": (size + 1, Malformed("payload-cut", size + 1)),
        "a chunk short": (size - 16_400, Malformed("trailing", 16_400)),
        "the least": (160, Malformed("trailing", size - 160)),
        "8 EiB": (2**63, Malformed("payload-cut", 2**63)),
        "all ones": (2**64 - 1, Malformed("payload-cut", 2**64 - 1)),
    }
    for name, (number, refusal) in lies.items():
        data = put(NEW.data, AT, number.to_bytes(8, "big"))
        yield on_file(f"a length that says {name}", data, refusal)
    data = put(NEW.data, AT, (size - 1).to_bytes(8, "big"))[:-1]
    yield on_vault("a length and a file a byte short", data, Tampered())
    data = put(NEW.data, AT, (size + 16).to_bytes(8, "big")) + bytes(16)
    yield on_vault("a length and a file a tag long", data, Tampered())
    data = put(NEW.data, AT, (size - 16_400).to_bytes(8, "big"))[:-16_400]
    yield on_vault("a length and a file a chunk short", data, Tampered())
    data = put(NEW.data, 10, b"\xff\xff")
    refusal = Malformed("fields-size", 65_535)
    yield on_vault("fields of 65,535 bytes", data, refusal)
    data = put(NEW.data, 10, b"\0\0")
    yield on_vault("no fields at all", data, Malformed("fields-size", 0))
    empty: VaultError = Malformed("magic")
    yield on_file("an empty file", b"", empty)
    yield on_vault("a text", b"Dear diary, I lost my keys again.\n" * 300, empty)
    yield on_file("a file of zeros", bytes(10_000), empty)
