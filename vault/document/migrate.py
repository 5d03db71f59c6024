"""The steps from one version of the document to the next.

Rules. One function a step, named for what changed; a step takes and gives plain values
and never looks at a Struct, because those move on. Steps stay for ever, with a document
of their version among the vectors. The table is empty: version 1 is the first.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from vault.errors import Malformed

Plain = dict[str, Any]
Step = Callable[[Plain], Plain]

STEPS: Final[Mapping[int, Step]] = MappingProxyType({})


def migrate(
    plain: Plain, version: int, target: int, steps: Mapping[int, Step]
) -> Plain:
    """Return the plain document of `version` as one of `target`.

    Raises Malformed where there never was such a version, or where a step finds that
    the document is not what its version promised.
    """
    for number in range(version, target):
        step = steps.get(number)
        if step is None:
            raise Malformed("document.version", version)
        try:
            plain = {**step(plain), "version": number + 1}
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            raise Malformed("document.migrate", number) from error
    return plain
