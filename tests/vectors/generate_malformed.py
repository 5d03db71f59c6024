"""Makes the vectors of malformed/ again, byte for byte.

    python -m tests.vectors.generate_malformed [FOLDER]

Each is laid out as one of envelope/, has one fault, and its head says the error; where
that is Malformed, `where` says at what. `second: opens` marks what the second reader
is not strict enough to refuse.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.vectors import malformed_fields as fields
from tests.vectors import malformed_payload as payload
from tests.vectors import malformed_preamble as preamble
from tests.vectors import malformed_slots as slots
from tests.vectors import malformed_wrapping as wrapping
from tests.vectors.envelope_maker import Vector

THEMES: dict[str, tuple[Callable[[], Iterator[Vector]], ...]] = {
    "preamble": (
        preamble.cut,
        preamble.magic,
        preamble.version,
        preamble.profile,
        preamble.fields_size,
    ),
    "fields": (
        fields.order,
        fields.needed,
        fields.critical,
        fields.framing,
        fields.count,
    ),
    "slots": (slots.masks, slots.sizes, slots.suites, slots.costs, slots.asked),
    "payload": (
        payload.lengths,
        payload.ends,
        payload.flips,
        payload.plaintexts,
        payload.full_chunk,
        payload.streams,
    ),
    "wrapping": (
        wrapping.bound,
        wrapping.codes,
        wrapping.forms,
        wrapping.passphrases,
    ),
}


def files() -> dict[str, bytes]:
    """Return every file by its name in the folder."""
    made: dict[str, bytes] = {}
    for theme, groups in THEMES.items():
        for group in groups:
            for one in group():
                name = f"{theme}-{one.name}.vector"
                if name in made:
                    raise ValueError(name)
                made[name] = one.to_bytes()
    return made


def main(folder: Path) -> None:
    """Write them all, and remove what is no longer made."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.vector"):
        old.unlink()
    for name, data in files().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    own = Path(__file__).parent / "malformed"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else own)
