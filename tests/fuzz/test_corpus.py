"""Every target over all that is kept for it and all it starts from: in the fast part.

What fuzzing once found lies in the corpus and is tried here for ever; so no test needs
the fuzzer.
"""

from pathlib import Path

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS
from vault.errors import Malformed

CORPUS = Path(__file__).parent / "corpus"
every_target = pytest.mark.parametrize("name", TARGETS)


@every_target
def test_what_is_kept_is_a_value_or_one_of_our_errors(name: str) -> None:
    """And each target has something to start from."""
    kept = [path.read_bytes() for path in sorted((CORPUS / name).glob("*"))]
    assert kept
    for data in kept:
        TARGETS[name](data)


@every_target
def test_what_a_target_starts_from_is_a_value_or_one_of_our_errors(name: str) -> None:
    """The vectors and samples of the project, the short ones."""
    begun = list(seeds(name))
    assert begun
    for data in begun:
        TARGETS[name](data)


def test_no_corpus_is_kept_for_a_target_that_is_gone() -> None:
    """Each folder is named like its target."""
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)


def test_a_target_lets_through_what_is_not_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else fuzzing would find nothing."""

    def parsed(error: Exception) -> None:
        def fails(*_: object) -> None:
            raise error

        monkeypatch.setattr("tests.fuzz.targets.parse_slot", fails)
        TARGETS["slot"](b"")

    parsed(Malformed("slot-mask"))
    with pytest.raises(IndexError):
        parsed(IndexError())
