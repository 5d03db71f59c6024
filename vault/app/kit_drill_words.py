"""What a drill found, in words: the same on the kit's page and on the command line."""

from collections.abc import Iterator

from vault.app.explain import explain_typed
from vault.app.kit_drill import Found
from vault.app.kit_since_words import passphrase_words, stale_words
from vault.app.kit_words import Spell, kit_name
from vault.app.reserve_words import reserve_words
from vault.errors import NoKey
from vault.i18n import translate as _
from vault.i18n import translate_count
from vault.limits import CODES_A_SHEET
from vault.model.drill import OPENED, SHORT, SHUT


def drill_title(found: Found) -> str:
    """Return the one sentence that matters most."""
    if found.entry is None:
        words = _("This kit is not in the register: {kit}")
        return words.format(kit=found.state.kit.hex())
    name = kit_name(found.entry)
    if found.result == SHORT:
        return _("{kit}: too little was read to open it").format(kit=name)
    if found.result == SHUT:
        return _("{kit} was read, and did not open").format(kit=name)
    if found.differs:
        words = _("{kit} opens, but not to what the register says went into it")
        return words.format(kit=name)
    if found.result == OPENED:
        words = _("{kit} works: it opens, and is what was printed, to the byte")
        return words.format(kit=name)
    words = _("{kit} reads, and is what was printed, to the byte; it was not opened")
    return words.format(kit=name)


def drill_lines(found: Found, spell: Spell = str) -> Iterator[str]:
    """Yield what else is to be said: why, the sheets, the reserve, what is stale."""
    if found.entry is None:
        yield _("It may be of another vault, or from before this one was restored.")
    if found.result == SHUT:
        yield _why(found, spell)
    yield sheets_words(found)
    if found.state.complete:
        yield reserve_words(found.state.reserve)
    if found.state.forged:
        words = translate_count(
            "{n} code was not genuine and was left out.",
            "{n} codes were not genuine and were left out.",
            found.state.forged,
        )
        yield words.format(n=found.state.forged)
    if found.entry is not None:
        yield from _stale(found, spell)


def sheets_words(found: Found) -> str:
    """Say which sheets did not read whole, and how much of each did."""
    poor = found.poor_sheets
    if not poor:
        return _("Every sheet was read, with all its codes.")
    one = _("sheet {n}: nothing read"), _("sheet {n}: {found} of {all} codes")
    named = (
        one[bool(count)].format(n=number, found=count, all=CODES_A_SHEET)
        for number, count in poor
    )
    words = _("Of {sheets} sheets these did not read whole: {named}.")
    return words.format(sheets=found.state.sheets, named="; ".join(named))


def unnoted_words(why: str) -> str:
    """Say that the date of a drill could not be noted, and why."""
    return _("The date of this drill could not be noted. {why}").format(why=why)


def _why(found: Found, spell: Spell) -> str:
    """Say why it did not open; a wrong secret may be that of another day."""
    if isinstance(found.trouble, NoKey) and found.entry is not None:
        words = _(
            "What was given does not open it. It opens with what was in force on {day}."
        )
        return words.format(day=spell(found.entry.made[:10]))
    if found.trouble is None:
        return ""
    said = explain_typed(found.trouble)
    return f"{said.happened} {said.advice}".strip()


def _stale(found: Found, spell: Spell) -> Iterator[str]:
    if found.since.is_stale:
        yield f"{stale_words(found.since)}."
    else:
        yield _("Nothing changed since it was printed.")
    if found.passphrase and found.entry is not None:
        yield f"{passphrase_words(found.entry.made, spell)}."
