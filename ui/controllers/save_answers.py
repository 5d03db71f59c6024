"""What can be done about a save that failed: the answers of the sheet that asks."""

from typing import Final, Literal

from ui.dialogs.choice import Answer
from vault.errors import ChangedUnderneath, Unconfirmed, VaultError
from vault.i18n import translate as _

Leaving = Literal["", "lock", "quit"]
_LOSE: Final = {
    "lock": _("Lock and lose the last change"),
    "quit": _("Quit and lose the last change"),
}
_ANYWAY: Final = {"lock": _("Lock even so"), "quit": _("Quit even so")}
_MERGE: Final = {
    "": _("Merge both"),
    "lock": _("Merge both, and lock"),
    "quit": _("Merge both, and quit"),
}


def answers_to(error: VaultError, leaving: Leaving, *, held: bool) -> list[Answer]:
    """Return what can be done; `held` where both copies can be merged."""
    if isinstance(error, Unconfirmed):
        return [Answer("lose", _ANYWAY[leaving])] if leaving else []
    if isinstance(error, ChangedUnderneath):
        answers = _both_kept(leaving, merges=held)
    else:
        answers = [
            Answer("again", _("Try again"), look="primary"),
            Answer(
                "elsewhere",
                _("Save a copy elsewhere…"),
                _("On another disk, or in another folder. The work goes on there."),
            ),
        ]
    if leaving:
        effect = _("What was saved before stays as it is.")
        answers.append(Answer("lose", _LOSE[leaving], effect, "danger"))
    return answers


def _both_kept(leaving: Leaving, *, merges: bool) -> list[Answer]:
    """Return the ways in which neither of two copies is lost."""
    beside = _("Mine is saved under a name of its own in the same folder.")
    words = {
        "": _("Keep both, and go on with mine"),
        "lock": _("Keep both, and lock mine"),
        "quit": _("Keep both, and quit"),
    }[leaving]
    if merges:
        kept = _("Every value is kept. What both changed is on Home, to be checked.")
        return [
            Answer("merge", _MERGE[leaving], kept, "primary"),
            Answer("look", _("Look at both first")),
            Answer("mine", words, beside),
        ]
    mine = Answer("mine", words, beside, "primary")
    if leaving == "quit":
        return [mine]
    look = Answer(
        "look",
        _("Give its passphrase, and merge…"),
        _("You see what differs before anything is done."),
    )
    other = Answer("theirs", _("Keep both, and open the other one"), beside)
    return [mine, other] if leaving else [mine, look, other]
