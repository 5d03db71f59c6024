"""Envelopes that are refused before any key work, one fault each."""

from collections.abc import Callable, Iterator

from tests.vectors.envelope_maker import (
    PHRASE,
    Maker,
    Vector,
    field,
    flip,
    put,
    with_fields,
)
from vault import limits
from vault.envelope.header import MAGIC, REPAIR_MAGIC, Profile, parse_header


def refused_preamble(make: Maker) -> Iterator[Vector]:
    """Yield files whose first 28 bytes are wrong."""
    data = make.seal(make.keys(make.p))

    def bad(name: str, comment: str, data: bytes, kind: str = "Malformed") -> Vector:
        return Vector(f"preamble_{name}", kind, comment, data, PHRASE)

    yield bad("empty", "no byte", b"")
    yield bad("one_byte", "one byte", data[:1])
    yield bad("magic_only", "magic alone", MAGIC)
    yield bad("cut", "27 bytes", data[:27])
    yield bad("magic", "a wrong first byte", flip(data, 0))
    yield bad("text_mode", "a line end was changed", data.replace(b"\r\n", b"\n", 1))
    yield bad("version_0", "version 0", put(data, 8, b"\x00"))
    yield bad("version_2", "version 2", put(data, 8, b"\x02"), "TooNew")
    yield bad("version_255", "version 255, cut", put(data, 8, b"\xff")[:9], "TooNew")
    yield bad("profile_kit", "a kit with a magic", put(data, 9, b"\x02"))
    yield bad("profile_4", "an unknown profile", put(data, 9, b"\x04"))
    yield bad("profile_share", "a share where a vault is", put(data, 9, b"\x01"))
    yield bad("n_0", "no fields", put(data, 10, b"\x00\x00"))
    yield bad("n_60001", "too many bytes of fields", put(data, 10, b"\xea\x61"))
    yield bad("n_cut", "fields longer than the file", put(data, 10, b"\xea\x60"))
    yield bad("id", "another vault's id", flip(data, 12), "NoKey")
    yield bad("save_id", "another save's id", flip(data, 20), "Tampered")


def refused_paper(make: Maker) -> Iterator[Vector]:
    """Yield kits that are not as they were printed."""
    kit = make.seal(make.keys(make.p), Profile.KIT)

    def bad(name: str, data: bytes, kind: str = "Malformed") -> Vector:
        comment = name.replace("_", " ")
        return Vector(f"paper_{name}", kind, comment, data, PHRASE, None, "kit")

    yield bad("empty", b"")
    yield bad("magic", MAGIC + kit)
    yield bad("version_0", put(kit, 0, b"\x00"))
    yield bad("version_2", put(kit, 0, b"\x02"), "TooNew")
    yield bad("profile_vault", put(kit, 1, b"\x00"))
    yield bad("longer", kit + b"\x00", "Tampered")
    yield bad("repair_part", kit + REPAIR_MAGIC, "Tampered")
    yield bad("cut", kit[:-1], "Tampered")


def refused_fields(make: Maker) -> Iterator[Vector]:
    """Yield files whose fields are wrong."""
    keys = make.keys(make.p)
    data = make.seal(keys)
    slot = field(1, keys.slots[0].to_bytes())
    size = parse_header(data, paper=False).payload_bytes
    length = field(2, size.to_bytes(8, "big"))

    def bad(name: str, fields: bytes, kind: str = "Malformed") -> Vector:
        comment = name.replace("_", " ")
        return Vector(
            f"fields_{name}", kind, comment, with_fields(data, fields), PHRASE
        )

    yield bad("no_slot", length)
    yield bad("no_length", slot)
    yield bad("two_lengths", slot + length + length)
    yield bad("length_in_front", length + slot)
    yield bad("length_of_7_bytes", slot + field(2, bytes(7)))
    yield bad("length_0", slot + field(2, bytes(8)))
    yield bad("length_too_short", slot + field(2, (159).to_bytes(8, "big")))
    yield bad("length_one_more", slot + field(2, (size + 1).to_bytes(8, "big")))
    yield bad("length_one_less", slot + field(2, (size - 1).to_bytes(8, "big")))
    yield bad("length_huge", slot + field(2, b"\xff" * 8))
    yield bad("head_cut", slot + length + b"\x80\x00")
    yield bad("value_cut", slot + length + b"\x80\x00\x02x")
    yield bad("critical_0", b"\x00\x00\x00" + slot + length, "TooNew")
    yield bad("critical_127", slot + length + field(0x7F, b"new"), "TooNew")
    yield bad("optional_added", slot + length + field(0x80, b""), "Tampered")
    yield bad("optional_doubled", slot + length + 2 * field(0x80, b""))
    yield bad("optional_order", slot + length + field(0x81, b"") + field(0x80, b""))
    yield bad("slot_doubled", slot + slot + length, "Tampered")
    yield bad("slots_33", 33 * field(1, b"\x02" + bytes(56)) + length)
    yield bad(
        "slots_32", 31 * field(1, b"\x02" + bytes(56)) + slot + length, "Tampered"
    )
    yield bad("passphrases_5", 5 * slot + length)
    yield from refused_slots(make, bad, length)


def refused_slots(
    make: Maker, bad: Callable[..., Vector], length: bytes
) -> Iterator[Vector]:
    """Yield files with one wrong slot."""
    value = make.keys(make.p).slots[0].to_bytes()

    def one(name: str, value: bytes, kind: str = "Malformed") -> Vector:
        return bad(f"slot_{name}", field(1, value) + length, kind)

    def cost(m_kib: int, t: int, p: int) -> bytes:
        return put(value, 17, m_kib.to_bytes(4, "big") + bytes([t, p]))

    yield one("empty", b"")
    yield one("mask_0", put(value, 0, b"\x00"))
    yield one("mask_16", put(value, 0, b"\x10"))
    yield one("mask_other_bit", put(value, 0, b"\x81"))
    yield one("mask_c_with_cost", put(value, 0, b"\x02"))
    yield one("one_short", value[:-1])
    yield one("one_long", value + b"\x00")
    yield one("suite_0", b"\x08" + bytes(16 + 1 + 1168 + 40))
    yield one("t_0", cost(64, 0, 1))
    yield one("p_0", cost(64, 1, 0))
    yield one("m_below_lanes", cost(63, 1, 8))
    yield one("m_0", cost(0, 1, 1))
    yield one("m_4_tib", cost(2**32 - 1, 1, 1))
    yield one("m_beyond_asking", cost(limits.ASKED_M_KIB + 1, 1, 1))
    yield one("t_beyond_asking", cost(64, 65, 1))
    yield one("p_beyond", cost(1024, 1, 9))
    yield one("work_beyond_asking", cost(limits.ASKED_M_KIB, 17, 4))
