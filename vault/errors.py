"""The one exception tree of the core.

An error carries data, never prose: the words are in `vault.app.explain`, and a test
walks this tree and fails where a class has none.
"""

from dataclasses import dataclass


class VaultError(Exception):
    """Root of every error the core raises on purpose; never raised itself.

    `backup` is the path of the newest good backup, where one was looked for and found.
    """

    backup: str = ""

    def __str__(self) -> str:
        """Name the class and its data; users read `vault.app.explain` instead."""
        return repr(self)


class EnvelopeError(VaultError):
    """Root of the five errors that may leave the envelope; never raised itself."""


@dataclass(eq=False)
class Malformed(EnvelopeError):
    """The bytes break the format at `where`; `found` is the offending value, if any."""

    where: str
    found: int | str | None = None


@dataclass(eq=False)
class StillComing(Malformed):
    """The file is a beginning: `here` of `whole` bytes, 0 where that is not told.

    Whoever brings it may bring the rest; or its end is lost.
    """

    path: str = ""
    here: int = 0
    whole: int = 0


@dataclass(eq=False)
class TooNew(EnvelopeError):
    """The bytes were written by a later version than this program understands."""

    version: int
    understood: int


@dataclass(eq=False)
class NeedsConsent(EnvelopeError):
    """Opening would cost more than is spent unasked; the caller may ask and repeat."""

    m_kib: int
    t: int
    p: int


@dataclass(eq=False)
class NoKey(EnvelopeError):
    """No way in fits what was presented; `ways` are the factor masks of the slots.

    `undamaged` where the file's parity says that the ways in are as they were written.
    """

    ways: tuple[int, ...] = ()
    undamaged: bool = False


class Tampered(EnvelopeError):
    """A key fits, but the content is not what was sealed."""


@dataclass(eq=False)
class Damaged(VaultError):
    """Bytes of the file were lost, and its parity is too little to give them back.

    `where` are the lost places in order: first byte, and the first one behind.
    """

    path: str
    where: tuple[tuple[int, int], ...]


@dataclass(eq=False)
class TooLarge(VaultError):
    """Something exceeds the bound named `limit` (a name in `vault.limits`)."""

    limit: str
    allowed: int
    found: int | None = None


@dataclass(eq=False)
class Busy(VaultError):
    """Another process holds the vault; `holder` says which, as far as is known."""

    path: str
    holder: str


@dataclass(eq=False)
class ChangedUnderneath(VaultError):
    """The file is not the one that was loaded: somebody else has written it."""

    path: str


@dataclass(eq=False)
class FileTrouble(VaultError):
    """The operating system refused `step` on `path`; `errno` says why."""

    path: str
    step: str
    errno: int


class OnlyReadable(FileTrouble):
    """Nothing may be written where the vault lies, no lock either: it can be read."""


@dataclass(eq=False)
class Unconfirmed(VaultError):
    """The new file is in place, but the disk did not confirm that it stays there."""

    path: str
    errno: int


@dataclass(eq=False)
class Exists(VaultError):
    """A file stands where a new one was to be made; nothing is ever overwritten."""

    path: str


@dataclass(eq=False)
class WrongKind(VaultError):
    """The file is not what the command works on: `found` instead of `wanted`."""

    path: str
    wanted: str
    found: str


@dataclass(eq=False)
class Incomplete(VaultError):
    """A kit cannot be put together from what was read; `more` codes would do."""

    more: int
    needed: int
    found: int
    forged: int = 0
    kits: int = 1


@dataclass(eq=False)
class Refused(VaultError):
    """A rule of ours forbids it; `reason` is a key of `vault.app.explain.REASONS`."""

    reason: str
    detail: str = ""


@dataclass(eq=False)
class BadInput(VaultError):
    """What was handed in cannot be taken; `problem` is a key of `explain.PROBLEMS`."""

    where: str
    problem: str
    detail: str = ""


@dataclass(eq=False)
class Invalid(VaultError):
    """An edit would leave records with findings that are errors.

    Each finding is kind (or place), id, field, problem (as in `validate`), detail.
    """

    findings: tuple[tuple[str, str, str, str, str], ...] = ()


@dataclass(eq=False)
class NotFound(VaultError):
    """No record of that kind is meant by `reference`."""

    kind: str
    reference: str


@dataclass(eq=False)
class Ambiguous(VaultError):
    """`reference` fits more than one record: `matches` are their ids."""

    kind: str
    reference: str
    matches: tuple[str, ...]


@dataclass(eq=False)
class ReadOnly(VaultError):
    """The vault is open for reading only; `reason` is a key of `explain.REASONS`."""

    reason: str


@dataclass(eq=False)
class BrokenInvariant(VaultError):
    """Our own bug: something that cannot happen did, at `where`."""

    where: str


def told_of(bug: Exception) -> BrokenInvariant:
    """Return what is told of a bug of ours: where, never with what values.

    Python's own words would hold what was worked with: secrets.
    """
    trace = bug.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = trace.tb_frame.f_code.co_name if trace else "nowhere"
    return BrokenInvariant(f"{type(bug).__name__} in {where}")
