"""What each target starts from: the vectors and samples that lie in the project."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.vectors.read_vector import read_vector
from vault.document.body import pack_paper
from vault.envelope.header import is_paper, parse_header
from vault.envelope.payload import Stamp, join_plaintext

TESTS = Path(__file__).parents[1]
VECTORS = TESTS / "vectors"
SAMPLES = TESTS / "samples"
MOST_BYTES = 16 * 1024


def seeds(target: str) -> Iterator[bytes]:
    """Yield what a target starts from, nothing longer than is worth mutating."""
    for data in SEEDS[target]():
        if len(data) <= MOST_BYTES:
            yield data


def _vectors(folder: str) -> Iterator[bytes]:
    paths = sorted((VECTORS / folder).glob("*.vector"))
    return (read_vector(path).data for path in paths)


def _bodies(paths: Iterable[Path]) -> Iterator[bytes]:
    return (path.read_bytes().split(b"\n\n", 1)[1].rstrip(b"\n") for path in paths)


def _slots() -> Iterator[bytes]:
    for path in sorted((VECTORS / "envelope").glob("good*.vector")):
        data = read_vector(path).data
        for slot in parse_header(data, is_paper(data)).slots:
            yield slot.to_bytes()


def _code(path: Path) -> bytes:
    told = json.loads(path.read_text(encoding="utf-8"))
    return str(told["typed"]).encode()


def _plaintexts() -> Iterator[bytes]:
    stamp = Stamp(generation=1, epoch=1, parent=bytes(8))
    return (join_plaintext(stamp, b"body", n) + bytes(64) for n in (92, 200))


def _samples(*endings: str) -> Iterator[bytes]:
    paths = [*SAMPLES.glob("good/*"), *SAMPLES.glob("hostile/*")]
    return (path.read_bytes() for path in sorted(paths) if path.suffix in endings)


def _sealed() -> Iterator[bytes]:
    return (len(data).to_bytes(4, "big") + data for data in _vectors("document"))


SEEDS: dict[str, Callable[[], Iterator[bytes]]] = {
    "header": lambda: _vectors("envelope"),
    "slot": _slots,
    "plaintext": _plaintexts,
    "stream": lambda: _vectors("envelope"),
    "envelope": lambda: _vectors("envelope"),
    "sealed": _sealed,
    "document": lambda: _vectors("document"),
    "paper": lambda: map(pack_paper, _vectors("document")),
    "frame": lambda: _bodies((VECTORS / "kit").glob("*.txt")),
    "code": lambda: map(_code, (VECTORS / "code").glob("*.json")),
    "csv": lambda: _samples(".csv", ".tsv"),
    "json": lambda: _samples(".json"),
    "codes": lambda: _samples(".txt", ".md"),
    "parity": lambda: _vectors("repair"),
    "share": lambda: _vectors("share"),
}
