"""What a vault keeps that a way back into an account can rest on."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from vault.model.code import STANDING_KINDS, CodeSet
from vault.model.procedure import Procedure
from vault.model.vault import Vault
from vault.rehearsal.graph import Node

# What stands for the password itself, and not for a second step.
WHOLE_KEYS: Final = frozenset({"recovery-key", "emergency-password"})
SEED: Final = "totp-seed"

UnknownKind = Literal[
    "nobody", "second-step", "mailbox", "carrier", "owner", "unsure", "kit-unproven"
]


class Unknown(NamedTuple):
    """Something that is not written down, and so counts as not there."""

    kind: UnknownKind
    node: Node


@dataclass
class Kept:
    """What is kept for one account; days are None where nobody wrote them down."""

    codes: bool = False
    seed: bool = False
    whole_key: bool = False
    process_days: int | None = None
    new_sim_days: int | None = None


def kept_of(vault: Vault) -> dict[str, Kept]:
    """Return what is kept for each account that has a set or a procedure."""
    kept: dict[str, Kept] = {}
    for one in vault.code_sets.values():
        _note_codes(kept.setdefault(one.account, Kept()), one)
    for steps in vault.procedures.values():
        if steps.account and steps.wait_days is not None:
            _note_wait(kept.setdefault(steps.account, Kept()), steps)
    return kept


def _note_codes(kept: Kept, one: CodeSet) -> None:
    if one.retired or not any(code.state == "unused" for code in one.codes):
        return
    if one.kind == SEED:
        kept.seed = True
    elif one.kind in WHOLE_KEYS:
        kept.whole_key = True
    elif one.kind not in STANDING_KINDS:
        kept.codes = True


def _note_wait(kept: Kept, steps: Procedure) -> None:
    if steps.situation == "locked-out":
        kept.process_days = steps.wait_days
    elif steps.situation == "phone-lost":
        kept.new_sim_days = steps.wait_days
