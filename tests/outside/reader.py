"""What a screen reader is told: tells the accessibility tree, a JSON line a request.

Run by the system's Python, which has gi; imports nothing of the project. Each line read
asks once; the answer is every node that the programs on this bus show, parents first.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

DEEPEST = 40  # no window nests deeper; a circle in the tree would


def main() -> None:
    """Answer until the other side closes."""
    for _ in sys.stdin:
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        nodes: list[dict[str, object]] = []
        for index in range(desktop.get_child_count()):
            look(desktop.get_child_at_index(index), 0, nodes)
        sys.stdout.write(json.dumps(nodes) + "\n")
        sys.stdout.flush()


def look(node: Atspi.Accessible, depth: int, nodes: list[dict[str, object]]) -> None:
    """Append a node and all below it; what vanishes meanwhile is left out."""
    if node is None or depth > DEEPEST:
        return
    try:
        node.set_cache_mask(Atspi.Cache.NONE)
        nodes.append(seen(node, depth))
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        look(child, depth + 1, nodes)


def seen(node: Atspi.Accessible, depth: int) -> dict[str, object]:
    """Return what one node tells."""
    states = node.get_state_set().get_states()
    told: dict[str, object] = {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": sorted(state.value_nick for state in states),
        "text": "",
        "x": 0,
        "y": 0,
        "width": 0,
        "height": 0,
    }
    if node.get_component_iface() is not None:
        box = node.get_extents(Atspi.CoordType.SCREEN)
        told.update(x=box.x, y=box.y, width=box.width, height=box.height)
    text = node.get_text_iface()
    if text is not None:
        told["text"] = Atspi.Text.get_text(text, 0, -1)
    return told


main()
