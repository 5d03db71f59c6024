"""Attachments: take a file in, save it out, never show or run it.

Rules. What is kept is never rendered: a picture or a PDF from a stranger may be made to
hurt. Saved out it lies in clear, so whoever asks for it is warned before.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from vault.app.ports import Ports
from vault.app.session import Session
from vault.document.blobs import needed_blobs, with_blobs
from vault.errors import BadInput, BrokenInvariant, TooLarge
from vault.ids import new_id
from vault.limits import ATTACHMENT_BYTES, ATTACHMENTS, ATTACHMENTS_BYTES
from vault.model.attachment import SORTS, Attachment
from vault.model.change import Add, Change
from vault.model.moment import is_day
from vault.model.vault import Vault
from vault.storage import atomic
from vault.storage.trouble import step

SOON: Final = timedelta(days=60)  # a new paper takes weeks
NAME_CHARACTERS: Final = 120  # most disks take 255 bytes, in UTF-8 four a character
_NO_NAME: Final = "paper"
_FORBIDDEN: Final = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*'  # control characters, what disks refuse
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what turns the direction around
)
# Names that Windows takes for devices, whatever ending they have.
_DEVICE: Final = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE
)


class About(NamedTuple):
    """What is noted of a file when it is taken in; a day is "" for never."""

    account: str = ""
    incident: str = ""
    sort: str = ""
    expires: str = ""
    name: str = ""
    notes: str = ""


def plain_name(text: str) -> str:
    """Return a file's name that any system takes and that leads into no folder."""
    last = re.split(r"[/\\]", text)[-1]
    bare = _FORBIDDEN.sub("_", last).strip().lstrip(".").rstrip(". ")
    if _DEVICE.fullmatch(bare):
        bare = f"_{bare}"
    stem, dot, ending = bare.rpartition(".")
    room = NAME_CHARACTERS - len(dot + ending)
    if stem and room > 0:
        bare = stem[:room] + dot + ending
    return bare[:NAME_CHARACTERS] or _NO_NAME


class FileRead(NamedTuple):
    """A file that was read: its name, its bytes and their SHA-256."""

    name: str
    data: bytes
    content: str


def read_file(ports: Ports, path: Path) -> FileRead:
    """Read a file that is to be kept. Raises `FileTrouble`, `TooLarge`."""
    with step("read", path):
        return as_read(path.name, ports.files.read(path, ATTACHMENT_BYTES))


def as_read(name: str, data: bytes) -> FileRead:
    """Return bytes as a file that was read. Raises `TooLarge`."""
    if len(data) > ATTACHMENT_BYTES:
        raise TooLarge("ATTACHMENT_BYTES", ATTACHMENT_BYTES, len(data))
    return FileRead(name, data, sha256(data).hexdigest())


def attach(session: Session, path: Path, about: About, name: str = "") -> Attachment:
    """Read a file and keep it. Raises as `read_file` and `keep`."""
    return keep(session, [read_file(session.ports, path)], about, name)[0]


def attach_bytes(
    session: Session, data: bytes, about: About, name: str = ""
) -> Attachment:
    """Keep bytes that came from no file. Raises as `keep`."""
    return keep(session, [as_read(about.name, data)], about, name)[0]


def keep(
    session: Session, files: Sequence[FileRead], about: About, name: str = ""
) -> tuple[Attachment, ...]:
    """Take files in, all or none, as one act called `name`; the next save keeps them.

    Raises `TooLarge`, `BadInput` for a sort or a day that is none, and as
    `Session.apply`.
    """
    _check(about)
    ids = set(session.vault.attachments)
    made: list[Attachment] = []
    for one in files:
        record = _made(session.ports, one, about, ids)
        ids.add(record.id)
        made.append(record)
    blobs = {one.content: one.data for one in files}
    apply_with(session, blobs, [Add("attachment", one) for one in made], name)
    return tuple(made)


def apply_with(
    session: Session, blobs: Mapping[str, bytes], changes: Sequence[Change], name: str
) -> None:
    """Apply changes that bring attachments, and their bytes with them.

    Raises `TooLarge` where there is no room, and as `Session.apply`.
    """
    before = session.vault
    holding = with_room(before, blobs, changes)
    session.vault = holding
    try:
        session.apply(changes, name)
    except BaseException:
        session.vault = before
        raise


def with_room(
    vault: Vault, blobs: Mapping[str, bytes], changes: Sequence[Change]
) -> Vault:
    """Return a vault that has those bytes at hand. Raises `TooLarge`."""
    new = [one for one in changes if isinstance(one, Add) and one.kind == "attachment"]
    count = len(vault.attachments) + len(new)
    if count > ATTACHMENTS:
        raise TooLarge("ATTACHMENTS", ATTACHMENTS, count)
    held = needed_blobs(vault) | {id_: len(blob) for id_, blob in blobs.items()}
    if sum(held.values()) > ATTACHMENTS_BYTES:
        raise TooLarge("ATTACHMENTS_BYTES", ATTACHMENTS_BYTES, sum(held.values()))
    return with_blobs(vault, blobs)


def _made(ports: Ports, one: FileRead, about: About, ids: Container[str]) -> Attachment:
    return Attachment(
        id=new_id(ports.random, ids),
        name=plain_name(about.name or one.name),
        size=len(one.data),
        content=one.content,
        sort=about.sort,
        account=about.account,
        incident=about.incident,
        added=ports.now(),
        expires=about.expires,
        notes=about.notes,
    )


def save_out(session: Session, one: Attachment, path: Path) -> None:
    """Write an attachment's bytes to a new file, in clear, for its owner alone.

    Raises `Exists`, `FileTrouble`, `Unconfirmed`.
    """
    blob = session.vault.blobs.get(one.content)
    if blob is None:
        raise BrokenInvariant("attachment.bytes")
    atomic.write_new(session.ports.files, session.ports.random, path, blob)


def papers(
    vault: Vault, account: str | None = None, incident: str = ""
) -> tuple[Attachment, ...]:
    """Return attachments by name: all, of one account ("" of none), of an incident."""
    found: Iterable[Attachment] = vault.attachments.values()
    if incident:
        found = (one for one in found if one.incident == incident)
    elif account is not None:
        found = (one for one in found if one.account == account)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def same_content(vault: Vault, one: Attachment) -> tuple[Attachment, ...]:
    """Return the other attachments that have the same bytes."""
    others = vault.attachments.values()
    return tuple(x for x in others if x.content == one.content and x.id != one.id)


def runs_out(one: Attachment, today: str) -> str:
    """Return "over" where it ran out before `today`, "soon" within `SOON`, or ""."""
    if not one.expires or not is_day(one.expires):
        return ""
    if one.expires < today:
        return "over"
    last = date.fromisoformat(today) + SOON
    return "soon" if one.expires <= last.isoformat() else ""


def running_out(vault: Vault, today: str) -> tuple[Attachment, ...]:
    """Return the papers that ran out or soon will, the oldest day first."""
    found = [one for one in vault.attachments.values() if runs_out(one, today)]
    return tuple(sorted(found, key=lambda one: (one.expires, one.name, one.id)))


def _check(about: About) -> None:
    if about.sort and about.sort not in SORTS:
        raise BadInput("sort", "sort-unknown", ", ".join(SORTS))
    if about.expires and not is_day(about.expires):
        raise BadInput("expires", "day-unknown", about.expires)
