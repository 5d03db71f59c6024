"""Cells that a spreadsheet would run: the guard other programs put in front of them.

A spreadsheet takes a cell that begins with one of `=+-@`, a tab or a carriage return
for a formula; the usual export puts an apostrophe before it (OWASP, CSV injection).
"""

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def unguard(cell: str) -> str:
    """Return the cell as it was before it was guarded; other apostrophes stay."""
    bare = cell.removeprefix(_GUARD)
    return bare if bare.lstrip(_GUARD).startswith(_RUNS) else cell
