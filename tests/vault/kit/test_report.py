"""A report on paper: nothing is lost, boxes are drawn, pages are numbered."""

import pytest

from vault.kit.pages_paper import INSET, PaperName
from vault.kit.report import report_pages
from vault.kit.report_facts import ReportBlock, ReportFacts, ReportLine
from vault.printing.page import Box, Page, Rule, Text


def a_report(
    *lines: ReportLine, paper: PaperName = "a4", sign: tuple[str, ...] = ()
) -> ReportFacts:
    block = ReportBlock(
        title="To do",
        under="Each with its day.",
        pairs=(("Begun", "2026-03-01"),),
        lines=lines,
        notes="All well.",
    )
    return ReportFacts(
        title="Review",
        under="Tea Shop",
        owner="Mina",
        date="2026-03-02",
        paper=paper,
        blocks=(block,),
        foot="No code is in it.",
        sign=sign,
    )


def words(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, Text)]


def test_a_report_of_nothing_is_one_page() -> None:
    """It has its title and number."""
    bare = ReportFacts(title="Review", owner="Mina", date="2026-03-02", blocks=())
    (page,) = report_pages(bare)
    assert words(page) == ["Review", "Mina, 2026-03-02", "Review", "1 of 1"]


def test_all_that_is_told_is_on_the_page() -> None:
    """In its order."""
    (page,) = report_pages(a_report(ReportLine("Ring them", "", "As they say")))
    assert words(page) == [
        "Review",
        "Tea Shop, Mina, 2026-03-02",
        "To do",
        "Each with its day.",
        "Begun",
        "2026-03-01",
        "Ring them",
        "–",  # noqa: RUF001 - it is a dash
        "As they say",
        "All well.",
        "No code is in it.",
        "Review, Tea Shop",
        "1 of 1",
    ]


def test_what_is_to_be_ticked_has_a_box_and_what_is_done_a_tick() -> None:
    """And what is neither has none."""
    lines = [ReportLine("One", "open"), ReportLine("Two", "done"), ReportLine("Three")]
    (page,) = report_pages(a_report(*lines))
    boxes = [item for item in page.items if isinstance(item, Box)]
    slanted = [i for i in page.items if isinstance(i, Rule) and i.y != i.to_y]
    assert len(boxes) == 2
    assert len(slanted) == 2
    assert all(boxes[1].y <= one.y <= boxes[1].y + boxes[1].height for one in slanted)


def test_what_lies_below_another_line_stands_further_in() -> None:
    """So is its box."""
    lines = [ReportLine("One", "open"), ReportLine("Two", "open", depth=1)]
    (page,) = report_pages(a_report(*lines))
    first, second = (item.x for item in page.items if isinstance(item, Box))
    assert first == INSET < second


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_many_lines_go_on_over_numbered_pages_within_the_paper(
    paper: PaperName,
) -> None:
    """Each line is there once; the next page says what goes on."""
    lines = [ReportLine(f"Line {n} " + n % 7 * "and more ", "open") for n in range(90)]
    pages = report_pages(a_report(*lines, paper=paper))
    assert len(pages) > 1
    said = [word for page in pages for word in words(page)]
    starts = [" ".join(w.split()[:2]) for w in said if w.startswith("Line ")]
    assert starts == [f"Line {n}" for n in range(90)]
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in words(page)
        assert all(0 < i.y < page.height_pt for i in page.items if isinstance(i, Text))
    assert words(pages[1])[0] == "To do, continued"


def test_there_is_a_line_for_each_who_signs() -> None:
    """Above its caption."""
    (without,) = report_pages(a_report())
    (page,) = report_pages(a_report(sign=("Date and place", "Signature")))
    assert {"Date and place", "Signature"} < set(words(page))

    def rules(one: Page) -> int:
        return sum(isinstance(item, Rule) for item in one.items)

    assert rules(page) == rules(without) + 2
