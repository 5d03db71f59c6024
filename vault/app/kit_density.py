"""How many sheets a kit takes at either density, to choose by."""

from vault.app.kit_make import Made
from vault.crypto.stream import sealed_bytes
from vault.document.body import encode_body, pack_paper
from vault.envelope.header import parse_header
from vault.envelope.payload import paper_plaintext_bytes
from vault.i18n import translate_count
from vault.kit.plan import Density, Plan, plan_for


def plan_if(made: Made, density: Density) -> Plan:
    """Return the plan that the same kit would have at a density; nothing is sealed.

    Raises `TooLarge` where it would not fit.
    """
    if made.plan.density is density:
        return made.plan
    start = parse_header(made.envelope, paper=True).payload_start
    body_bytes = len(pack_paper(encode_body(made.document)))
    multiple = density.symbol_bytes
    while True:  # more groups ask for a wider padding, as in sealing
        plaintext = paper_plaintext_bytes(body_bytes, start, multiple)
        plan = plan_for(start + sealed_bytes(plaintext), density)
        if plan.envelope_bytes == start + sealed_bytes(plaintext):
            return plan
        multiple = plan.multiple_bytes


def density_wanted(*, compact: bool) -> Density:
    """Return the density that was asked for."""
    return Density.COMPACT if compact else Density.STURDY


def other_density(density: Density) -> Density:
    """Return the one that was not chosen."""
    return Density.STURDY if density is Density.COMPACT else Density.COMPACT


def other_density_words(made: Made) -> str:
    """Return how many sheets it would be otherwise, and what that costs."""
    other = other_density(made.plan.density)
    sheets = plan_if(made, other).sheets
    if other is Density.COMPACT:
        words = translate_count(
            "Compact, it would be {n} sheet; its smaller codes need a better camera.",
            "Compact, it would be {n} sheets; its smaller codes need a better camera.",
            sheets,
        )
    else:
        words = translate_count(
            "It is compact: try your camera on it. Sturdy, it would be {n} sheet.",
            "It is compact: try your camera on it. Sturdy, it would be {n} sheets.",
            sheets,
        )
    return words.format(n=sheets)
