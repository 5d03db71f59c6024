"""An issue: the codes that came at one time, put beside what the vault has already."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from vault.exchange.gathering import Gathering
from vault.model.account import Account
from vault.model.code import Code, CodeSet
from vault.packs import Pack, recognise
from vault.packs.lines import says_nothing

PLAIN_KIND = "backup-codes"  # what most platforms call them, where no pack says

# Numbering and boxes say nothing more, nor does "(used)"; "(used in May)" does.
_SAID: Final = re.compile(
    r"(?:[\W_]|(?<!\d)\d{1,3}(?!\d)|(?:not|un)?(?:used|redeemed|spent)|x)*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Issue:
    """Codes of one account and kind, as a file lists them; `used` are marked there."""

    place: str
    account: Account
    kind: str
    values: tuple[str, ...] = ()
    issued: str = ""  # day, "" where the file does not say
    used: frozenset[str] = frozenset()
    label: str = ""  # what the file calls them, where no pack does


def kind_of_codes(pack: Pack | None, wanted: str | None) -> str:
    """Return the kind asked for, else the pack's first, else the plain one."""
    if wanted:
        return wanted
    return pack.codes[0].kind if pack and pack.codes else PLAIN_KIND


def label_of(pack: Pack | None, kind: str) -> str:
    """Return what the platform calls codes of that kind, "" where no pack says."""
    codes = pack.codes if pack else ()
    return next((one.label for one in codes if one.kind == kind), "")


def gather_recognised(
    gathering: Gathering, issue: Issue, text: str, *, retire: bool
) -> bool:
    """Gather the codes that are told in `text`, and note the rest of it.

    The issue comes without values. Says whether any code was found.
    """
    pack = gathering.pack(issue.account)
    found = recognise(pack, issue.kind, text)
    for line in found.ignored_lines:
        # A stroke between two codes says nothing; alone in a cell it is all there is.
        if not says_nothing(line) and (not found.kept or any(map(str.isalnum, line))):
            gathering.note(issue.place, "line-left-out", line)
    for code in found.doubled:
        gathering.note(issue.place, "code-doubled", code)
    for code in found.odd:
        gathering.note(issue.place, "code-odd", code)
    for mark in found.marks:
        if not found.kept or not _SAID.fullmatch(mark):
            gathering.note(issue.place, "mark-left-out", mark)
    if not found.kept:
        return False
    full = dataclasses.replace(issue, values=found.kept, used=found.used)
    gather_issue(gathering, full, retire=retire)
    return True


def gather_issue(gathering: Gathering, issue: Issue, *, retire: bool) -> None:
    """Gather a new code set, or only the codes that a set in force lacks.

    With `retire` a wholly new issue takes the place of the sets of its kind: their
    unused codes become void. Without it a new set stands beside them, noted, because
    a table does not say which of two sets the platform issued last.
    """
    sets = [
        one
        for one in gathering.known.code_sets(issue.account.id)
        if one.kind == issue.kind
    ]
    for one in sets:
        held = {bare(code.value) for code in one.codes}
        if lacking := [value for value in issue.values if bare(value) not in held]:
            if len(lacking) < len(issue.values) and not one.retired:
                _complete(gathering, issue, one, tuple(lacking))
                return
        else:
            _there(gathering, issue, one)
            return
    _issue(gathering, issue, [one for one in sets if not one.retired], retire=retire)


def bare(value: str) -> str:
    """Return a code as it is compared: without spaces and hyphens."""
    return "".join(value.split()).replace("-", "")


def without_doubles(
    gathering: Gathering, place: str, values: Iterable[str]
) -> tuple[str, ...]:
    """Return each code once, however it is grouped, and note the others."""
    kept: dict[str, str] = {}
    for value in values:
        if bare(value) in kept:
            gathering.note(place, "code-doubled", value)
        kept.setdefault(bare(value), value)
    return tuple(kept.values())


def _there(gathering: Gathering, issue: Issue, one: CodeSet) -> None:
    gathering.there(issue.place, one)
    if one.retired:
        gathering.note(issue.place, "codes-retired", one.retired)
    marked = {bare(value) for value in issue.used}
    fresh = [code for code in one.codes if code.state == "unused"]
    if count := sum(bare(code.value) in marked for code in fresh):
        gathering.note(issue.place, "used-mark-left-out", str(count))


def _issue(
    gathering: Gathering, issue: Issue, current: list[CodeSet], *, retire: bool
) -> None:
    label = label_of(gathering.pack(issue.account), issue.kind) or issue.label
    if retire:
        for one in current:
            gathering.replace(issue.place, one, _retired(gathering, one))
            gathering.note(issue.place, "codes-retired", one.issued)
    # Two columns of one kind, each of its own name, are no two issues of one.
    elif any(not issue.label or one.label == label for one in current):
        gathering.note(issue.place, "codes-beside", issue.account.name)
    made = CodeSet(
        id=gathering.new_id(),
        account=issue.account.id,
        kind=issue.kind,
        label=label,
        issued=issue.issued,
        codes=_codes(gathering, issue, issue.values),
    )
    gathering.add(issue.place, made)


def _complete(
    gathering: Gathering, issue: Issue, one: CodeSet, lacking: tuple[str, ...]
) -> None:
    codes = one.codes + _codes(gathering, issue, lacking)
    gathering.replace(issue.place, one, replace(one, codes=codes))


def _retired(gathering: Gathering, one: CodeSet) -> CodeSet:
    codes = tuple(
        replace(code, state="void") if code.state == "unused" else code
        for code in one.codes
    )
    return replace(one, retired=gathering.context.today.isoformat(), codes=codes)


def _codes(
    gathering: Gathering, issue: Issue, values: tuple[str, ...]
) -> tuple[Code, ...]:
    marked = [value for value in values if value in issue.used]
    if marked:
        # A mark has no date, and none is invented: used_at stays empty.
        gathering.note(issue.place, "used-undated", str(len(marked)))
    return tuple(
        Code(
            id=gathering.new_id(),
            value=value,
            state="used" if value in issue.used else "unused",
        )
        for value in values
    )
