"""Sheets being read: what no walk can bring about without a camera and two kits."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ui.book.hand import Hand
from ui.book.props import Props
from ui.controllers.sheets_camera import HOLD, HOW, refusal
from ui.controllers.sheets_words import pictures_of
from ui.views.kit_camera import CameraState
from ui.views.kit_open import KitOpen, KitOpenState
from ui.views.kit_sheets import GatheredKit, Said, SheetsState
from ui.widgets.radios import Radio
from ui.widgets.sheet_tiles import SheetState
from ui.workers.frame_source import NO_CAMERA
from vault.app.kit_reading import PageRead, Reading
from vault.i18n import translate as _

SHEETS: Final = 5
CODES: Final = 24
FAULTS: Final = ("blurred", "small", "cut", "glare", "blank", "")


def sheets(hand: Hand, _props: Props) -> Iterator[str]:
    """A camera at work, pictures that gave nothing, and two kits in one pile."""
    for name, state in (
        ("sheets-camera", KitOpenState(_camera())),
        ("sheets-no-camera", KitOpenState(_no_camera())),
        ("sheets-no-part", KitOpenState()),
        ("sheets-bad", KitOpenState(_bad())),
        ("sheets-two-kits", KitOpenState(_two_kits())),
        (
            "sheets-which",
            KitOpenState(replace(_two_kits(), enough=True), "either", _which(), "new"),
        ),
    ):
        hand.go("restore")
        page = hand.application.window.page
        if isinstance(page, KitOpen):
            page.show_state(state)
            hand.wait()
            yield name
    hand.go("welcome")


def _camera() -> SheetsState:
    lines = tuple(
        _("Sheet {n}: {found} of {all}").format(n=n, found=found, all=CODES)
        for n, found in ((1, CODES), (2, CODES), (3, 19))
    )
    on = CameraState(on=True, title=HOLD, text=HOW, lines=lines)
    return SheetsState(
        kits=(_kit("new", (CODES, CODES, 19, 0, 0)),), has_camera=True, camera=on
    )


def _no_camera() -> SheetsState:
    return SheetsState(pictures=(refusal(NO_CAMERA),), has_camera=True)


def _bad() -> SheetsState:
    pages = (
        PageRead(f"IMG_{2041 + at}.jpg", 1, fault=why) for at, why in enumerate(FAULTS)
    )
    told = pictures_of(Reading(pages=tuple(pages)))
    return SheetsState(pictures=told, has_camera=True)


def _two_kits() -> SheetsState:
    old, new = _kit("old", (CODES, 0, 11, 0, 0)), _kit("new", (CODES,) * 3 + (19, 0))
    return SheetsState(kits=(old, new), has_camera=True)


def _kit(key: str, found: tuple[int, ...]) -> GatheredKit:
    enough = sum(found) > 3 * CODES
    title = _("Kit {id}").format(id=f"3F2A 9C01 77B0 {key.upper()}")
    words = _("enough is read; any {n} of {all} sheets would do.")
    missing = _("{found} of {needed} codes are read.")
    said = Said(
        "good" if enough else "info",
        f"{title}: {words.format(n=3, all=SHEETS)}" if enough else title,
        "" if enough else missing.format(found=sum(found), needed=69),
    )
    tiles = tuple(
        SheetState(at + 1, SHEETS, frozenset(range(codes)), not enough)
        for at, codes in enumerate(found)
    )
    return GatheredKit(key, title, said, enough, tiles)


def _which() -> tuple[Radio, ...]:
    return tuple(Radio(one.key, one.title) for one in _two_kits().kits)
