"""A pasted block of codes, understood but not yet kept: what is new, odd, left out.

The codes of a preview are secrets: they stay out of reprs, and whoever shows them
hides them until asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from vault.app.code_count import codes_left
from vault.app.exchange_flow import plan_import_of
from vault.app.explain_problems import problem_words
from vault.app.own_packs import pack_for
from vault.app.ports import Ports
from vault.app.session import Session
from vault.errors import BadInput, BrokenInvariant
from vault.exchange.issue import bare
from vault.exchange.plain_text import read_text
from vault.i18n import translate as _
from vault.ids import new_id
from vault.limits import CODES_AT_ONCE, IMPORT_BYTES
from vault.model.account import Account
from vault.model.change import Add, Replace
from vault.model.code import Code, CodeSet, CodeState
from vault.packs import Recognised, recognise
from vault.storage.trouble import step

# What a preview says in its own way, or shows code by code.
_SAID: Final = frozenset(
    {"code-doubled", "code-odd", "line-left-out", "codes-retired", "mark-left-out"}
)
_PICTURES: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".gif", ".heic", ".pdf"}
)


@dataclass(frozen=True)
class PasteOrder:
    """Whose codes, of which sort, in what text; `joins` is the set they belong to.

    Without `joins` codes of which none is known are a new set, which retires the set
    in force.
    """

    account: str
    kind: str
    text: str = field(repr=False)
    joins: str = ""


@dataclass(frozen=True)
class PastedCode:
    """One code as it was understood."""

    value: str = field(repr=False)
    is_new: bool
    odd: bool
    used: bool


@dataclass(frozen=True)
class Pasted:
    """What a text holds and what keeping it would change; nothing is changed yet.

    `left_out` are the lines that are no codes, `expected` how many the platform
    issues, `shape` what its codes look like ("" and None where nobody knows).
    """

    codes: tuple[PastedCode, ...]
    doubled: int
    left_out: tuple[str, ...] = field(repr=False)
    notes: tuple[str, ...]
    expected: int | None
    shape: str
    voids: int  # unused codes of earlier sets that keeping this would make void
    changes: tuple[Add | Replace, ...] = field(repr=False)

    @property
    def new(self) -> int:
        """How many codes would come in."""
        return sum(code.is_new for code in self.codes)


def understand(session: Session, order: PasteOrder) -> Pasted:
    """Say what a text of codes holds; nothing is changed.

    Raises `BadInput` where it is no text or holds too many codes, `TooLarge`,
    `NotFound` for an account or set that is not there.
    """
    account = session.vault.get("account", order.account)
    pack = pack_for(session.vault, account if isinstance(account, Account) else None)
    found = recognise(pack, order.kind, order.text)
    if len(found.kept) > CODES_AT_ONCE:
        raise BadInput("text", "too-many-codes", str(len(found.kept)))
    changes, notes = _changes(session, order, found)
    brought = {bare(value) for change in changes for value in _brought(change)}
    shapes = {one.kind: one.shape for one in pack.codes} if pack else {}
    odd = set(found.odd)
    return Pasted(
        codes=tuple(
            PastedCode(value, bare(value) in brought, value in odd, value in found.used)
            for value in found.kept
        ),
        doubled=len(found.doubled),
        left_out=found.ignored_lines,
        notes=notes,
        expected=found.expected_count,
        shape=shapes.get(order.kind, ""),
        voids=sum(_voided(change) for change in changes),
        changes=changes,
    )


def keeping(pasted: Pasted, fields: Mapping[str, str]) -> tuple[Add | Replace, ...]:
    """Return the changes that keep the codes; a new set gets those fields."""
    return tuple(
        Add(change.kind, replace(change.record, **fields))
        if isinstance(change, Add)
        else change
        for change in pasted.changes
    )


def read_code_file(ports: Ports, path: Path) -> str:
    """Return the text of a file of codes.

    Raises `BadInput` for a picture (nobody reads codes in pictures yet) and for what
    is no text, `TooLarge`, `FileTrouble`.
    """
    if path.suffix.lower() in _PICTURES:
        raise BadInput(path.name, "codes-in-picture")
    with step("read", path):
        data = ports.files.read(path, IMPORT_BYTES)
    return read_text(data)


def _changes(
    session: Session, order: PasteOrder, found: Recognised
) -> tuple[tuple[Add | Replace, ...], tuple[str, ...]]:
    """Return what keeping the codes would change, and what is to be said of it."""
    if not found.kept:
        return (), ()
    if order.joins:
        return _joining(session, order, found), ()
    data = order.text.encode(errors="replace")
    plan = plan_import_of(session, "", data, "codes", order.account, order.kind)
    notes = [
        problem_words(one.problem, one.detail)
        for one in plan.notes
        if one.problem not in _SAID
    ]
    if not plan.changes and any(one.problem == "codes-retired" for one in plan.notes):
        notes.append(_("these codes are of a set that was retired already"))
    return plan.changes, tuple(notes)


def _joining(
    session: Session, order: PasteOrder, found: Recognised
) -> tuple[Replace, ...]:
    """Return the change that adds to a set the codes that it lacks."""
    one = session.vault.get("code-set", order.joins)
    if not isinstance(one, CodeSet):
        raise BrokenInvariant("code-paste.set")
    taken = {code.id for code in one.codes}
    held = {bare(code.value) for code in one.codes}
    made: list[Code] = []
    for value in found.kept:
        if bare(value) in held:
            continue
        id_ = new_id(session.ports.random, taken)
        taken.add(id_)
        state: CodeState = "used" if value in found.used else "unused"
        made.append(Code(id=id_, value=value, state=state))
    if not made:
        return ()
    return (Replace("code-set", one, replace(one, codes=(*one.codes, *made))),)


def _brought(change: Add | Replace) -> list[str]:
    """Return the values of the codes that a change brings in."""
    after = _set_after(change)
    before = change.before if isinstance(change, Replace) else None
    had = {code.id for code in before.codes} if isinstance(before, CodeSet) else set()
    return [code.value for code in after.codes if code.id not in had]


def _voided(change: Add | Replace) -> int:
    """Return how many codes a change makes void."""
    if isinstance(change, Add) or not isinstance(change.before, CodeSet):
        return 0
    return codes_left(change.before) if _set_after(change).retired else 0


def _set_after(change: Add | Replace) -> CodeSet:
    after = change.record if isinstance(change, Add) else change.after
    if not isinstance(after, CodeSet):
        raise BrokenInvariant("code-paste.kind")
    return after
