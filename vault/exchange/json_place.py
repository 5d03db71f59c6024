"""Where in a JSON file a fault is: the path with every number in it."""

import re
from typing import Any, Final, NamedTuple, get_args, get_type_hints

import msgspec

_FAULT: Final = re.compile(r"(?P<detail>.*) - at `(?P<path>[^`]*)`", re.DOTALL)
_STEP: Final = re.compile(r"\.(?P<name>\w+)|\[\.\.\.\]")


class Place(NamedTuple):
    """Where a fault is, as `$.accounts[3].name`, and what the decoder says of it."""

    path: str
    detail: str


def place_of(fault: msgspec.ValidationError, raw: object, type_: object) -> Place:
    """Return the place of a fault found while `raw` was made a `type_`.

    The decoder writes `[...]` for any item of a list; here the items are tried one by
    one, and the first that fails is named. What cannot be followed stays as it is.
    """
    found = _FAULT.fullmatch(str(fault))
    if found is None:
        return Place("$", str(fault))
    path, rest = "$", found["path"].removeprefix("$")
    while step := _STEP.match(rest):
        if step["name"]:
            raw, type_, said = _field(raw, type_, step["name"])
        else:
            raw, type_, said = _item(raw, type_)
        if not said:
            break
        path, rest = path + said, rest[step.end() :]
    return Place(path + rest, found["detail"])


def _field(raw: object, type_: object, name: str) -> tuple[object, Any, str]:
    hints = get_type_hints(type_) if isinstance(type_, type) else {}
    if isinstance(raw, dict) and name in raw and name in hints:
        return raw[name], hints[name], f".{name}"
    return None, None, ""


def _item(raw: object, type_: object) -> tuple[object, Any, str]:
    types = get_args(type_)
    if isinstance(raw, list) and types:
        for at, item in enumerate(raw):
            try:
                msgspec.convert(item, types[0])
            except msgspec.ValidationError:
                return item, types[0], f"[{at}]"
    return None, None, ""
