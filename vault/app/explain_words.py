"""The shape of an explanation."""

from typing import NamedTuple


class Words(NamedTuple):
    """A title for a window, what happened, and what to do."""

    title: str
    happened: str
    advice: str
