"""Makes the vectors of envelope/ and code/ again, byte for byte, from one seed.

    python -m tests.vectors.generate_envelope [FOLDER]

A vector of the envelope is a readable head of `name: value` lines, an empty line, and
the bytes. Each has one fault at most, and its head says what must happen.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.vectors.code_vectors import code_vectors
from tests.vectors.envelope_bad_content import refused_content, refused_keys
from tests.vectors.envelope_bad_header import (
    refused_fields,
    refused_paper,
    refused_preamble,
)
from tests.vectors.envelope_good import (
    opened,
    opened_by_file,
    real_cost,
    refused_costs,
    refused_files,
)
from tests.vectors.envelope_maker import Maker, Vector

SEED = 20261123


def envelope_vectors() -> Iterator[Vector]:
    """Yield every vector of the envelope, each group from its own seed."""
    groups = (
        opened,
        refused_preamble,
        refused_paper,
        refused_fields,
        refused_costs,
        refused_keys,
        refused_content,
        real_cost,
        opened_by_file,
        refused_files,
    )
    for number, group in enumerate(groups):
        yield from group(Maker(SEED + number))


def files() -> dict[str, bytes]:
    """Return every file by its path below the folder of vectors."""
    made = {f"envelope/{v.name}.vector": v.to_bytes() for v in envelope_vectors()}
    for name, content in code_vectors():
        text = json.dumps(content, indent=1, sort_keys=True) + "\n"
        made[f"code/{name}.json"] = text.encode()
    return made


def main(folder: Path) -> None:
    """Write them all, and remove what is no longer made."""
    for kind, ending in (("envelope", "vector"), ("code", "json")):
        for old in (folder / kind).glob(f"*.{ending}"):
            old.unlink()
    for name, data in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
