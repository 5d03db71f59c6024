"""Argon2id: two libraries agree, costs are calibrated, a child does the same."""

import sys
from collections.abc import Iterator
from itertools import count
from multiprocessing import active_children
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.audit.leaks import hits
from vault import limits
from vault.crypto import kdf
from vault.crypto.kdf import (
    DESKTOP,
    FLOOR,
    LOW_MEMORY,
    PAPER,
    TESTS_ONLY,
    Cost,
    argon2id,
    argon2id_in_child,
    calibrate,
)
from vault.crypto.secret import Secret

KNOWN = "1a98fba8e6394425c9bdc333a9c750aaf811df070f5fb4a5788e1cf4db5793a1"
SALT = bytes(range(16))
PHRASE = Secret("Käse 钥匙".encode())


def second_library(phrase: Secret, salt: bytes, cost: Cost) -> bytes:
    """Return what `cryptography` makes of the same."""
    derived = Argon2id(
        salt=salt, length=32, iterations=cost.t, lanes=cost.p, memory_cost=cost.m_kib
    )
    return derived.derive(phrase.reveal())


def settings(memories: tuple[int, ...], passes: tuple[int, ...]) -> Iterator[Cost]:
    """Yield every valid cost of these."""
    for m_kib in memories:
        for t in passes:
            yield from (Cost(m_kib, t, p) for p in (1, 2, 4, 8) if m_kib >= 8 * p)


@pytest.mark.parametrize("cost", list(settings((8, 64, 100, 1024), (1, 3))), ids=str)
def test_two_libraries_agree(cost: Cost) -> None:
    """argon2-cffi and cryptography derive the same 32 bytes."""
    found = argon2id(PHRASE, SALT, cost).reveal()
    assert found == second_library(PHRASE, SALT, cost)
    assert len(found) == 32


@pytest.mark.figures
def test_two_libraries_agree_in_200_settings() -> None:
    """The count that the design names."""
    memories = (8, 16, 32, 64, 65, 99, 128, 500, 1024, 4096)
    costs = list(settings(memories, (1, 2, 3, 4, 5, 7)))
    assert len(costs) >= 200
    for number, cost in enumerate(costs):
        phrase, salt = Secret(b"p" * number), bytes([number % 256]) * 16
        found = argon2id(phrase, salt, cost).reveal()
        assert found == second_library(phrase, salt, cost)


def test_a_frozen_answer_stays() -> None:
    """A frozen answer: a library that drifts would lock every vault."""
    found = argon2id(Secret(b"password"), b"somesaltsomesalt", Cost(64, 2, 1))
    assert found.reveal().hex() == KNOWN


def test_a_machine_without_the_memory_says_so() -> None:
    """The library's failure is a MemoryError, whatever it calls it."""
    with pytest.raises(MemoryError):
        argon2id(PHRASE, SALT, Cost(2**32 - 1, 1, 1))


def test_a_child_derives_the_same() -> None:
    """What was consented to gives the same bytes in another process."""
    derived = argon2id_in_child(PHRASE, SALT, TESTS_ONLY)
    assert derived is not None
    assert derived.equals(argon2id(PHRASE, SALT, TESTS_ONLY))


def test_a_child_can_be_ended() -> None:
    """Once cancelled, nothing comes back, and nothing is left running."""
    costly = Cost(limits.FLOOR_M_KIB, 200, 1)
    assert argon2id_in_child(PHRASE, SALT, costly, lambda: True) is None


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_argument_of_a_child_tells_a_secret() -> None:
    """Everybody on the machine may read them; what is secret goes through the pipe."""
    seen: list[bytes] = []

    def look() -> bool:
        (child,) = active_children()
        seen.append(Path(f"/proc/{child.pid}/cmdline").read_bytes())
        return True

    phrase = Secret(b"marker heron counts the boats")
    argon2id_in_child(phrase, SALT, Cost(limits.FLOOR_M_KIB, 200, 1), look)
    (words,) = seen
    assert b"spawn_main" in words
    assert hits(words, {"phrase": phrase.reveal().decode(), "salt": SALT.hex()}) == []


def test_a_child_that_lacks_memory_says_so() -> None:
    """Its end is a MemoryError here."""
    with pytest.raises(MemoryError):
        argon2id_in_child(PHRASE, SALT, Cost(2**32 - 1, 1, 1))


class Pipe:
    """One end of a pipe, in memory."""

    def __init__(self, *incoming: bytes) -> None:
        self.incoming, self.sent, self.closed = list(incoming), [], False

    def recv_bytes(self) -> bytes:
        """Give the next of what was sent to us."""
        return self.incoming.pop(0)

    def send_bytes(self, data: bytes) -> None:
        """Keep what is sent."""
        self.sent.append(data)

    def close(self) -> None:
        """Remember it."""
        self.closed = True


def test_the_child_answers_through_its_pipe() -> None:
    """It sends the key, or closes the pipe where memory lacks."""
    pipe = Pipe(PHRASE.reveal(), SALT)
    kdf._work(pipe, TESTS_ONLY)
    assert pipe.sent == [argon2id(PHRASE, SALT, TESTS_ONLY).reveal()]
    poor = Pipe(PHRASE.reveal(), SALT)
    kdf._work(poor, Cost(2**32 - 1, 1, 1))
    assert (poor.sent, poor.closed) == ([], True)


@pytest.mark.parametrize(
    ("seconds", "t"), [(0.0, 16), (0.03, 16), (0.3, 10), (0.6, 5), (0.9, 3), (9.0, 3)]
)
def test_calibration_aims_at_a_second(seconds: float, t: int) -> None:
    """Passes are what a second allows, between 3 and 16; memory and lanes stay."""
    clock = count(0.0, seconds)
    found = calibrate(TESTS_ONLY, lambda: next(clock))
    assert found == Cost(TESTS_ONLY.m_kib, t, TESTS_ONLY.p)


def test_the_named_costs_are_those_of_the_design() -> None:
    """256 MiB on a desk, 128 where memory is short and on paper, 64 and 3 at least."""
    assert (DESKTOP.m_kib, DESKTOP.t, DESKTOP.p) == (262_144, 3, 4)
    assert (LOW_MEMORY.m_kib, LOW_MEMORY.t) == (131_072, 3)
    assert (PAPER.m_kib, PAPER.t, PAPER.p) == (131_072, 8, 4)
    assert (FLOOR.m_kib, FLOOR.t) == (65_536, 3)
    assert TESTS_ONLY.m_kib < FLOOR.m_kib
