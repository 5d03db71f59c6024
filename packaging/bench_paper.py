"""Measure making a kit of 100 KB: `dev.py bench --paper`.

The kit is made as the window makes it: sealed, drawn, read back from its own pages and
put together with every sheet dropped in turn. Then the sheets that 20 KB, 100 KB and 25
sample accounts take.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.damage.kit import made_kit
from vault.kit.plan import Density, plan_for

KB = 1024
LARGE_BYTES = 100 * KB
GOAL_SECONDS, GOAL_BYTES = 15, 5 * 1024 * KB
ACCOUNTS, GOAL_SHEETS = 25, 5
PROBED = 100  # accounts, to see how many make 100 KB


def measure() -> list[dict[str, object]]:
    """Make the kits and return a row for each."""
    rows: list[dict[str, object]] = []
    probe = made_kit("a4", Density.STURDY, PROBED)
    accounts = LARGE_BYTES * PROBED // len(probe.envelope) + 12
    for density in Density:
        wall, work = time.monotonic(), time.process_time()
        made = made_kit("a4", density, accounts)
        rows.append(
            {
                "act": f"make and prove, {density.name.lower()}",
                "accounts": accounts,
                "envelope_bytes": len(made.envelope),
                "sheets": made.plan.sheets,
                "pdf_bytes": len(made.sheets_pdf),
                "seconds": round(time.monotonic() - wall, 2),
                "processor_seconds": round(time.process_time() - work, 2),
                "goal": f"<= {GOAL_SECONDS} s, <= {GOAL_BYTES // KB // KB} MB",
            }
        )
    for density in Density:
        small = made_kit("a4", density, ACCOUNTS).plan.sheets
        rows.append(
            {
                "act": f"sheets, {density.name.lower()}",
                "20 KB": plan_for(20 * KB, density).sheets,
                "100 KB": plan_for(LARGE_BYTES, density).sheets,
                f"{ACCOUNTS} accounts": small,
                "goal": f"<= {GOAL_SHEETS} for {ACCOUNTS} accounts",
            }
        )
    return rows


def print_rows(rows: list[dict[str, object]]) -> None:
    """Print one act a line, its figures by name."""
    for row in rows:
        figures = ", ".join(f"{k} {v}" for k, v in row.items() if k != "act")
        print(f"{row['act']}: {figures}")


if __name__ == "__main__":
    print_rows(measure())
