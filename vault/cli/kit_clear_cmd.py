"""`kit make --readable`: pages in clear beside a kit, codes only after a warning."""

import argparse
from typing import Final

from vault.app import edit
from vault.app.kit_clear import (
    SORTS,
    ClearPart,
    InClear,
    must_be_in_kit,
)
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.errors import Refused
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import Vault

CONFIRMED: Final = "in clear"  # what is typed to agree; not translated, as an option


def wanted_in_clear(
    options: argparse.Namespace, vault: Vault, terminal: Terminal
) -> InClear:
    """Return what is to be printed in clear; nothing where it was not asked for.

    Raises `Misuse`, and `Refused` where the warning about codes was not answered.
    """
    if not options.readable:
        if options.readable_out or options.readable_only:
            raise Misuse(_("say what is to be in clear: --readable SORTS"))
        return InClear()
    if not options.readable_out:
        raise Misuse(_("say where the pages in clear go: --readable-out PDF"))
    named = {word.strip() for word in options.readable.split(",")}
    if unknown := named.difference(SORTS):
        words = _("--readable knows {sorts}, not {unknown}")
        sorts, other = ", ".join(SORTS), ", ".join(sorted(unknown))
        raise Misuse(words.format(sorts=sorts, unknown=other))
    accounts = [
        edit.find_record(vault, "account", name) for name in options.readable_only
    ]
    kit = [edit.find_record(vault, "account", name).id for name in options.only]
    wanted = InClear(
        tuple(sort for sort in SORTS if sort in named),
        tuple(dict.fromkeys(account.id for account in accounts)),
    )
    must_be_in_kit(wanted, kit)
    if wanted.has_codes and not options.yes_codes_in_clear:
        _must_agree(terminal)
    return wanted


def _must_agree(terminal: Terminal) -> None:
    """Name the risk, and have it answered by hand."""
    terminal.note(
        _(
            "Warning: whoever finds these pages gets into the accounts. No passphrase, "
            "no key card, nothing else is needed. A photo of them is enough."
        )
    )
    if not terminal.interactive:
        raise Misuse(_("nobody to answer it: give --yes-codes-in-clear"))
    words = _("To print codes all the same, type: {word}").format(word=CONFIRMED)
    if terminal.ask(words).strip().casefold() != CONFIRMED:
        raise Refused("clear-unanswered")


def say_in_clear(part: ClearPart, out: str, terminal: Terminal) -> None:
    """Say what was written in clear, and how it is kept."""
    words = translate_count(
        "In clear: {pdf}, {n} page. Whoever finds it can read it: keep it as it says.",
        "In clear: {pdf}, {n} pages. Whoever finds them can read them: keep them as "
        "they say.",
        part.pages,
    )
    terminal.say(words.format(pdf=out, n=part.pages))
    if part.unprintable:
        words = _("In clear these print as empty boxes: {characters}")
        terminal.say(words.format(characters=" ".join(part.unprintable)))
