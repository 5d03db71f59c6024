"""`kit test-page`: a page that tries the printer, and what pictures of it are worth."""

import argparse
from pathlib import Path

from vault.app.ports import Ports
from vault.app.test_page import Tried, read_test_pages, write_test_page
from vault.app.test_page_words import fault_words, fit_words
from vault.app.unlock import must_be_free
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal
from vault.i18n import translate as _

_ENOUGH = ("compact", "sturdy")


def do_kit_test_page(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> int:
    """Write the test page, or judge pictures of it; 1 where none is good enough."""
    if bool(options.out) == bool(options.read):
        raise Misuse(_("either -o FILE for the page, or --read with pictures of it"))
    if options.read:
        return _judge(options, ports, terminal)
    path = Path(options.out)
    must_be_free(ports, path)
    write_test_page(ports, path, options.paper)
    terminal.report({"pdf": options.out, "paper": options.paper})
    terminal.say(_("Test page: {path}. Nothing on it is secret.").format(path=path))
    terminal.say(_("Print it at full size, “fit to page” off, on one side; scan it."))
    terminal.say(_("Then: sparekey kit test-page --read PICTURE"))
    return 0


def _judge(options: argparse.Namespace, ports: Ports, terminal: Terminal) -> int:
    """Say what each picture is worth, the best first."""
    tried = read_test_pages(ports, map(Path, options.read))
    terminal.report({"pictures": [_plain(one) for one in tried]})
    for one in tried:
        told = fit_words(one)
        terminal.say(f"{one.file}: {told.title}")
        for line in (told.advice, *(" ".join(f) for f in fault_words(one))):
            if line:
                terminal.say(f"  {line}")
    best = tried[0].verdict
    return 0 if best is not None and best.fit in _ENOUGH else 1


def _plain(tried: Tried) -> dict[str, object]:
    told = fit_words(tried)
    plain: dict[str, object] = {
        "file": tried.file,
        "fit": tried.verdict.fit if tried.verdict else None,
        "faults": list(tried.verdict.faults) if tried.verdict else [],
        "said": told.title,
    }
    if page := tried.page:
        plain |= {
            "paper": page.paper,
            "read": list(page.read),
            "missing": list(page.missing),
            "module_pixels": round(page.module_pixels, 2),
            "scale_percent": page.percent and round(page.percent, 1),
            "black": round(page.black),
            "white": round(page.white),
        }
    return plain
