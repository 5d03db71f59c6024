"""Makes the vectors of repair/ again, byte for byte, from one seed.

    python -m tests.vectors.generate_repair [FOLDER]

Each is laid out as one of the envelope. `healed` means that it opens to the document
and that its damage is told; `Damaged` that parity shows damage that it cannot heal.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.vectors.envelope_maker import Maker, Vector
from tests.vectors.repair_maker import (
    damaged_behind,
    damaged_in_front,
    lost_behind,
    refused,
    whole,
)

SEED = 20261124


def repair_vectors() -> Iterator[Vector]:
    """Yield every vector, each group from its own seed."""
    groups = (whole, damaged_in_front, damaged_behind, refused, lost_behind)
    for number, group in enumerate(groups):
        yield from group(Maker(SEED + number))


def files() -> dict[str, bytes]:
    """Return every file by its name in the folder."""
    return {f"{one.name}.vector": one.to_bytes() for one in repair_vectors()}


def main(folder: Path) -> None:
    """Write them all, and remove what is no longer made."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.vector"):
        old.unlink()
    for name, data in files().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "repair"
    main(given)
