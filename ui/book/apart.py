"""Draw the picture book in processes of their own: no screen, one scale a process."""

import json
import multiprocessing
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from ui.book.contents import write_contents

SCALES = (1, 2)


def draw_apart(folder: Path, *, whole: bool) -> bool:
    """Draw into a folder; the whole book, or the usual pictures. Tells whether it held.

    The processes are fresh: the platform and the scale are chosen when Qt begins.
    """
    folder.mkdir(parents=True, exist_ok=True)
    spawn = multiprocessing.get_context("spawn")
    children = [
        spawn.Process(target=_draw, args=(folder, scale, whole))
        for scale in (SCALES if whole else SCALES[:1])
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if any(child.exitcode for child in children):
        return False
    if whole:
        write_contents(folder)
    return True


def _draw(folder: Path, scale: int, whole: bool) -> None:
    """Draw one scale, in this process; Qt must not have begun."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    os.environ["QT_LOGGING_RULES"] = "*.warning=false"  # of what is no screen
    from ui.book.album import Album  # noqa: PLC0415 - Qt reads the two when it begins
    from ui.book.fills import FILLS  # noqa: PLC0415 - the same
    from ui.book.looks import ALL, TYPICAL  # noqa: PLC0415 - the same
    from ui.book.sitting import sit  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory() as around:
        if not whole:
            for look in TYPICAL:
                sit(Album(folder, [look]), Path(around) / look.name, "typical")
            return
        album = Album(folder, ALL, scale, whole)
        for fill in FILLS:
            sit(album, Path(around) / fill, fill)
        listed = [asdict(picture) for picture in album.pictures]
        (folder / f"pictures-{scale}x.json").write_text(json.dumps(listed), "utf-8")
