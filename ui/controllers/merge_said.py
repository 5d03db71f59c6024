"""The words of the pages about another copy, and of the notices about one."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from ui.shared.days import day_words
from ui.shared.notice import Notice
from ui.views.merge_state import CopyLine, LineState, PartState, PreviewState
from vault.app.beside import CopyBeside
from vault.app.merge_flow import BaseFrom, Merging
from vault.app.merge_table import Part, merge_table
from vault.i18n import translate as _
from vault.i18n import translate_count

LEAD: Final = _(
    "Nothing is done before you say so. Where both were changed, both values are kept. "
    "One undo takes all of it back."
)
DONE_LEAD: Final = _(
    "Somebody else, or this vault on another computer, had saved it meanwhile. This is "
    "what was joined; undo takes it back."
)
_COMPARED: Final[dict[BaseFrom, str]] = {
    "given": _("Compared with the common state that you named."),
    "mine": _("The copy went on from what was saved here."),
    "theirs": _("This vault went on from the copy."),
    "backup": _("Compared with the newest state that both come from: a backup."),
    "history": _(
        "No backup was found that both come from, so their histories were compared."
    ),
}


def part_states(parts: Iterable[Part]) -> tuple[PartState, ...]:
    """Return the parts of a table as a page shows them."""
    return tuple(
        PartState(
            part.kind,
            part.name,
            tuple(LineState(**asdict(line)) for line in part.lines),
        )
        for part in parts
    )


def preview_state(merging: Merging, named: str, *, done: bool = False) -> PreviewState:
    """Return what the page of a merge shows; `named` is what the copy is called."""
    parts = part_states(merge_table(merging))
    title = _("What was merged") if done else _("Merge {copy}").format(copy=named)
    return PreviewState(
        title=title,
        lead=DONE_LEAD if done else LEAD,
        summary=summary(parts),
        compared=_COMPARED[merging.base],
        parts=parts,
        ways=ways_said(merging),
        done=done,
    )


def ways_said(merging: Merging) -> str:
    """Say what opens the vault from now on; "" where that is the same."""
    if not merging.ways_differ:
        return ""
    if merging.ways == "theirs":
        return _(
            "The copy opens otherwise, and went on from yours: from now on its "
            "passphrase and key card open this vault, and not what opened it so far."
        )
    return _(
        "The copy opens otherwise (passphrase, key card). What opens yours stays; what "
        "opens the copy may not open this vault."
    )


def summary(parts: Iterable[PartState]) -> str:
    """Count what becomes of the lines, in one sentence."""
    lines = [line for part in parts for line in part.lines]
    check = sum(line.check for line in lines)
    plain = [line.shows for line in lines if not line.check]
    ours = plain.count("mine")
    theirs = len(plain) - ours
    told = []
    if check:
        text = translate_count(
            "{n} thing to check: both had changed it",
            "{n} things to check: both had changed them",
            check,
        )
        told.append(text.format(n=check))
    if theirs:
        text = translate_count(
            "{n} change comes in from the copy",
            "{n} changes come in from the copy",
            theirs,
        )
        told.append(text.format(n=theirs))
    if ours:
        text = translate_count("{n} of yours stays", "{n} of yours stay", ours)
        told.append(text.format(n=ours))
    return _("{what}.").format(what="; ".join(told)) if told else ""


def copy_name(path: Path, day: str) -> str:
    """Return what a copy is called: by the day it was written."""
    if not day:
        return path.name
    return _("the copy of {day}").format(day=day_words(day))


def copy_line(one: CopyBeside) -> CopyLine:
    """Return the line of a copy found beside the vault."""
    told = _("Written {day}, perhaps left by {program}.")
    day = day_words(one.day.isoformat())
    return CopyLine(one.path, one.path.name, told.format(day=day, program=one.program))


def found_notice(copies: tuple[CopyBeside, ...]) -> Notice:
    """Say that copies with something new lie beside the vault."""
    title = translate_count(
        "Another copy of this vault lies beside it",
        "{n} other copies of this vault lie beside it",
        len(copies),
    ).format(n=len(copies))
    text = _(
        "It holds something that is not here; {program} may have left it. Nothing is "
        "lost."
    )
    return Notice(
        "info",
        title,
        text.format(program=copies[0].program),
        _("See what differs…"),
    )


def joined_notice(merging: Merging) -> Notice:
    """Say that what somebody else saved was taken in."""
    came = sum(one.outcome != "mine" for one in merging.differences)
    text = translate_count(
        "The file was saved by another program or computer. {n} change of it came in; "
        "yours are all kept.",
        "The file was saved by another program or computer. {n} changes of it came in; "
        "yours are all kept.",
        came,
    ).format(n=came)
    ways = ways_said(merging)
    words = f"{text} {ways}" if ways else text
    title = _("Changed elsewhere, and merged")
    return Notice("warn" if ways else "good", title, words, _("Show what came in"))


def held_notice(merging: Merging) -> Notice:
    """Say that both changed the same, and that nothing was written yet."""
    count = len(merging.to_check)
    text = translate_count(
        "Both changed {n} thing differently. Yours is kept in memory until you have "
        "looked; nothing was written over.",
        "Both changed {n} things differently. Yours are kept in memory until you have "
        "looked; nothing was written over.",
        count,
    ).format(n=count)
    if not count:
        text = _(
            "What was saved there opens otherwise (passphrase, key card). Yours is "
            "kept in memory until you have looked; nothing was written over."
        )
    title = _("Changed elsewhere at the same time")
    return Notice("warn", title, text, _("Look at both…"))


def merged_notice(merging: Merging, *, beside: bool) -> Notice:
    """Say that a copy was merged; one that lies beside may be put away."""
    count = len(merging.to_check)
    text = _("Undo takes it back.")
    if count:
        said = translate_count(
            "{n} value is to be checked: see Home.",
            "{n} values are to be checked: see Home.",
            count,
        )
        text = f"{text} {said.format(n=count)}"
    if not beside:
        return Notice("good", _("Merged"), text)
    text = f"{text} {_('The copy itself still lies beside the vault.')}"
    return Notice("good", _("Merged"), text, _("Put the copy away"))
