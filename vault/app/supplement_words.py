"""What is said of a supplement: what it is called, and what became of it."""

from collections.abc import Iterable
from typing import Final

from vault.app.kit_supplements import Beside, State
from vault.i18n import translate as _
from vault.kit.label import Label

_BECAME: Final[dict[State, str]] = {
    "joined": _("{name} is joined to it: what you see is as of its day."),
    "earlier": _("{name} is not needed: a later one holds all of it."),
    "shut": _(
        "{name} stays shut: what was given does not open it, and its changes are "
        "missing here. It opens as its sheets say."
    ),
    "forged": _("{name} is left out: the owner of the kit did not sign it."),
    "misfit": _("{name} is left out: it does not fit this kit, or it is broken."),
    "newer": _("{name} is left out: a newer Spare Key wrote it."),
    "other": _("{name} is left out: it belongs to another kit."),
}


def supplement_name(label: Label) -> str:
    """Return what a supplement is called: "Supplement 1 to kit 2"."""
    return _("Supplement {supplement} to kit {kit}").format(
        supplement=label.number, kit=label.kit
    )


def beside_words(one: Beside) -> str:
    """Return what became of a supplement that was read beside a kit."""
    return _BECAME[one.state].format(name=supplement_name(one.label))


def alone_words(label: Label) -> str:
    """Return what is to be known of a supplement that opened without its kit."""
    words = _(
        "{name} holds only what changed: kit {kit} is needed for the rest, and to make "
        "a vault of both."
    )
    return words.format(name=supplement_name(label), kit=label.kit)


def shut_out(beside: Iterable[Beside]) -> Beside | None:
    """Return the newest supplement that nothing opened, if none newer was joined."""
    ranked = sorted(beside, key=lambda one: -one.label.number)
    for one in ranked:
        if one.state in ("joined", "shut"):
            return one if one.state == "shut" else None
    return None
