"""Make the vectors of kit/SPEC.md: codes as text, with what must come of them.

A file is a header of `key: value` lines, an empty line, and one code a line. `expect`
is `Recovered`, `Incomplete` or `Malformed`. Run it to write them again.
The envelope of a kit called NAME is SHAKE-256("Spare Key vector NAME").
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256, shake_256
from pathlib import Path

from vault.encoding import base45
from vault.encoding.checksum import checksum
from vault.kit.frames import Frame, frames_of
from vault.kit.plan import Density, Plan

FOLDER = Path(__file__).parent / "kit"
STURDY = Plan(Density.STURDY, sheets=2, groups=1, k=3)
COMPACT = Plan(Density.COMPACT, sheets=3, groups=1, k=4)
TWO_GROUPS = Plan(Density.STURDY, sheets=11, groups=2, k=3)
FOUR_GROUPS = Plan(Density.COMPACT, sheets=31, groups=4, k=1)


@dataclass(frozen=True)
class Sample:
    """A kit to take codes from."""

    name: str
    plan: Plan

    @property
    def envelope(self) -> bytes:
        """Bytes that anybody can make again."""
        seed = f"Spare Key vector {self.name}".encode()
        return shake_256(seed).digest(self.plan.envelope_bytes)

    @property
    def frames(self) -> list[Frame]:
        """All codes of the kit."""
        return frames_of(self.envelope, self.plan)

    def header(self) -> dict[str, str]:
        """Return what a reader can check besides the outcome."""
        texts = "\n".join(frame.to_text() for frame in self.frames)
        return {
            "kit": self.name,
            "envelope-sha256": sha256(self.envelope).hexdigest(),
            "envelope-bytes": str(self.plan.envelope_bytes),
            "all-codes": str(self.plan.codes),
            "all-codes-sha256": sha256(texts.encode()).hexdigest(),
        }


def vectors() -> dict[str, str]:
    """Return the text of every vector by its file name."""
    return {**_recovered(), **_incomplete(), **_malformed()}


def _recovered() -> dict[str, str]:
    sturdy, compact = Sample("sturdy", STURDY), Sample("compact", COMPACT)
    two, four = Sample("two groups", TWO_GROUPS), Sample("four groups", FOUR_GROUPS)
    codes = sturdy.frames
    liar = [_forged(codes[4], 1)]
    cases: dict[str, tuple[str, Sample, list[Frame]]] = {
        "data": ("all data codes, in order", sturdy, codes[:3]),
        "parity": ("parity alone", sturdy, codes[45:]),
        "mixed": ("one data code, two parity codes, one twice, any order", sturdy,
                  [codes[30], codes[1], codes[7], codes[30]]),
        "compact": ("data 0 and 3, parity", compact,
                    [compact.frames[at] for at in (71, 3, 40, 0)]),
        "two-groups": ("data of one group, parity of the other", two,
                       [two.frames[at] for at in (0, 2, 4, 7, 263, 101)]),
        "four-groups": ("the last code of each group", four, four.frames[-4:]),
        "other-kit": ("a code of another kit among them", sturdy,
                      [compact.frames[0], *codes[:3]]),
        "forged-one": ("one forged code, two codes to spare", sturdy,
                       [codes[0], codes[2], *liar, codes[9], codes[33]]),
        "forged-beside": ("a forged code beside the genuine one", sturdy,
                          [_forged(codes[2], 2), codes[2], codes[0], codes[40]]),
        "forged-figures": ("codes that state another k", sturdy,
                           [*(replace(c, k=2) for c in codes[:2]), *codes[:3]]),
    }  # fmt: skip
    return {
        f"recovered-{name}.txt": _file("Recovered", note, sample.header(), shown)
        for name, (note, sample, shown) in cases.items()
    }


def _incomplete() -> dict[str, str]:
    sturdy, two = Sample("sturdy", STURDY), Sample("two groups", TWO_GROUPS)
    codes = sturdy.frames
    cases: dict[str, tuple[str, Sample, list[Frame]]] = {
        "one-short": ("k - 1 codes, one twice", sturdy, [codes[5], codes[6], codes[5]]),
        "group-short": ("one group lacks one code", two,
                        [two.frames[at] for at in (0, 2, 4, 6, 8, 1, 3)]),
        "forged": ("k codes, one forged: the hash is not the kit id", sturdy,
                   [codes[0], _forged(codes[1], 3), codes[2]]),
        "two-kits-short": ("two kits, neither enough", sturdy,
                           [*codes[:2], *two.frames[:5]]),
    }  # fmt: skip
    return {
        f"incomplete-{name}.txt": _file("Incomplete", note, sample.header(), shown)
        for name, (note, sample, shown) in cases.items()
    }


def _malformed() -> dict[str, str]:
    frame = Sample("sturdy", STURDY).frames[25]
    raw, text = frame.to_bytes(), frame.to_text()
    numbers = {
        "format-0": (0, 0), "format-3": (0, 3), "format-of-compact": (0, 2),
        "groups-0": (9, 0), "groups-2-of-2-sheets": (9, 2), "groups-5": (9, 5),
        "group-beyond": (10, 1), "k-0": (11, 0), "k-above-n": (11, 49),
        "n-below-k": (12, 2), "n-not-of-the-sheets": (12, 47),
        "index-beyond": (13, 48), "index-of-other-sheet": (13, 23),
        "sheet-not-of-the-index": (14, 0), "sheets-0": (15, 0), "sheets-1": (15, 1),
        "sheets-3": (15, 3), "sheets-41": (15, 41),
    }  # fmt: skip
    cases = {
        name: _sealed(raw[:at] + bytes([value]) + raw[at + 1 :])
        for name, (at, value) in numbers.items()
    }
    cases |= {
        "checksum-zero": _text(raw[:16] + bytes(4) + raw[20:]),
        "checksum-little-endian": _text(raw[:16] + raw[19:15:-1] + raw[20:]),
        "data-changed": _text(raw[:-1] + bytes([raw[-1] ^ 1])),
        "data-short": _sealed(raw[:-1]),
        "data-long": _sealed(raw + b"\0"),
        "head-only": _sealed(raw[:20]),
        "empty": "SK:",
        "lower-case": "SK:" + text[3:].lower(),
        "prefix-lower-case": "sk:" + text[3:],
        "prefix-missing": text[3:],
        "base45-character": text[:9] + "#" + text[10:],
        "base45-length": text[:-1],
        "base45-above-65535": text[:3] + ":::" + text[6:],
        "trailing-blank": text + " ",
        "more-than-paper-holds": _too_much(frame),
    }
    return {
        f"malformed-{name}.txt": _file("Malformed", name.replace("-", " "), {}, [code])
        for name, code in cases.items()
    }


def _file(
    expect: str, note: str, header: dict[str, str], codes: Iterable[Frame | str]
) -> str:
    texts = [code if isinstance(code, str) else code.to_text() for code in codes]
    head = {"expect": expect, "note": note, **header, "codes": str(len(texts))}
    lines = [f"{key}: {value}" for key, value in head.items()]
    return "\n".join([*lines, "", *texts, ""])


def _forged(frame: Frame, salt: int) -> Frame:
    data = shake_256(f"forged {salt}".encode()).digest(len(frame.data))
    return replace(frame, data=data)


def _text(raw: bytes) -> str:
    return "SK:" + base45.encode(raw)


def _sealed(raw: bytes) -> str:
    return _text(raw[:16] + checksum(raw[:16], raw[20:]) + raw[20:])


def _too_much(frame: Frame) -> str:
    """Return a code whose kit would hold more than the limit of an envelope."""
    shape = {"sheets": 40, "groups": 4, "n": 240, "k": 240, "group": 1, "index": 6}
    compact = {"density": Density.COMPACT, "data": b"\x5a" * 415}
    change: Callable[..., Frame] = replace
    return change(frame, **shape, **compact).to_text()


def main() -> None:
    """Write every vector, and remove what is none."""
    FOLDER.mkdir(exist_ok=True)
    made = vectors()
    for path in FOLDER.glob("*.txt"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
