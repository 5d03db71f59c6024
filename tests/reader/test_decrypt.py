"""The second reader and the first agree on every vector."""

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from argon2.exceptions import HashingError
from cryptography.exceptions import InvalidTag

from tests.reader.decrypt import document, solve
from tests.vectors.envelope_maker import DOCUMENT, PHRASE
from tests.vectors.read_vector import ReadVector, listed
from vault.encoding import base45, erasure
from vault.encoding.checksum import checksum

READER = Path(__file__).parent / "decrypt.py"
MENDED = {"good_code_mended"}  # the second reader mends nothing, and refuses instead
REFUSALS = (ValueError, IndexError, InvalidTag, HashingError)  # it sorts no faults


def read_by_second(vector: ReadVector) -> object:
    """Hand a vector to the second reader."""
    phrase = vector.head.get("passphrase")
    typed = json.loads(phrase) if phrase else None
    return document(vector.data, typed, vector.head.get("code"))


def must_agree(vector: ReadVector) -> None:
    """Check the second reader against what the head expects."""
    if vector.head["expect"] == "opened" and vector.name not in MENDED:
        assert read_by_second(vector) == DOCUMENT
    else:
        with pytest.raises(REFUSALS):
            read_by_second(vector)


@pytest.mark.parametrize("vector", listed(), ids=lambda v: v.name)
def test_both_readers_agree(vector: ReadVector) -> None:
    """What the first opens the second opens, and it refuses everything else."""
    must_agree(vector)


@pytest.mark.slow
@pytest.mark.parametrize("vector", listed(slow=True), ids=lambda v: v.name)
def test_both_readers_agree_at_real_cost(vector: ReadVector) -> None:
    """The costs of disk and paper are read by both."""
    must_agree(vector)


def test_the_second_reader_stands_alone() -> None:
    """It imports nothing of the project, and a stranger can read it at one sitting."""
    text = READER.read_text("utf-8")
    lines = text.splitlines()
    imports = [line for line in lines if line.startswith(("import ", "from "))]
    assert not [line for line in imports if "vault" in line or "tests" in line]
    assert len(lines) < 150


def test_the_second_reader_is_a_command(tmp_path: Path) -> None:
    """A passphrase in a file opens a vault, and the JSON is printed."""
    vector = next(vector for vector in listed() if vector.name == "good_p")
    sealed, phrase = tmp_path / "a.sparekey", tmp_path / "phrase"
    sealed.write_bytes(vector.data)
    phrase.write_text(PHRASE + "\n", "utf-8")
    command = [sys.executable, str(READER), str(sealed), "--passphrase-file"]
    done = subprocess.run([*command, str(phrase)], check=True, capture_output=True)
    assert json.loads(done.stdout) == DOCUMENT


def codes_of(envelope: bytes, groups: int, k: int, n: int, size: int) -> list[str]:
    """Return the texts of a kit's codes, as its SPEC lays them out."""
    symbols = [envelope[at : at + size] for at in range(0, len(envelope), size)]
    kit = hashlib.sha256(envelope).digest()[:8]
    texts = []
    for group in range(groups):
        data = symbols[group::groups]
        for index, block in enumerate(data + erasure.encode(data, n - k)):
            place = (index * groups + group) // 24
            numbers = bytes([1, *kit, groups, group, k, n, index, place, 4])
            frame = numbers + checksum(numbers, block) + block
            texts.append("SK:" + base45.encode(frame))
    return texts


def test_the_second_reader_reads_a_kit_with_codes_missing() -> None:
    """Any k codes of each group give the kit back, in any order."""
    vector = next(vector for vector in listed() if vector.name == "good_kit")
    k = len(vector.data) // 300 // 2 or 1
    groups = len(vector.data) // 300 // k
    texts = codes_of(vector.data, groups, k, 2 * k, 300)
    kept = texts[1:] if k * groups < len(texts) else texts
    random.Random(1).shuffle(kept)
    scanned = "\n".join(kept).encode()
    assert document(scanned, PHRASE) == DOCUMENT


def test_solving_inverts_the_erasure_code() -> None:
    """Any k of n blocks are enough, whichever they are."""
    draw = random.Random(2)
    data = [draw.randbytes(40) for _ in range(9)]
    blocks = dict(enumerate(data + erasure.encode(data, 7)))
    for _ in range(20):
        some = dict(draw.sample(sorted(blocks.items()), 9))
        assert solve(some, 9) == data
    with pytest.raises(ValueError, match="too few"):
        solve(dict(list(blocks.items())[:8]), 9)
