"""Where in a JSON file a fault is, taken from what the decoder says of it."""

import re
from typing import Final, NamedTuple

import msgspec

_FAULT: Final = re.compile(r"(?P<detail>.*) - at `(?P<path>[^`]*)`", re.DOTALL)


class Place(NamedTuple):
    """Where a fault is, as `$.accounts[3].name`, and what the decoder says of it."""

    path: str
    detail: str


def place_of(fault: msgspec.ValidationError) -> Place:
    """Return the place of a fault; `$` is the whole file.

    The decoder counts the items of lists and writes `[...]` for a key that it was not
    told the name of.
    """
    found = _FAULT.fullmatch(str(fault))
    if found is None:
        return Place("$", str(fault))
    return Place(found["path"], found["detail"])
