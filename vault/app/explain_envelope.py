"""The words for the five errors of the envelope."""

from vault import errors as e
from vault import limits
from vault.app.explain_words import Words
from vault.app.factor_words import factor_words
from vault.envelope.slot import Factor
from vault.i18n import translate as _
from vault.i18n import translate_count


def no_key(error: e.NoKey) -> Words:
    """Explain `NoKey`, naming only the ways in that there are."""
    ways = "; ".join(
        " + ".join(factor_words(mask)) for mask in dict.fromkeys(error.ways)
    )
    happened = _(
        "No way in fits: what was given is not what this was locked with. It opens "
        "with: {ways}."
    )
    factors = [f for f in Factor if any(mask & f for mask in error.ways)]
    advice = [_HINTS[factor] for factor in factors if factor in _HINTS]
    advice += [_state(error), _("Nothing was changed.")]
    return Words(_("It does not open"), happened.format(ways=ways), " ".join(advice))


def wrong_try(error: e.NoKey, *, by_code: bool) -> Words:
    """Explain `NoKey` to somebody who has just typed one thing to open a vault."""
    happened, advice = _TRIED[Factor.CODE if by_code else Factor.PASSPHRASE]
    if not by_code and any(mask & Factor.KEY_FILE for mask in error.ways):
        advice += " " + _("If it goes with a key file, the very same file is needed.")
    return Words(_("It does not open"), happened, f"{advice} {_state(error)}")


def wrong_copy(error: e.NoKey) -> Words:
    """Explain `NoKey` to somebody who has just typed the passphrase of a copy."""
    advice = _("Mind capitals, spaces and the keyboard's language.")
    if any(mask & Factor.KEY_FILE for mask in error.ways):
        advice += " " + _("With a key file the copy can only be opened by itself.")
    if not error.undamaged:
        advice += " " + _("If it is right, the copy is damaged.")
    return Words(_("This passphrase does not open the copy"), "", advice)


def _state(error: e.NoKey) -> str:
    if error.undamaged:
        return _("The file shows no damage.")
    return _("If it is right, the file is damaged: open a backup.")


_TRIED = {
    Factor.PASSPHRASE: (
        _("This passphrase does not open the vault."),
        _("Mind capitals, spaces and the keyboard's language."),
    ),
    Factor.CODE: (
        _("This code does not open the vault."),
        _("It may be an older card, or that of another vault."),
    ),
}
_HINTS = {
    Factor.PASSPHRASE: _(
        "Passphrase: mind capitals, spaces and the keyboard's language; a kit opens "
        "with the one of the day it was printed, a share with its own."
    ),
    Factor.KEY_FILE: _(
        "Key file: it must be the very same file, byte for byte, and goes with the "
        "passphrase."
    ),
    Factor.CODE: _("Key card: compare each character with the card."),
}


def malformed(error: e.Malformed) -> Words:
    """Explain `Malformed`."""
    if error.where in ("magic", "preamble-cut"):
        return Words(
            _("Not a Spare Key file"),
            _("This is no file of Spare Key."),
            _(
                "Choose the file that ends in .sparekey; if this is that file, it was "
                "overwritten or emptied: open a backup from the folder beside it. "
                "Pictures of printed sheets are read as a kit."
            ),
        )
    if error.where == "slot-cost":
        return _costly(int(error.found or 0))
    cut = error.where in ("payload-cut", "fields-cut")
    happened = (
        _("The file is cut off: its end is missing.")
        if cut
        else _("The file is damaged (found at: {where}).").format(where=error.where)
    )
    return Words(
        _("Damaged file"),
        happened,
        _(
            "It was left as it is. Open a backup (the folder that ends in “backups” "
            "beside the vault), another copy, or restore from a kit."
        ),
    )


def damaged(error: e.Damaged) -> Words:
    """Explain `Damaged`: where, and how much."""
    lost = sum(end - start for start, end in error.where)
    happened = translate_count(
        "{path} is damaged at {n} place, more than it can heal by itself: up to "
        "{bytes:,} bytes from byte {first:,} on are lost.",
        "{path} is damaged at {n} places, more than it can heal by itself: up to "
        "{bytes:,} bytes from byte {first:,} on are lost.",
        len(error.where),
    )
    return Words(
        _("Damaged file"),
        happened.format(
            path=error.path, n=len(error.where), bytes=lost, first=error.where[0][0]
        ),
        _(
            "It was left as it is, and this says nothing against your passphrase. Open "
            "a backup, another copy, or restore from a kit."
        ),
    )


def _costly(m_kib: int) -> Words:
    """Explain a cost that no genuine file has, too much memory or any other."""
    happened = _(
        "What opening this would cost is no cost that a genuine file has: it is "
        "damaged, or made to harm."
    )
    if m_kib > limits.ASKED_M_KIB:
        happened = _(
            "Opening this would take {size} of memory: no genuine file asks for so "
            "much. It is damaged, or made to harm."
        ).format(size=_size(m_kib))
    advice = _("Nothing was tried. Use a backup or another copy.")
    return Words(_("Refused for its cost"), happened, advice)


def _size(kib: int) -> str:
    """Return a size of memory in the unit that people read it in."""
    tib = kib * 1024 / 2**40
    return f"{tib:.3g} TiB" if tib >= 1 else f"{tib * 1024:.3g} GiB"


def too_new(error: e.TooNew) -> Words:
    """Explain `TooNew`."""
    happened = _("This was written in format {version}; this program knows {known}.")
    if error.version <= error.understood:  # the format is known, a part of it is not
        happened = _("This holds a part that this program does not know.")
    return Words(
        _("Made by a newer Spare Key"),
        happened.format(version=error.version, known=error.understood),
        _("Get the newer program. The file was not touched."),
    )


def needs_consent(error: e.NeedsConsent) -> Words:
    """Explain `NeedsConsent`."""
    seconds = 1 + error.m_kib * error.t // _KIB_PASSES_A_SECOND
    happened = _(
        "Opening this takes {mib:,} MiB of memory and up to {seconds} seconds, more "
        "than is spent unasked."
    )
    return Words(
        _("Costly to open"),
        happened.format(mib=1 + error.m_kib // 1024, seconds=seconds),
        _("If you trust where it comes from, agree to it."),
    )


_KIB_PASSES_A_SECOND = 1024 * 1024  # measured: 256 MiB, 4 passes, 4 lanes: about 1 s


def tampered(_error: e.Tampered) -> Words:
    """Explain `Tampered`."""
    return Words(
        _("Changed since it was locked"),
        _(
            "The key fits, but the content is not what was locked: it was damaged or "
            "changed by somebody."
        ),
        _(
            "Trust nothing in it. Open a backup or another copy, restore from a kit, "
            "or ask whoever sent it for a new one."
        ),
    )
