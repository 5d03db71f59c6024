"""`share make`: seal chosen accounts for a deputy, and say what went in."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from vault.app import edit
from vault.app.credentials import kept_if_made
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.share_give import give_noted_share
from vault.app.share_make import MadeShare, ShareOrder
from vault.app.share_preview import (
    AccountPreview,
    Names,
    SharePreview,
    share_preview,
)
from vault.app.share_words import DEPTH_WORDS
from vault.app.unlock import must_be_free
from vault.cli.opening import opened
from vault.cli.prompt import Misuse, chosen
from vault.cli.terminal import Terminal
from vault.errors import Refused
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import KINDS


def do_share_make(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Make a share, open it once more, hand it out, enter it into the register."""
    path = Path(options.out)
    must_be_free(ports, path)
    if options.generate and Path(options.generate) == path:
        raise Misuse(_("the share and its passphrase belong in two files"))
    with opened(options, ports, terminal, write=True) as session:
        accounts = _accounts(options, session)
        preview = share_preview(session.vault, accounts, options.depth)
        passphrase = chosen(options, ports, terminal, options.share_passphrase_file)
        order = ShareOrder(
            accounts,
            options.depth,
            passphrase,
            options.note,
            options.expires,
            options.keeper,
        )
        with kept_if_made(ports, passphrase, path):
            given = give_noted_share(session, order, path)
        made = given.made
    if given.unconfirmed:
        raise given.unconfirmed
    terminal.report(_plain(made, preview, options))
    for line in _lines(made, preview, options):
        terminal.say(line)
    return 0


def _accounts(options: argparse.Namespace, session: Session) -> tuple[str, ...]:
    """Return the ids that are meant, each once; `Refused` where there is none."""
    vault = session.vault
    named = (edit.find_record(vault, "account", name).id for name in options.account)
    accounts = tuple(vault.accounts if options.all else dict.fromkeys(named))
    if not accounts:  # before words are drawn for nothing
        raise Refused("share-needs-accounts")
    return accounts


def _plain(
    made: MadeShare, preview: SharePreview, options: argparse.Namespace
) -> dict[str, object]:
    facts = made.facts
    return {
        "file": options.out,
        "share": made.id,
        "issue": facts.issue,
        "made": facts.made,
        "depth": facts.depth,
        "expires": facts.expires,
        "passphrase_file": options.generate,
        "signed_by": list(made.signer_words),
        "bytes": len(made.data),
        "goes_in": {
            "accounts": [_plain_account(one) for one in preview.accounts],
            "people": list(preview.people),
        },
        "stays_out": {
            "accounts": list(preview.other_accounts),
            "people": list(preview.people_left_out),
            "of_the_vault": _by_collection(preview.of_the_vault),
            "fields": _by_collection(preview.fields_left_out),
        },
    }


def _plain_account(one: AccountPreview) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "codes": one.codes,
        "goes_in": _by_collection(one.goes_in),
        "stays_out": _by_collection(one.stays_out),
    }


def _by_collection(names: Names) -> dict[str, list[str]]:
    """Return names by kind under the words that `show --json` has for the kinds."""
    return {KINDS[kind].collection: list(ones) for kind, ones in names.items()}


def _lines(
    made: MadeShare, preview: SharePreview, options: argparse.Namespace
) -> Iterator[str]:
    facts = made.facts
    said = translate_count(
        "Made {path}: {count} account with {depth}.",
        "Made {path}: {count} accounts with {depth}.",
        made.accounts,
    )
    depth = DEPTH_WORDS[facts.depth]
    yield said.format(path=options.out, count=made.accounts, depth=depth)
    for one in preview.accounts:
        yield f"  {one.name}: {_counted(one)}"
    left = [name for names in preview.of_the_vault.values() for name in names]
    if left:  # the owner might miss these; other accounts go without saying
        words = _("Left out, since it hangs on no account: {names}.")
        yield words.format(names=", ".join(left))
    if facts.expires:
        yield _("After {day} it says that it is old.").format(day=facts.expires)
    if options.generate:
        yield _(
            "Its passphrase is in {file}, which only you can read: tell it to the "
            "deputy by voice, never along with the share; then delete that file."
        ).format(file=options.generate)
    yield _("Signed by: {words}").format(words=" ".join(made.signer_words))
    yield _("Read these eight words out when the deputy asks for them.")
    yield _(
        "Issue {n}, noted in the vault: `sparekey share register` lists it."
    ).format(n=facts.issue)
    yield _("What was shared can't be called back, only renewed at the platforms.")


def _counted(one: AccountPreview) -> str:
    """Return how much of each kind goes in with an account."""
    counts = {kind: len(names) for kind, names in one.goes_in.items()}
    counts["code-set"] = one.codes
    parts = [
        translate_count(*_COUNTED[kind], count).format(n=count)
        for kind, count in counts.items()
        if count
    ]
    return ", ".join(parts) or _("its name and login")


_COUNTED = {
    "procedure": ("{n} procedure", "{n} procedures"),
    "contact": ("{n} contact", "{n} contacts"),
    "access": ("{n} person with access", "{n} people with access"),
    "code-set": ("{n} unused code", "{n} unused codes"),
}
