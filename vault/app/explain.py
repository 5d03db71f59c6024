"""The only table from an error to words: what happened, and what to do about it.

Shared by the command line and the window. A test walks the tree of errors and fails
where a class has no words here.
"""

import errno
from collections.abc import Callable
from typing import Any

from vault import errors as e
from vault.app import explain_envelope as envelope
from vault.app.explain_commands import backup_command, command_words
from vault.app.explain_disk import disk_words, only_readable, still_coming
from vault.app.explain_findings import finding_words
from vault.app.explain_limits import limit_words
from vault.app.explain_problems import problem_words
from vault.app.explain_reasons import REASONS
from vault.app.explain_words import Words
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.model.vault import KINDS


def explain(error: e.VaultError) -> Words:
    """Return the words for an error; raises KeyError for a class without any."""
    words = _TABLE[type(error)](error)
    if not error.backup:
        return words
    named = _("The newest backup without a sign of damage is {backup}.")
    advice = f"{words.advice} {named.format(backup=error.backup)}"
    return words._replace(advice=advice)


def explain_typed(error: e.VaultError) -> Words:
    """Return the words for an error with what to type about it, for a terminal."""
    words = explain(error)
    typed = (command_words(error), backup_command(error.backup))
    advice = " ".join(filter(None, (words.advice, *typed)))
    return words._replace(advice=advice)


def _too_large(error: e.TooLarge) -> Words:
    what, advice = limit_words(error)
    return Words(_("Too large"), what, f"{advice} {_('Nothing was changed.')}")


def _busy(error: e.Busy) -> Words:
    return Words(
        _("Open elsewhere"),
        _("{path} is open in another place ({holder}).").format(
            path=error.path, holder=error.holder or _("another process")
        ),
        _("Close it there, then try again. Nothing was changed."),
    )


def _changed(error: e.ChangedUnderneath) -> Words:
    return Words(
        _("Changed by somebody else"),
        _("{path} was changed on the disk since it was opened.").format(
            path=error.path
        ),
        _("Nothing was overwritten."),
    )


def _file_trouble(error: e.FileTrouble) -> Words:
    if error.step == "read" and error.errno == errno.EIO:
        return _failing_disk(error)
    reason, advice = disk_words(error.errno)
    happened = _("{path}: {reason}.").format(path=error.path, reason=reason)
    kept = _("What was there before is untouched.")
    return Words(_("The disk refused"), happened, f"{advice} {kept}".strip())


def _failing_disk(error: e.FileTrouble) -> Words:
    return Words(
        _("The disk is failing"),
        _(
            "{path} can't be read: the disk reports a fault. It may be about to die."
        ).format(path=error.path),
        _(
            "Try once more, then copy the vault and its backups to another disk, and "
            "use this one no longer. This says nothing against your passphrase."
        ),
    )


def _unconfirmed(error: e.Unconfirmed) -> Words:
    reason, _advice = disk_words(error.errno)
    happened = _(
        "{path} is written and in place, but the disk did not confirm it ({reason})."
    )
    return Words(
        _("Not confirmed by the disk"),
        happened.format(path=error.path, reason=reason),
        _("A power cut now could undo it. Copy it to another disk."),
    )


def _exists(error: e.Exists) -> Words:
    return Words(
        _("Something is there already"),
        _("{path} is there already, and nothing is ever overwritten.").format(
            path=error.path
        ),
        _("Name another file, or move that one away."),
    )


def _wrong_kind(error: e.WrongKind) -> Words:
    return Words(
        _("Another kind of file"),
        _("{path} is a {found}, not a {wanted}.").format(
            path=error.path, found=error.found, wanted=error.wanted
        ),
        _("Open it as what it is, or choose another file."),
    )


def _incomplete(error: e.Incomplete) -> Words:
    if error.found == 0:
        return Words(
            _("No kit found"),
            _("No code of a kit could be read in these pictures."),
            _(
                "Scan the sheets at 300 dpi, or photograph one sheet a picture: flat, "
                "in good light, the whole sheet in it. The cover holds no codes."
            ),
        )
    if error.found >= error.needed:
        happened = _(
            "{found} codes of this kit were found, but they contradict each other: "
            "some are not genuine, and too few of the others are left."
        ).format(found=error.found)
    else:
        more = translate_count(
            "{more} more code is needed", "{more} more codes are needed", error.more
        ).format(more=error.more)
        happened = _(
            "Not enough of the kit: {found} of the {needed} codes were found; {more}."
        ).format(found=error.found, needed=error.needed, more=more)
    parts = [happened]
    if error.forged and error.found < error.needed:
        parts.append(
            translate_count(
                "At least {n} code is not genuine.",
                "At least {n} codes are not genuine.",
                error.forged,
            ).format(n=error.forged)
        )
    if error.kits > 1:
        said = _("The sheets are of {kits} different kits, and none is complete.")
        parts.append(said.format(kits=error.kits))
    advice = _("Scan more sheets of this kit, or the same ones sharper (300 dpi).")
    return Words(_("The kit is incomplete"), " ".join(parts), advice)


def _refused(error: e.Refused) -> Words:
    happened, advice = REASONS[error.reason]
    return Words(_("Refused"), happened.format(detail=error.detail), advice)


def _bad_input(error: e.BadInput) -> Words:
    said = problem_words(error.problem, error.detail)
    return Words(
        _("This can't be taken"),
        f"{error.where}: {said}.",
        _("Nothing was changed."),
    )


def _invalid(error: e.Invalid) -> Words:
    return Words(
        _("The record would be wrong"),
        _("That would leave the vault with a fault: {faults}.").format(
            faults="; ".join(map(finding_words, error.findings))
        ),
        _("Correct it and try again. Nothing was changed."),
    )


def _not_found(error: e.NotFound) -> Words:
    advice = _("It may have been removed, or is called otherwise.")
    if error.kind == "kind":
        advice = _("There are: {kinds}.").format(kinds=", ".join(KINDS))
    return Words(
        _("Not there"),
        _("There is no {kind} “{reference}”.").format(
            kind=error.kind, reference=error.reference
        ),
        advice + " " + _("Nothing was changed."),
    )


def _ambiguous(error: e.Ambiguous) -> Words:
    return Words(
        _("More than one fits"),
        _("“{reference}” fits more than one {kind}: {ids}.").format(
            reference=error.reference,
            kind=error.kind,
            ids=", ".join(error.matches[:_SHOWN]),
        ),
        _("Name it by more of its id."),
    )


_SHOWN = 8


def _read_only(error: e.ReadOnly) -> Words:
    happened, advice = REASONS[error.reason]
    return Words(_("Open for reading only"), happened, advice)


def _broken(error: e.BrokenInvariant) -> Words:
    return Words(
        _("A fault of the program"),
        _("Spare Key broke a rule of its own: {where}.").format(where=error.where),
        _("Nothing was written. Please report these words to its makers."),
    )


_TABLE: dict[type[e.VaultError], Callable[[Any], Words]] = {
    e.Malformed: envelope.malformed,
    e.StillComing: still_coming,
    e.TooNew: envelope.too_new,
    e.NeedsConsent: envelope.needs_consent,
    e.NoKey: envelope.no_key,
    e.Tampered: envelope.tampered,
    e.Damaged: envelope.damaged,
    e.TooLarge: _too_large,
    e.Busy: _busy,
    e.ChangedUnderneath: _changed,
    e.FileTrouble: _file_trouble,
    e.OnlyReadable: only_readable,
    e.Exists: _exists,
    e.Unconfirmed: _unconfirmed,
    e.WrongKind: _wrong_kind,
    e.Incomplete: _incomplete,
    e.Refused: _refused,
    e.BadInput: _bad_input,
    e.Invalid: _invalid,
    e.NotFound: _not_found,
    e.Ambiguous: _ambiguous,
    e.ReadOnly: _read_only,
    e.BrokenInvariant: _broken,
}
