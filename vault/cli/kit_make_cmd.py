"""`kit make`: print a kit as PDF, proven before it is handed out."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from vault.app import edit
from vault.app.credentials import Passphrase, drawn_passphrase, kept_if_made
from vault.app.kit_clear import InClear, clear_part, clear_written
from vault.app.kit_density import density_wanted, other_density_words
from vault.app.kit_hand_out import hand_out
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import (
    Order,
    default_ways,
    read_letter,
    vault_passphrase,
)
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.cli.card_by_hand import must_be_watched, written_by_hand
from vault.cli.kit_clear_cmd import say_in_clear, wanted_in_clear
from vault.cli.kit_supplement_cmd import do_kit_supplement
from vault.cli.opening import opened
from vault.cli.prompt import Misuse, asked
from vault.cli.terminal import Terminal
from vault.errors import Refused
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Ways


def do_kit_make(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Make a kit as PDF, read it back, enter it into the register."""
    if options.supplement is not None:
        return do_kit_supplement(options, ports, terminal)
    pdf = Path(options.out)
    card = Path(options.card) if options.card else None
    _must_be_apart(options, ports)
    if options.card_by_hand:
        must_be_watched(terminal)
    with opened(options, ports, terminal, write=True) as session:
        clear = wanted_in_clear(options, session.vault, terminal)
        order = _order(options, ports, session, terminal, clear)
        with kept_if_made(ports, order.passphrase, pdf):
            if order.needs_card and not (card or options.card_by_hand):
                raise Refused("kit-needs-card-file", order.ways)
            made = make_kit(session, order)
            part = clear_part(session.vault, made.entry, clear) if clear.sorts else None
            if options.card_by_hand and order.needs_card:
                written_by_hand(made.code_text, terminal)  # before there is a kit
            into = Path(options.readable_out) if part else None
            with clear_written(ports, part, into):
                hand_out(session, made, pdf, card if order.needs_card else None)
    _say_made(made, options, terminal)
    if part:
        say_in_clear(part, options.readable_out, terminal)
    return 0


def _must_be_apart(options: argparse.Namespace, ports: Ports) -> None:
    """Refuse files that are there, and one file for two things."""
    named = [options.out, options.card, options.readable_out]
    paths = [Path(name) for name in named if name]
    for path in paths:
        must_be_free(ports, path)
    if len(set(paths)) < len(paths):
        if options.readable_out:
            raise Misuse(_("sheets, key card and pages in clear need a PDF each"))
        raise Misuse(_("the key card belongs on a PDF of its own"))


def _order(
    options: argparse.Namespace,
    ports: Ports,
    session: Session,
    terminal: Terminal,
    clear: InClear,
) -> Order:
    vault = session.vault
    accounts = tuple(
        edit.find_record(vault, "account", name).id for name in options.only
    )
    own_words = bool(accounts and options.generate)
    ways = options.locks or default_ways(vault, accounts, own_words=own_words)
    if options.generate and not accounts:
        raise Misuse(_("--generate goes with --only: a full kit has the vault's own"))
    if options.generate and ways == "card":
        terminal.note(_("Note: this lock needs no passphrase, so none is drawn."))
    if options.card and ways == "passphrase":
        terminal.note(_("Note: this lock needs no key card, so none is made."))
    letter = (
        read_letter(ports, Path(options.letter_file)) if options.letter_file else ""
    )
    passphrase = None
    if ways != "card":
        passphrase = _kit_passphrase(options, ports, session, terminal)
    return Order(
        ways=ways,
        paper=options.paper,
        passphrase=passphrase,
        accounts=tuple(dict.fromkeys(accounts)),
        density=density_wanted(compact=options.compact),
        code_on_card=not options.card_by_hand,
        letter=letter,
        in_clear=clear.sorts,
    )


def _kit_passphrase(
    options: argparse.Namespace, ports: Ports, session: Session, terminal: Terminal
) -> Passphrase:
    """Return the vault's own passphrase, proven; for a part, six fresh words."""
    if options.only:
        if not options.generate:
            raise Refused("partial-kit-needs-generate")
        return drawn_passphrase(ports, Path(options.generate))
    typed = None
    if session.presented.passphrase is None:
        words = _("Passphrase of the vault")
        typed = asked(terminal, words, "--passphrase-file").secret
    return vault_passphrase(session, typed)


def _say_made(made: Made, options: argparse.Namespace, terminal: Terminal) -> None:
    terminal.report(_plain(made, options))
    facts = {
        "number": made.entry.number,
        "pdf": options.out,
        "sheets": made.plan.sheets,
        "needed": made.plan.needed,
        "ways": _ways_words(made.entry.ways),
        "card": options.card,
    }
    for line in _lines(made, with_card=bool(options.card)):
        terminal.say(line.format(**facts))


def _plain(made: Made, options: argparse.Namespace) -> dict[str, object]:
    entry, plan = made.entry, made.plan
    return {
        "pdf": options.out,
        "card": options.card if made.card_pdf and options.card else None,
        "kit": entry.kit,
        "number": entry.number,
        "ways": entry.ways,
        "sheets": plan.sheets,
        "needed": plan.needed,
        "codes": plan.codes,
        "density": entry.density,
        "in_clear": list(entry.in_clear),
        "readable": options.readable_out if entry.in_clear else None,
        "read_back": True,
        "pdf_bytes": len(made.sheets_pdf),
    }


def _lines(made: Made, *, with_card: bool) -> Iterator[str]:
    """Yield what is said, to be filled in with the kit's facts."""
    yield translate_count(
        "Kit {number}: {pdf} has a cover and {sheets} code sheets; any {needed} of "
        "them is enough.",
        "Kit {number}: {pdf} has a cover and {sheets} code sheets; any {needed} of "
        "them are enough.",
        made.plan.needed,
    )
    yield _("It was read back from its own pages, with each sheet left out in turn.")
    yield _("What opens it: {ways}.")
    yield _(
        "Print it on one side, at full size, then delete the PDF: it is a copy. Take a "
        "printer of your own: one that others use may keep what it printed."
    )
    yield _("Whether a printer will do, `sparekey kit test-page` tells beforehand.")
    yield other_density_words(made)
    if made.card_pdf and with_card:
        yield _("Key card: {card}. Keep it in another place than the sheets.")
    if made.unprintable:
        words = _("These characters print as empty boxes: {characters}")
        yield words.format(characters=" ".join(made.unprintable))
    if not made.names_somebody:
        yield _(
            "Nobody to ring is named: write somebody on the cover by hand, or first "
            "`sparekey add VAULT person --trusted true` with a name and a telephone."
        )


def _ways_words(ways: Ways) -> str:
    words = {
        "passphrase": _("the passphrase of today"),
        "card": _("the key card"),
        "either": _("the key card, or the passphrase of today"),
        "both": _("the key card and the passphrase of today together"),
    }
    return words[ways]
