"""How many sheets an envelope takes, and what may be lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.errors import TooLarge
from vault.kit.plan import Density, Plan, capacity_bytes, most_data_codes, plan_for
from vault.limits import PAPER_BYTES

DENSITIES = st.sampled_from(Density)
# sheets: groups, n, most k, whole sheets that are enough at most k
TABLE = {
    2: (1, 48, 24, 1),
    3: (1, 72, 39, 2),
    4: (1, 96, 57, 3),
    5: (1, 120, 72, 3),
    6: (1, 144, 86, 4),
    7: (1, 168, 100, 5),
    8: (1, 192, 115, 5),
    9: (1, 216, 129, 6),
    10: (1, 240, 144, 6),
    11: (2, 132, 92, 8),
    12: (2, 144, 100, 9),
    13: (2, 156, 109, 10),
    14: (2, 168, 117, 10),
    15: (2, 180, 126, 11),
    16: (2, 192, 134, 12),
    17: (2, 204, 142, 12),
    18: (2, 216, 151, 13),
    19: (2, 228, 159, 14),
    20: (2, 240, 168, 14),
    21: (3, 168, 117, 15),
    22: (3, 176, 123, 16),
    23: (3, 184, 128, 16),
    24: (3, 192, 134, 17),
    25: (3, 200, 140, 18),
    26: (3, 208, 145, 19),
    27: (3, 216, 151, 19),
    28: (3, 224, 156, 20),
    29: (3, 232, 162, 21),
    30: (3, 240, 168, 21),
    31: (4, 186, 130, 22),
    32: (4, 192, 134, 23),
    33: (4, 198, 138, 23),
    34: (4, 204, 142, 24),
    35: (4, 210, 147, 25),
    36: (4, 216, 151, 26),
    37: (4, 222, 155, 26),
    38: (4, 228, 159, 27),
    39: (4, 234, 163, 28),
    40: (4, 240, 168, 28),
}


@pytest.mark.parametrize("sheets", TABLE)
def test_a_full_kit_of_each_size_is_as_specified(sheets: int) -> None:
    """The table of SPEC.md is what the program plans."""
    plan = plan_for(capacity_bytes(sheets, Density.STURDY), Density.STURDY)
    assert plan.sheets == sheets
    assert (plan.groups, plan.n, plan.k, plan.needed) == TABLE[sheets]


@given(st.integers(0, capacity_bytes(40, Density.STURDY)), DENSITIES)
def test_sealing_to_the_plan_keeps_the_plan(size: int, density: Density) -> None:
    """Padding fills whole codes of every group, and changes nothing else."""
    plan = plan_for(size, density)
    assert plan.envelope_bytes >= size
    assert plan.envelope_bytes % plan.multiple_bytes == 0
    assert plan.envelope_bytes - size < plan.multiple_bytes or plan.k == 1
    assert plan_for(plan.envelope_bytes, density) == plan


@given(st.integers(0, capacity_bytes(40, Density.STURDY)), DENSITIES)
def test_the_promised_sheets_are_enough(size: int, density: Density) -> None:
    """Any `needed` sheets hold k codes of each group, one sheet fewer does not."""
    plan = plan_for(size, density)
    assert 24 * plan.needed // plan.groups >= plan.k
    assert 24 * (plan.needed - 1) // plan.groups < plan.k


@given(st.integers(0, capacity_bytes(40, Density.STURDY)), DENSITIES)
def test_no_smaller_kit_would_do(size: int, density: Density) -> None:
    """The fewest sheets are taken, and never one alone."""
    plan = plan_for(size, density)
    assert plan.sheets == 2 or capacity_bytes(plan.sheets - 1, density) < size


@pytest.mark.parametrize("sheets", range(4, 41))
def test_the_losses_promised_may_happen(sheets: int) -> None:
    """40 % of sheets or codes may be lost, 30 % above ten sheets."""
    percent = 40 if sheets <= 10 else 30
    groups = -(-sheets // 10)
    kept_sheets = sheets - sheets * percent // 100
    assert 24 * kept_sheets // groups >= most_data_codes(sheets)
    assert 24 * sheets // groups * (100 - percent) >= 100 * most_data_codes(sheets)


@pytest.mark.parametrize(
    ("size", "density", "sheets"),
    [
        (20 * 1024, Density.STURDY, 5),
        (20 * 1024, Density.COMPACT, 4),
        (100 * 1024, Density.STURDY, 21),
        (100 * 1024, Density.COMPACT, 15),
    ],
)
def test_reaches_the_figures(size: int, density: Density, sheets: int) -> None:
    """20 and 100 KB take no more sheets than was promised."""
    assert plan_for(size, density).sheets == sheets


def test_refuses_what_forty_sheets_do_not_hold() -> None:
    """One byte too many names the limit that is reached first."""
    most = capacity_bytes(40, Density.STURDY)
    with pytest.raises(TooLarge) as sturdy:
        plan_for(most + 1, Density.STURDY)
    assert (sturdy.value.limit, sturdy.value.allowed) == ("SHEETS", most)
    assert plan_for(PAPER_BYTES // 1660 * 1660, Density.COMPACT).sheets <= 40
    with pytest.raises(TooLarge) as compact:
        plan_for(PAPER_BYTES + 1, Density.COMPACT)
    assert compact.value.limit == "PAPER_BYTES"


def test_a_plan_tells_its_codes() -> None:
    """Sheets times 24 codes, dealt evenly to the groups."""
    plan = Plan(Density.COMPACT, sheets=12, groups=2, k=7)
    assert (plan.codes, plan.n, plan.multiple_bytes) == (288, 144, 830)


def test_the_specification_shows_the_same_table() -> None:
    """SPEC.md prints what the program computes, for every number of sheets."""
    spec = Path(__file__).parents[3] / "vault" / "kit" / "SPEC.md"
    lines = spec.read_text(encoding="utf-8").splitlines()
    for sheets, figures in TABLE.items():
        sizes = [f"{capacity_bytes(sheets, density):,}" for density in Density]
        row = " | ".join([str(sheets), *map(str, figures), *sizes])
        assert f"| {row} |" in lines
