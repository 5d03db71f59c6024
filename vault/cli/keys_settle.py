"""A change of the ways in at the terminal: say what it loses, ask, do, report."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from vault.app.credentials import Passphrase, draw_words, typed_passphrase
from vault.app.key_card import card_text, key_card
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import must_be_free
from vault.app.ways_in import WayIn
from vault.app.ways_made import carry_out_with_card
from vault.app.ways_plan import Plan, discard
from vault.app.ways_words import kept_words, plan_words, way_words
from vault.cli.prompt import Misuse, chosen
from vault.cli.terminal import Terminal
from vault.errors import Refused
from vault.i18n import translate as _


def new_words(
    options: argparse.Namespace, ports: Ports, terminal: Terminal, made: list[Path]
) -> Passphrase:
    """Return the new passphrase; a dry run draws one that is written nowhere."""
    if options.dry_run:
        return typed_passphrase(draw_words(ports))
    new = chosen(options, ports, terminal, options.new_passphrase_file)
    if new.file:
        made.append(new.file)
    return new


def card_place(options: argparse.Namespace, ports: Ports) -> Path | None:
    """Return where the new key card goes; `Refused` where nobody would ever have it."""
    if options.dry_run:
        return None
    if not options.card:
        if not options.reveal:
            raise Refused("code-needs-card")
        return None
    path = Path(options.card)
    must_be_free(ports, path)
    return path


def settle(
    options: argparse.Namespace,
    terminal: Terminal,
    session: Session,
    plan: Plan,
    card: Path | None = None,
) -> bool:
    """Carry a plan out, once what it loses was said and agreed to; False: a dry run.

    Raises `Misuse` where nobody agreed; nothing was written then.
    """
    losses = list(plan_words(plan))
    if options.dry_run:
        discard(plan)
        return False
    if losses and not options.yes:
        for line in losses:
            terminal.note(line)
        if not terminal.confirm(_("Do it?")):
            discard(plan)
            raise Misuse(_("nothing was changed; say --yes to do it all the same"))
    pdf = None
    if card is not None:
        pdf = key_card(plan.vault, options.paper, session.ports.today())
    carry_out_with_card(session, plan, pdf, card)
    return True


def report(
    options: argparse.Namespace,
    terminal: Terminal,
    plan: Plan,
    done: bool,
    to_do: Sequence[str] = (),
) -> None:
    """Report what was, or would be, done; a code only where it was asked to be seen."""
    code = card_text(plan.vault) if _shows(options, plan, done=done) else None
    card = getattr(options, "card", None) if done else None
    terminal.report(
        {
            "vault": options.vault,
            "written": done,
            "gone": [way_words(way) for way in plan.gone],
            "lost": [way_words(way) for way in plan.lost],
            "ways": [plain_way(way) for way in plan.left],
            "card": card,
            "code": code,
            "to_do": list(to_do),
        }
    )
    for line in _lines(plan, done=done):
        terminal.say(line)
    if card:
        terminal.say(
            _("Key card: {card}. Print it, keep it apart, delete the PDF.").format(
                card=card
            )
        )
    if code:
        terminal.say(_("Write this code on a card: {code}").format(code=code))


def _shows(options: argparse.Namespace, plan: Plan, *, done: bool) -> bool:
    return done and plan.new_code and bool(getattr(options, "reveal", False))


def _lines(plan: Plan, *, done: bool) -> Iterable[str]:
    yield from plan_words(plan)
    if not done:
        yield _("Nothing was changed: this was a dry run.")
    yield _("What opens the vault:") if done else _("What would open the vault:")
    for way in plan.left:
        yield f"  {way.number}. {way_words(way)}"
    if done:
        yield from kept_words(plan)


def plain_way(way: WayIn) -> dict[str, object]:
    """Return a way in for programs."""
    cost = way.cost
    return {
        "way": way.number,
        "what": way_words(way),
        "whose": way.whose,
        "added": way.added,
        "generated": way.generated if way.by_passphrase else None,
        "card": way.card_number,
        "argon2id": {"m_kib": cost.m_kib, "t": cost.t, "p": cost.p} if cost else None,
        "cheap": way.cheap,
    }
