"""`repair`: look for damage, heal to a new file, or heal the vault where it lies."""

import argparse
from pathlib import Path

from vault.app.damage_words import health_words, place_words
from vault.app.ports import Ports
from vault.app.repair import (
    Health,
    Parity,
    heal_file,
    health,
    naming_backup,
    write_back,
)
from vault.cli.opening import opened
from vault.cli.terminal import Terminal
from vault.errors import Damaged
from vault.i18n import translate as _


def do_repair(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Look, or heal as the options say."""
    if options.in_place:
        return _in_place(options, ports, terminal)
    path = Path(options.vault)
    with naming_backup(ports, path):
        if options.out:
            return _to_new_file(path, Path(options.out), ports, terminal)
        return _look(path, ports, terminal)


def _look(path: Path, ports: Ports, terminal: Terminal) -> int:
    """Tell whether it is damaged; 1 where it is."""
    told = health(ports, path)
    if told.parity is Parity.LOST:
        raise Damaged(str(path), told.places)
    _report(terminal, path, told)
    if told.parity is Parity.HEALS:
        say = _("`sparekey repair {path} --in-place` heals it, -o OUT to a new file.")
        terminal.say(say.format(path=path))
        return 1
    return 0


def _to_new_file(path: Path, out: Path, ports: Ports, terminal: Terminal) -> int:
    told = heal_file(ports, path, out)
    _report(terminal, path, told, out=out)
    said = {
        Parity.HEALS: _("Healed into {out}: opening it proves it. {path} was left."),
        Parity.WHOLE: _("Copied to {out}: there was nothing to heal."),
        Parity.NONE: _(
            "Copied to {out} as it is: without parity nothing can be healed."
        ),
    }[told.parity]
    terminal.say(said.format(out=out, path=path))
    return 0


def _in_place(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Heal a vault once it has opened: what opened is what was sealed."""
    with opened(options, ports, terminal, write=True) as session:
        path, places, kept = session.file.path, session.damage, None
        if places:
            kept = write_back(session)
    told = Health(Parity.HEALS, places) if places else health(ports, path)
    terminal.report(_plain(path, told, None, kept))
    if kept is None:
        terminal.say(_("{path} opens and is not damaged.").format(path=path))
        return 0
    say = _("Healed {path} at {places}. The damaged file is kept: {kept}")
    terminal.say(say.format(path=path, places=place_words(places), kept=kept))
    return 0


def _report(
    terminal: Terminal, path: Path, told: Health, out: Path | None = None
) -> None:
    terminal.report(_plain(path, told, out, None))
    terminal.say(health_words(told))


def _plain(
    path: Path, told: Health, out: Path | None, kept: Path | None
) -> dict[str, object]:
    return {
        "file": str(path),
        "parity": told.parity,
        "damage": [list(place) for place in told.places],
        "out": str(out) if out else None,
        "kept": str(kept) if kept else None,
    }
