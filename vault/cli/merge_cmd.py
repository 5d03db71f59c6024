"""`merge`: two copies of a vault become one new file; or the copies found are named."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from vault.app.credentials import Credentials
from vault.app.merge_flow import (
    Conflict,
    Copy,
    Difference,
    Merging,
    close_copy,
    conflict_copies,
    merge_to,
    open_base,
    open_copy,
    plan_merge,
    to_check,
)
from vault.app.merge_words import (
    BASE_WORDS,
    belongs_to_the_ways,
    conflict_words,
    difference_words,
    heading,
    ways_words,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.cli.opening import opened
from vault.cli.prompt import Misuse, asked, presented_by
from vault.cli.records import plain_code, plain_record
from vault.cli.terminal import Terminal
from vault.errors import NoKey
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.code import Code
from vault.model.record import Record


def do_merge(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Merge two copies, or say what would become; without THEIRS, list the copies."""
    if options.to_check:
        return _list_conflicts(options, ports, terminal)
    if options.theirs is None:
        return _list_copies(options, ports, terminal)
    if not options.out and not options.dry_run:
        raise Misuse(_("name a new file with -o OUT, or say --dry-run"))
    if options.out and not options.dry_run:
        must_be_free(ports, Path(options.out))
    with (
        opened(options, ports, terminal, write=False) as session,
        _theirs(session, options, ports, terminal) as copy,
    ):
        base = open_base(session, Path(options.base), copy) if options.base else None
        merging = plan_merge(session, copy, base)
        if not options.dry_run:
            merge_to(session, merging, Path(options.out))
        terminal.report(_plain(merging, options))
        for line in _lines(merging, options):
            terminal.say(line)
    return 0


def _list_copies(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Name the copies that lie beside the vault; needs no way in."""
    found = conflict_copies(ports, Path(options.vault))
    terminal.report(
        {
            "copies": [
                {"file": str(one.path), "program": one.program, "same": one.same}
                for one in found
            ]
        }
    )
    if not found:
        terminal.say(_("No other copy of this vault lies beside it."))
    for one in found:
        said = _("{file}  (perhaps from {program})")
        if one.same:
            said = _(
                "{file}  (perhaps from {program}; the very same, nothing to merge)"
            )
        terminal.say(said.format(file=one.path, program=one.program))
    if any(not one.same for one in found):
        say = _("See what merging would do: `sparekey merge {mine} THEIRS --dry-run`.")
        terminal.say(say.format(mine=options.vault))
    return 0


def _list_conflicts(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Name what earlier merges left to be looked at; 1 where there is anything."""
    with opened(options, ports, terminal, write=False) as session:
        vault, found = session.vault, to_check(session)
    terminal.report({"to_check": [_plain_conflict(one) for one in found]})
    if not found:
        terminal.say(_("No merge left anything to look at."))
        return 0
    for one in found:
        terminal.say(f"{heading((vault,), one)}: {conflict_words(vault, one)}")
    terminal.say(
        _(
            "`sparekey edit` of a field says which is right, also where it reads so "
            "already; `sparekey remove` takes a record away."
        )
    )
    return 1


def _plain_conflict(one: Conflict) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "field": one.field,
        "part": one.part,
        "at": one.at,
        "shown": _plain_value(one.shown),
        "other": _plain_value(one.other),
    }


@contextmanager
def _theirs(
    session: Session, options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> Iterator[Copy]:
    """Yield the other copy, opened by what opened mine or by its own passphrase."""
    path, file = Path(options.theirs), options.theirs_passphrase_file
    shown = presented_by(file, ports, terminal) if file else None
    consent = options.accept_cost
    try:
        copy = open_copy(session, path, shown, consent=consent)
    except NoKey:
        if file:
            raise
        terminal.note(_("Note: {file} opens otherwise than mine.").format(file=path))
        question = _("Passphrase of {file}").format(file=path)
        typed = asked(terminal, question, "--theirs-passphrase-file")
        shown = Credentials(passphrase=typed.secret)
        copy = open_copy(session, path, shown, consent=consent)
    try:
        yield copy
    finally:
        close_copy(session, copy)


def _plain(merging: Merging, options: argparse.Namespace) -> dict[str, object]:
    return {
        "dry_run": options.dry_run,
        "out": None if options.dry_run else options.out,
        "base": merging.base,
        "same": merging.same,
        "nothing_new": merging.nothing_new,
        "ways": merging.ways,
        "ways_differ": merging.ways_differ,
        "to_check": len(merging.to_check),
        "differences": [_plain_difference(one) for one in merging.differences],
    }


def _plain_difference(one: Difference) -> dict[str, object]:
    """Return a difference as plain data; the values of codes are left out."""
    return {
        "kind": one.kind,
        "id": one.id,
        "field": one.field,
        "part": one.part,
        "outcome": one.outcome,
        "check": one.check,
        "mine": _plain_value(one.mine),
        "theirs": _plain_value(one.theirs),
        "result": _plain_value(one.result),
        "values_differ": _value(one.mine) != _value(one.theirs),
    }


def _plain_value(value: object) -> object:
    if isinstance(value, Record):
        return plain_record(value, hide=True)
    if isinstance(value, Code):
        return plain_code(value, reveal=False)
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    return msgspec.to_builtins(value)


def _value(held: object) -> object:
    """Return what is compared of a code without being told; of others all."""
    return held.value if isinstance(held, Code) else held


def _lines(merging: Merging, options: argparse.Namespace) -> Iterator[str]:
    if merging.same:
        yield _("Both hold the same: there is nothing to merge.")
    else:
        yield BASE_WORDS[merging.base]
    record: tuple[str, str] | None = None
    for one in merging.differences:
        if belongs_to_the_ways(one):
            continue
        if record != (one.kind, one.id):
            record = (one.kind, one.id)
            yield heading((merging.vault, merging.copy.vault), one)
        mark = "! " if one.check else "  "
        yield f"  {mark}{difference_words(merging, one)}"
    if ways := ways_words(merging):
        yield ways
    if count := len(merging.to_check):
        said = translate_count(
            "{n} thing to look at (marked !): both are kept.",
            "{n} things to look at (marked !): both are kept.",
            count,
        )
        yield said.format(n=count)
    if options.dry_run:
        yield _("Nothing was written: this was a dry run.")
    else:
        yield _("Wrote {out}. Both copies were left as they are.").format(
            out=options.out
        )
