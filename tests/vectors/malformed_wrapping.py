"""Faults of the wrapped key: a writer that read the page of the keys wrong."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import replace

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.keywrap import (
    aes_key_wrap,
    aes_key_wrap_with_padding,
)

from tests.vectors.envelope_maker import CODE, IDENT, PHRASE, Vector
from tests.vectors.malformed_maker import (
    FILE_KEY,
    SALT,
    Draft,
    SlotDraft,
    code_key,
    kit,
    passphrase_key,
    refused,
    with_slots,
    wrapped,
)
from vault.crypto import hkdf
from vault.envelope.factors import CODE_LABEL, FACTORS_LABEL, KEK_LABEL
from vault.limits import Cost

BEFORE = SlotDraft().before()


def bound() -> Iterator[Vector]:
    """Yield keys wrapped as if something were not bound to them."""
    material = SlotDraft().material()
    whole = hashlib.sha512(BEFORE).digest()
    mixed = hkdf.extract(FACTORS_LABEL, material)
    infos = {
        "id_missing": KEK_LABEL + whole,
        "other_id": KEK_LABEL + b"othervlt" + whole,
        "id_backwards": KEK_LABEL + IDENT[::-1] + whole,
        "slot_missing": KEK_LABEL + IDENT,
        "slot_unhashed": KEK_LABEL + IDENT + BEFORE,
        "slot_without_mask": KEK_LABEL + IDENT + hashlib.sha512(BEFORE[1:]).digest(),
        "slot_without_salt": KEK_LABEL + IDENT + hashlib.sha512(BEFORE[:1]).digest(),
        "slot_with_key": KEK_LABEL + IDENT + hashlib.sha512(BEFORE * 2).digest(),
        "sha_256": KEK_LABEL + IDENT + hashlib.sha256(BEFORE).digest(),
        "label_missing": IDENT + whole,
        "label_without_zero": KEK_LABEL[:-1] + IDENT + whole,
        "label_2": b"sparekey/2 kek\0" + IDENT + whole,
        "nothing": b"",
    }
    for name, info in infos.items():
        yield _wrapped(f"bound_{name}", hkdf.expand(mixed, info, 32))
    info = KEK_LABEL + IDENT + whole
    sha_256 = hmac.digest(FACTORS_LABEL, material, "sha256")
    keks = {
        "factors_label_missing": hkdf.expand(hkdf.extract(b"", material), info, 32),
        "factors_label_2": hkdf.expand(
            hkdf.extract(b"sparekey/2 factors", material), info, 32
        ),
        "factors_turned": hkdf.expand(hkdf.extract(material, FACTORS_LABEL), info, 32),
        "factors_sha_256": hkdf.expand(sha_256 + bytes(32), info, 32),
        "not_expanded": mixed[:32],
        "last_half": hkdf.expand(mixed, info, 64)[32:],
        "zero": bytes(32),
        "code_itself": code_key(),
    }
    for name, kek in keks.items():
        yield _wrapped(f"kek_{name}", kek)


def codes() -> Iterator[Vector]:
    """Yield keys wrapped by something else than the code's sixteen bytes."""
    number = int.from_bytes(CODE, "big")
    materials = {
        "mask_missing": code_key(),
        "mask_of_p": b"\x01" + code_key(),
        "mask_behind": code_key() + b"\x02",
        "code_bare": b"\x02" + CODE,
        "code_64": b"\x02" + hkdf.extract(CODE_LABEL, CODE),
        "code_second_half": b"\x02" + hkdf.extract(CODE_LABEL, CODE)[32:],
        "code_backwards": b"\x02" + code_key(CODE[::-1]),
        "code_with_kind": b"\x02" + code_key((number << 2).to_bytes(17, "big")),
        "code_typed": b"\x02" + code_key(b"CHJPCSV8D5N6PV3DDSQQ0WBJEC"),
        "code_label_missing": b"\x02" + hkdf.extract(b"", CODE)[:32],
        "code_of_zeros": b"\x02" + code_key(bytes(16)),
        "passphrase_too": b"\x02" + passphrase_key(SALT) + code_key(),
        "nothing": b"\x02",
    }
    for name, material in materials.items():
        value = BEFORE + wrapped(BEFORE, material)
        yield refused(f"material_{name}", "NoKey", with_slots(value))
    paper = kit()
    value = BEFORE + wrapped(BEFORE, b"\x02" + CODE)
    fields = b"\x01" + len(value).to_bytes(2, "big") + value
    told = "paper_material_code_bare"
    yield refused(told, "NoKey", replace(paper, fields=fields), profile="kit")


def forms() -> Iterator[Vector]:
    """Yield wrapped keys of another form, under the right KEK."""
    kek = _kek()
    sound = aes_key_wrap(kek, FILE_KEY.reveal())
    odd = {
        "zeros": bytes(40),
        "ones": b"\xff" * 40,
        "backwards": sound[::-1],
        "halves_turned": sound[8:] + sound[:8],
        "key_itself": FILE_KEY.reveal() + bytes(8),
        "initial_value_and_key": b"\xa6" * 8 + FILE_KEY.reveal(),
        "padded": aes_key_wrap_with_padding(kek, FILE_KEY.reveal()),
        "padded_31": aes_key_wrap_with_padding(kek, FILE_KEY.reveal()[:31]),
        "short_key": aes_key_wrap(kek, FILE_KEY.reveal()[:24]) + bytes(8),
        "aes_128": aes_key_wrap(kek[:16], FILE_KEY.reveal()),
        "twice": aes_key_wrap(kek, sound)[:40],
    }
    for name, value in odd.items():
        yield refused(f"wrapped_{name}", "NoKey", with_slots(BEFORE + value))
    other = aes_key_wrap(kek, bytes(32))
    told = "a slot around another file key"
    draft = with_slots(BEFORE + other)
    yield refused("wrapped_other_file_key", "Tampered", draft, comment=told)


def passphrases() -> Iterator[Vector]:
    """Yield keys wrapped by another derivation than Argon2id 1.3, or another text."""
    draft = SlotDraft(mask=1)
    phrase = PHRASE.encode()

    def argon(text: bytes = phrase, kind: Type = Type.ID, version: int = 19) -> bytes:
        return hash_secret_raw(text, SALT, 1, 64, 1, 32, kind, version)

    derived = {
        "argon2i": argon(kind=Type.I),
        "argon2d": argon(kind=Type.D),
        "version_1_0": argon(version=16),
        "trimmed": argon(phrase + b" "),
        "capital": argon(PHRASE.capitalize().encode()),
        "line_behind": argon(phrase + b"\n"),
        "zero_behind": argon(phrase + b"\0"),
        "utf_16": argon(PHRASE.encode("utf-16-le")),
        "mark_in_front": argon(b"\xef\xbb\xbf" + phrase),
        "empty": argon(b""),
        "two_passes": passphrase_key(SALT, Cost(64, 2, 1)),
        "two_lanes": passphrase_key(SALT, Cost(64, 1, 2)),
        "more_memory": passphrase_key(SALT, Cost(65, 1, 1)),
        "salt_turned": passphrase_key(SALT[::-1]),
        "salt_zero": passphrase_key(bytes(16)),
        "phrase_itself": phrase[:32],
        "sha_256": hashlib.sha256(phrase).digest(),
        "pbkdf2": hashlib.pbkdf2_hmac("sha256", phrase, SALT, 10),
        "scrypt": hashlib.scrypt(phrase, salt=SALT, n=2, r=8, p=1, dklen=32),
    }
    for name, key in derived.items():
        value = draft.before() + wrapped(draft.before(), b"\x01" + key)
        made = refused(f"passphrase_{name}", "NoKey", with_slots(value))
        yield replace(made, passphrase=PHRASE, code=None)
    yield from _both()


def _both() -> Iterator[Vector]:
    draft = SlotDraft(mask=3)
    p32, c32 = passphrase_key(SALT), code_key()
    mixed = bytes(a ^ b for a, b in zip(p32, c32, strict=True))
    materials = {
        "turned": b"\x03" + c32 + p32,
        "phrase_alone": b"\x03" + p32,
        "code_alone": b"\x03" + c32,
        "mixed": b"\x03" + mixed,
        "lengths_in_front": b"\x03\x20" + p32 + b"\x20" + c32,
        "mask_of_either": b"\x01" + p32 + c32,
    }
    for name, material in materials.items():
        value = draft.before() + wrapped(draft.before(), material)
        made = refused(f"both_{name}", "NoKey", with_slots(value))
        yield replace(made, passphrase=PHRASE)
    half = refused("both_only_code_given", "NoKey", with_slots(draft))
    yield half
    given = refused("both_only_phrase_given", "NoKey", with_slots(draft))
    yield replace(given, passphrase=PHRASE, code=None)


def _kek() -> bytes:
    mixed = hkdf.extract(FACTORS_LABEL, SlotDraft().material())
    return hkdf.expand(mixed, KEK_LABEL + IDENT + hashlib.sha512(BEFORE).digest(), 32)


def _wrapped(name: str, kek: bytes) -> Vector:
    value = BEFORE + aes_key_wrap(kek, FILE_KEY.reveal())
    fields = with_slots(value).fields
    return refused(name, "NoKey", Draft(fields=fields))
