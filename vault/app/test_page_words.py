"""A judged test page in words: what will do, what is at fault, what to do about it."""

from typing import NamedTuple

from vault.app.explain import explain
from vault.app.test_page import Tried
from vault.i18n import translate as _
from vault.kit.test_page_verdict import Fault, Fit


class Told(NamedTuple):
    """A sentence that says how it is, and what to do; "" where there is nothing."""

    title: str
    advice: str = ""


def fit_words(tried: Tried) -> Told:
    """Return the one thing to say first of a picture."""
    if tried.trouble is not None:
        words = explain(tried.trouble)
        return Told(words.happened, words.advice)
    if tried.verdict is None:
        return Told(
            _("No test page can be read in this picture."),
            _(
                "Scan it at 300 dpi, or photograph it from nearer: flat, in good "
                "light, the whole page in the picture. If it still can't be read, do "
                "not print a kit on this printer."
            ),
        )
    return _FITS[tried.verdict.fit]


def fault_words(tried: Tried) -> list[Told]:
    """Return what else there is to say, the gravest first."""
    if tried.page is None or tried.verdict is None:
        return []
    percent = f"{tried.page.percent or 0:.0f}"
    return [
        Told(told.title.format(percent=percent), told.advice)
        for told in (_FAULTS[fault] for fault in tried.verdict.faults)
    ]


_FITS: dict[Fit, Told] = {
    "compact": Told(
        _("This printer and this way to read do for every kit, sturdy or compact."),
        _("Sturdy is the better choice still: it forgives more in ten years."),
    ),
    "sturdy": Told(
        _("This printer and this way to read do for a sturdy kit, the usual kind."),
        _("Do not print a compact one."),
    ),
    "neither": Told(
        _("Like this no kit should be printed: codes of its size were not read."),
        _("Mend what is named below, and print or scan the test page again."),
    ),
    "again": Told(
        _("The picture does not show the whole page: that is too little to say."),
        _("Scan or photograph all of it, its four corners too."),
    ),
}
_FAULTS: dict[Fault, Told] = {
    "cut": Told(
        _("A code lies beyond the edge of the picture."),
        _("Lay the page straight on the scanner, or step back with the camera."),
    ),
    "scaled": Told(
        _("It was printed at {percent} % of its size."),
        _(
            "“Fit to page” or “Shrink to printable area” was on. In the printer's "
            "window choose “Actual size” or a scale of 100 %, and the paper that is in "
            "the printer. Then print again."
        ),
    ),
    "unscaled": Told(
        _("A photo does not tell at which size it was printed."),
        _(
            "Lay a ruler on the line of the page: it must measure 100 mm. If it does "
            "not, switch “fit to page” off and print again."
        ),
    ),
    "coarse": Told(
        _("The picture has few pixels."),
        _("Scan at 300 dpi, or photograph one page from as near as shows it whole."),
    ),
    "blurred": Told(
        _("The picture is blurred, or the print is."),
        _(
            "Wipe the lens or the glass, hold still, and give it light. Is the print "
            "itself blurred, choose the best quality in the printer's window."
        ),
    ),
    "dark": Told(
        _("The picture is dark."),
        _("Photograph by daylight or under a lamp, without a shadow on the page."),
    ),
    "faint": Told(
        _("Black is faint."),
        _(
            "Toner or ink runs low, or a mode that saves it is on: switch that off, or "
            "put a new cartridge in, before a kit is printed."
        ),
    ),
    "patchy": Told(
        _("Black is not even: there are pale places in it."),
        _("Have the printer clean its heads or drum, then print the page again."),
    ),
    "spread": Told(
        _("The ink spreads: half the dots look nearly black."),
        _("Use smoother paper, and choose “plain paper” and a normal darkness."),
    ),
    "thin": Told(
        _("Fine dots are lost: half the dots look nearly white."),
        _("Switch toner saving and “draft” off, and choose the best quality."),
    ),
    "spot": Told(
        _("Of two codes of one size one was read and one was not."),
        _(
            "Look at those near the edges: is one cut off, folded or stained? If the "
            "printer cut it off, no kit should be printed on it."
        ),
    ),
    "spare": Told(
        _("Compact codes were read, with nothing to spare."),
        _("Time and folds take their share: stay with sturdy."),
    ),
}
