"""Words for papers that ran out or soon will."""

from collections.abc import Callable, Sequence
from typing import Final

from vault.app.attachments import runs_out
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.attachment import Attachment
from vault.model.vault import Vault

ADVICE: Final = _("Get a new one, keep it, and remove the old one.")


def running_out_words(
    vault: Vault, one: Attachment, today: str, day_words: Callable[[str], str] = str
) -> str:
    """Return when a paper ran out or will; `day_words` writes a day."""
    over = runs_out(one, today) == "over"
    text = _("{name} ran out on {day}") if over else _("{name} runs out on {day}")
    account = vault.accounts.get(one.account)
    name = f"{one.name} ({account.name})" if account else one.name
    return text.format(name=name, day=day_words(one.expires))


def all_running_out_words(
    vault: Vault,
    papers: Sequence[Attachment],
    today: str,
    day_words: Callable[[str], str] = str,
) -> str:
    """Return it for one paper, or how many do for several."""
    if len(papers) == 1:
        return running_out_words(vault, papers[0], today, day_words)
    text = translate_count(
        "{n} paper ran out or soon will",
        "{n} papers ran out or soon will",
        len(papers),
    )
    return text.format(n=len(papers))
