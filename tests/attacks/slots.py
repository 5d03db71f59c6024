"""Ways in moved, exchanged or made by somebody: between files and within one."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.attacks.attack import Attack, on_paper, on_share, on_vault
from tests.attacks.stage import (
    KIT,
    NEW,
    OTHER,
    OWNER,
    PROPOSAL,
    SHARE,
    THIEF,
    Sealed,
    keys_for,
    sealed,
)
from vault.crypto.kdf import TESTS_ONLY
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.envelope.factors import wrap_slot
from vault.envelope.header import Profile
from vault.envelope.slot import Slot
from vault.errors import Malformed, NoKey, Tampered, VaultError

OWN = keys_for(OWNER.p, OWNER.c, seed=31)
VAULT = sealed(OWN, seed=32)
FOR_ADA = sealed(
    keys_for(OWNER.p, OWNER.c, ident=b"share-id", seed=33),
    Profile.SHARE,
    b"share-id",
    seed=34,
)
PRINTED = sealed(keys_for(OWNER.p, OWNER.c, seed=35), Profile.KIT, seed=36)
NOBODY = Slot(2, bytes(16), None, b"", bytes(40))


def attacks() -> Iterator[Attack]:
    """Yield them."""
    yield from _transplants()
    yield from _within()
    yield from _masks()
    yield from _made_by_a_thief()


def _transplants() -> Iterator[Attack]:
    """Whole sets of slots from one envelope to another of the same people.

    A vault and its full kit have one id and other file keys; a share has its own id.
    """
    no_key: VaultError = NoKey((1, 2))
    vault, share, kit = (one.header.slots for one in (VAULT, FOR_ADA, PRINTED))
    data = FOR_ADA.with_header(slots=vault)
    yield on_share("a vault's slots in a share", data, no_key)
    data = VAULT.with_header(slots=share)
    yield on_vault("a share's slots in a vault", data, no_key)
    data = PRINTED.with_header(slots=share)
    yield on_paper("a share's slots in a kit", data, no_key)
    data = FOR_ADA.with_header(slots=kit)
    yield on_share("a kit's slots in a share", data, no_key)
    data = VAULT.with_header(slots=kit)
    yield on_vault("a kit's slots in its vault", data, Tampered())
    data = PRINTED.with_header(slots=vault)
    yield on_paper("a vault's slots in its kit", data, Tampered())
    data = FOR_ADA.with_header(slots=vault, ident=VAULT.header.ident)
    name = "a vault's slots and id in a share"
    yield on_share(name, data, Tampered())
    data = VAULT.with_header(slots=share, ident=FOR_ADA.header.ident)
    yield on_vault("a share's slots and id in a vault", data, Tampered())
    data = SHARE.with_header(slots=PROPOSAL.header.slots[::-1])
    yield on_share("a proposal's slots in a share, turned", data, Tampered())
    for place in (0, 1):
        for other, whose in ((FOR_ADA, "share"), (OTHER, "neighbour")):
            slots = list(vault)
            slots[place] = other.header.slots[place]
            way = OWNER.by_code if place else OWNER.by_phrase
            name = f"slot {place} of a {whose} in the vault"
            yield on_vault(name, VAULT.with_header(slots=tuple(slots)), no_key, way)


def _within() -> Iterator[Attack]:
    """Slots of one file turned, dropped, doubled, or mixed."""
    first, second = VAULT.header.slots
    mixed = replace(first, salt=second.salt), replace(second, salt=first.salt)
    keys = first.with_wrapped(second.wrapped), second.with_wrapped(first.wrapped)
    later = (Field(0x80, b"later"),)
    changes: dict[str, tuple[bytes, VaultError]] = {
        "slots turned": (VAULT.with_header(slots=(second, first)), Tampered()),
        "the passphrase's slot dropped": (
            VAULT.with_header(slots=(second,)),
            Tampered(),
        ),
        "the code's slot dropped": (VAULT.with_header(slots=(first,)), Tampered()),
        "the code's slot doubled": (
            VAULT.with_header(slots=(first, second, second)),
            Tampered(),
        ),
        "a dead slot hung on": (
            VAULT.with_header(slots=(first, second, NOBODY)),
            Tampered(),
        ),
        "salts of two slots turned": (VAULT.with_header(slots=mixed), NoKey((1, 2))),
        "wrapped keys of two slots turned": (
            VAULT.with_header(slots=keys),
            NoKey((1, 2)),
        ),
        "every slot dead": (
            VAULT.with_header(slots=(NOBODY, NOBODY)),
            NoKey((2, 2)),
        ),
        "no slot left": (VAULT.with_header(slots=()), Malformed("slots", 0)),
        "33 slots": (
            VAULT.with_header(slots=(first, second, *[NOBODY] * 31)),
            Malformed("slots", 33),
        ),
        "five slots that ask for Argon2": (
            VAULT.with_header(slots=(first,) * 5),
            Malformed("slots-passphrase", 5),
        ),
        "a field of later writers hung on": (
            VAULT.with_header(kept=later),
            Tampered(),
        ),
    }
    for name, (data, refusal) in changes.items():
        yield on_vault(name, data, refusal)
    noted = sealed(replace(OWN, kept=later), seed=37)
    data = noted.with_header(kept=())
    yield on_vault("a field of later writers taken away", data, Tampered())
    data = noted.with_header(kept=(Field(0x80, b"sooner"),))
    yield on_vault("a field of later writers changed", data, Tampered())
    data = noted.with_header(kept=(Field(0x81, b"later"),))
    yield on_vault("a field of later writers renamed", data, Tampered())


def _masks() -> Iterator[Attack]:
    """A slot that needs both factors made to need one, or other ones."""
    both = sealed(keys_for(OWNER.pc, seed=38), seed=39)
    slot = both.header.slots[0]
    weaker = {
        "both needed, made passphrase alone": (replace(slot, mask=1), OWNER.by_phrase),
        "both needed, made code alone": (
            replace(slot, mask=2, cost=None),
            OWNER.by_code,
        ),
    }
    for name, (changed, way) in weaker.items():
        data = both.with_header(slots=(changed,))
        yield on_vault(name, data, NoKey((changed.mask,)), way)
    name = "both needed, the code alone presented"
    yield on_vault(name, both.data, NoKey((3,)), OWNER.by_code)
    name = "both needed, the passphrase alone presented"
    yield on_vault(name, both.data, NoKey((3,)), OWNER.by_phrase)
    first, second = VAULT.header.slots
    stronger = (replace(first, mask=3), replace(second, mask=3, cost=TESTS_ONLY))
    data = VAULT.with_header(slots=stronger)
    yield on_vault("one needed, made both", data, NoKey((3, 3)))
    hidden = replace(first, mask=5)
    data = VAULT.with_header(slots=(hidden,))
    yield on_vault("a key file said to be needed", data, NoKey((5,)))
    data = VAULT.with_header(slots=(replace(second, mask=16),))
    yield on_vault("a factor that there is not", data, Malformed("slot-mask", 16))


def _made_by_a_thief() -> Iterator[Attack]:
    """Whoever can write a file may make a slot of his own; the file key he lacks."""
    for name, sound in {"vault": VAULT, "share": FOR_ADA, "kit": PRINTED}.items():
        slot = _thiefs_slot(sound)
        for where, slots in {
            "in front": (slot, *sound.header.slots),
            "alone": (slot,),
            "behind": (*sound.header.slots, slot),
        }.items():
            data = sound.with_header(slots=slots)
            told = f"a thief's own slot in a {name}, {where}"
            on = {"vault": on_vault, "share": on_share, "kit": on_paper}[name]
            yield on(told, data, Tampered(), THIEF.by_code)
    masks = tuple(slot.mask for slot in NEW.header.slots)
    yield on_vault("a thief's code", NEW.data, NoKey(masks), THIEF.by_code)
    yield on_share("a thief's passphrase", FOR_ADA.data, NoKey((1, 2)), THIEF.by_phrase)
    yield on_paper("a thief's both", KIT.data, NoKey((1, 2)), THIEF.both)


def _thiefs_slot(sound: Sealed) -> Slot:
    """Return a slot that the thief's code opens, around a file key he made up."""
    draw = Random(40)
    empty = Slot(2, draw.randbytes(16), None, b"", b"")
    made_up = Secret(draw.randbytes(32))
    return wrap_slot(empty, made_up, sound.header.ident, THIEF.by_code)
