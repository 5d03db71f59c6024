"""The second reader and the first agree on every vector."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from argon2.exceptions import HashingError
from cryptography.exceptions import InvalidTag

from tests.reader.decrypt import document, solve
from tests.vectors.envelope_maker import (
    CODE,
    DOCUMENT,
    IDENT,
    KEY_FILE,
    PHRASE,
    STAMP,
    Maker,
    paper_body,
)
from tests.vectors.read_vector import ReadVector, listed
from vault.encoding import erasure
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import Profile
from vault.envelope.seal import seal
from vault.kit.frames import frames_of
from vault.kit.plan import Density, Plan, groups_of, most_data_codes

READER = Path(__file__).parent / "decrypt.py"
MENDED = {"good_code_mended"}  # the second reader mends nothing, and refuses instead
REFUSALS = (ValueError, IndexError, InvalidTag, HashingError)  # it sorts no faults


def read_by_second(vector: ReadVector) -> object:
    """Hand a vector to the second reader."""
    phrase = vector.head.get("passphrase")
    typed = json.loads(phrase) if phrase else ""
    file = bytes.fromhex(vector.head.get("key-file", ""))
    return document(vector.data, typed, vector.head.get("code", ""), file)


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


def test_the_second_reader_takes_a_key_file(tmp_path: Path) -> None:
    """Behind the passphrase, as the file it is."""
    vector = next(vector for vector in listed() if vector.name == "good_pf")
    sealed, phrase, key = (tmp_path / name for name in ("a.sparekey", "phrase", "key"))
    sealed.write_bytes(vector.data)
    phrase.write_text(PHRASE + "\n", "utf-8")
    key.write_bytes(KEY_FILE)
    command = [sys.executable, str(READER), str(sealed), "--passphrase-file"]
    words = [*command, str(phrase), "--key-file", str(key)]
    done = subprocess.run(words, check=True, capture_output=True)
    assert json.loads(done.stdout) == DOCUMENT


def printed(body: bytes, sheets: int) -> list[str]:
    """Return the texts of all codes of a kit of so many sheets."""
    make = Maker(16)
    most = most_data_codes(sheets)
    plan = Plan(Density.STURDY, sheets, groups_of(sheets), most)
    kit = seal(
        body,
        profile=Profile.KIT,
        ident=IDENT,
        keys=make.keys(make.p, make.c),
        stamp=STAMP,
        random=make.random,
        symbol_bytes=plan.envelope_bytes,
    )
    return [frame.to_text() for frame in frames_of(kit, plan)]


def test_the_second_reader_reads_any_half_of_a_small_kit() -> None:
    """Two sheets: 24 of the 48 codes in any order, and not one fewer."""
    texts = printed(paper_body(), sheets=2)
    random.Random(1).shuffle(texts)
    scanned = "\n".join([*texts[:24], "https://somebody.else/code"])
    assert document(scanned.encode(), PHRASE) == DOCUMENT
    with pytest.raises(REFUSALS):
        document("\n".join(texts[:23]).encode(), PHRASE)


def test_the_second_reader_reads_a_kit_of_two_groups() -> None:
    """Eleven sheets, with some data codes of either group lost."""
    texts = printed(paper_body(), sheets=11)
    kept = [text for number, text in enumerate(texts) if number % 41]
    code = print_code(CODE, CodeKind.VAULT)
    assert document("\n".join(kept).encode(), code=code) == DOCUMENT


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
