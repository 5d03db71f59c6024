"""A kit whose every sheet is hurt comes back, and with one sheet missing besides."""

import pytest

from tests.damage.draws import came_back, draw
from tests.damage.kinds import KINDS, NAMED, WHOLE_ONLY, damaged
from tests.damage.kit import drawn, pages, printed
from vault.errors import Malformed
from vault.kit.frames import Frame, parse_frame
from vault.kit.plan import Density
from vault.kit.read_page import read_page
from vault.optics.pictures import Picture

DRAWS = 20
FEWER = 5  # on the other paper, and compact
SHARE = 0.55  # of a sheet's codes: with that of every sheet, five sheets are enough
# Half of such a sheet is not on the picture any more, or a third of its ink ran.
HARSHER = ("water", "lost strip", "torn and taped")


def frames_in(pictures: list[Picture]) -> dict[int, Frame]:
    """Return the frames that can be read, by their number."""
    found = {}
    for picture in pictures:
        for text in read_page(picture):
            try:
                frame = parse_frame(text)
            except Malformed:  # damage may look like a code that never was
                continue
            found[frame.number] = frame
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", [one for one in KINDS if one not in HARSHER])
def test_a_hurt_sheet_gives_its_share(kind: str) -> None:
    """One draw of every kind on one sheet; on all sheets by `--figures`."""
    kit = printed()
    sheets = pages(kit)[:2] if kind == KINDS[-1] else pages(kit)[:1]
    images = damaged(kind, sheets, drawn(f"{kind} 0"))
    read = frames_in([Picture(one.tobytes(), *one.size) for one in images])
    assert len(read) >= SHARE * 24 * len(sheets)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["marker", "crumpled"])
def test_a_kit_comes_back_of_hurt_sheets(kind: str) -> None:
    """Every sheet is hurt, each in its own way."""
    assert draw(printed(), kind, 0).restored


@pytest.mark.slow
def test_too_few_sheets_are_told_apart_from_enough() -> None:
    """The measure itself can fail: two clean sheets of five restore nothing."""
    kit = printed()
    clean = frames_in([kit.sheet(number) for number in range(3)])
    assert came_back(kit, clean.values())
    assert not came_back(kit, (f for f in clean.values() if f.sheet < 2))


@pytest.mark.figures
@pytest.mark.parametrize("kind", NAMED)
def test_a_kit_survives_every_named_kind(kind: str) -> None:
    """Twenty draws each; with any one sheet missing besides, but for two kinds."""
    kit = printed()
    outcomes = [draw(kit, kind, number) for number in range(DRAWS)]
    assert all(one.restored for one in outcomes)
    if kind not in WHOLE_ONLY:
        assert all(one.without_one == kit.plan.sheets for one in outcomes)


@pytest.mark.figures
@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize(
    ("paper", "density"), [("letter", Density.STURDY), ("a4", Density.COMPACT)]
)
def test_the_other_paper_and_print_survive(
    kind: str, paper: str, density: Density
) -> None:
    """Fewer draws, the same kinds."""
    kit = printed(paper, density)
    assert all(draw(kit, kind, number).restored for number in range(FEWER))
