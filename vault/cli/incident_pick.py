"""Which incident is meant, and which of its lines; what is not there is misuse."""

import argparse
from collections.abc import Sequence

from vault.app.incident import open_incidents
from vault.app.incident_find import find_incident, in_time
from vault.app.incident_list import Listed, every_line
from vault.app.session import Session
from vault.cli.prompt import Misuse
from vault.i18n import translate as _
from vault.model.incident import Incident


def going_one(options: argparse.Namespace, session: Session) -> Incident:
    """Return the incident that is meant, which must not be over."""
    if options.of:
        one = find_incident(session.vault, options.of)
        if one.ended:
            raise Misuse(_("that one is over; let it go on with: go-on --of INCIDENT"))
        return one
    return _only(open_incidents(session.vault))


def ticked_one(options: argparse.Namespace, session: Session) -> Incident:
    """Return the one that goes on, or that was named: what is renewed comes after."""
    return any_one(options, session) if options.of else _latest(session)


def any_one(options: argparse.Namespace, session: Session) -> Incident:
    """Return the one that is named, or the one that goes on, or the last of all."""
    named = options.of or (options.words[0] if options.words else "")
    return find_incident(session.vault, named) if named else _latest(session)


def _latest(session: Session) -> Incident:
    """Return the only one that goes on; where none does, the last that ended."""
    going, ordered = open_incidents(session.vault), in_time(session.vault)
    if going or not ordered:
        return _only(going)
    return max(ordered, key=lambda one: one.ended)


def _only(going: Sequence[Incident]) -> Incident:
    if not going:
        raise Misuse(_("none goes on; begin one: sparekey incident FILE begin SORT"))
    if len(going) > 1:
        titles = ", ".join(one.title for one in going)
        said = _("several go on; say which with --of: {titles}")
        raise Misuse(said.format(titles=titles))
    return going[0]


def lines_of(words: Sequence[str], session: Session, one: Incident) -> list[Listed]:
    """Return the lines of an incident that numbers name. Raises `Misuse`."""
    known = {line.number: line for line in every_line(session.vault, one)}
    for word in words:
        if word not in known:
            said = _("{word} is not in the list: take the numbers that show gives.")
            raise Misuse(said.format(word=word))
    return [known[word] for word in words]
