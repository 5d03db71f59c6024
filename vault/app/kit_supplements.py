"""Supplements among what was gathered: found, opened, joined to their kit.

Rules. A supplement holds all that changed since its kit, so that the newest one that
opens and is the owner's is joined, and no other: an earlier one says nothing more.
What fails is named and left out; the kit opens without it. A supplement never makes
anybody wait for a costly key: a stranger may have printed it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final, Literal

from vault.app.kit_reading import Gathering
from vault.document.body import decode_body, unpack_paper
from vault.document.codec import encode_document
from vault.document.schema import Form
from vault.document.supplement import (
    About,
    Supplement,
    decode_supplement,
    join,
)
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, Opened, Stamp, open_envelope
from vault.errors import (
    Malformed,
    NeedsConsent,
    NoKey,
    Tampered,
    TooNew,
    VaultError,
)
from vault.kit.collect import Recovered
from vault.kit.label import Label, label_of
from vault.model.validate import findings_of_own
from vault.model.vault import Vault

TRIED: Final = 8  # supplements of one kit that are opened, the newest first
State = Literal["joined", "earlier", "shut", "forged", "misfit", "newer", "other"]


@dataclass(frozen=True)
class Beside:
    """A supplement that was read beside a kit, and what became of it.

    Until it is `joined` its label is only what its sheets claim. `earlier`: a later one
    says all of it; `shut`: nothing shown opens it; `forged`: the owner did not sign it;
    `misfit`: it fits another state of the kit, or is broken; `newer`: only a newer
    program reads it; `other`: it belongs to another kit.
    """

    kit: bytes  # the id that its own codes carry
    label: Label
    state: State


@dataclass(frozen=True)
class Joined:
    """A kit with the newest of its supplements: what both hold, where it came from."""

    vault: Vault
    document: bytes
    stamp: Stamp
    recovered: Recovered
    read_only: bool


def supplements(gathering: Gathering) -> list[tuple[Label, Recovered]]:
    """Return every supplement of which enough was read, in the order first met."""
    found = []
    for state in gathering.collection.kits():
        if state.complete:
            recovered = gathering.collection.recover(state.kit)
            if label := label_of(recovered.envelope):
                found.append((label, recovered))
    return found


def join_newest(
    kit: Joined, gathering: Gathering, shown: Iterable[Credentials]
) -> tuple[Joined, tuple[Beside, ...]]:
    """Return the kit with the newest supplement to it, and what became of each.

    `kit` is what the kit alone holds; any of the ways in `shown` may open one.
    """
    found = supplements(gathering)
    own = [pair for pair in found if pair[0].to == kit.recovered.kit]
    own.sort(key=lambda pair: -pair[0].number)
    told = {one.kit: Beside(one.kit, label, "other") for label, one in found}
    told |= {one.kit: Beside(one.kit, label, "earlier") for label, one in own}
    ways = tuple(shown)
    result = kit
    for _number, pairs in groupby(islice(own, TRIED), lambda pair: pair[0].number):
        joined = list(_joined(kit, pairs, ways, told))
        if joined:
            result = max(joined, key=_age)
            break
    for key, one in told.items():
        if one.state == "joined" and key != result.recovered.kit:
            told[key] = Beside(key, one.label, "earlier")
    return result, tuple(told.values())


def _joined(
    kit: Joined,
    pairs: Iterable[tuple[Label, Recovered]],
    ways: Sequence[Credentials],
    told: dict[bytes, Beside],
) -> Iterator[Joined]:
    """Yield what can be joined; note in `told` what became of each."""
    for label, recovered in pairs:
        state, joined = _tried(kit, label, recovered, ways)
        told[recovered.kit] = Beside(recovered.kit, label, state)
        if joined:
            yield joined


def _tried(
    kit: Joined, label: Label, recovered: Recovered, ways: Sequence[Credentials]
) -> tuple[State, Joined | None]:
    try:
        opened, one = open_supplement(recovered, label, ways)
        if kit.read_only:  # what a newer program put into the kit is not seen
            one = one._replace(read_only=True)
        if one.vault.signer != kit.vault.signer:
            return "forged", None
        whole = join(kit.vault, one)
        must_be_sound(whole)
    except (NoKey, NeedsConsent):
        return "shut", None
    except TooNew:
        return "newer", None
    except Tampered:
        return "forged", None
    except VaultError:
        return "misfit", None
    document = encode_document(whole, Form(minor=one.minor))
    stamp = max(kit.stamp, opened.stamp, key=lambda stamp: stamp.generation)
    return "joined", Joined(whole, document, stamp, recovered, one.read_only)


def open_supplement(
    recovered: Recovered, label: Label, ways: Iterable[Credentials]
) -> tuple[Opened, Supplement]:
    """Open a supplement by the first way that does; its key is wiped again.

    Raises the envelope's five errors, `Tampered` where whoever signed it is not whom it
    names, `Malformed` where it is another than its label says.
    """
    opened = _opened(recovered, ways)
    with opened.keys.file_key:
        one = decode_supplement(decode_body(unpack_paper(opened.body)))
    if not _is_key(one.vault.signer) or not opened.verify(
        bytes.fromhex(one.vault.signer)
    ):
        raise Tampered
    if not _is_named(one.about, label):
        raise Malformed("supplement.label")
    return opened, one


def must_be_sound(vault: Vault) -> None:
    """Raise `Malformed` for a vault with errors: a stranger may seal what he likes."""
    if any(one.severity == "error" for one in findings_of_own(vault)):
        raise Malformed("document.vault")


def _opened(recovered: Recovered, ways: Iterable[Credentials]) -> Opened:
    masks: tuple[int, ...] = ()
    for shown in ways:
        try:
            return open_envelope(recovered.envelope, shown, profile=Profile.KIT)
        except NoKey as error:
            masks = error.ways
    raise NoKey(masks)


def _is_named(about: About, label: Label) -> bool:
    named = (label.to.hex(), label.kit, label.number)
    return (about.to, about.kit, about.number) == named


def _is_key(signer: str) -> bool:
    try:
        return len(bytes.fromhex(signer)) == 32  # noqa: PLR2004 - an Ed25519 key
    except ValueError:
        return False


def _age(joined: Joined) -> tuple[int, str]:
    made = max((kit.made for kit in joined.vault.kits.values()), default="")
    return joined.vault.counter, made
