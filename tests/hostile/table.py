"""All hostile things, in one table."""

from typing import Final

from tests.hostile import envelopes, pictures, texts
from tests.hostile.case import Case

CASES: Final[tuple[Case, ...]] = (
    *envelopes.cases(),
    *texts.cases(),
    *pictures.cases(),
)
