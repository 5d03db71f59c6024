"""What to type, where an advice has a command for it: told at a terminal only.

A window shows the advice alone; the command line adds these words to it.
"""

from shlex import quote

from vault import errors as e
from vault.envelope.slot import Factor
from vault.i18n import translate as _

_PAPER = _("Choose them with --only.")
_LIMITS = {"INFLATED_BYTES": _PAPER, "PAPER_BYTES": _PAPER, "SHEETS": _PAPER}
_PROBLEMS = {
    "account-needed": _("Name it: --account."),
    "kind-unknown": _("Name the kind: use --as."),
}
_NOT_FOUND = {
    "kind": "",
    "kit": _("`sparekey kit check` shows which kits these pictures are of."),
    "code": _("`sparekey codes VAULT` shows their numbers and ids."),
    "account": _("`sparekey list VAULT` shows them; a name or an id will do."),
    "thing": _(
        "A phone counts once somebody signs in with it: `sparekey add VAULT access "
        "--account A --person P --factor app`. `sparekey rehearse VAULT` names others."
    ),
    "platform": _("`sparekey packs list` shows them."),
    "earlier value": _("`sparekey history VAULT`, with --deleted too, shows them."),
}
_CURRENT = _("`sparekey make-current VAULT` does that.")
_REASONS = {
    "a-backup": _("`sparekey make-current BACKUP -o NEW.sparekey` does that."),
    "card-not-shown": _("--code-file F opens it so, beside --passphrase-file too."),
    "code-not-unused": _("`sparekey codes VAULT --next` names it."),
    "code-needs-card": _("Add --card PDF, or --reveal to write it by hand."),
    "kit-needs-card-file": _("Add --card PDF."),
    "kit-needs-generated": _("Use --locks card or --locks both, with --card PDF."),
    "kit-needs-passphrase": _("The lock is chosen by --locks card."),
    "older-copy": _CURRENT,
    "older-ways": _CURRENT,
    "partial-kit-needs-generate": _("Add --generate F: they are written to F."),
    "passphrase-empty": _("--generate F writes it to F."),
    "register-is-kept": _("`sparekey kit make` enters a kit."),
    "rules-not-set": _("`sparekey rules set VAULT --proposed` takes those."),
    "share-vault-passphrase": _("--generate F writes it to F."),
    "two-kits": _("Name it with --kit ID."),
    "way-not-proven": _("--passphrase-file F or --code-file F gives it."),
    "way-unknown": _("`sparekey keys list VAULT` shows them."),
    "way-which": _("Name it: --way N."),
}
_LISTED = _("`sparekey list VAULT --kind KIND` shows them.")
_BY_CODE = _("A key card's code is given in a file with --code-file.")
_PICTURES = _("Pictures of printed sheets go to `sparekey kit check`.")
_NOT_OURS = {"magic": _PICTURES, "preamble-cut": _PICTURES}
_OTHERS: dict[type[e.VaultError], str] = {
    e.ChangedUnderneath: _("Open it again and repeat the change."),
    e.NeedsConsent: _("Say --accept-cost."),
    e.WrongKind: _("`sparekey info` tells what a file is."),
}


def command_words(error: e.VaultError) -> str:
    """Return what to type about an error; "" where nothing would help."""
    match error:
        case e.Refused(reason=key) | e.ReadOnly(reason=key):
            return _REASONS.get(key, "")
        case e.BadInput(problem=key) | e.TooLarge(limit=key):
            return (_PROBLEMS | _LIMITS).get(key, "")
        case e.NotFound(kind=key):
            return _NOT_FOUND.get(key, _LISTED)
        case e.NoKey(ways=ways):
            coded = any(mask & Factor.CODE for mask in ways)
            return _BY_CODE if coded else ""
        case e.Malformed(where=where):
            return _NOT_OURS.get(where, "")
        case _:
            return _OTHERS.get(type(error), "")


def backup_command(backup: str) -> str:
    """Return what to type about a good backup, by its path; "" where there is none."""
    if not backup:
        return ""
    return _(
        "Look into it: `sparekey list {backup}`. To go on from it: "
        "`sparekey make-current {backup} -o NEW.sparekey`."
    ).format(backup=quote(backup))
