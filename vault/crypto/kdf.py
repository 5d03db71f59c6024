"""Argon2id version 1.3 (RFC 9106) at named costs; the only file that knows argon2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from vault import limits
from vault.crypto.secret import Secret
from vault.hardening import harden
from vault.limits import Cost

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

__all__ = [
    "DESKTOP",
    "FLOOR",
    "LOW_MEMORY",
    "PAPER",
    "TESTS_ONLY",
    "Cost",
    "argon2id",
    "argon2id_in_child",
    "calibrate",
]

DESKTOP = Cost(limits.DISK_M_KIB, limits.DISK_T_MIN, limits.LANES)
LOW_MEMORY = Cost(limits.LOW_MEMORY_M_KIB, limits.DISK_T_MIN, limits.LANES)
PAPER = Cost(limits.PAPER_M_KIB, limits.PAPER_T, limits.LANES)
FLOOR = Cost(limits.FLOOR_M_KIB, limits.FLOOR_T, limits.LANES)
TESTS_ONLY = Cost(64, 1, 1)  # far below FLOOR: what a release writes never has it

KEY_BYTES = 32
SALT_BYTES = 16
CALIBRATED_SECONDS = 1.0  # ENVELOPE: what an owner waits at unlocking without a word
_POLL_SECONDS = 0.1  # how soon an ended wait is noticed


def argon2id(passphrase: Secret, salt: bytes, cost: Cost) -> Secret:
    """Return 32 bytes; MemoryError where this machine cannot give what it costs."""
    try:
        raw = hash_secret_raw(
            passphrase.reveal(),
            salt,
            time_cost=cost.t,
            memory_cost=cost.m_kib,
            parallelism=cost.p,
            hash_len=KEY_BYTES,
            type=Type.ID,
            version=ARGON2_VERSION,
        )
    except HashingError:
        # Costs are checked before they come here: only memory or threads can lack.
        raise MemoryError from None
    return Secret(raw)


def argon2id_in_child(
    passphrase: Secret,
    salt: bytes,
    cost: Cost,
    cancelled: Callable[[], bool] = lambda: False,
) -> Secret | None:
    """Return what `argon2id` does, from a process of its own, or None once cancelled.

    For costs that were consented to: they may take minutes and gigabytes, and the
    system may end the process; that is a MemoryError here.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - hardly ever needed

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, cost), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send_bytes(passphrase.reveal())
        ours.send_bytes(salt)
        while not ours.poll(_POLL_SECONDS):
            if cancelled():
                return None
        return Secret(ours.recv_bytes())
    except (EOFError, BrokenPipeError):
        raise MemoryError from None
    finally:
        ours.close()
        process.kill()
        process.join()


def calibrate(cost: Cost, clock: Callable[[], float]) -> Cost:
    """Return `cost` with t such that one run takes about a second on this machine.

    One run of the fewest passes is measured by `clock`, in seconds; t stays between
    DISK_T_MIN and DISK_T_MAX.
    """
    trial = Cost(cost.m_kib, limits.DISK_T_MIN, cost.p)
    before = clock()
    argon2id(Secret(b"calibration"), bytes(SALT_BYTES), trial).close()
    seconds_a_pass = (clock() - before) / trial.t
    if seconds_a_pass <= 0:
        return Cost(cost.m_kib, limits.DISK_T_MAX, cost.p)
    wanted = round(CALIBRATED_SECONDS / seconds_a_pass)
    t = min(max(wanted, limits.DISK_T_MIN), limits.DISK_T_MAX)
    return Cost(cost.m_kib, t, cost.p)


def _work(pipe: Connection, cost: Cost) -> None:
    harden()  # a process of its own is open again
    passphrase, salt = Secret(pipe.recv_bytes()), pipe.recv_bytes()
    try:
        pipe.send_bytes(argon2id(passphrase, salt, cost).reveal())
    except MemoryError:
        pipe.close()  # the parent reads the end of the pipe, and needs no traceback
