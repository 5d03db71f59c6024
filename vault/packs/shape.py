"""What a platform pack is: one frozen record for each key of its JSON file.

`resources/platforms/SCHEMA.md` says what each key means. Every key is present in
every file; what is unknown is an empty list, an empty text or null.
"""

from typing import Final, Literal

from msgspec import Struct

SCHEMA: Final = 1  # the only version there is; a later one is refused, never guessed

Confidence = Literal["high", "medium", "low"]
Group = Literal["social", "marketplace", "video", "identity", "telecom", "own"]
Situation = Literal["locked-out", "hacked", "suspended", "phone-lost", "handover"]
Role = Literal[
    "home",
    "login",
    "recover",
    "hacked",
    "security-settings",
    "recovery-codes",
    "support",
    "appeal",
    "roles",
    "data-export",
    "status",
    "report-abuse",
    "help",
]
Method = Literal[
    "sms",
    "voice-call",
    "totp",
    "security-key",
    "passkey",
    "push",
    "email",
    "whatsapp",
    "in-app",
    "backup-codes",
    "recovery-key",
    "trusted-contact",
    "password-pin",
    "qr-login",
    "id-check",
    "face-check",
]
Channel = Literal[
    "form", "email", "chat", "phone", "in-app", "community", "social", "post"
]
KeepKind = Literal[
    "code",
    "key",
    "id",
    "contact",
    "procedure",
    "document",
    "person",
    "link",
    "device",
]
SourceKind = Literal["official", "government", "third-party", "code", "general"]


class Sourced(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything a pack asserts: keys into `Pack.sources`, and how far to trust them."""

    sources: tuple[str, ...]
    confidence: Confidence


class Fact(Sourced, frozen=True, kw_only=True):
    """One assertion in plain words."""

    text: str


class Link(Sourced, frozen=True, kw_only=True):
    """An address of the platform and what it is for."""

    role: Role
    url: str
    note: str


class CodeKind(Sourced, frozen=True, kw_only=True):
    """One kind of code that the platform issues.

    `pattern` fits one code without spaces and hyphens, `display` one code as shown;
    both are anchored, and null where the shape is unknown. `count` is codes a set.
    """

    kind: str
    label: str
    count: int | None
    pattern: str | None
    display: str | None
    shape: str
    examples: tuple[str, ...]
    single_use: bool | None
    renewal: str
    menu_path: tuple[str, ...]
    note: str


class Factor(Sourced, frozen=True, kw_only=True):
    """A way to prove who signs in; null where it is not known whether it works."""

    method: Method
    supported: bool | None
    recovers: bool | None
    note: str


class Step(Sourced, frozen=True, kw_only=True):
    """One numbered step of a procedure; `link` is an address or empty."""

    text: str
    link: str


class Procedure(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The steps for one situation, the proofs they ask for and how long they take."""

    situation: Situation
    title: str
    steps: tuple[Step, ...]
    evidence: tuple[Fact, ...]
    waits: tuple[Fact, ...]


class Contact(Sourced, frozen=True, kw_only=True):
    """A desk, form or line of the platform; `condition` says who may use it."""

    channel: Channel
    purpose: str
    address: str
    condition: str


class Deadline(Sourced, frozen=True, kw_only=True):
    """Something that runs out; `days` is null where the length is unknown."""

    what: str
    days: int | None
    text: str


class Trap(Sourced, frozen=True, kw_only=True):
    """How people lose the account, and what avoids it."""

    trap: str
    avoid: str


class Keep(Sourced, frozen=True, kw_only=True):
    """What belongs in the vault for this platform, and why."""

    item: str
    kind: KeepKind
    secret: bool
    why: str


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where facts come from; `date` is YYYY, YYYY-MM or YYYY-MM-DD, null if undated."""

    title: str
    url: str
    kind: SourceKind
    date: str | None
    note: str


class Pack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything shipped about one platform.

    `edition` is the day of this pack, `stored` the day its sources' copies were read.
    """

    schema: int
    id: str
    name: str
    aliases: tuple[str, ...]
    group: Group
    edition: str
    stored: str
    depends_on: tuple[str, ...]
    links: tuple[Link, ...]
    codes: tuple[CodeKind, ...]
    factors: tuple[Factor, ...]
    procedures: tuple[Procedure, ...]
    contacts: tuple[Contact, ...]
    deadlines: tuple[Deadline, ...]
    roles: tuple[Fact, ...]
    leaving: tuple[Fact, ...]
    traps: tuple[Trap, ...]
    keep: tuple[Keep, ...]
    sources: dict[str, Source]
    open_questions: tuple[str, ...]
