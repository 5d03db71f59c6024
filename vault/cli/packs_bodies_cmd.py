"""`packs bodies`: where crime online is reported."""

import argparse

from vault.app.ports import Ports
from vault.app.reporting import Reporting, countries, reporting_in
from vault.cli.table import table
from vault.cli.terminal import Terminal
from vault.i18n import translate as _


def do_packs_bodies(options: argparse.Namespace, _p: Ports, terminal: Terminal) -> int:
    """Say whom to report to in a country; without one, which countries are known."""
    if not options.country:
        return _list(terminal)
    told = reporting_in(options.country)
    terminal.report(
        {
            **told._asdict(),
            "bodies": [one._asdict() for one in told.bodies],
            "advice": [one._asdict() for one in told.advice],
        }
    )
    terminal.say(told.name)
    if not told.known:
        terminal.say(_("No place of this country is known here; what holds anywhere:"))
    _say(told, terminal)
    return 0


def _list(terminal: Terminal) -> int:
    known = countries()
    terminal.report({"countries": [{"country": c, "name": name} for c, name in known]})
    for line in table((_("country"), _("name")), known):
        terminal.say(line)
    terminal.say(_("Countries of the EU without a line have those of the EU."))
    return 0


def _say(told: Reporting, terminal: Terminal) -> None:
    for number, one in enumerate(told.bodies, 1):
        terminal.say(f"{number}. {one.name}: {one.what_for}")
        reached = "  ".join(filter(None, [one.phone, one.email, one.url]))
        for line in filter(None, [reached, one.note, f"[{one.source}]"]):
            terminal.say(f"   {line}")
    terminal.say(_("With every report:"))
    for advice in told.advice:
        terminal.say(f"- {advice.text} [{advice.source}]")
