"""`kit make --supplement`: print only what changed since a kit."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from vault.app.credentials import Passphrase
from vault.app.kit_hand_out import hand_out
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import vault_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.supplement_order import (
    kit_of_number,
    must_allow_supplement,
    newest_of,
    supplement_order,
    ways_of,
)
from vault.app.unlock import must_be_free
from vault.cli.opening import opened
from vault.cli.prompt import Misuse, asked
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.kit import Ways

NEWEST = 0  # `--supplement` without a number
_NOT_WITH = (
    ("card", "--card"),
    ("locks", "--locks"),
    ("only", "--only"),
    ("generate", "--generate"),
    ("letter_file", "--letter-file"),
    ("card_by_hand", "--card-by-hand"),
    ("compact", "--compact"),
    ("readable", "--readable"),
)


def do_kit_supplement(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Make a supplement as PDF, read it back, enter it into the register."""
    for name, option in _NOT_WITH:
        if getattr(options, name):
            words = _("{option} does not go with --supplement: its kit has settled it")
            raise Misuse(words.format(option=option))
    pdf = Path(options.out)
    must_be_free(ports, pdf)
    with opened(options, ports, terminal, write=True) as session:
        vault, number = session.vault, options.supplement
        kit = newest_of(vault) if number == NEWEST else kit_of_number(vault, number)
        must_allow_supplement(vault, kit)  # before anything is asked
        phrase = _phrase(session, terminal, ways_of(vault, kit))
        order = supplement_order(vault, kit, phrase, options.paper)
        made = make_kit(session, order)
        hand_out(session, made, pdf, None)
    _say(made, options, terminal)
    return 0


def _phrase(session: Session, terminal: Terminal, ways: Ways) -> Passphrase | None:
    if ways == "card":
        return None
    typed = None
    if session.presented.passphrase is None:
        words = _("Passphrase of the vault")
        typed = asked(terminal, words, "--passphrase-file").secret
    return vault_passphrase(session, typed)


def _say(made: Made, options: argparse.Namespace, terminal: Terminal) -> None:
    entry, plan = made.entry, made.plan
    terminal.report(
        {
            "pdf": options.out,
            "kit": entry.kit,
            "number": entry.number,
            "supplement": entry.supplement,
            "ways": entry.ways,
            "sheets": plan.sheets,
            "needed": plan.needed,
            "codes": plan.codes,
            "read_back": True,
            "pdf_bytes": len(made.sheets_pdf),
        }
    )
    for line in _lines(made):
        terminal.say(
            line.format(
                supplement=entry.supplement,
                number=entry.number,
                pdf=options.out,
                sheets=plan.sheets,
                needed=plan.needed,
                card=entry.card_number,
                day=entry.made[:10],
            )
        )


def _lines(made: Made) -> Iterator[str]:
    yield translate_count(
        "Supplement {supplement} to kit {number}: {pdf} has {sheets} code sheets; any "
        "{needed} of them is enough, together with the kit.",
        "Supplement {supplement} to kit {number}: {pdf} has {sheets} code sheets; any "
        "{needed} of them are enough, together with the kit.",
        made.plan.needed,
    )
    yield _("It was read back from its own pages, with each sheet left out in turn.")
    yield {
        "passphrase": _("What opens it: the passphrase of {day}."),
        "card": _("What opens it: key card {card}."),
        "either": _("What opens it: key card {card}, or the passphrase of {day}."),
        "both": _("What opens it: key card {card} and the passphrase of {day}."),
    }[made.entry.ways]
    yield _("Lay it with kit {number}. Once it was read back, earlier ones are void.")
    yield _("Print it on one side of the paper, then delete the PDF: it is a copy.")
