"""Measure Spare Key against KeePassXC, by turns, on the same data, in this run.

    dev.py bench [--accounts N …] [--start] [--commands] [--rehearsal] [--papers]
                 [--json]

Open, search, save and memory, with process start and key derivation taken off on both
sides (packaging/against.py); and the start of the window (packaging/start_up.py). With
--commands whole commands beyond Argon2 instead (packaging/whole_commands.py). Wall
times on a shared machine vary; the ratio of the two sides is steadier.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import against
import bench_papers
import bench_rehearsal
import start_up
import whole_commands

Row = dict[str, object]
SHOWN = ("ratio", "least", "greatest", "processor")  # of a row, before the goal


def compared_rows(top: Path, sizes: list[int]) -> list[Row]:
    """Compare both programs at each size."""
    if against.lacking():
        print(f"without {against.PROGRAM} only our figures", file=sys.stderr)
    rows: list[Row] = []
    for accounts in sizes:
        folder = top / str(accounts)
        folder.mkdir()
        rows += against.compare(folder, accounts)
    return rows


def command_rows(top: Path, sizes: list[int]) -> list[Row]:
    """Measure whole commands at each size."""
    rows: list[Row] = []
    for accounts in sizes:
        folder = top / f"commands-{accounts}"
        folder.mkdir()
        rows += whole_commands.measure(folder, accounts)
    return rows


def start_rows(folder: Path) -> list[dict[str, object]]:
    """Measure the start of the window; no rows where there is nothing to compare."""
    if missing := start_up.lacking():
        without = ", ".join(missing)
        print(f"without {without} the start is not compared", file=sys.stderr)
        return []
    compared = start_up.compare(folder)
    ratio = compared.pop("ratio")
    rows: list[dict[str, object]] = [
        {"act": f"start {name}", **{f"{k}_s": round(v, 3) for k, v in found.items()}}
        for name, found in compared.items()
    ]
    kept = {f"{name}_ratio": round(value, 2) for name, value in ratio.items()}
    return [*rows, {"act": "start, to KeePassXC's", **kept, "goal": start_up.GOAL}]


def print_compared(rows: list[Row]) -> None:
    """Print both sides, the ratio with its spread, and the goal."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    heads = "".join(f"{head:>13}" for head in ("Spare Key", "KeePassXC"))
    heads += "".join(f"{head:>11}" for head in (*SHOWN, "goal"))
    print(f"{'accounts':>8}  {'act':16}{heads}")
    for row in rows:
        print(f"{row['accounts']:>8}  {row['act']:16}" + "".join(_cells(row)))


def _cells(row: Row) -> list[str]:
    sides = [_figure(row.get(side), row.get("unit")) for side in ("own", "other")]
    if "goal" not in row:
        return sides
    ratios = [row.get(name) for name in SHOWN]
    shown = [f"{one:>11.3f}" if isinstance(one, float) else " " * 11 for one in ratios]
    return [*sides, *shown, f"{'≤ ' + str(row['goal']):>11}"]


def _figure(value: object, unit: object) -> str:
    if not isinstance(value, float):
        return f"{value or '':>13}"
    return f"{value:>9.1f} MiB" if unit == "MiB" else f"{1000 * value:>10.1f} ms"


def print_start(rows: list[dict[str, object]]) -> None:
    """Print what was measured of the start."""
    if not rows:
        return
    print(f"{'':24}{'window':>9}{'painted':>9}{'processor':>11}")
    for row in rows:
        unit = "ratio" if "goal" in row else "s"
        mapped, painted, work = (
            row[f"{name}_{unit}"] for name in ("mapped", "painted", "processor")
        )
        print(f"{row['act']:24}{mapped:>9}{painted:>9}{work:>11}")
    print(f"goal: painted in at most {start_up.GOAL} of KeePassXC's time")


def main() -> None:
    """Measure what was asked for, and print tables, or JSON."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--accounts", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--start", action="store_true", help="measure only the start")
    parser.add_argument(
        "--commands", action="store_true", help="measure only whole commands"
    )
    parser.add_argument(
        "--rehearsal", action="store_true", help="measure only the rehearsal"
    )
    parser.add_argument(
        "--papers", action="store_true", help="measure only 64 MiB of papers"
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.rehearsal:
        rows = bench_rehearsal.rehearsal_rows(options.accounts)
        _print(rows, bench_rehearsal.print_rows, as_json=options.json)
    elif options.papers:
        _print(
            bench_papers.papers_rows(), bench_papers.print_rows, as_json=options.json
        )
    else:
        _against(options)


def _print(
    rows: list[dict[str, object]],
    tell: Callable[[list[dict[str, object]]], None],
    *,
    as_json: bool,
) -> None:
    """Print rows as JSON, or as `tell` does."""
    if as_json:
        print(json.dumps(rows, indent=2))
    else:
        tell(rows)


def _against(options: argparse.Namespace) -> None:
    """Measure against KeePassXC."""
    acts, commands, starts = [], [], []
    with tempfile.TemporaryDirectory(prefix="sk") as folder:
        top = Path(folder)
        if options.commands:
            commands = command_rows(top, options.accounts)
        else:
            acts = [] if options.start else compared_rows(top, options.accounts)
            starts = start_rows(top)
    if options.json:
        print(json.dumps([*acts, *commands, *starts], indent=2))
        return
    if acts:
        print_compared(acts)
    if commands:
        whole_commands.print_rows(commands)
    print_start(starts)


if __name__ == "__main__":
    main()
