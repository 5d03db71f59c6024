"""Where crime online is reported: the file is whole, and each fault is named."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from vault.errors import BadInput, TooNew
from vault.packs.bodies import Bodies, body_problems, load_bodies, shipped_bodies

Plant = Callable[[Bodies], Bodies]


def _body(**fields: object) -> Plant:
    def plant(told: Bodies) -> Bodies:
        first, *others = told.bodies
        return replace(told, bodies=(replace(first, **fields), *others))

    return plant


def _source(**fields: object) -> Plant:
    def plant(told: Bodies) -> Bodies:
        changed = replace(told.sources["uk_rf"], **fields)
        return replace(told, sources=told.sources | {"uk_rf": changed})

    return plant


FAULTS: dict[str, tuple[Plant, str]] = {
    "no country": (_body(country="uk"), "bodies[0]: 'uk' is no country"),
    "no name": (_body(name=""), "bodies[0]: no name, or nothing that it is for"),
    "http": (_body(url="http://a"), "bodies[0]: 'http://a' is not https"),
    "unreachable": (
        _body(url="", email="", phone=""),
        "bodies[0]: no way to reach it",
    ),
    "no source": (_body(sources=()), "bodies[0]: no source"),
    "unknown source": (_body(sources=("x",)), "bodies[0]: unknown source x"),
    "sure of hearsay": (
        _body(sources=("gk",), confidence="high"),
        "bodies[0]: general knowledge is never of high confidence",
    ),
    "odd date": (_source(date="May"), "sources.uk_rf: 'May' is not a date"),
    "idle source": (
        lambda told: replace(told, bodies=(), advice=()),
        "sources.uk_rf: never used",
    ),
    "odd day": (lambda told: replace(told, edition="2026-11"), "edition: not a day"),
}


def test_what_is_shipped_is_whole_dated_and_sourced() -> None:
    """And it names no country twice among those of the EU."""
    told = shipped_bodies()
    assert body_problems(told) == []
    assert {"GB", "US", "EU", "XX"} <= {one.country for one in told.bodies}
    assert len(set(told.eu)) == len(told.eu) == 27


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named(name: str) -> None:
    """Each rule finds its fault and says where it is."""
    plant, expected = FAULTS[name]
    assert expected in body_problems(plant(shipped_bodies()))


def test_a_strange_key_and_a_later_schema_are_refused() -> None:
    """As with packs."""
    plain = msgspec.to_builtins(shipped_bodies())
    with pytest.raises(BadInput, match="colour"):
        load_bodies(msgspec.json.encode(plain | {"colour": "red"}))
    with pytest.raises(TooNew):
        load_bodies(msgspec.json.encode(plain | {"schema": 2}))
