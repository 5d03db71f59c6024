"""Attachments: take a file in, save it out, never show or run it.

Rules. What is kept is never rendered: a picture or a PDF from a stranger may be made to
hurt. Saved out it lies in clear, so whoever asks for it is warned before.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from vault.app.session import Session
from vault.document.blobs import needed_blobs, with_blobs
from vault.errors import BadInput, BrokenInvariant, TooLarge
from vault.ids import new_id
from vault.limits import ATTACHMENT_BYTES, ATTACHMENTS, ATTACHMENTS_BYTES
from vault.model.attachment import SORTS, Attachment
from vault.model.change import Add
from vault.model.moment import is_day
from vault.model.vault import Vault
from vault.storage import atomic
from vault.storage.trouble import step

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


def attach(session: Session, path: Path, about: About, name: str = "") -> Attachment:
    """Take a file in as one act called `name`; the next save keeps it.

    Raises `FileTrouble`, `TooLarge`, `BadInput` for a sort or a day that is none, and
    as `Session.apply`.
    """
    _check(about)
    with step("read", path):
        data = session.ports.files.read(path, ATTACHMENT_BYTES)
    return attach_bytes(
        session, data, about._replace(name=about.name or path.name), name
    )


def attach_bytes(
    session: Session, data: bytes, about: About, name: str = ""
) -> Attachment:
    """Do the same for bytes that were dropped or piped."""
    _check(about)
    vault = session.vault
    if len(data) > ATTACHMENT_BYTES:
        raise TooLarge("ATTACHMENT_BYTES", ATTACHMENT_BYTES, len(data))
    if len(vault.attachments) >= ATTACHMENTS:
        raise TooLarge("ATTACHMENTS", ATTACHMENTS, len(vault.attachments) + 1)
    content = sha256(data).hexdigest()
    held = needed_blobs(vault)
    total = sum(held.values()) + (0 if content in held else len(data))
    if total > ATTACHMENTS_BYTES:
        raise TooLarge("ATTACHMENTS_BYTES", ATTACHMENTS_BYTES, total)
    one = Attachment(
        id=new_id(session.ports.random, vault.attachments),
        name=plain_name(about.name),
        size=len(data),
        content=content,
        sort=about.sort,
        account=about.account,
        incident=about.incident,
        added=session.ports.now(),
        expires=about.expires,
        notes=about.notes,
    )
    session.vault = with_blobs(vault, {content: data})
    try:
        session.apply(Add("attachment", one), name)
    except BaseException:
        session.vault = vault
        raise
    return one


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


def runs_out(one: Attachment, today: str, soon: str) -> str:
    """Return "over" where it ran out before `today`, "soon" up to `soon`, or ""."""
    if not one.expires or one.expires > soon:
        return ""
    return "over" if one.expires < today else "soon"


def _check(about: About) -> None:
    if about.sort and about.sort not in SORTS:
        raise BadInput("sort", "sort-unknown", ", ".join(SORTS))
    if about.expires and not is_day(about.expires):
        raise BadInput("expires", "day-unknown", about.expires)
