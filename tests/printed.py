"""Facts for printed pages, blank codes, and what overlaps on a page."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from math import hypot
from typing import Any

from vault.kit.pages import KitFacts, card_page, code_sheets, cover_page, letter_pages
from vault.kit.plan import Density
from vault.kit.sheet_grid import QUIET_MODULES, modules
from vault.printing.fonts import Bounds, bounds
from vault.printing.page import Matrix, Modules, Page, Rule, Text

CODE = "7QXK-4M2P-9VTA-03HD-WRZ8-C5NE-JB1Y-6GF"
SIGNER = ("amber", "lantern", "river", "copper", "violet", "meadow", "signal", "sea")
CHINESE = ("深圳市南山区光影纸灯笼手工艺术工作室有限责任公司第二分店" * 3)[:80]
KOREAN = ("서울특별시 마포구 종이 등불 공방 주식회사 온라인 판매부 " * 3)[:80]
ENGLISH = ("The Extraordinarily Long Winded Paper Lantern and Candle Company " * 2)[:80]
MAIL = "hong.gildong.longmailbox@paper-lantern-workshop.example.co.kr"


def facts(**changes: Any) -> KitFacts:  # noqa: ANN401  # fields of many types
    """Return the facts of an ordinary kit, with these changes."""
    ordinary = {
        "kit_number": 7,
        "kit_id": "3f2a9c0177b0e4d2",
        "date": date(2026, 11, 23),
        "owner": "Paper Lantern Studio",
        "ring": [("Mina Park", "+82 10 1234 5678"), ("Jo Tan", "jo@lantern.example")],
        "ways": "either",
        "card_number": 2,
        "sheets": 2,
        "needed": 1,
        "paper": "a4",
        "partial": False,
        "accounts_count": 12,
        "letter": "",
        "signer_words": SIGNER,
        "generation": 41,
        "density": Density.STURDY,
    }
    if changes.get("ways") == "passphrase":
        ordinary["card_number"] = None
    return KitFacts(**(ordinary | changes))


def blank_codes(kit: KitFacts) -> list[list[Matrix]]:
    """Return a kit's worth of codes of the right size, all black."""
    side = modules(kit.density)
    code = [[True] * side] * side
    return [[code] * 24] * kit.sheets


def all_pages(kit: KitFacts) -> list[Page]:
    """Return a kit's pages, of the sheets the first and the last, both key cards."""
    first, *_, last = code_sheets(kit, blank_codes(kit))
    pages = [cover_page(kit), *letter_pages(kit), first, last]
    if kit.card_number is not None:
        pages += [card_page(kit, CODE, [[True] * 29] * 29), card_page(kit, None, None)]
    return pages


def words_of(page: Page) -> str:
    """Return all words of a page, a space between its lines."""
    return " ".join(item.text for item in page.items if isinstance(item, Text))


def ink(code: Modules) -> Bounds:
    """Return what a code covers without its quiet zone."""
    return Bounds(code.x, code.y, code.x + code.side_pt, code.y + code.side_pt)


def quiet(code: Modules) -> Bounds:
    """Return what a code covers with its quiet zone."""
    air = QUIET_MODULES * code.module_pt
    far_x, far_y = code.x + code.side_pt + air, code.y + code.side_pt + air
    return Bounds(code.x - air, code.y - air, far_x, far_y)


def distance(one: Bounds, two: Bounds) -> float:
    """Return how far apart two rectangles are."""
    across = max(one.left - two.right, two.left - one.right, 0.0)
    down = max(one.top - two.bottom, two.top - one.bottom, 0.0)
    return hypot(across, down)


def overlaps(page: Page) -> Iterator[str]:
    """Name each text that touches another, a line, or a code's quiet zone."""
    texts = [(i.text, bounds(i)) for i in page.items if isinstance(i, Text)]
    solid = [("rule", _of_rule(i)) for i in page.items if isinstance(i, Rule)]
    codes = [("code", quiet(i)) for i in page.items if isinstance(i, Modules)]
    for (one, here), (two, there) in combinations(texts, 2):
        if here.overlaps(there):
            yield f"{one} / {two}"
    for one, here in texts:
        yield from (f"{one} / {two}" for two, b in [*solid, *codes] if here.overlaps(b))


def outside(page: Page, margin: float) -> list[str]:
    """Name each text that comes nearer to the paper's edge than `margin` points."""
    room = Bounds(margin, margin, page.width_pt - margin, page.height_pt - margin)
    return [
        item.text
        for item in page.items
        if isinstance(item, Text) and not _within(bounds(item), room)
    ]


def grid_faults(items: Sequence[object], step: float) -> list[Text]:
    """Return the texts whose baseline is not a multiple of `step`."""
    return [i for i in items if isinstance(i, Text) and i.y % step]


def _within(inner: Bounds, outer: Bounds) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right + 1e-6
        and inner.bottom <= outer.bottom
    )


def _of_rule(rule: Rule) -> Bounds:
    half = rule.width / 2
    return Bounds(rule.x - half, rule.y - half, rule.to_x + half, rule.to_y + half)
