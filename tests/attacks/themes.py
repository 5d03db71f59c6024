"""The table of attacks, by theme; each module has one function `attacks`."""

from collections.abc import Callable, Iterator
from typing import Final

from tests.attacks import (
    chunks,
    codes,
    commitments,
    costs,
    documents,
    imports,
    links,
    papers,
    parity,
    preambles,
    rollbacks,
    shares,
    slots,
    splices,
    stamps,
)
from tests.attacks.attack import Attack

THEMES: Final[dict[str, Callable[[], Iterator[Attack]]]] = {
    "splice": splices.attacks,
    "chunk": chunks.attacks,
    "slot": slots.attacks,
    "cost": costs.attacks,
    "preamble": preambles.attacks,
    "stamp": stamps.attacks,
    "commitment": commitments.attacks,
    "share": shares.attacks,
    "paper": papers.attacks,
    "code": codes.attacks,
    "parity": parity.attacks,
    "document": documents.attacks,
    "import": imports.attacks,
    "link": links.attacks,
    "rollback": rollbacks.attacks,
}
