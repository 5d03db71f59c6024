"""A screen reader's ears: asks to be told of everything, so that programs tell it.

Run by the system's Python, which has gi. Prints `ready`, then listens until it is
ended. What programs tell is heard by whoever watches the bus.
"""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first

KINDS = ("object:", "focus:", "window:", "document:")


def main() -> None:
    """Listen."""
    listener = Atspi.EventListener.new(lambda _: None)
    for kind in KINDS:
        listener.register(kind)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Atspi.event_main()


if __name__ == "__main__":
    main()
