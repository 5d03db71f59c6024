"""The rehearsal of a sample vault in processor time: each loss, each pair of things."""

from __future__ import annotations

import time

from vault.app.rehearse import all_pair_faults, all_single_faults, built_of, offers
from vault.app.sample import sample_vault

GOALS_S = {"single losses": 0.3, "pairs of things": 5.0}
GOALS_AT = 1000  # accounts
NOW = "2026-11-23T12:00:00Z"


def rehearsal_rows(sizes: list[int]) -> list[dict[str, object]]:
    """Return a row for each act at each size; the graph's building is in both."""
    offers()  # the packs are read once a process, by whatever comes first
    rows: list[dict[str, object]] = []
    for accounts in sizes:
        vault = sample_vault(accounts, now=NOW)
        acts = {"single losses": all_single_faults, "pairs of things": all_pair_faults}
        for act, tried in acts.items():
            start = time.process_time()
            found = len(tried(built_of(vault)))
            spent = round(time.process_time() - start, 3)
            row = {"accounts": accounts, "act": act, "seconds": spent, "found": found}
            rows.append(
                {**row, "goal_s": GOALS_S[act] if accounts == GOALS_AT else None}
            )
    return rows


def print_rows(rows: list[dict[str, object]]) -> None:
    """Print the rows as a table."""
    for row in rows:
        goal = f", goal ≤ {row['goal_s']} s" if row["goal_s"] else ""
        told = f"{row['seconds']} s, {row['found']} found{goal}"
        print(f"{row['accounts']:>8}  {row['act']:16}  {told}")
