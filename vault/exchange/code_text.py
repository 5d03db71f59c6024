"""A text file or pasted block of codes, as a platform shows them."""

from collections.abc import Iterator
from typing import Final

from vault.errors import BadInput, VaultError
from vault.exchange.base import Context, Plan
from vault.exchange.gathering import Gathering
from vault.exchange.issue import Issue, gather_recognised, kind_of_codes
from vault.exchange.plain_text import read_text
from vault.model.account import Account
from vault.packs import Pack, find_pack

_ENDINGS: Final = (".txt", ".text", ".codes", ".md")
_WORDS: Final = 4  # the longest platform name that is looked for has fewer


class CodeText:
    """Imports one code set; the set before it is retired and kept apart."""

    word = "codes"

    def fits(self, name: str, data: bytes) -> bool:
        """Say whether the name ends as texts do, or has no ending (a pasted block)."""
        if name.lower().endswith(_ENDINGS):
            return True
        try:
            return "." not in name and bool(read_text(data).strip())
        except VaultError:
            return False

    def read(self, name: str, data: bytes, context: Context) -> Plan:
        """Return the plan for the codes of one account.

        Raises BadInput("account", …): `account-needed` where it is not clear whose
        codes these are, `account-unknown`; BadInput("text", "no-codes") for none.
        """
        text = read_text(data)
        account = _account(name, text, context)
        gathering = Gathering(context)
        pack = gathering.pack(account)
        named = _named(name, text, context)
        if account.platform and named and named != pack:
            # Whoever named the account knows better, but may have mixed up two files.
            gathering.note(name or "text", "other-platform", named.name)
        kind = kind_of_codes(pack, context.kind)
        issue = Issue(
            name or "text",
            account,
            kind,
            issued=context.today.isoformat(),
        )
        if not gather_recognised(gathering, issue, text, retire=True):
            raise BadInput("text", "no-codes", account.name)
        return gathering.plan()


def _account(name: str, text: str, context: Context) -> Account:
    accounts = context.vault.accounts
    if context.account is not None:
        if context.account not in accounts:
            raise BadInput("account", "account-unknown", context.account)
        return accounts[context.account]
    pack = _named(name, text, context)
    # A file that names a platform is about no account of another one.
    fitting = [
        account
        for account in accounts.values()
        if pack is None or _is_on(account, pack, context)
    ]
    if len(fitting) != 1:
        raise BadInput("account", "account-needed", pack.name if pack else "")
    return fitting[0]


def _is_on(account: Account, pack: Pack, context: Context) -> bool:
    found = find_pack(context.packs, account.platform)
    return found is not None and found.id == pack.id


def _named(name: str, text: str, context: Context) -> Pack | None:
    """Return the pack that the first line, else the file's name, begins with."""
    for words in _openings(name, text):
        for count in range(_WORDS, 0, -1):
            pack = find_pack(context.packs, " ".join(words[:count]))
            if pack is not None:
                return pack
    return None


def _openings(name: str, text: str) -> Iterator[list[str]]:
    lines = text.strip().splitlines()
    if lines:
        yield lines[0].strip(" #*:=-").split()
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    yield stem.replace("-", " ").replace("_", " ").split()
    yield stem.replace("_", "-").split("-")
    yield ["-".join(stem.replace("_", "-").split("-")[:2])]
