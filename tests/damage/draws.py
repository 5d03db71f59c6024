"""Draws: every sheet of a kit damaged and read; what came back, as a table.

    python -m tests.damage.draws [--draws N] [--paper letter] [--density compact] [KIND]

A draw repeats itself: its chance is seeded by its kind and number.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.damage.kinds import KINDS, damaged
from tests.damage.kit import Printed, drawn, pages, printed
from vault.errors import Malformed, VaultError
from vault.kit.collect import Collection
from vault.kit.frames import Frame, parse_frame
from vault.kit.plan import Density
from vault.kit.read_page import read_page
from vault.limits import CODES_A_SHEET
from vault.optics.pictures import Picture


@dataclass(frozen=True)
class Outcome:
    """One draw: codes lost of all, and whether the kit came back.

    `without_one` counts the sheets that could be missing besides, each in its turn.
    """

    kind: str
    lost: int
    restored: bool
    without_one: int
    seconds: float  # of reading, for the slowest picture


def draw(kit: Printed, kind: str, number: int) -> Outcome:
    """Damage every sheet of the kit, read the pictures, put it together."""
    rng = drawn(f"{kind} {number}")
    frames: dict[int, Frame] = {}
    slowest = 0.0
    for image in damaged(kind, pages(kit), rng):
        picture = Picture(image.tobytes(), *image.size)
        began = time.monotonic()
        texts = read_page(picture)
        slowest = max(slowest, time.monotonic() - began)
        for frame in _ours(texts):
            frames[frame.number] = frame
    return Outcome(
        kind,
        lost=CODES_A_SHEET * kit.plan.sheets - len(frames),
        restored=came_back(kit, frames.values()),
        without_one=sum(
            came_back(kit, (f for f in frames.values() if f.sheet != missing))
            for missing in range(kit.plan.sheets)
        ),
        seconds=slowest,
    )


def _ours(texts: Iterable[str]) -> Iterator[Frame]:
    """Yield the frames; of damage a reader may make a code that never was."""
    for text in texts:
        try:
            yield parse_frame(text)
        except Malformed:
            continue


def came_back(kit: Printed, frames: Iterable[Frame]) -> bool:
    """Tell whether these codes give the very envelope."""
    gathered = Collection()
    for frame in frames:
        gathered.add(frame)
    try:
        return gathered.recover().envelope == kit.envelope
    except VaultError:
        return False


def row(kit: Printed, outcomes: list[Outcome]) -> str:
    """Return a table's line for the draws of one kind."""
    count = len(outcomes)
    whole = sum(one.restored for one in outcomes)
    short = sum(one.without_one for one in outcomes)
    codes = CODES_A_SHEET * kit.plan.sheets
    lost = sum(one.lost for one in outcomes) / count
    worst = max(one.lost for one in outcomes)
    seconds = max(one.seconds for one in outcomes)
    return (
        f"| {outcomes[0].kind} | {whole}/{count} | {short}/{count * kit.plan.sheets} "
        f"| {lost:.1f} of {codes} | {worst} | {seconds:.1f} |"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Write the table to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4")
    parser.add_argument("--density", choices=["sturdy", "compact"], default="sturdy")
    options = parser.parse_args()
    kit = printed(options.paper, Density[options.density.upper()])
    _say(f"{options.paper}, {options.density}: {kit.plan}")
    _say("| kind | restored | one sheet missing | lost | most | s |")
    _say("| --- | --- | --- | --- | --- | --- |")
    for kind in options.kinds or KINDS:
        outcomes = [draw(kit, kind, number) for number in range(options.draws)]
        _say(row(kit, outcomes))


if __name__ == "__main__":
    main()
