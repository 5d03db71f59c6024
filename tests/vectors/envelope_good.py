"""Envelopes that must open, and those that open once the user was asked."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from tests.vectors.envelope_maker import (
    CODE,
    IDENT,
    KEY_FILE,
    OPENED,
    PHRASE,
    Maker,
    Vector,
    disk_body,
    sign,
    signing_seed,
)
from vault import limits
from vault.crypto import hkdf, keywrap, signing
from vault.crypto.kdf import FLOOR, PAPER, TESTS_ONLY, argon2id
from vault.crypto.secret import Secret
from vault.encoding.framing import Field
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope import factors
from vault.envelope.factors import Credentials
from vault.envelope.header import REPAIR_MAGIC, Profile
from vault.envelope.seal import Keys, Way, passphrase_secret
from vault.envelope.slot import Slot
from vault.limits import Cost

CONSENT = ("consent: yes",)


def opened(make: Maker) -> Iterator[Vector]:
    """Yield what must open."""
    code = print_code(CODE, CodeKind.VAULT)
    p, c, pc = make.keys(make.p), make.keys(make.c), make.keys(make.pc)
    either = make.keys(make.p, make.c)
    yield Vector("good_p", OPENED, "passphrase", make.seal(p), PHRASE)
    yield Vector("good_c", OPENED, "code alone", make.seal(c), None, code)
    yield Vector("good_pc", OPENED, "both needed", make.seal(pc), PHRASE, code)
    either_data = make.seal(either)
    yield Vector("good_either_by_p", OPENED, "P or C: P", either_data, PHRASE)
    yield Vector("good_either_by_c", OPENED, "P or C: C", either_data, None, code)
    mended = "U" + code[1:-1] + "?"
    yield Vector("good_code_mended", OPENED, "two wrong", make.seal(c), None, mended)
    sloppy = code.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    yield Vector("good_code_sloppy", OPENED, "look-alikes", make.seal(c), None, sloppy)
    chinese = make.keys(Way(passphrase_secret("钥匙 备用 店铺"), cost=TESTS_ONLY))
    yield Vector(
        "good_chinese",
        OPENED,
        "U+3000 typed",
        make.seal(chinese),
        "钥匙\u3000备用\u3000店铺",
    )
    accent = make.keys(Way(passphrase_secret("Käse"), cost=TESTS_ONLY))
    yield Vector("good_nfd", OPENED, "typed apart", make.seal(accent), "Ka\u0308se")
    edged = make.keys(Way(passphrase_secret(" edge "), cost=TESTS_ONLY))
    yield Vector("good_edges", OPENED, "never trimmed", make.seal(edged), " edge ")
    yield from opened_profiles(make, code)


def opened_by_file(make: Maker) -> Iterator[Vector]:
    """Yield what must open by a key file, alone and with each other factor."""
    code = print_code(CODE, CodeKind.VAULT)
    shown = (f"key-file: {KEY_FILE.hex()}",)
    file, cost = make.file, TESTS_ONLY
    ways = {
        "f": Way(key_file=file),
        "pf": Way(make.phrase, cost=cost, key_file=file),
        "cf": Way(code=make.code, key_file=file),
        "pcf": Way(make.phrase, make.code, cost, file),
    }
    for name, way in ways.items():
        data = make.seal(make.keys(way))
        phrase = PHRASE if "p" in name else None
        typed = code if "c" in name else None
        comment = "a key file" + (" with more" if len(name) > 1 else " alone")
        yield Vector(f"good_{name}", OPENED, comment, data, phrase, typed, extra=shown)


def refused_files(make: Maker) -> Iterator[Vector]:
    """Yield files for which the key file is wrong, or all there is."""
    pf = make.seal(make.keys(Way(make.phrase, cost=TESTS_ONLY, key_file=make.file)))
    other = (f"key-file: {KEY_FILE[::-1].hex()}",)
    right = (f"key-file: {KEY_FILE.hex()}",)
    yield Vector("nokey_other_file", "NoKey", "", pf, PHRASE, extra=other)
    yield Vector("nokey_file_alone", "NoKey", "half of P + F", pf, extra=right)
    yield Vector("nokey_file_forgotten", "NoKey", "half of P + F", pf, PHRASE)
    yield Vector("nokey_file_and_words", "NoKey", "", pf, PHRASE + "s", extra=right)


def opened_profiles(make: Maker, code: str) -> Iterator[Vector]:
    """Yield what must open: kits, shares, proposals, odd fields, odd sizes."""
    p, keys = PHRASE, make.keys(make.p, make.c)
    kit = make.seal(keys, Profile.KIT, sign=sign)
    share = make.seal(keys, Profile.SHARE, sign=sign)
    proposal = make.seal(keys, Profile.PROPOSAL, sign=sign)
    signed = (f"signed-by: {signing.public_key(signing_seed()).hex()}",)
    yield Vector("good_kit", OPENED, "paper, signed", kit, p, None, "kit", signed)
    yield Vector("good_kit_c", OPENED, "by its card", kit, None, code, "kit", signed)
    yield Vector("good_share", OPENED, "signed", share, p, None, "share", signed)
    yield Vector("good_proposal", OPENED, "", proposal, p, None, "proposal", signed)
    kept = replace(keys, kept=(Field(0x80, b""), Field(0xFE, b"later")))
    yield Vector("good_optional", OPENED, "optional fields", make.seal(kept), p)
    repaired = make.seal(keys) + REPAIR_MAGIC + b"parity"
    yield Vector("good_repair", OPENED, "a repair part behind", repaired, p)
    text = disk_body()
    long = make.seal(keys, body=text + bytes(40_000 - len(text)))
    yield Vector("good_three_chunks", OPENED, "40,960 bytes", long, p)
    exact = make.seal(keys, body=text + bytes(16_384 - 88 - len(text)))
    yield Vector("good_empty_last_chunk", OPENED, "16,384 bytes", exact, p)
    hidden = Slot(4, make.random(16), None, b"", make.random(40))
    deputy = Slot(8, make.random(16), None, make.random(1168), make.random(40))
    other = replace(keys, slots=(hidden, deputy, *keys.slots))
    yield Vector("good_unknown_ways", OPENED, "F, H beside", make.seal(other), p)
    four = make.keys(make.c, *[foreign(n) for n in range(3)], make.p)
    yield Vector("good_fourth_p", OPENED, "the fourth P slot", make.seal(four), p)
    yield Vector("good_consented", OPENED, "t = 17", dear(make), p, extra=CONSENT)


def dear(make: Maker) -> bytes:
    """Seal with a cost that must be asked for, though it is cheap in truth."""
    slot = Slot(1, make.random(16), Cost(64, 17, 1), b"", b"")
    file_key = Secret(make.random(32))
    credentials = Credentials(make.phrase)
    wrapped = sealing_slot(slot, file_key, credentials)
    return make.seal(Keys(file_key, (wrapped,)))


def sealing_slot(slot: Slot, file_key: Secret, credentials: Credentials) -> Slot:
    """Wrap a slot of any cost, in this process."""
    assert credentials.passphrase is not None
    assert slot.cost is not None
    derived = argon2id(credentials.passphrase, slot.salt, slot.cost).reveal()
    mixed = hkdf.extract(factors.FACTORS_LABEL, bytes([slot.mask]) + derived)
    bound = hashlib.sha512(slot.before_wrapped()).digest()
    key = hkdf.expand(mixed, factors.KEK_LABEL + IDENT + bound, 32)
    return slot.with_wrapped(keywrap.wrap(Secret(key), file_key))


def foreign(number: int) -> Way:
    """Return somebody else's way in."""
    return Way(passphrase_secret(f"somebody else {number}"), cost=TESTS_ONLY)


def refused_costs(make: Maker) -> Iterator[Vector]:
    """Yield files that must be asked for."""
    unasked = limits.UNASKED_M_KIB
    dear_costs = {
        "m": (Cost(unasked + 1, 1, 4),),
        "t": (Cost(64, 17, 1),),
        "work": (Cost(unasked, 5, 4),),
    }
    for name, costs in dear_costs.items():
        data = make.crafted(tuple(make.slot(cost) for cost in costs))
        yield Vector(f"consent_{name}", "NeedsConsent", "", data, PHRASE)
    with_code = replace(
        keys := make.keys(make.c), slots=(make.slot(Cost(64, 17, 1)), *keys.slots)
    )
    yield Vector(
        "consent_not_for_code",
        OPENED,
        "a dear slot beside the code's is not run",
        make.seal(with_code),
        None,
        print_code(CODE, CodeKind.VAULT),
    )


def real_cost(make: Maker) -> Iterator[Vector]:
    """Yield what takes as long as in life."""
    floor = make.keys(Way(make.phrase, cost=FLOOR), floor=FLOOR)
    slow = ("slow: yes",)
    yield Vector("slow_floor", OPENED, "", make.seal(floor), PHRASE, extra=slow)
    paper = make.keys(Way(make.phrase, cost=PAPER), floor=FLOOR)
    kit = make.seal(paper, Profile.KIT)
    yield Vector("slow_paper", OPENED, "", kit, PHRASE, None, "kit", slow)
