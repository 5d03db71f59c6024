"""Cells that a spreadsheet would run: the guard other programs put in front of them.

A spreadsheet takes a cell that begins with one of `=+-@`, a tab or a carriage return
for a formula; the usual export puts an apostrophe before it (OWASP, CSV injection).
"""

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guard(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it; `unguard` undoes it exactly."""
    return _GUARD + cell if cell.lstrip(_GUARD).startswith(_RUNS) else cell


def unguard(cell: str) -> str:
    """Return the cell as it was before `guard`; other apostrophes stay."""
    bare = cell.removeprefix(_GUARD)
    return bare if bare.lstrip(_GUARD).startswith(_RUNS) else cell
