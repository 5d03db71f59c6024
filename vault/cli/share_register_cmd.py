"""`share register`: which files deputies have, and what became of each."""

import argparse
from collections.abc import Iterator

from vault.app.ports import Ports
from vault.app.share_register import (
    ShareStanding,
    find_share,
    keeper_of,
    noted,
    share_standing,
    share_standings,
)
from vault.app.share_state_words import (
    NOT_REVOKED,
    STATE_WORDS,
    share_name,
    standing_words,
)
from vault.cli.opening import opened
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _
from vault.model.vault import Vault


def do_share_register(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """List all shares, or one; note what became of one where that is asked."""
    given = (options.opened, options.withdrawn, options.note)
    if given == (None, None, None):
        return _list(options, ports, terminal)
    if not options.which:
        raise Misuse(_("name the share of which it is noted"))
    with opened(options, ports, terminal, write=True) as session:
        share, today = find_share(session.vault, options.which), ports.today()
        change = noted(
            share,
            today,
            opened=options.opened,
            withdrawn=options.withdrawn,
            note=options.note,
        )
        session.apply(change, _("Note what became of a share"))
        session.save()
        vault = session.vault
        one = share_standing(vault, vault.shares[share.id], today)
    terminal.report(_plain(vault, one))
    for line in _lines(vault, one):
        terminal.say(line)
    return 0


def _list(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    with opened(options, ports, terminal, write=False) as session:
        vault, today = session.vault, ports.today()
        if options.which:
            share = find_share(vault, options.which)
            found = [share_standing(vault, share, today)]
        else:
            found = share_standings(vault, today)
    terminal.report({"shares": [_plain(vault, one) for one in found]})
    if not found:
        terminal.say(_("No share is noted. `sparekey share make` makes one."))
        return 0
    for one in found:
        for line in _lines(vault, one):
            terminal.say(line)
    terminal.say(NOT_REVOKED)
    return 0


def _plain(vault: Vault, one: ShareStanding) -> dict[str, object]:
    share = one.share
    return {
        "id": share.id,
        "share": share.share,
        "issue": share.issue,
        "for": keeper_of(vault, share),
        "made": share.made,
        "depth": share.depth,
        "accounts": list(share.accounts),
        "expires": share.expires,
        "opened": share.opened,
        "withdrawn": share.withdrawn,
        "note": share.note,
        "state": one.state,
        "expired": one.expired,
        "changed_since": one.since.count if one.since.known else None,
    }


def _lines(vault: Vault, one: ShareStanding) -> Iterator[str]:
    share = one.share
    yield f"{share_name(vault, one)}: {STATE_WORDS[one.state]}"
    names = (
        vault.accounts[id_].name for id_ in share.accounts if id_ in vault.accounts
    )
    held = _("  made {day}: {accounts}").format(
        day=share.made[:10], accounts=", ".join(names)
    )
    yield held
    yield f"  {standing_words(one)}"
    if share.note:
        yield f"  {share.note}"
