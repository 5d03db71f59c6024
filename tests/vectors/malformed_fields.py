"""Faults of the fields and their order, all of them sealed as they stand."""

from collections.abc import Iterator
from dataclasses import replace

from tests.vectors.envelope_maker import Vector, put
from tests.vectors.envelope_maker import field as one_field
from tests.vectors.malformed_maker import (
    CODE_SLOT,
    PAYLOAD_BYTES,
    Draft,
    SlotDraft,
    kit,
    refused,
    with_slots,
)

OPENS = "opens"
SLOT = one_field(1, CODE_SLOT)
LENGTH = one_field(2, PAYLOAD_BYTES.to_bytes(8, "big"))


def order() -> Iterator[Vector]:
    """Yield fields that stand where or as often as they must not."""
    lax = {
        "length_in_front": (LENGTH + SLOT, "field-order"),
        "slot_behind_length": (SLOT + LENGTH + SLOT, "field-order"),
        "optional_in_front": (one_field(0x80, b"") + SLOT + LENGTH, "field-order"),
        "optional_between": (SLOT + one_field(0x80, b"") + LENGTH, "field-order"),
        "optionals_turned": (
            SLOT + LENGTH + one_field(0x81, b"a") + one_field(0x80, b"b"),
            "field-order",
        ),
        "last_optional_first": (
            SLOT + LENGTH + one_field(0xFF, b"") + one_field(0xFE, b""),
            "field-order",
        ),
        "optional_doubled": (
            SLOT + LENGTH + 2 * one_field(0x80, b"x"),
            "field-doubled",
        ),
        "last_doubled": (SLOT + LENGTH + 2 * one_field(0xFF, b""), "field-doubled"),
        "length_doubled": (SLOT + LENGTH + LENGTH, "field-doubled"),
        "lengths_differ": (SLOT + one_field(2, bytes(8)) + LENGTH, "field-doubled"),
    }
    for name, (fields, where) in lax.items():
        draft = Draft(fields=fields)
        yield refused(f"order_{name}", f"Malformed {where}", draft, second=OPENS)
    yield refused("order_no_slot", "Malformed slots", Draft(fields=LENGTH))
    only = LENGTH + one_field(0x80, b"")
    yield refused("order_optional_for_slot", "Malformed slots", Draft(fields=only))


def needed() -> Iterator[Vector]:
    """Yield profiles with a length that have none, and the other way round."""
    for number, name in ((0, "vault"), (1, "share")):
        draft = Draft(fields=SLOT, profile=number)
        told = f"length_missing_in_{name}"
        where = "Malformed length-field"
        yield refused(told, where, draft, profile=name, second=OPENS)
    proposal = Draft(fields=SLOT + LENGTH, profile=3)
    yield refused(
        "length_in_proposal",
        "Malformed length-field",
        proposal,
        profile="proposal",
        second=OPENS,
    )
    paper = replace(kit(), fields=SLOT + LENGTH)
    yield refused(
        "length_in_kit", "Malformed length-field", paper, profile="kit", second=OPENS
    )


def critical() -> Iterator[Vector]:
    """Yield fields of a later writer that say: do not guess."""
    for number in (0, 3, 4, 5, 7, 8, 16, 32, 64, 100, 126, 127):
        for value in (b"", b"later"):
            new = one_field(number, value)
            fields = new + SLOT + LENGTH if number == 0 else SLOT + LENGTH + new
            told = f"critical_{number}_{'with' if value else 'without'}_value"
            yield refused(told, "TooNew", Draft(fields=fields))
    paper = replace(kit(), fields=SLOT + one_field(3, b""))
    yield refused("paper_critical_3", "TooNew", paper, profile="kit")
    told = "a later writer's order is not judged"
    fields = one_field(0x80, b"") + one_field(9, b"") + SLOT + LENGTH
    yield refused("critical_out_of_order", "TooNew", Draft(fields=fields), comment=told)
    fields = one_field(1, b"") + one_field(9, b"") + LENGTH
    told = "nor are a later writer's slots"
    yield refused(
        "critical_behind_odd_slot", "TooNew", Draft(fields=fields), comment=told
    )


def framing() -> Iterator[Vector]:
    """Yield fields whose own lengths are lies: the rest is then read askew."""
    expect = "Malformed field-length"
    for size in (0, 1, 56, 58, 60, 0x100, 0x7FFF, 0xFFFF):
        lie = put(SLOT, 1, size.to_bytes(2, "big")) + LENGTH
        yield refused(f"framing_slot_says_{size}", expect, Draft(fields=lie))
    for size in (0, 7, 9, 0xFFFF):
        lie = SLOT + put(LENGTH, 1, size.to_bytes(2, "big"))
        yield refused(f"framing_length_says_{size}", expect, Draft(fields=lie))
    behind = {
        "one_byte": b"\x80",
        "two_bytes": b"\x80\x00",
        "value_missing": b"\x80\x00\x01",
        "value_cut": b"\x80\x00\x03ab",
        "huge": b"\xff\xff\xff",
        "zero": b"\x00",
        "two_zeros": b"\x00\x00",
    }
    for name, rest in behind.items():
        draft = Draft(fields=SLOT + LENGTH + rest)
        second = OPENS if rest[0] else ""
        yield refused(f"framing_behind_{name}", expect, draft, second=second)


def count() -> Iterator[Vector]:
    """Yield files with too many ways in, each of them sound."""
    expect, asking = "Malformed slots", "Malformed slots-passphrase"
    dead = bytes([2]) + bytes(56)
    for number in (33, 34, 64, 200):
        draft = with_slots(CODE_SLOT, *[dead] * (number - 1))
        yield refused(f"slots_{number}", expect, draft, second=OPENS)
    sound = SlotDraft(mask=1).value()
    both = SlotDraft(mask=3).value()
    keyed = SlotDraft(mask=5).value()
    for number in (5, 8, 32):
        draft = with_slots(CODE_SLOT, *[sound] * number)
        where = expect if number == 32 else asking
        yield refused(f"slots_{number}_with_p", where, draft, second=OPENS)
    mixed = with_slots(CODE_SLOT, sound, sound, both, keyed, both)
    told = "P counts in whatever mask it stands"
    yield refused("slots_5_masks_with_p", asking, mixed, comment=told, second=OPENS)
