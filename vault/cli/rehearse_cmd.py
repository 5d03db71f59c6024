"""`rehearse`: what a loss leaves lost, what comes back, how and when, what to add."""

import argparse
from collections.abc import Iterable

from vault.app.ports import Ports
from vault.app.rehearse import built_of, find_node, rehearse
from vault.app.rehearse_told import (
    Overview,
    ToldLoss,
    told_loss,
    told_overview,
)
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.i18n import translate_count

WANTING = 1  # PRODUCT: found wanting


def do_rehearse(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Lose what is named, or try each loss; 1 where an account would stay lost."""
    if options.lose and options.pairs:
        raise Misuse(_("--pairs tries all pairs, so nothing is named with --lose"))
    with opened(options, ports, terminal, write=False) as session:
        vault = session.vault
    built = built_of(vault)
    if options.lose:
        lost = [find_node(vault, built, name) for name in options.lose]
        return _say_loss(told_loss(vault, rehearse(vault, lost, built)), terminal)
    return _say_all(told_overview(vault, built, pairs=options.pairs), terminal)


def _say_loss(told: ToldLoss, terminal: Terminal) -> int:
    terminal.report({name: _plain(part) for name, part in told._asdict().items()})
    names = ", ".join(one.name for one in told.lost)
    terminal.say(_("Lost: {names}").format(names=names))
    lost = set(told.lost)
    fell = [one.name for one in told.fallen if one not in lost]
    _part(terminal, _("At once gone with it"), fell)
    _part(terminal, _("What comes back, in order"), (one.said for one in told.back))
    stuck = [one.said for one in told.stuck if one.what.sort == "account"]
    _part(terminal, _("Accounts that do not come back"), stuck)
    _part(terminal, _("What to add"), told.suggestions)
    _part(terminal, _("Not written down, so not counted"), told.unknown)
    if not stuck:
        terminal.say(_("Every account is had, or comes back."))
    return WANTING if stuck else 0


def _say_all(told: Overview, terminal: Terminal) -> int:
    terminal.report({name: _plain(part) for name, part in told._asdict().items()})
    _part(terminal, _("Single losses"), (one.said for one in told.single))
    if told.pairs is not None:
        said = (" ".join((one.said, *one.mends)) for one in told.pairs)
        _part(terminal, _("Pairs, beyond that"), said)
    _part(terminal, _("Circles"), told.circles)
    _part(terminal, _("Not written down, so not counted"), told.unknown)
    count = len(told.things)
    tried = translate_count("{n} loss was tried.", "{n} losses were tried.", count)
    if not (told.single or told.pairs or told.circles):
        tried += " " + _("No account would stay lost.")
    terminal.say(tried.format(n=count))
    return WANTING if told.single or told.pairs or told.circles else 0


def _part(terminal: Terminal, head: str, lines: Iterable[str]) -> None:
    """Say the lines under their head; nothing where there are none."""
    listed = list(lines)
    if listed:
        terminal.say(f"{head}:")
    for line in listed:
        terminal.say(f"- {line}")


def _plain(part: object) -> object:
    """Return named parts as objects, so that a script reads them by their names."""
    if isinstance(part, tuple) and hasattr(part, "_asdict"):
        return {name: _plain(one) for name, one in part._asdict().items()}
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return part
