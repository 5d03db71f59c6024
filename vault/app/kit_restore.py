"""From pictures of sheets back to a vault: gather, open, look, make it a new vault."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from vault.app.credentials import Credentials, Passphrase
from vault.app.kit_alone import first_choices, must_be_whole, open_alone
from vault.app.kit_reading import Gathering, KitState, PageRead
from vault.app.kit_register import filled, printed_again
from vault.app.kit_supplements import (
    Beside,
    Joined,
    join_newest,
    must_be_sound,
)
from vault.app.memory import seen_of
from vault.app.owner_key import signer_words
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import blank_vault, create_vault, must_be_free
from vault.document.body import decode_body, unpack_paper
from vault.document.codec import decode_document
from vault.document.prescan import prescan
from vault.envelope.header import Profile, parse_header
from vault.envelope.seal import Opened, Stamp, open_envelope
from vault.envelope.slot import Factor, Slot
from vault.errors import (
    Ambiguous,
    NotFound,
    Refused,
    Tampered,
    VaultError,
)
from vault.kit.collect import Recovered
from vault.kit.label import Label, label_of
from vault.model.change import Replace, apply
from vault.model.kit import Kit, Ways
from vault.model.vault import Vault

__all__ = [
    "Gathering",
    "KitState",
    "Openable",
    "OpenedKit",
    "PageRead",
    "named_kit",
    "open_kit",
    "openable",
    "recover",
    "restore",
]


@dataclass(frozen=True)
class Openable:
    """A kit of which enough was read, and what opens it, seen without any secret."""

    kit: bytes
    ways: Ways


@dataclass(frozen=True)
class OpenedKit:
    """A kit that opened and whose signature holds: its vault, to look at or to keep.

    `vault` and `document` are of the kit together with the `newest` supplement to it
    that opened; `beside` is what became of each that was read.
    """

    opened: Opened
    recovered: Recovered
    vault: Vault
    document: bytes  # the JSON as it was put into the kit
    signer_words: tuple[str, ...]
    read_only: bool
    of_kit: Vault  # what the kit alone holds
    newest: Recovered
    stamp: Stamp
    beside: tuple[Beside, ...] = ()
    alone: Label | None = None  # of a supplement without its kit: only to look at

    @property
    def by_passphrase(self) -> bool:
        """Whether a passphrase was part of what opened it."""
        mask = self.opened.header.slots[self.opened.slot].mask
        return bool(mask & Factor.PASSPHRASE)

    @property
    def passphrase_generated(self) -> bool:
        """Whether the passphrase of its day was drawn by the program.

        A part has its own, which is always drawn where it opens alone.
        """
        return self.of_kit.passphrase_generated or self.of_kit.identity is None

    @property
    def made(self) -> str:
        """When a full kit was made; "" for a part, which holds no register."""
        return next((own.made for own in _own_entries(self.vault)), "")


def openable(gathering: Gathering) -> tuple[Openable, ...]:
    """Return the kits that can be opened, in the order first met.

    What does not even begin as an envelope is left out: anybody can print codes. So is
    a supplement, which opens with its kit, unless no sheet of that was read.
    """
    return tuple(
        Openable(one.kit, _ways(parse_header(one.envelope, paper=True).slots))
        for one in first_choices(gathering, _all_begun(gathering))
    )


def _ways(slots: Iterable[Slot]) -> Ways:
    """Return what is asked for: what alone opens it, or else both."""
    masks = {slot.mask for slot in slots}
    if Factor.PASSPHRASE in masks:
        return "either" if Factor.CODE in masks else "passphrase"
    return "card" if Factor.CODE in masks else "both"


def open_kit(
    gathering: Gathering,
    credentials: Credentials,
    kit: bytes | None = None,
    *,
    consent: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
    more: Sequence[Credentials] = (),
) -> OpenedKit:
    """Put the kit together and open it; with `consent`, `cancelled` ends the wait.

    The newest supplement to it that opens, by the same or by `more`, is joined to it.
    Raises `Incomplete` where codes are missing, the envelope's five errors, and
    `Tampered` where the signature is not by the key that the document names. Whoever
    made it may be anybody: the document is checked before it is believed.
    """
    recovered = recover(gathering, kit)
    if label := label_of(recovered.envelope):
        return _opened_alone(recovered, label, credentials)
    opened = open_envelope(
        recovered.envelope,
        credentials,
        profile=Profile.KIT,
        consent=consent,
        cancelled=cancelled,
    )
    alone = _read(opened, recovered)
    joined, beside = join_newest(alone, gathering, (credentials, *more))
    return OpenedKit(
        opened,
        recovered,
        joined.vault,
        joined.document,
        signer_words(joined.vault),
        read_only=alone.read_only or joined.read_only,
        of_kit=alone.vault,
        newest=joined.recovered,
        stamp=joined.stamp,
        beside=beside,
    )


def _read(opened: Opened, recovered: Recovered) -> Joined:
    """Return what an opened kit alone holds; raises `Malformed`, `Tampered`."""
    document = decode_body(unpack_paper(opened.body))
    prescan(document)
    decoded = decode_document(document)
    must_be_sound(decoded.vault)
    if not opened.verify(bytes.fromhex(decoded.vault.signer)):
        raise Tampered
    return Joined(decoded.vault, document, opened.stamp, recovered, decoded.read_only)


def _opened_alone(
    recovered: Recovered, label: Label, credentials: Credentials
) -> OpenedKit:
    opened, joined = open_alone(recovered, label, credentials)
    return OpenedKit(
        opened,
        recovered,
        joined.vault,
        joined.document,
        signer_words(joined.vault),
        read_only=True,
        of_kit=joined.vault,
        newest=recovered,
        stamp=joined.stamp,
        alone=label,
    )


def recover(gathering: Gathering, kit: bytes | None = None) -> Recovered:
    """Put the one complete kit together, or the one named.

    Anybody can print codes whose hash fits; what does not even begin as an envelope
    is no second kit to choose from. Raises as `Collection.recover`.
    """
    try:
        found = gathering.collection.recover(kit)
    except Refused:
        choices = first_choices(gathering, _all_begun(gathering))
        if len(choices) != 1:
            raise
        return choices[0]
    label = label_of(found.envelope)
    met = {state.kit for state in gathering.collection.kits()}
    if kit is None and label and label.to in met:
        return gathering.collection.recover(label.to)  # its own sheets come first
    return found


def _all_begun(gathering: Gathering) -> list[Recovered]:
    states = gathering.collection.kits()
    begun = [_begun(gathering, state.kit) for state in states if state.complete]
    return [one for one in begun if one is not None]


def _begun(gathering: Gathering, kit: bytes) -> Recovered | None:
    """Return a kit whose envelope has a header that can be read."""
    try:
        recovered = gathering.collection.recover(kit)
        parse_header(recovered.envelope, paper=True)
    except VaultError:
        return None
    return recovered


def named_kit(gathering: Gathering, text: str) -> bytes:
    """Return the id of the kit that `text` begins; `NotFound` or `Ambiguous`."""
    ids = [state.kit for state in gathering.collection.kits()]
    fits = [one for one in ids if one.hex().startswith(text.lower().replace(" ", ""))]
    if not fits:
        raise NotFound("kit", text)
    if len(fits) > 1:
        raise Ambiguous("kit", text, tuple(one.hex() for one in fits))
    return fits[0]


def restore(
    ports: Ports, kit: OpenedKit, path: Path, passphrase: Passphrase
) -> Session:
    """Make the kit's vault a new file: new file key, later generation, next epoch.

    Both are above all that this device has seen of the vault. A partial kit becomes a
    vault of its own, with its own identity and code.
    """
    must_be_whole(kit.recovered)
    if kit.read_only:
        raise Refused("newer-minor")
    must_be_free(ports, path)
    vault = _made_current(ports, kit)
    was = kit.stamp
    seen = seen_of(ports, bytes.fromhex(vault.id), vault)
    generation = max(was.generation, seen.generation if seen else 0) + 1
    epoch = max(was.epoch, seen.epoch if seen else 0) + 1
    stamp = Stamp(generation, epoch, kit.opened.header.save_id)
    return create_vault(ports, path, vault, passphrase, stamp)


def _made_current(ports: Ports, kit: OpenedKit) -> Vault:
    """Return the vault as it goes into the new file."""
    vault = with_register(ports, kit)
    if vault.identity is None or not vault.vault_code:
        own = blank_vault(ports, vault.name)
        vault = msgspec.structs.replace(
            vault,
            id=own.id,
            identity=own.identity,
            signer=own.signer,
            vault_code=own.vault_code,
            card_number=own.card_number,
        )
    return vault


def with_register(ports: Ports, kit: OpenedKit) -> Vault:
    """Return the kit's vault with its own entry filled in: it can't hold its own id.

    Of a kit with a supplement that is the supplement's: it has the kit's own filled in.
    """
    recovered = kit.newest
    changes = [
        Replace("kit", one, filled(one, recovered.kit, recovered.plan, kit.vault))
        for one in _own_entries(kit.vault)
    ]
    if kit.newest is not kit.recovered:
        changes += printed_again(kit.vault, kit.recovered.kit, kit.of_kit)
    return apply(kit.vault, changes, ports.now())[0]


def _own_entries(vault: Vault) -> list[Kit]:
    """Return the kit's own entry in its register: the one without an id."""
    return [one for one in vault.kits.values() if not one.kit]
