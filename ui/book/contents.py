"""The contents of the whole book: a page of HTML to look through."""

import html
import json
from collections import defaultdict
from pathlib import Path

from vault.i18n import translate as _

_HEAD = """<!doctype html>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 15px sans-serif; margin: 24px; background: #777; color: #fff; }}
section {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }}
figure {{ margin: 0 0 24px; }}
img {{ width: 480px; display: block; }}
a {{ color: inherit; }}
</style>
<h1>{title}</h1>
"""


def write_contents(folder: Path) -> Path:
    """Write `book.html` over the lists that the processes left; return its path."""
    scenes: dict[str, list[dict[str, str]]] = defaultdict(list)
    for listed in sorted(folder.glob("pictures-*x.json")):
        for picture in json.loads(listed.read_text("utf-8")):
            scenes[picture["scene"]].append(picture)
    parts = [_HEAD.format(title=html.escape(_("Every page of Spare Key")))]
    for scene, pictures in scenes.items():
        figures = "".join(_figure(picture) for picture in pictures)
        parts.append(f"<h2>{html.escape(scene)}</h2><section>{figures}</section>")
    path = folder / "book.html"
    path.write_text("\n".join(parts), "utf-8")
    return path


def _figure(picture: dict[str, str]) -> str:
    at = html.escape(picture["path"])
    what = f"{picture['fill']}, {picture['look']}, {picture['scale']}x"
    said = html.escape(what)
    return (
        f'<figure><a href="{at}"><img loading="lazy" src="{at}" alt="{said}"></a>'
        f"<figcaption>{said}</figcaption></figure>"
    )
