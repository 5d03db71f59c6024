"""What is told of a kit that opened, in words."""

from ui.controllers.kit_words import kit_of_day
from ui.controllers.sheets_words import id_words
from ui.shared.days import day_words
from ui.views.kit_sheets import Said
from ui.views.restore_opened import OpenedState
from vault.app.kit_ages import OtherKits, other_kits
from vault.app.kit_restore import OpenedKit
from vault.app.kit_supplements import Beside
from vault.app.supplement_words import alone_words, beside_words, supplement_name
from vault.i18n import translate as _
from vault.i18n import translate_count


def opened_state(kit: OpenedKit) -> OpenedState:
    """Return what is shown before anything of it is looked at."""
    return OpenedState(
        name=kit.vault.name or _("A vault without a name"),
        facts=tuple(_facts(kit)),
        signer=kit.signer_words,
        notes=tuple(_notes(kit)),
        may_keep=not kit.read_only,
    )


def _facts(kit: OpenedKit) -> list[tuple[str, str]]:
    vault, plan = kit.vault, kit.recovered.plan
    accounts = translate_count(
        "{n} account", "{n} accounts", len(vault.accounts)
    ).format(n=len(vault.accounts))
    if kit.alone:
        accounts = _("Only what changed since kit {n}").format(n=kit.alone.kit)
    elif vault.identity is None:
        accounts = _("{accounts}, chosen from a larger vault").format(accounts=accounts)
    facts = [(_("Holds"), accounts)]
    if kit.made:
        facts.append((_("Printed"), day_words(kit.made)))
    sheets = _("{n} sheets, id {id}").format(
        n=plan.sheets, id=id_words(kit.recovered.kit)
    )
    return [*facts, (_("Kit"), sheets)]


def _other_notes(others: OtherKits) -> list[Said]:
    """Say which of several kits is the newer one, so that it is the one kept."""
    notes = []
    for one in others.older:
        title = _("Of the kits you showed, this is the newer one")
        said = _("The other one is {kit}, which this one knows of.")
        notes.append(Said("info", title, said.format(kit=kit_of_day(one))))
    if others.unknown:
        ids = ", ".join(id_words(one) for one in others.unknown)
        title = _("Another kit that you showed may be newer")
        said = _(
            "This one does not know of it: it was printed later, or for another "
            "vault: {ids}. Open that one too, before you decide which to keep."
        )
        notes.append(Said("warn", title, said.format(ids=ids)))
    return notes


def _beside(one: Beside) -> Said:
    """Say what became of a supplement that was read with the kit."""
    harmless = one.state in ("joined", "earlier")
    words = beside_words(one)
    return Said("info" if harmless else "warn", supplement_name(one.label), words)


def _notes(kit: OpenedKit) -> list[Said]:
    """Return what must be known before its codes are trusted."""
    notes = []
    if kit.alone:
        title = _("It can be looked at, not kept")
        notes.append(Said("warn", title, alone_words(kit.alone)))
    elif kit.read_only:
        said = _("It was printed by a newer Spare Key, which keeps more in it.")
        notes.append(Said("warn", _("It can be looked at, not kept"), said))
    if kit.made:
        said = _("Codes may have been used, and people may have come and gone since.")
        title = _("It shows how things stood on {day}")
        notes.append(Said("info", title.format(day=day_words(kit.made)), said))
    notes += _other_notes(other_kits(kit))
    notes += [_beside(one) for one in kit.beside]
    if kit.recovered.forged:
        title = translate_count(
            "{n} code was not genuine and was left out",
            "{n} codes were not genuine and were left out",
            kit.recovered.forged,
        ).format(n=kit.recovered.forged)
        said = _("Somebody may have meddled with the sheets. What opened is genuine.")
        notes.append(Said("warn", title, said))
    return notes
