"""What is said of sheets while they are gathered: per kit, and per picture."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ui.controllers.stage import notice_of
from ui.views.kit_sheets import GatheredKit, Said
from ui.widgets.paper import CODES
from ui.widgets.sheet_tiles import SheetState
from vault.app.kit_reading import KitState, PageRead, Reading
from vault.i18n import translate as _
from vault.i18n import translate_count

MOST_NAMED = 6  # sheets named in one sentence; more would be a table


def id_words(kit: bytes) -> str:
    """Return a kit's id as its sheets have it."""
    digits = kit.hex().upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def kits_of(
    reading: Reading, title: Callable[[KitState], str] | None = None
) -> tuple[GatheredKit, ...]:
    """Return every kit that was met, the first one first."""
    called = title or _by_id
    return tuple(
        GatheredKit(
            key=kit.kit.hex(),
            title=called(kit),
            said=_said(kit, called(kit)),
            enough=kit.complete,
            sheets=tuple(_sheets(kit)),
        )
        for kit in reading.kits
    )


def pictures_of(reading: Reading) -> tuple[Said, ...]:
    """Return what is to be said of pages that gave nothing.

    A page of a PDF without codes is no news where others of it have some: the cover.
    """
    gave = {page.file for page in reading.pages if page.sheets}
    return tuple(
        said
        for page in reading.pages
        if (said := _picture(page, is_cover=page.file in gave)) is not None
    )


def announced(before: Reading, after: Reading) -> str:
    """Return what is to be read out after one more page; "" where nothing is new."""
    known = {kit.kit: kit for kit in before.kits}
    for kit in after.kits:
        was = known.get(kit.kit)
        if kit.complete and not (was and was.complete):
            return _("Enough is read to open it")
        if was is None or was.found_by_sheet != kit.found_by_sheet:
            return _sheet_read(was, kit)
    told = pictures_of(after)
    return told[-1].title if len(told) > len(pictures_of(before)) else ""


def _by_id(kit: KitState) -> str:
    return _("Kit {id}").format(id=id_words(kit.kit))


def _sheets(kit: KitState) -> list[SheetState]:
    return [
        SheetState(
            number=number + 1,
            of=kit.sheets,
            cells=frozenset(
                code % CODES for code in kit.numbers if code // CODES == number
            ),
            needed=not kit.complete,
        )
        for number in range(kit.sheets)
    ]


def _said(kit: KitState, title: str) -> Said:
    if kit.complete:
        return Said("good", f"{title}: {_enough(kit)}", _forged(kit))
    found = _("{found} of {needed} codes are read.").format(
        found=kit.found, needed=kit.needed
    )
    parts = [found, _any_of(kit), _missing(kit), _forged(kit)]
    return Said("info", title, " ".join(filter(None, parts)))


def _enough(kit: KitState) -> str:
    words = _("enough is read; any {n} of {all} sheets would do.")
    return words.format(n=kit.needed_sheets, all=kit.sheets)


def _any_of(kit: KitState) -> str:
    words = translate_count(
        "Any {n} of its {all} sheets is enough.",
        "Any {n} of its {all} sheets are enough.",
        kit.needed_sheets,
    )
    return words.format(n=kit.needed_sheets, all=kit.sheets)


def _missing(kit: KitState) -> str:
    """Name the sheets of which nothing was read."""
    numbers = [sheet + 1 for sheet in kit.missing_sheets]
    if not numbers:
        return _("The same sheets, sharper, would do.")
    named = ", ".join(str(number) for number in numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = _("{numbers} and others").format(numbers=named)
    words = translate_count(
        "Still to come: sheet {numbers}.",
        "Still to come: sheets {numbers}.",
        len(numbers),
    )
    return words.format(numbers=named)


def _forged(kit: KitState) -> str:
    if not kit.forged:
        return ""
    words = translate_count(
        "{n} code was not genuine and was left out.",
        "{n} codes were not genuine and were left out.",
        kit.forged,
    )
    return words.format(n=kit.forged)


def _sheet_read(was: KitState | None, now: KitState) -> str:
    """Say which sheet has more codes than before."""
    before = was.found_by_sheet if was else (0,) * now.sheets
    for number, (old, new) in enumerate(zip(before, now.found_by_sheet, strict=True)):
        if new > old:
            words = _("Sheet {n} of {all}: {found} of 24 codes read.")
            return words.format(n=number + 1, all=now.sheets, found=new)
    return ""


def _picture(page: PageRead, *, is_cover: bool) -> Said | None:
    """Say why a page gave nothing; None where it gave something."""
    if page.sheets or (is_cover and page.trouble is None):
        return None
    name, key = Path(page.file).name, f"{page.file}#{page.page}"
    if page.pages > 1:
        name = _("{file}, page {n}").format(file=name, n=page.page)
    if page.trouble is not None:
        said = notice_of(page.trouble)
        return Said("bad", _("{name}: can't be read").format(name=name), said.text, key)
    if page.card:
        text = _(
            "Its code is filled in where it is asked for. Keep no picture of it on a "
            "telephone: they upload pictures by themselves."
        )
        return Said(
            "info", _("{name}: this is the key card").format(name=name), text, key
        )
    title, text = _FAULTS[_fault(page)]
    return Said("warn", title.format(name=name), text, key)


def _fault(page: PageRead) -> str:
    if page.damaged:
        return "damaged"
    return "foreign" if page.foreign else page.fault


_FAULTS: Mapping[str, tuple[str, str]] = {
    "damaged": (
        _("{name}: its codes are damaged"),
        _("Scan that sheet again, flat and whole, at 300 dpi."),
    ),
    "foreign": (
        _("{name}: a code, but not of a kit"),
        _("The sheets of a kit have 24 codes each, and their number above."),
    ),
    "blurred": (
        _("{name}: too blurred"),
        _("Hold still, or lay the sheet under a scanner at 300 dpi."),
    ),
    "small": (
        _("{name}: too small"),
        _(
            "It has too few dots to read a code by. Send the picture in its full size, "
            "or scan at 300 dpi."
        ),
    ),
    "cut": (
        _("{name}: cut off"),
        _("Print runs out of the picture. Take the whole sheet, with its white edge."),
    ),
    "glare": (
        _("{name}: glare"),
        _(
            "A light is reflected in the paper. Turn it away from the lamp or the "
            "window, and switch the flash off."
        ),
    ),
    "blank": (
        _("{name}: nothing to be seen"),
        _("It is nearly one shade all over: too dark, too bright, or an empty page."),
    ),
    "": (
        _("{name}: no code found"),
        _(
            "The whole sheet must be in the picture, flat and in good light. The cover "
            "has no codes."
        ),
    ),
}
