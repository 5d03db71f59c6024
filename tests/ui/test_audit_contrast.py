"""Every pair of colours that meets on a page can be told apart, in each scheme.

WCAG 2: words 4.5:1 whatever their size, edges of controls and the ring 3:1. Hair lines
are decoration: nothing is told by them alone.
"""

from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtGui import QPalette

from tests.audit.contrast import EDGE, TEXT, colour, ratio, rules, token
from ui.shared.palette import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    SCHEMES,
    Colours,
    qpalette,
)

PAGE = ("ground", "surface", "sunk")  # what words of any kind may stand on
TONES = ("tint", "good_tint", "warn_tint", "bad_tint")
WORDS = {  # token of words: what they stand on
    "ink": (*PAGE, *TONES, "hair"),
    "muted": (*PAGE, *TONES),
    "accent": (*PAGE, *TONES),
    "accent_hover": PAGE,
    "on_accent": ("accent", "accent_hover"),
    "on_tint": ("tint",),
    "good": (*PAGE, "good_tint"),
    "warn": (*PAGE, "warn_tint"),
    "bad": (*PAGE, "bad_tint"),
    "ground": ("ink",),  # tool tips
}
EDGES = {  # token of an edge or ring: what it must stand out from
    "line": PAGE,
    "focus": (*PAGE, *TONES),
    "accent": (*PAGE, "tint"),
    "accent_hover": PAGE,
    "good": ("ground", "good_tint"),
    "warn": ("ground", "warn_tint"),
    "bad": (*PAGE, "bad_tint"),
}
BARRED = {("muted", "hair")}  # a button that can't be pressed: WCAG asks nothing
DECORATION = {"hair", "transparent", ""}
SCHEME_NAMES = ("light", "dark", "contrast-light", "contrast-dark")
HIGH_TEXT = 7.0  # WCAG 2, enhanced


@pytest.fixture(params=SCHEMES, ids=SCHEME_NAMES)
def worn(request: pytest.FixtureRequest) -> Colours:
    scheme: Colours = request.param
    return scheme


def too_near(worn: Colours, pairs: dict[str, tuple[str, ...]], least: float) -> list:
    """Return the pairs that are nearer than they may be, with what was counted."""
    counted = {
        (one, other): ratio(colour(worn, one), colour(worn, other))
        for one, others in pairs.items()
        for other in others
    }
    return [(pair, round(far, 2)) for pair, far in counted.items() if far < least]


def test_the_counting_is_that_of_the_standard() -> None:
    """Its own ends, and a grey that is known to be just enough on white."""
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#777777") == 1
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_words_stand_out_from_whatever_they_stand_on(worn: Colours) -> None:
    """Also the small ones."""
    assert too_near(worn, WORDS, TEXT) == []


def test_edges_and_the_ring_stand_out_from_whatever_is_around(worn: Colours) -> None:
    """Else nobody sees where a field begins, or where the keyboard is."""
    assert too_near(worn, EDGES, EDGE) == []


@pytest.mark.parametrize("high", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_keeps_more_distance_than_is_asked(high: Colours) -> None:
    """Words as the standard's stricter rule has it, edges as far as words else."""
    words = {one: others for one, others in WORDS.items() if one != "ink"}
    words["ink"] = tuple(one for one in WORDS["ink"] if one != "hair")
    assert too_near(high, words, HIGH_TEXT) == []
    assert too_near(high, EDGES, TEXT) == []


def test_a_faint_token_would_be_found(worn: Colours) -> None:
    """The hair line is one: as words it would not do."""
    assert too_near(worn, {"hair": ("surface",)}, TEXT) != []


def test_the_style_sheet_uses_no_pair_that_is_not_counted() -> None:
    """A new rule brings its colours into the tables above."""
    used = {
        (token(sets.get("color", "")), token(sets.get("background", "")))
        for _, sets in rules()
    }
    used |= {
        (token(sets["selection-color"]), token(sets["selection-background-color"]))
        for _, sets in rules()
        if "selection-color" in sets
    }
    words = {one for one, _ in used} - {""}
    assert words <= set(WORDS)
    pairs = {(one, other) for one, other in used if one and other}
    counted = {(one, other) for one, others in WORDS.items() for other in others}
    assert pairs - BARRED <= counted


def test_the_style_sheet_draws_no_edge_that_is_not_counted() -> None:
    """The same for borders; those that only decorate are named."""
    edges = {
        token(value)
        for _, sets in rules()
        for name, value in sets.items()
        if (name.startswith("border") and "color" in name) or name == "border"
    }
    assert edges - DECORATION <= set(EDGES)


def test_qts_own_palette_keeps_the_same_distance(worn: Colours) -> None:
    """What the style sheet does not reach is drawn by it."""
    role = QPalette.ColorRole
    palette = qpalette(worn)
    pairs = (
        *product((role.WindowText, role.Link, role.PlaceholderText), [role.Window]),
        *product((role.Text, role.PlaceholderText), (role.Base, role.AlternateBase)),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
    )
    near = [
        pair
        for pair in pairs
        if ratio(*(palette.color(one).name() for one in pair)) < TEXT
    ]
    assert near == []


def test_every_token_is_a_whole_colour() -> None:
    """Six digits: what is counted is what is drawn."""
    values = [colour(one, field.name) for one in SCHEMES for field in fields(one)]
    assert all(len(value) == 7 and value.startswith("#") for value in values)
