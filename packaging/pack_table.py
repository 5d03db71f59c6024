"""Write what the platform packs hold as a table, resources/platforms/TABLE.md.

    .venv/bin/python packaging/pack_table.py

A test fails where the table that is kept is not the one that the packs give.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vault.packs import Pack, shipped_packs  # noqa: E402 - the path comes first
from vault.packs.standing import Standing, standings  # noqa: E402 - the same

TABLE: Final = ROOT / "resources" / "platforms" / "TABLE.md"
COLUMNS: Final = {
    "codes": "Codes (kinds)",
    "locked-out": "Locked out (steps)",
    "hacked": "Hacked (steps)",
    "suspended": "Suspended (steps)",
    "leaving": "Off-boarding (facts)",
    "contacts": "Contacts",
}
HEAD: Final = """\
# What the platform packs hold

Made by `packaging/pack_table.py` from the packs beside it; not to be edited by hand.

Each cell: how many facts, how sure the weakest of them is, the date of the newest
source among them ("undated" where none gives one). A dash: the pack says nothing of it,
since the platform issues none, or nothing was found. No date means that a page still
says so today: the last column is the day on which the sources' copies were read.
"""


def table(packs: dict[str, Pack]) -> str:
    """Return the whole page; packs by group, then by name."""
    lines = [HEAD]
    for group in sorted({pack.group for pack in packs.values()}):
        lines += [f"## {group.capitalize()}", "", *_head()]
        members = [pack for pack in packs.values() if pack.group == group]
        lines += map(_row, sorted(members, key=lambda pack: pack.name.casefold()))
        lines.append("")
    return "\n".join([*lines, _sum(packs)])


def _head() -> list[str]:
    words = ["Platform", *COLUMNS.values(), "Sources read"]
    return [_line(words), _line(["---"] * len(words))]


def _row(pack: Pack) -> str:
    by_part = {one.part: one for one in standings(pack)}
    cells = [_cell(by_part[part]) for part in COLUMNS]
    return _line([pack.name, *cells, pack.stored])


def _cell(one: Standing) -> str:
    if not one.facts:
        return "–"  # noqa: RUF001 - a dash is meant
    return f"{one.facts}, {one.weakest}, {one.newest or 'undated'}"


def _sum(packs: dict[str, Pack]) -> str:
    """Count the packs that tell something of each part."""
    told = [
        f"{words.partition(' (')[0].lower()} {_telling(packs, part)}"
        for part, words in COLUMNS.items()
    ]
    return f"{len(packs)} packs; of these tell something: {', '.join(told)}.\n"


def _telling(packs: dict[str, Pack], part: str) -> int:
    return sum(
        one.part == part and one.facts > 0
        for pack in packs.values()
        for one in standings(pack)
    )


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    TABLE.write_text(table(shipped_packs()), encoding="utf-8")
    print(f"wrote {TABLE.relative_to(ROOT)}")
