"""A code set: the recovery codes that a platform issued at one time."""

from typing import Final, Literal, get_args

from vault.model.record import Part, Record

CodeState = Literal["unused", "used", "void"]
CODE_STATES: Final[tuple[CodeState, ...]] = get_args(CodeState)


class Code(Part, frozen=True, kw_only=True):
    """One recovery code; its value is a secret and stays out of its repr."""

    id: str
    value: str
    state: CodeState = "unused"
    used_at: str = ""  # time; set only when the state is "used"; "" where nobody knows
    used_by: str = ""  # id of a person, or a free name
    used_for: str = ""

    def __repr__(self) -> str:
        """Name the code without telling it: tracebacks and logs are no safe."""
        return f"Code(id={self.id!r}, state={self.state!r})"


# Kinds that are kept and not used up: asking for the next one makes no sense.
STANDING_KINDS: Final = frozenset(
    {"pin", "sim-puk", "totp-seed", "security-answer", "secret"}
)


class CodeSet(Record, frozen=True, kw_only=True):
    """The codes of one issue, in the order in which the platform listed them."""

    account: str
    kind: str = ""  # the pack's word for this sort of code, such as "backup-codes"
    label: str = ""
    issued: str = ""  # day
    retired: str = ""  # day a newer set took its place, "" while it is in force
    renew: str = ""  # day since which somebody may know these codes, "" while nobody
    codes: tuple[Code, ...] = ()
    notes: str = ""
