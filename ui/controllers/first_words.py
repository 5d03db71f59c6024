"""What the pages of the first accounts say: what came along, what was understood."""

from collections.abc import Iterable

from ui.widgets.text import Role
from vault.app.code_paste import Pasted
from vault.app.code_words import issue_words
from vault.app.first_run import where_words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.code import CodeSet
from vault.model.vault import Vault


def comes_with(vault: Vault, account: str) -> str:
    """Say what the platform's pack has put in already; "" for nothing."""
    told = sum(one.account == account for one in vault.procedures.values())
    helped = sum(one.account == account for one in vault.contacts.values())
    if not told and not helped:
        return ""
    lists = translate_count("{n} list of steps", "{n} lists of steps", told)
    desks = translate_count("{n} contact", "{n} contacts", helped)
    words = _("In your vault already, from what the program knows: {lists}, {desks}.")
    return words.format(lists=lists.format(n=told), desks=desks.format(n=helped))


def codes_hint(platform: str) -> str:
    """Say what codes the platform gives, and where it shows them; "" if unknown."""
    issued, where = issue_words(platform), where_words(platform)
    found = _("Found under {path}").format(path=where) if where else ""
    return ". ".join(filter(None, (issued, found)))


def codes_kept(sets: Iterable[CodeSet]) -> str:
    """Say how many codes are kept of an account; "" for none."""
    count = sum(len(one.codes) for one in sets if not one.retired)
    words = translate_count("{n} code is kept.", "{n} codes are kept.", count)
    return words.format(n=count) if count else ""


def codes_seen(pasted: Pasted) -> tuple[str, Role]:
    """Say what a pasted text was understood to hold, and in which colour."""
    count = len(pasted.codes)
    if not count:
        return _("No code is seen here."), "warn"
    said = translate_count("{n} code seen", "{n} codes seen", count).format(n=count)
    odd = sum(one.is_new and one.odd for one in pasted.codes)
    parts = [
        said,
        _counted("{n} is kept already", "{n} are kept already", count - pasted.new),
        _counted("{n} stood there twice", "{n} stood there twice", pasted.doubled),
        _counted(
            "{n} does not look like this platform's",
            "{n} do not look like this platform's",
            odd,
        ),
        _counted("{n} line left out", "{n} lines left out", len(pasted.left_out)),
        _too_few(pasted, count),
    ]
    doubtful = bool(odd or _too_few(pasted, count))
    return "; ".join(filter(None, parts)) + ".", "warn" if doubtful else "good"


def _counted(one: str, many: str, count: int) -> str:
    return translate_count(one, many, count).format(n=count) if count else ""


def _too_few(pasted: Pasted, count: int) -> str:
    expected = pasted.expected
    if expected is None or count >= expected:
        return ""
    return _("the platform gives {n} at a time").format(n=expected)
