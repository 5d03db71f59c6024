"""Each rule of a whole pack is proven by planting its fault."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from vault.packs import Pack, problems

Plant = Callable[[Pack], Pack]


def _code(**fields: object) -> Plant:
    return lambda pack: replace(pack, codes=(replace(pack.codes[0], **fields),))


def _trap(**fields: object) -> Plant:
    return lambda pack: replace(pack, traps=(replace(pack.traps[0], **fields),))


def _source(**fields: object) -> Plant:
    def plant(pack: Pack) -> Pack:
        return replace(pack, sources={"help": replace(pack.sources["help"], **fields)})

    return plant


def _first_steps(pack: Pack, *steps: int, **fields: object) -> Pack:
    procedure = pack.procedures[0]
    kept = tuple(replace(procedure.steps[number], **fields) for number in steps)
    changed = replace(procedure, steps=kept)
    return replace(pack, procedures=(changed, *pack.procedures[1:]))


UNCLOSED = "missing ), unterminated subpattern at position 1"

FAULTS: dict[str, tuple[Plant, str]] = {
    "no source": (_trap(sources=()), "traps[0]: no source"),
    "unknown source": (_trap(sources=("x",)), "traps[0]: unknown source x"),
    "sure of hearsay": (
        lambda pack: _source(kind="general")(_trap(confidence="high")(pack)),
        "traps[0]: general knowledge is never of high confidence",
    ),
    "idle source": (
        lambda pack: replace(
            pack, sources=pack.sources | {"idle": pack.sources["help"]}
        ),
        "sources.idle: never used",
    ),
    "odd date": (_source(date="2022-13"), "sources.help: '2022-13' is not a date"),
    "date in words": (_source(date="May"), "sources.help: 'May' is not a date"),
    "date to come": (
        _source(date="2027"),
        "sources.help: 2027 is later than the stored copy",
    ),
    "no address": (_source(url=""), "sources.help: no address"),
    "foreign scheme": (_source(url="ftp://a"), "sources.help: no address"),
    "odd edition": (
        lambda pack: replace(pack, edition="2026-11"),
        "edition: '2026-11' is not a day",
    ),
    "odd id": (
        lambda pack: replace(pack, id="Shop front"),
        "id: 'Shop front' is not lower case, digits and hyphens",
    ),
    "leans on itself": (
        lambda pack: replace(pack, depends_on=("shopfront",)),
        "depends_on: shopfront is the pack itself",
    ),
    "leans on a stranger": (
        lambda pack: replace(pack, depends_on=("myspace",)),
        "depends_on: myspace is not a pack",
    ),
    "empty text": (_trap(avoid=""), "traps[0].avoid: empty"),
    "loose spaces": (_trap(avoid="Do. "), "traps[0].avoid: spaces at an end"),
    "empty alias": (lambda pack: replace(pack, aliases=("",)), "pack.aliases: empty"),
    "empty title": (_source(title=""), "sources.help.title: empty"),
    "untitled": (
        lambda pack: replace(
            pack,
            procedures=(replace(pack.procedures[0], title=""), *pack.procedures[1:]),
        ),
        "procedures[0].title: empty",
    ),
    "loose pattern": (
        _code(pattern=r"\d{8}", display=None),
        "codes[0]: pattern is not anchored at both ends",
    ),
    "loose display": (
        _code(display=r"^\d{4} \d{4}"),
        "codes[0]: display is not anchored at both ends",
    ),
    "broken pattern": (
        _code(pattern="^(", display=None),
        f"codes[0]: pattern does not compile: {UNCLOSED}",
    ),
    "false example": (
        _code(examples=("1234 567",), display=None),
        "codes[0]: example '1234567' does not fit the pattern",
    ),
    "example shown otherwise": (
        _code(examples=("12345678",)),
        "codes[0]: example '12345678' does not fit the display",
    ),
    "no example": (_code(examples=()), "codes[0]: a pattern without an example"),
    "display alone": (_code(pattern=None), "codes[0]: display without a pattern"),
    "none a set": (_code(count=0), "codes[0]: count is below one"),
    "odd kind": (
        _code(kind="Backup"),
        "codes[0]: kind 'Backup' is not lower case, digits and hyphens",
    ),
    "kind twice": (
        lambda pack: replace(pack, codes=pack.codes * 2),
        "codes: backup-codes stands twice",
    ),
    "not locked out": (
        lambda pack: replace(pack, procedures=pack.procedures[1:]),
        "procedures: none for locked-out",
    ),
    "not hacked": (
        lambda pack: replace(pack, procedures=pack.procedures[:1]),
        "procedures: none for hacked",
    ),
    "situation twice": (
        lambda pack: replace(pack, procedures=(*pack.procedures, pack.procedures[0])),
        "procedures[0]: a second one for locked-out",
    ),
    "few steps": (
        lambda pack: _first_steps(pack, 0, 1),
        "procedures[0]: fewer than 3 steps",
    ),
    "step twice": (
        lambda pack: _first_steps(pack, 0, 1, 2, text="Wait."),
        "procedures[0]: the same step twice: 'wait.'",
    ),
    "step by http": (
        lambda pack: _first_steps(pack, 0, 1, 2, link="http://a"),
        "procedures[0].steps[0]: 'http://a' is not https",
    ),
    "link by http": (
        lambda pack: replace(
            pack, links=(replace(pack.links[0], url="http://shop.example"),)
        ),
        "links[0]: 'http://shop.example' is not https",
    ),
    "contact by http": (
        lambda pack: replace(
            pack, contacts=(replace(pack.contacts[0], address="http://a"),)
        ),
        "contacts[0]: 'http://a' is not https",
    ),
    "nobody to ask": (lambda pack: replace(pack, contacts=()), "contacts: none"),
    "no days": (
        lambda pack: replace(pack, deadlines=(replace(pack.deadlines[0], days=0),)),
        "deadlines[0]: days is below one",
    ),
}


def test_a_whole_pack_has_no_problems(pack: Pack) -> None:
    """The pack the faults are planted in is whole itself."""
    assert problems(pack, known={"mobile-carrier"}) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named(pack: Pack, name: str) -> None:
    """Each rule finds its fault and says where it is."""
    plant, expected = FAULTS[name]
    assert expected in problems(plant(pack), known={"mobile-carrier"})


def test_which_packs_exist_is_asked_only_where_they_are_named(pack: Pack) -> None:
    """Without the known ids a pack may lean on any other."""
    assert problems(replace(pack, depends_on=("elsewhere",))) == []


def test_a_shape_may_be_unknown(pack: Pack) -> None:
    """No pattern, no display and no example is an honest answer."""
    unknown = _code(pattern=None, display=None, examples=(), count=None)
    assert problems(unknown(pack)) == []


def test_a_letter_has_no_address(pack: Pack) -> None:
    """A source without an address is whole if its note says what it is."""
    assert problems(_source(url="", note="A letter")(pack)) == []
