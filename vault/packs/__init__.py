"""Platform packs: what we ship about each platform, and codes told by their shape.

Nothing here touches a disk but `shipped_packs`, which reads the program's own data.
"""

from vault.packs.codes import Recognised, recognise, split_codes
from vault.packs.lines import comparable
from vault.packs.load import load_pack, shipped_packs
from vault.packs.match import find_pack, source_words
from vault.packs.own import OWN, is_shipped, own_pack, packs_with, shape_of
from vault.packs.shape import (
    CodeKind,
    Contact,
    Deadline,
    Fact,
    Factor,
    Keep,
    Link,
    Pack,
    Procedure,
    Source,
    Sourced,
    Step,
    Trap,
)
from vault.packs.whole import facts, problems

__all__ = [
    "OWN",
    "CodeKind",
    "Contact",
    "Deadline",
    "Fact",
    "Factor",
    "Keep",
    "Link",
    "Pack",
    "Procedure",
    "Recognised",
    "Source",
    "Sourced",
    "Step",
    "Trap",
    "comparable",
    "facts",
    "find_pack",
    "is_shipped",
    "load_pack",
    "own_pack",
    "packs_with",
    "problems",
    "recognise",
    "shape_of",
    "shipped_packs",
    "source_words",
    "split_codes",
]
