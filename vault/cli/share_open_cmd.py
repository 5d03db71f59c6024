"""`share open`: the emergency page of a share, for whoever it was made for."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from vault.app import edit
from vault.app.damage_words import healed_share_words
from vault.app.ports import Ports
from vault.app.share_open import OpenedShare, look_at_share, open_share
from vault.app.share_page import EmergencyAccount, EmergencyPage, emergency_page
from vault.app.share_words import DEPTH_WORDS, NEWER, UNCONFIRMED, old_words
from vault.cli.prompt import presented
from vault.cli.records import plain_code, plain_record
from vault.cli.share_lines import short_lines, whole_lines
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


def do_share_open(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Show a share: whose it is, then account by account what to do."""
    path = Path(options.file)
    look_at_share(ports, path)  # nothing is asked in vain
    opened = open_share(
        ports,
        path,
        presented(options, ports, terminal),
        consent=options.accept_cost,
    )
    if opened.damage:
        words = healed_share_words(opened.damage)
        terminal.note(f"{_('Note')}: {words.happened} {words.advice}")
    page = emergency_page(opened, ports.today())
    accounts = page.accounts
    if options.account:
        only = edit.find_record(opened.vault, "account", options.account).id
        accounts = tuple(one for one in accounts if one.account.id == only)
    terminal.report(_plain(opened, page, accounts, reveal=options.reveal))
    for line in _head(opened, page):
        terminal.say(line)
    whole = len(accounts) == 1 or options.reveal
    for one in accounts:
        terminal.say()
        lines = whole_lines(one, reveal=options.reveal) if whole else short_lines(one)
        for line in lines:
            terminal.say(line)
    if not whole:
        terminal.say()
        terminal.say(_("The steps, addresses and codes of one: --account NAME."))
    return 0


def _plain(
    opened: OpenedShare,
    page: EmergencyPage,
    accounts: Iterable[EmergencyAccount],
    *,
    reveal: bool,
) -> dict[str, object]:
    facts = page.facts
    people = sorted(opened.vault.people.values(), key=lambda one: (one.name, one.id))
    return {
        "share": opened.id,
        "issue": facts.issue,
        "owner": page.owner,
        "made": facts.made,
        "depth": facts.depth,
        "note": facts.note,
        "expires": facts.expires,
        "old": page.old,
        "newer": page.newer,
        "signed_by": list(page.signer_words),
        "signer_confirmed": False,
        "accounts": [_plain_account(one, reveal=reveal) for one in accounts],
        "people": [plain_record(one) for one in people],
    }


def _plain_account(one: EmergencyAccount, *, reveal: bool) -> dict[str, object]:
    return {
        **plain_record(one.account),
        "procedures": [plain_record(each) for each in one.procedures],
        "contacts": [plain_record(each) for each in one.contacts],
        "access": [plain_record(each) for _person, each in one.access],
        "code_sets": [
            plain_record(each)
            | {"codes": [plain_code(code, reveal=reveal) for code in each.codes]}
            for each in one.code_sets
        ],
    }


def _head(opened: OpenedShare, page: EmergencyPage) -> Iterator[str]:
    facts = page.facts
    said = _("Share {id}, issue {issue}, from {owner}, made {day}, with {depth}.")
    yield said.format(
        id=opened.id,
        issue=facts.issue,
        owner=page.owner or _("somebody without a name"),
        day=facts.made[:10],
        depth=DEPTH_WORDS[facts.depth],
    )
    yield _("Signed by: {words}").format(words=" ".join(page.signer_words))
    yield UNCONFIRMED
    if page.old:
        yield old_words(facts)
    elif facts.expires:
        yield _("Its last day is {day}.").format(day=facts.expires)
    if page.newer:
        yield NEWER
    for line in facts.note.splitlines():
        yield f"| {line}"
