"""Reads a vector of the envelope: its head as names and values, and the bytes."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class ReadVector:
    """One vector as it lies in the folder."""

    name: str
    head: dict[str, str]
    data: bytes


def read_vector(path: Path) -> ReadVector:
    """Return the vector in this file."""
    head, data = path.read_bytes().split(b"\n\n", 1)
    lines = head.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    return ReadVector(path.stem, fields, data)


def listed(*, slow: bool = False) -> list[ReadVector]:
    """Return every vector of the folder, the slow ones or the others."""
    paths = sorted((FOLDER / "envelope").glob("*.vector"))
    vectors = [read_vector(path) for path in paths]
    return [vector for vector in vectors if ("slow" in vector.head) is slow]
