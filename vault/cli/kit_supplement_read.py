"""Supplements among the sheets that `kit check` and `kit restore` read."""

import argparse
from collections.abc import Iterator

from vault.app.credentials import Credentials
from vault.app.kit_reading import Gathering
from vault.app.kit_restore import OpenedKit, open_kit
from vault.app.kit_supplements import Beside, supplements
from vault.app.ports import Ports
from vault.app.supplement_words import beside_words, shut_out, supplement_name
from vault.cli.prompt import asked, presented_by
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


def open_all(
    options: argparse.Namespace,
    ports: Ports,
    terminal: Terminal,
    gathering: Gathering,
    shown: Credentials,
    wanted: bytes | None,
) -> OpenedKit:
    """Open a kit and the newest supplement to it, which may ask for more.

    Raises as `open_kit`.
    """
    more: list[Credentials] = []
    if options.supplement_passphrase_file:
        more.append(presented_by(options.supplement_passphrase_file, ports, terminal))
    consent = options.accept_cost
    kit = open_kit(gathering, shown, wanted, consent=consent, more=more)
    shut = shut_out(kit.beside)
    if shut is None or more or not terminal.interactive:
        return kit
    question = _("Passphrase of {name}").format(name=supplement_name(shut.label))
    typed = asked(terminal, question, "--supplement-passphrase-file")
    more.append(Credentials(passphrase=typed.secret))
    kit.opened.keys.file_key.close()
    return open_kit(gathering, shown, wanted, consent=consent, more=more)


def named(gathering: Gathering) -> dict[bytes, str]:
    """Return what the supplements among all kits say that they are, by kit id."""
    found = supplements(gathering)
    return {one.kit: supplement_name(label) for label, one in found}


def plain_beside(kit: OpenedKit) -> list[dict[str, object]]:
    """Return what became of each supplement, to be reported."""
    return [_plain(one) for one in kit.beside]


def beside_lines(kit: OpenedKit) -> Iterator[str]:
    """Yield what became of each supplement, in words."""
    yield from map(beside_words, kit.beside)


def _plain(one: Beside) -> dict[str, object]:
    return {
        "kit": one.kit.hex(),
        "supplement": one.label.number,
        "to": one.label.to.hex(),
        "to_number": one.label.kit,
        "state": one.state,
    }
