"""Costs made cheap to guess, or so dear that opening hurts."""

from collections.abc import Iterator
from dataclasses import replace

from tests.attacks.attack import Attack, on_paper, on_share, on_vault
from tests.attacks.stage import OWNER, Sealed, keys_for, sealed
from vault import limits
from vault.crypto.kdf import TESTS_ONLY
from vault.envelope.header import Profile
from vault.errors import Malformed, NeedsConsent, NoKey, VaultError
from vault.limits import Cost

MOST = limits.ASKED_M_KIB
KEYS = keys_for(OWNER.p, seed=41)
VAULT = sealed(KEYS, seed=42)
SHARE = sealed(KEYS, Profile.SHARE, seed=43)
KIT = sealed(KEYS, Profile.KIT, seed=44)
REFUSED: dict[str, tuple[Cost, VaultError]] = {
    "memory lowered": (Cost(32, 1, 1), NoKey((1,))),
    "memory raised": (Cost(65, 1, 1), NoKey((1,))),
    "passes raised": (Cost(64, 2, 1), NoKey((1,))),
    "lanes raised": (Cost(64, 1, 2), NoKey((1,))),
    "no passes": (Cost(64, 0, 1), Malformed("slot-cost", 64)),
    "no lanes": (Cost(64, 1, 0), Malformed("slot-cost", 64)),
    "too little memory for its lanes": (Cost(64, 1, 9), Malformed("slot-cost", 64)),
    "4 TiB": (Cost(2**32 - 1, 1, 1), Malformed("slot-cost", 2**32 - 1)),
    "255 passes": (Cost(64, 255, 1), Malformed("slot-cost", 64)),
    "32 GiB of work": (Cost(MOST, 17, 4), Malformed("slot-cost", MOST)),
    "2 GiB unasked": (Cost(MOST, 1, 4), NeedsConsent(MOST, 1, 4)),
    "17 passes unasked": (Cost(64, 17, 1), NeedsConsent(64, 17, 1)),
}


def attacks() -> Iterator[Attack]:
    """Yield them, for a vault, a share and a kit."""
    for sound, on in ((VAULT, on_vault), (SHARE, on_share), (KIT, on_paper)):
        kind = sound.header.profile.name.lower()
        for name, (cost, refusal) in REFUSED.items():
            data = _with_costs(sound, cost)
            yield on(f"{kind}, {name}", data, refusal, OWNER.by_phrase)
    keys = keys_for(*[OWNER.p] * 4, seed=45)
    four = sealed(keys, seed=46)
    most = Cost(limits.UNASKED_M_KIB, 4, 4)
    slots = tuple(replace(one, cost=most) for one in four.header.slots)
    dearest = Cost(limits.UNASKED_M_KIB + 1, 4, 4)
    slots = (*slots[:3], replace(slots[3], cost=dearest))
    refusal = NeedsConsent(dearest.m_kib, dearest.t, dearest.p)
    data = four.with_header(slots=slots)
    name = "four slots of 4 GiB and a little"
    yield on_vault(name, data, refusal, OWNER.by_phrase)
    both = sealed(keys_for(OWNER.p, OWNER.c, seed=47), seed=48)
    dear = replace(both.header.slots[0], cost=Cost(MOST, 16, 8))
    data = both.with_header(slots=(dear, both.header.slots[1]))
    name = "the other slot made dear, before a code is tried"
    yield on_vault(name, data, NeedsConsent(MOST, 16, 8))
    assert Cost(64, 1, 1) == TESTS_ONLY


def _with_costs(sound: Sealed, cost: Cost) -> bytes:
    slots = tuple(replace(slot, cost=cost) for slot in sound.header.slots)
    return sound.with_header(slots=slots)
