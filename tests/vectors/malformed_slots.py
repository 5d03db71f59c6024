"""Faults inside one slot: its mask, length, suite, cost; sealed as they stand."""

from collections.abc import Iterator
from dataclasses import replace

from tests.vectors.envelope_maker import PHRASE, Vector, put
from tests.vectors.malformed_maker import SlotDraft, kit, refused, with_slots
from vault import limits
from vault.envelope.slot import slot_bytes
from vault.limits import Cost

OPENS = "opens"
MOST = limits.ASKED_M_KIB


def masks() -> Iterator[Vector]:
    """Yield masks that are none."""
    for mask in (0, 16, 17, 18, 31, 32, 34, 64, 66, 128, 130, 240, 255):
        value = SlotDraft(mask=mask).value()
        second = "" if mask & 13 else OPENS  # it looks at no other bit
        yield refused(
            f"mask_{mask}", "Malformed slot-mask", with_slots(value), second=second
        )
    for name, value in {"empty": b"", "zero": b"\0", "zeros": bytes(57)}.items():
        yield refused(f"mask_{name}", "Malformed slot-mask", with_slots(value))


def sizes() -> Iterator[Vector]:
    """Yield slots that are not as long as their mask says."""
    expect = "Malformed slot-size"
    for mask in range(1, 16):
        value = SlotDraft(mask=mask).value()
        for name, changed in {
            "short": value[:-1],
            "long": value + b"\0",
            "half": value[: len(value) // 2],
            "mask_only": value[:1],
            "doubled": value + value,
        }.items():
            yield refused(f"size_{mask}_{name}", expect, with_slots(changed))
        other = mask ^ 1  # the cost is there or not
        told = f"the length is that of mask {other}"
        wrong = with_slots(put(value, 0, bytes([other]))) if other else None
        if wrong is not None:
            yield refused(f"size_{mask}_as_{other}", expect, wrong, comment=told)
    for size in range(8, 56, 8):
        value = SlotDraft().value()[:size]

        yield refused(f"size_cut_{size}", expect, with_slots(value))
    assert slot_bytes(2) == 57


def suites() -> Iterator[Vector]:
    """Yield suites of a deputy's key that there are not."""
    for mask in (8, 9, 10, 11, 12, 13, 14, 15):
        for suite in (0, 2, 255):
            value = SlotDraft(mask=mask, suite=suite).value()
            draft = with_slots(SlotDraft(), value)
            told = f"suite_{suite}_of_mask_{mask}"
            yield refused(told, "Malformed slot-suite", draft, second=OPENS)


COSTS = {
    "t_0": Cost(64, 0, 1),
    "t_65": Cost(64, 65, 1),
    "t_255": Cost(64, 255, 1),
    "p_0": Cost(64, 1, 0),
    "p_9": Cost(128, 1, 9),
    "p_255": Cost(4096, 1, 255),
    "m_0": Cost(0, 1, 1),
    "m_7": Cost(7, 1, 1),
    "m_below_8_p": Cost(63, 1, 8),
    "m_15_for_2": Cost(15, 1, 2),
    "m_one_more": Cost(MOST + 1, 1, 1),
    "m_2_tib": Cost(2**31, 1, 1),
    "m_4_tib": Cost(2**32 - 1, 1, 1),
    "m_4_tib_255": Cost(2**32 - 1, 255, 255),
    "work_17_times": Cost(MOST, 17, 4),
    "work_one_more": Cost(limits.ASKED_MT_KIB // 64 + 1, 64, 4),
    "nothing": Cost(0, 0, 0),
}


def costs() -> Iterator[Vector]:
    """Yield costs that are never spent, in every mask with a passphrase."""
    for mask in (1, 3, 5, 9, 13):
        for name, cost in COSTS.items():
            before = SlotDraft(mask=mask, cost=cost).before()
            draft = with_slots(SlotDraft(), before + bytes(40))
            told = f"cost_{name}_of_mask_{mask}"
            yield refused(told, "Malformed slot-cost", draft, second=OPENS)
    before = SlotDraft(mask=1, cost=COSTS["m_4_tib"]).before()
    paper = replace(kit(), fields=with_slots(before + bytes(40)).fields)
    fields = paper.fields[:-11] if paper.fields else b""
    paper = replace(paper, fields=fields)
    yield refused("paper_cost_m_4_tib", "Malformed slot-cost", paper, profile="kit")


def asked() -> Iterator[Vector]:
    """Yield costs that are spent only once the user was asked."""
    dear = {
        "m_over_1_gib": Cost(limits.UNASKED_M_KIB + 1, 1, 1),
        "m_2_gib": Cost(MOST, 1, 1),
        "t_17": Cost(64, 17, 1),
        "t_64": Cost(64, 64, 1),
        "work_over_4_gib": Cost(limits.UNASKED_MT_KIB // 16 + 1, 16, 4),
        "all_at_most": Cost(MOST, 16, 8),
    }
    for name, cost in dear.items():
        for mask in (1, 3):
            before = SlotDraft(mask=mask, cost=cost).before()
            told = f"asked_{name}_of_mask_{mask}"
            made = refused(told, "NeedsConsent", with_slots(before + bytes(40)))
            given = made.code if mask == 3 else None
            yield replace(made, passphrase=PHRASE, code=given)
