"""`kit check` and `kit restore`: from pictures of sheets back to a vault."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from vault.app.credentials import Credentials, Passphrase, kept_if_made
from vault.app.explain import explain_typed
from vault.app.kit_alone import must_be_whole
from vault.app.kit_gather import gather
from vault.app.kit_restore import (
    Gathering,
    KitState,
    OpenedKit,
    PageRead,
    named_kit,
    recover,
    restore,
)
from vault.app.ports import Ports
from vault.app.reserve_words import reserve_words
from vault.app.scale_words import scale_words
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.cli.kit_supplement_read import (
    beside_lines,
    named,
    open_all,
    plain_beside,
)
from vault.cli.prompt import chosen, presented
from vault.cli.terminal import Terminal
from vault.errors import Incomplete
from vault.i18n import translate as _
from vault.i18n import translate_count


def do_kit_check(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Tell what can be read of a kit, sheet by sheet; 1 where it is not enough."""
    gathering = gather(ports, map(Path, options.files))
    states = gathering.collection.kits()
    names = named(gathering)
    terminal.report(
        {
            "pages": [_plain_page(page) for page in gathering.pages],
            "kits": [
                {**_plain_kit(state), "says": names.get(state.kit)} for state in states
            ],
        }
    )
    say_pages(gathering, terminal)
    if not states:  # said here: a report was given, and must stay the only one
        words = explain_typed(Incomplete(more=1, needed=1, found=0, kits=0))
        terminal.note(f"sparekey: {words.happened} {words.advice}")
        return 1
    for state in states:
        for line in _kit_lines(state, names.get(state.kit, "")):
            terminal.say(line)
    if scale := scale_words(gathering.pages):
        terminal.say(scale)
    return 0 if any(state.complete for state in states) else 1


def _plain_kit(state: KitState) -> dict[str, object]:
    return {
        "kit": state.kit.hex(),
        "sheets": state.sheets,
        "codes_by_sheet": list(state.found_by_sheet),
        "found": state.found,
        "needed": state.needed,
        "more": state.more,
        "forged": state.forged,
        "complete": state.complete,
        "reserve": state.reserve,
    }


def _kit_lines(state: KitState, name: str) -> Iterator[str]:
    head = _("{name}, as it says ({kit}):") if name else _("kit {kit}:")
    yield head.format(kit=state.kit.hex(), name=name)
    for sheet, found in enumerate(state.found_by_sheet, 1):
        words = _("  sheet {sheet} of {sheets}: {found} of 24 codes")
        yield words.format(sheet=sheet, sheets=state.sheets, found=found)
    if state.forged:
        yield "  " + _forged_words(state.forged)
    if state.complete:
        yield _("  enough: this kit can be restored")
        yield "  " + reserve_words(state.reserve)
        return
    more = translate_count(
        "  not enough: {n} more code", "  not enough: {n} more codes", state.more
    )
    yield more.format(n=state.more)


def _forged_words(count: int) -> str:
    words = translate_count(
        "{n} code was not genuine and was left out.",
        "{n} codes were not genuine and were left out.",
        count,
    )
    return words.format(n=count)


def _plain_page(page: PageRead) -> dict[str, object]:
    return {
        "file": page.file,
        "page": page.page,
        "new": page.new,
        "known": page.known,
        "damaged": page.damaged,
        "foreign": page.foreign,
        "unreadable": page.trouble is not None,
    }


def say_pages(gathering: Gathering, terminal: Terminal) -> None:
    """Name the files that gave nothing; a cover among other pages is no news."""
    gave: dict[str, int] = {}
    for page in gathering.pages:
        gave[page.file] = gave.get(page.file, 0) + page.new + page.known
        if page.trouble:
            words = explain_typed(page.trouble)
            terminal.note(_("Note: {words}").format(words=words.happened))
    troubled = {page.file for page in gathering.pages if page.trouble}
    for file, codes in gave.items():
        if not codes and file not in troubled:
            terminal.note(
                _("Note: {file} shows no code of a kit (a cover has none).").format(
                    file=file
                )
            )


def do_kit_restore(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Make a new vault from pictures of a kit; always a new file."""
    path = Path(options.out)
    must_be_free(ports, path)
    gathering = gather(ports, map(Path, options.files))
    say_pages(gathering, terminal)
    wanted = named_kit(gathering, options.kit) if options.kit else None
    must_be_whole(recover(gathering, wanted))  # enough, before anything is asked
    shown = presented(options, ports, terminal)
    kit = open_all(options, ports, terminal, gathering, shown, wanted)
    passphrase = _new_passphrase(options, ports, terminal, kit, shown)
    with (
        kept_if_made(ports, passphrase, path),
        restore(ports, kit, path, passphrase) as session,
    ):
        _say_restored(session, kit, options, terminal)
        session.must_be_confirmed()
    return 0


def _new_passphrase(
    options: argparse.Namespace,
    ports: Ports,
    terminal: Terminal,
    kit: OpenedKit,
    shown: Credentials,
) -> Passphrase:
    """Return what the options name, else the kit's own, else what is asked for."""
    named = options.new_passphrase_file or options.generate
    if named or shown.passphrase is None or not kit.by_passphrase:
        return chosen(options, ports, terminal, options.new_passphrase_file)
    return Passphrase(shown.passphrase, generated=kit.passphrase_generated)


def _say_restored(
    session: Session,
    kit: OpenedKit,
    options: argparse.Namespace,
    terminal: Terminal,
) -> None:
    recovered = kit.recovered
    terminal.report(
        {
            "vault": options.out,
            "kit": recovered.kit.hex(),
            "accounts": len(session.vault.accounts),
            "made": kit.made,
            "forged": recovered.forged,
            "other_kits": [other.hex() for other in _others(kit)],
            "supplements": plain_beside(kit),
            "signed_by": list(kit.signer_words),
        }
    )
    for line in _restored_lines(session, kit, options.out):
        terminal.say(line)


def _restored_lines(session: Session, kit: OpenedKit, out: str) -> Iterator[str]:
    recovered = kit.recovered
    count = len(session.vault.accounts)
    said = translate_count(
        "Restored {count} account from kit {kit} into {path}.",
        "Restored {count} accounts from kit {kit} into {path}.",
        count,
    )
    yield said.format(count=count, kit=recovered.kit.hex(), path=out)
    yield _("Signed by: {words}").format(words=" ".join(kit.signer_words))
    yield _("Compare these words with those on the key card or the cover.")
    if kit.made:
        yield _(
            "The codes read as they were on {day}: some may have been used since."
        ).format(day=kit.made[:10])
    yield from beside_lines(kit)
    if aside := _others(kit):
        others = ", ".join(other.hex() for other in aside)
        yield _("Sheets of other kits were left aside: {kits}").format(kits=others)
    if recovered.forged:
        yield _forged_words(recovered.forged)


def _others(kit: OpenedKit) -> list[bytes]:
    """Return the ids of the kits left aside; supplements are named by themselves."""
    said = {one.kit for one in kit.beside}
    return [other for other in kit.recovered.others if other not in said]
