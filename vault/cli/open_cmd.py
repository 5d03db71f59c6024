"""`new` and `info`."""

import argparse
from pathlib import Path

from vault.app.credentials import kept_if_made
from vault.app.damage_words import health_words, parity_words
from vault.app.look import Description, WayIn, describe
from vault.app.ports import Ports
from vault.app.repair import Health, health
from vault.app.sample import with_samples
from vault.app.unlock import blank_vault, create_vault, must_be_free
from vault.cli.prompt import chosen
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


def do_new(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Make a new vault with two ways in: its passphrase and its recovery code."""
    path = Path(options.vault)
    must_be_free(ports, path)
    passphrase = chosen(options, ports, terminal, options.passphrase_file)
    vault = blank_vault(ports, options.name or path.stem)
    if options.sample:
        vault = with_samples(vault, options.sample)
    with (
        kept_if_made(ports, passphrase, path),
        create_vault(ports, path, vault, passphrase) as session,
    ):
        count = len(session.vault.accounts)
        session.must_be_confirmed()
    terminal.report(
        {"vault": str(path), "accounts": count, "passphrase_file": options.generate}
    )
    terminal.say(_("Made {path}: {count} accounts.").format(path=path, count=count))
    if options.generate:
        terminal.say(
            _(
                "The passphrase is in {file}, which only you can read: learn it, write "
                "it down for the safe, then delete that file."
            ).format(file=options.generate)
        )
    terminal.say(
        _(
            "The other way in is the recovery code on the key card. Print it with a "
            "kit: sparekey kit make {path} -o kit.pdf --card card.pdf"
        ).format(path=path)
    )
    return 0


def do_info(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Tell what a file is, without any passphrase."""
    told = describe(ports, Path(options.file))
    seen = health(ports, Path(options.file))
    terminal.report(_plain(told, seen))
    for line in (*_lines(told), parity_words(seen), health_words(seen)):
        terminal.say(line)
    return 0


def _plain(told: Description, seen: Health) -> dict[str, object]:
    return {
        "kind": told.kind,
        "version": told.version,
        "bytes": told.size_bytes,
        "id": told.ident,
        "save": told.save,
        "ways_in": [_plain_way(way) for way in told.ways],
        "parity": seen.parity,
        "damage": [list(place) for place in seen.places],
    }


def _plain_way(way: WayIn) -> dict[str, object]:
    cost = way.cost
    argon2 = {"m_kib": cost.m_kib, "t": cost.t, "p": cost.p} if cost else None
    return {"needs": list(way.factors), "argon2id": argon2}


def _lines(told: Description) -> list[str]:
    kind = _("{kind}, format version {version}, {size:,} bytes")
    lines = [kind.format(kind=told.kind, version=told.version, size=told.size_bytes)]
    for number, way in enumerate(told.ways, 1):
        needs = " + ".join(way.factors)
        cost = way.cost
        if cost:
            needs += _(" (Argon2id: {mib} MiB, {t} passes, {p} lanes)").format(
                mib=cost.m_kib // 1024, t=cost.t, p=cost.p
            )
        lines.append(_("way in {number}: {needs}").format(number=number, needs=needs))
    lines.append(_("id {id}, save {save}").format(id=told.ident, save=told.save))
    return lines
