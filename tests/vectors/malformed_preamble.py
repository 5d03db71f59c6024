"""Faults of the first 28 bytes: cut, magic, version, profile, length of the fields."""

from collections.abc import Iterator
from dataclasses import replace

from tests.vectors.envelope_maker import Vector, flip, put
from tests.vectors.malformed_maker import Draft, kit, refused
from vault.envelope.header import MAGIC, REPAIR_MAGIC

OPENS = "opens"


def cut() -> Iterator[Vector]:
    """Yield a sound file that ends somewhere in its preamble."""
    data = Draft().to_bytes()
    for size in range(28):
        where = "magic" if size < 8 else "version" if size == 8 else "preamble-cut"
        yield refused(f"preamble_cut_{size}", f"Malformed {where}", data[:size])
    paper = kit().to_bytes()
    for size in range(20):
        where = "version" if size == 0 else "preamble-cut"
        name = f"paper_cut_{size}"
        yield refused(name, f"Malformed {where}", paper[:size], profile="kit")


def magic() -> Iterator[Vector]:
    """Yield files that do not begin as ours do, or no longer."""
    data = Draft().to_bytes()
    for at in range(8):
        yield refused(f"magic_byte_{at}", "Malformed magic", flip(data, at))
        sealed = replace(Draft(), magic=flip(MAGIC, at))
        yield refused(f"magic_sealed_{at}", "Malformed magic", sealed)
    spoilt = {
        "line_end_lost": data.replace(b"\r\n", b"\n", 1),
        "line_end_added": data.replace(b"\n", b"\r\n", 2),
        "seven_bits": bytes([data[0] & 0x7F]) + data[1:],
        "as_utf_8": data[:1].decode("latin-1").encode() + data[1:],
        "mark_in_front": b"\xef\xbb\xbf" + data,
        "zero_in_front": b"\0" + data,
        "line_in_front": b"\n" + data,
        "left_out": data[8:],
        "of_the_repair_part": REPAIR_MAGIC + data[8:],
        "of_a_picture": b"\x89PNG" + data[4:],
        "backwards": data[7::-1] + data[8:],
        "zeros": bytes(len(data)),
        "text": b"Dear diary, today I lost my keys.\n" * 9,
    }
    for name, changed in spoilt.items():
        yield refused(f"magic_{name}", "Malformed magic", changed)
    told = "what stands behind the magic is the version, and 89 is a later one"
    yield refused("magic_twice", "TooNew", MAGIC + data, comment=told)


def version() -> Iterator[Vector]:
    """Yield files of versions that never were or are not yet, sealed as such."""
    for number in (0, 2, 3, 10, 127, 128, 254, 255):
        expect = "TooNew" if number else "Malformed version"
        draft = replace(Draft(), version=number)
        yield refused(f"version_{number}", expect, draft)
        paper = replace(kit(), version=number)
        yield refused(f"paper_version_{number}", expect, paper, profile="kit")
    nonsense = put(Draft(version=2).to_bytes(), 9, b"\xff" * 40)
    told = "nothing of a later version is judged"
    yield refused("version_2_and_nonsense", "TooNew", nonsense, comment=told)
    cut_short = Draft(version=2).to_bytes()[:9]
    yield refused("version_2_and_nothing_else", "TooNew", cut_short)


def profile() -> Iterator[Vector]:
    """Yield files whose profile is unknown, or not what is looked for."""
    for number in (4, 5, 7, 8, 16, 64, 127, 128, 254, 255):
        draft = Draft(profile=number, fields=Draft().head()[28:])
        told = f"profile_{number}"
        yield refused(told, "Malformed profile", draft, second=OPENS)
    names = ("vault", "share", "kit", "proposal")
    made = {0: Draft(), 1: Draft(profile=1), 3: Draft(profile=3)}
    for number, draft in made.items():
        for wanted in ("vault", "share", "proposal"):
            if wanted != names[number]:
                yield refused(
                    f"profile_{names[number]}_for_{wanted}",
                    "Malformed profile",
                    draft,
                    profile=wanted,
                    second=OPENS,
                )
        paper = draft.to_bytes()
        name = f"paper_{names[number]}_with_magic"
        yield refused(name, "Malformed magic", paper, profile="kit", second=OPENS)
        name = f"paper_{names[number]}_without_magic"
        yield refused(name, "Malformed profile", paper[8:], profile="kit")
    yield refused(
        "profile_kit_with_magic", "Malformed profile", MAGIC + kit().to_bytes()
    )
    for number in (4, 8, 128, 255):
        paper = put(kit().to_bytes(), 1, bytes([number]))
        name = f"paper_profile_{number}"
        yield refused(name, "Malformed profile", paper, profile="kit")


def fields_size() -> Iterator[Vector]:
    """Yield files whose N is a lie, sealed with it."""
    true = len(Draft().head()) - 28
    lies = {0: "fields-size", 60_001: "fields-size", 65_535: "fields-size"}
    lies |= {60_000: "fields-cut", true + 1: "field-length", true + 2: "field-length"}
    lies |= {true - 1: "field-length", true - 8: "field-length", 1: "field-length"}
    lies |= {2: "field-length", 3: "field-length", 59: "field-length"}
    lies |= {true - 11: "length-field"}
    for number, where in lies.items():
        draft = replace(Draft(), size=number)
        yield refused(f"fields_size_{number}", f"Malformed {where}", draft)
    paper = kit()
    true = len(paper.head()) - 28
    for number, where in {0: "fields-size", true - 1: "field-length"}.items():
        lie = replace(paper, size=number)
        name = f"paper_fields_size_{number}"
        yield refused(name, f"Malformed {where}", lie, profile="kit")
