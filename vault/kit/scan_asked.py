"""One file that another process was asked to read: what it may answer, in which order.

Nothing here knows of processes; an answer out of order is as bad as none.
"""

from collections.abc import Iterator
from dataclasses import replace

from vault.errors import BadInput
from vault.kit.scan import Page, source_of
from vault.kit.scan_wire import Answer, Begun, Done, Problem, Read


class ReadingEnded(Exception):
    """The process is of no more use for this page; `problem` says why."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(problem)
        self.problem: Problem = problem
        self.detail = detail


class Asked:
    """What was asked for, and how far the answers have come."""

    def __init__(self, name: str, dpi: int, first_page: int) -> None:
        """Nothing answered; `first_page` counts from 0."""
        self._name = name
        self.dpi = dpi
        self.number = first_page  # of the last page that was begun, from 1
        self.pages = 0  # how many there are; 0 until a page is begun
        self.is_open = False  # a page was begun, and not read
        self.is_done = False

    def take(self, answer: Answer | None) -> Iterator[Page]:
        """Yield the page of an answer, if it is one.

        Raises `BadInput` where the file can't be read, and `ReadingEnded` where the
        page can't, or where nobody could have answered so who read what was sent.
        """
        if isinstance(answer, Begun) and self._may_begin(answer):
            self.number, self.pages, self.is_open = answer.number, answer.pages, True
        elif isinstance(answer, Read) and self._is_of_this(answer.page):
            self.is_open = False
            yield replace(answer.page, source=self._source(answer.page.dpi))
        elif isinstance(answer, Done) and not self.is_open:
            self.is_done = True
        elif answer is None or isinstance(answer, Begun | Read | Done):
            raise ReadingEnded("picture-crash")
        elif self.is_open:
            raise ReadingEnded(answer.problem, answer.detail)
        else:
            self.is_done = True
            raise BadInput(self._name, answer.problem, answer.detail)

    def lost(self, end: ReadingEnded) -> Page:
        """Return what is told of the page at which reading was ended."""
        source, dpi = self._source(self.dpi), self.dpi
        pages = self.pages
        return Page(source, self.number, pages, dpi, (), "", end.problem, end.detail)

    def _may_begin(self, answer: Begun) -> bool:
        in_order = not self.is_open and answer.number == self.number + 1
        return (
            in_order
            and answer.number <= answer.pages
            and self.pages in {0, answer.pages}
        )

    def _is_of_this(self, page: Page) -> bool:
        return self.is_open and (page.number, page.pages) == (self.number, self.pages)

    def _source(self, dpi: int) -> str:
        return source_of(self._name, self.number, self.pages, dpi)
