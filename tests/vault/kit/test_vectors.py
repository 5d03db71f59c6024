"""Every vector in the folder comes out as its header says."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.vectors.generate_kit import vectors
from vault.encoding import base45
from vault.encoding.checksum import checksum
from vault.errors import Incomplete, Malformed, VaultError
from vault.kit.collect import Collection
from vault.kit.frames import frames_of, parse_frame

VECTORS = Path(__file__).parents[2] / "vectors"
FILES = sorted((VECTORS / "kit").glob("*.txt"))
BY_NAME: dict[str, type[VaultError]] = {
    "Incomplete": Incomplete,
    "Malformed": Malformed,
}


def read(path: Path) -> tuple[dict[str, str], list[str]]:
    """Return the header and the codes of a vector."""
    head, codes = path.read_text(encoding="ascii").split("\n\n", 1)
    header = dict(line.split(": ", 1) for line in head.splitlines())
    return header, codes.removesuffix("\n").split("\n")


def outcome(header: dict[str, str], codes: list[str]) -> bytes:
    """Return the envelope the codes give, or raise what is wrong with them."""
    collection = Collection()
    for code in codes:
        if header["expect"] == "Malformed":
            parse_frame(code)
        collection.add(code, "vector")
    return collection.recover().envelope


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_vector_comes_out_as_it_says(path: Path) -> None:
    """Recovered with the right hash, Incomplete or Malformed."""
    header, codes = read(path)
    assert len(codes) == int(header["codes"])
    if header["expect"] == "Recovered":
        envelope = outcome(header, codes)
        assert sha256(envelope).hexdigest() == header["envelope-sha256"]
    else:
        with pytest.raises(BY_NAME[header["expect"]]):
            outcome(header, codes)


@pytest.mark.parametrize(
    "path", [path for path in FILES if "recovered" in path.stem], ids=lambda p: p.stem
)
def test_the_parity_of_a_vector_is_pinned(path: Path) -> None:
    """All codes made anew from what was recovered have the hash in the header."""
    header, codes = read(path)
    collection = Collection()
    for code in codes:
        collection.add(code)
    recovered = collection.recover()
    texts = [f.to_text() for f in frames_of(recovered.envelope, recovered.plan)]
    assert str(len(texts)) == header["all-codes"]
    assert sha256("\n".join(texts).encode()).hexdigest() == header["all-codes-sha256"]


def test_each_malformed_vector_has_a_right_checksum_or_says_otherwise() -> None:
    """Only the fault in its name makes a vector fail."""
    faults = {"checksum", "data-changed", "base45", "case", "prefix", "blank", "empty"}
    for path in FILES:
        if "malformed" not in path.stem or any(f in path.stem for f in faults):
            continue
        (code,) = read(path)[1]
        raw = base45.decode(code[3:])
        assert raw[16:20] == checksum(raw[:16], raw[20:])


def test_the_folder_is_what_the_generator_makes() -> None:
    """Nothing was edited by hand, nothing is missing, nothing is left over."""
    made = vectors()
    assert {path.name: path.read_text(encoding="ascii") for path in FILES} == made
