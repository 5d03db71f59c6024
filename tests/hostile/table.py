"""All hostile things, in one table."""

from typing import Final

from tests.hostile import envelopes, pictures, texts
from tests.hostile.case import Case

CPU_SECONDS: Final = 60  # for a handful of them: whoever takes longer is ended
CASES: Final[tuple[Case, ...]] = (
    *envelopes.cases(),
    *texts.cases(),
    *pictures.cases(),
)
