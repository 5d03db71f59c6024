"""What stands below an incident's accounts: who is next, what comes back, messages."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.shared.grid import UNIT
from ui.views.attachments import Attachments
from ui.views.incident_state import IncidentState
from ui.widgets.beside import Beside as BesideLine
from ui.widgets.box import card, column
from ui.widgets.buttons import button
from ui.widgets.section import Section
from ui.widgets.sign import Sign
from ui.widgets.text import words
from vault.i18n import translate as _

Added = Callable[[str], object]
Copy = Callable[[str, str], object]


def beside_part(state: IncidentState, add_it: Added) -> QWidget | None:
    """Return what else is in danger, each with a button that takes it in."""
    if not state.beside:
        return None
    part = Section(_("Also in danger"))
    for one in state.beside:
        said = column(words(one.name, "label"), words(one.why, "muted"), gap=0)
        add = button(_("Add to the list"), partial(add_it, one.id))
        add.setAccessibleName(_("Add {name} to the list").format(name=one.name))
        add.setEnabled(state.may_write)
        part.add(BesideLine(said, add))
    return part


def back_part(state: IncidentState) -> QWidget | None:
    """Say what comes back, in order and when, by what is written down."""
    if not (state.lost or state.back or state.stuck) or state.ended:
        return None
    part = Section(_("What comes back, and when"))
    if state.lost:
        part.say(_("Lost: {things}").format(things=state.lost))
    if not (state.back or state.stuck):
        part.add(words(_("Nothing else falls with it, by what is written down.")))
    for number, line in enumerate(state.back, 1):
        part.add(words(f"{number}. {line}", selectable=True))
    for line in state.stuck:
        sign = Sign("warning", "warn")
        part.add(BesideLine(column(words(line, selectable=True)), sign=sign))
    return part


def messages_part(messages: Sequence[tuple[str, str]], copy_it: Copy) -> QWidget:
    """Return the messages, each with a button that copies it."""
    part = Section(_("Messages to copy"))
    part.say(_("Fill in what stands in square brackets."))
    for to, text in messages:
        copy = button(_("Copy"), partial(copy_it, to, text), "secondary")
        copy.setAccessibleName(_("Copy: {what}").format(what=to))
        said = column(words(to, "label"), words(text, selectable=True), gap=UNIT)
        part.add(card(BesideLine(said, copy)))
    return part


def log_part(lines: Sequence[str]) -> QWidget:
    """Return the log, the oldest line first."""
    part = Section(_("What was done, and when"))
    for line in lines:
        part.add(words(line, selectable=True))
    return part


def evidence_part() -> Attachments:
    """Return the part with the files that are kept as evidence, empty as yet."""
    none = _(
        "None yet: pictures of the screen, messages, mails. They are kept with the "
        "time and a fingerprint, and never opened here."
    )
    return Attachments(_("Evidence"), none, _("Keep a file as evidence…"))


def aside_parts(
    aside: Sequence[tuple[str, Sequence[tuple[str, str]]]],
) -> Iterator[QWidget]:
    """Yield what the platform's pack says beside the steps, each with its source."""
    for head, facts in aside:
        part = Section(head)
        for text, source in facts:
            said = words(text, selectable=True)
            part.add(column(said, words(source, "small"), gap=0))
        yield part
