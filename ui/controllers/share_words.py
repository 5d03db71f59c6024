"""What the pages of a share in the making say, made from the previews of the core."""

from collections.abc import Mapping, Sequence
from typing import Final

from ui.controllers.open_vault import OpenVault
from ui.shared.days import day_words
from ui.views.share_depth import DepthState
from ui.views.share_made import MadeState
from ui.views.share_register import ShareLine
from ui.widgets.radios import Radio
from vault.app.share_give import GivenShare
from vault.app.share_make import Depth
from vault.app.share_preview import SharePreview
from vault.app.share_register import State, share_standings
from vault.app.share_state_words import STATE_WORDS, share_name, standing_words
from vault.app.share_words import DEPTH_WORDS
from vault.i18n import translate as _
from vault.i18n import translate_count

NOTED: Final = {
    "opened": _("Note that a share was opened"),
    "withdrawn": _("Withdraw a share"),
}
_SIGNS: Final[dict[State, tuple[str, str]]] = {
    "withdrawn": ("remove", "muted"),
    "replaced": ("remove", "muted"),
    "expired": ("warning", "warn"),
    "stale": ("warning", "warn"),
    "unopened": ("clock", "warn"),
    "current": ("check-circle", "good"),
}
_SHOWN = 6  # names in a line; the others are counted
_COUNTED = {
    "account": ("{n} account", "{n} accounts"),
    "procedure": ("{n} list of steps", "{n} lists of steps"),
    "contact": ("{n} contact", "{n} contacts"),
    "access": ("{n} person's access", "access of {n} people"),
    "code": ("{n} unused code", "{n} unused codes"),
}
_TITLES: dict[Depth, str] = {
    "procedures": _("Steps and contacts only"),
    "access": _("The same, and who has access"),
    "codes": _("The same, and the recovery codes"),
}
_TEXTS: dict[Depth, str] = {
    "procedures": _(
        "What to do when an account is locked or taken over, and whom to ask. Nothing "
        "in it opens an account."
    ),
    "access": _(
        "Names the people who work on the accounts, how to reach them and what a day "
        "without each account costs. Nothing in it opens an account."
    ),
    "codes": _(
        "With the codes in force whoever opens the file can get into the accounts. For "
        "the one who is to step in when you can't."
    ),
}


def depth_state(previews: Mapping[Depth, SharePreview], chosen: Depth) -> DepthState:
    """Return the page of depths with its counts."""
    choices = [
        Radio(depth, _TITLES[depth], f"{_TEXTS[depth]} {_sum(preview)}")
        for depth, preview in previews.items()
    ]
    return DepthState(
        choices=choices,
        chosen=chosen,
        goes_in={depth: goes_in(one) for depth, one in previews.items()},
        stays_out={depth: stays_out(one, depth) for depth, one in previews.items()},
    )


def goes_in(preview: SharePreview) -> list[tuple[str, str]]:
    """Return what goes in, kind by kind, with a few names."""
    counts = preview.goes_in
    facts = [(_("Accounts"), listed([one.name for one in preview.accounts]))]
    for kind, label in (
        ("procedure", _("Steps")),
        ("contact", _("Whom to ask")),
        ("access", _("Who has access")),
        ("code", _("Codes")),
    ):
        if count := counts.get(kind, 0):
            said = translate_count(*_COUNTED[kind], count).format(n=count)
            facts.append((label, said))
    if preview.people:
        facts.append((_("People named"), listed(preview.people)))
    return facts


def stays_out(preview: SharePreview, depth: Depth) -> list[tuple[str, str]]:
    """Return what is left out, in the words of what it is."""
    return [
        (name, said)
        for name, said in (
            (_("Always"), _always(depth)),
            (_("Other accounts"), listed(preview.other_accounts)),
            (_("People"), listed(preview.people_left_out)),
            (_("Of no account"), listed(_names(preview.of_the_vault))),
        )
        if said
    ]


def made_state(
    given: GivenShare, preview: SharePreview, drawn: Sequence[str]
) -> MadeState:
    """Return the page of a share that was made."""
    facts = given.made.facts
    last_day = day_words(facts.expires) if facts.expires else ""
    inside = [
        (_("Holds"), DEPTH_WORDS[facts.depth]),
        (_("Last day"), last_day or _("none")),
        (_("Note"), facts.note or _("none")),
        *goes_in(preview),
    ]
    return MadeState(
        file=given.path.name,
        folder=str(given.path.parent),
        inside=inside,
        signer=given.made.signer_words,
        drawn=drawn,
        last_day=last_day,
    )


def register_lines(held: OpenVault, today: str) -> tuple[ShareLine, ...]:
    """Return the shares that were made, as the page lists them."""
    return tuple(
        ShareLine(
            one.share.id,
            share_name(held.vault, one),
            STATE_WORDS[one.state],
            standing_words(one, day_words),
            *_SIGNS[one.state],
            may_open=held.may_write and not (one.share.opened or one.share.withdrawn),
            may_withdraw=held.may_write and not one.share.withdrawn,
        )
        for one in share_standings(held.vault, today)
    )


def listed(names: Sequence[str]) -> str:
    """Return a few names, and how many more there are."""
    shown = ", ".join(names[:_SHOWN])
    if more := len(names) - _SHOWN if len(names) > _SHOWN else 0:
        said = translate_count("{names} and {n} more", "{names} and {n} more", more)
        return said.format(names=shown, n=more)
    return shown


def _sum(preview: SharePreview) -> str:
    counts = [
        translate_count(*_COUNTED[kind], count).format(n=count)
        for kind, count in preview.goes_in.items()
        if kind in _COUNTED
    ]
    return _("Now: {counts}.").format(counts=", ".join(counts))


def _always(depth: Depth) -> str:
    """Say what no share of this depth holds, whatever is chosen."""
    said = [_("passphrase and key card of the vault, its history, its kits")]
    if depth != "codes":
        said.append(_("every code, PIN and key"))
    else:
        said.append(_("codes that are used, void or retired"))
    if depth == "procedures":
        said.append(_("people, owners, costs, notes of accounts"))
    else:
        said.append(_("notes about people"))
    return ", ".join(said)


def _names(by_kind: Mapping[str, Sequence[str]]) -> list[str]:
    return [name for names in by_kind.values() for name in names]
