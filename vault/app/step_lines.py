"""Steps as people type them: one a line, the address that one leads to at its end."""

import re
from collections.abc import Iterable
from typing import Final, Protocol

from vault.model.procedure import Step

_LINK: Final = re.compile(r"^(.*\S)\s+(https?://\S+)$")


class Stepping(Protocol):
    """A step of a procedure, a platform or a way back."""

    @property
    def text(self) -> str:
        """What to do."""

    @property
    def link(self) -> str:
        """Where it leads, or ""."""


def lines_in(text: str) -> tuple[str, ...]:
    """Return the lines that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def steps_in(text: str) -> tuple[Step, ...]:
    """Read steps, one a line."""
    return tuple(map(_step, lines_in(text)))


def step_lines(steps: Iterable[Stepping]) -> str:
    """Return steps as they are typed."""
    return "\n".join(" ".join(filter(None, (one.text, one.link))) for one in steps)


def _step(line: str) -> Step:
    found = _LINK.match(line)
    return Step(found.group(1), found.group(2)) if found else Step(line)
