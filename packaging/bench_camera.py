"""Measure how fast a sheet is read that is held to a camera: `dev.py bench --camera`.

A film of a sheet, moved past the lens by an unsteady hand, is played; frames that come
while one is being read are dropped, as in the window.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QGuiApplication

from tests.fakes import ports_on_disk
from tests.film import held_near, write_film
from tests.paper import codes_of, draw_page
from ui.controllers.sheets_reading import dots_of
from ui.workers.multimedia import FilmFrames
from ui.workers.op import Ops
from vault.app.kit_gather import Gatherer
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan

if TYPE_CHECKING:
    from ui.workers.frame_source import Frame
    from vault.app.kit_reading import Reading

SECONDS, RATE, DRAWS = 2, 30, 5
PATIENCE_S = 60


@dataclass
class Run:
    """One film: what was read, and when the last code of the sheet was."""

    gatherer: Gatherer
    ops: Ops
    busy: bool = False
    ended: bool = False
    came: int = 0
    read: int = 0
    found: int = 0
    film_ms: int = 0
    working_s: float = 0
    began: float = field(default_factory=time.perf_counter)

    def take(self, frame: Frame) -> None:
        """Read a frame, unless one is being read."""
        self.came += 1
        if self.busy or self.found == len(FIRST):
            return
        self.busy, self.film_ms = True, frame.at_ms
        self.ops.run(lambda: self._look(frame), self._seen, print)

    def _look(self, frame: Frame) -> Reading:
        return self.gatherer.see("film", *dots_of(frame.image))

    def _seen(self, reading: Reading) -> None:
        self.busy = False
        self.read += 1
        found = reading.kits[0].found if reading.kits else 0
        if found != self.found:
            self.found = found
            self.working_s = time.perf_counter() - self.began


PLAN = Plan(Density.STURDY, sheets=2, groups=1, k=24)
ENVELOPE = bytes(at * 37 % 251 for at in range(PLAN.envelope_bytes))
FIRST = frames_of(ENVELOPE, PLAN)[:24]


def played(application: QGuiApplication, ops: Ops, film: Path) -> Run:
    """Play one film to its end."""
    run = Run(Gatherer(ports_on_disk()), ops)
    source = FilmFrames(film)
    source.came.connect(run.take)
    source.ended.connect(lambda: setattr(run, "ended", True))
    run.began = time.perf_counter()
    source.start()
    while not run.ended or run.busy:
        application.processEvents()
        if time.perf_counter() - run.began > PATIENCE_S:
            break
    return run


def main() -> None:
    """Print a line a film."""
    application = QGuiApplication([])
    ops = Ops()
    page = draw_page(codes_of([frame.to_text() for frame in FIRST]))
    print("film  codes  frames read  of   film s  working s")
    with tempfile.TemporaryDirectory(prefix="sk") as folder:
        for draw in range(DRAWS):
            frames = held_near(page, SECONDS * RATE, seed=draw)
            film = write_film(Path(folder) / f"{draw}.avi", frames, RATE)
            run = played(application, ops, film)
            said = f"{draw:4}  {run.found:2}/24  {run.read:11}  {run.came:3}"
            print(f"{said}  {run.film_ms / 1000:6.2f}  {run.working_s:9.2f}")
    ops.end()


if __name__ == "__main__":
    main()
