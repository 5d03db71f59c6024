"""A parser that takes names and options in any order, as people type them.

`codes VAULT --passphrase-file F ACCOUNT` would otherwise end in "unrecognized": the
standard parser settles for no ACCOUNT as soon as it meets an option.
"""

import argparse
from collections.abc import Sequence
from typing import Any


class AnyOrder(argparse.ArgumentParser):
    """Parses a command's options first and its names from what is left."""

    _within = False  # the standard way of doing so calls this method again

    def parse_known_args(  # type: ignore[override]  # one for its three overloads
        self,
        args: Sequence[str] | None = None,
        namespace: Any = None,  # noqa: ANN401  so in the method that is replaced
    ) -> tuple[Any, list[str]]:
        """Return the namespace and what was not understood."""
        if self._within or self._has_commands():
            return super().parse_known_args(args, namespace)
        self._within = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._within = False

    def _has_commands(self) -> bool:
        """Tell whether the rest of the words belongs to a command's own parser."""
        return self._subparsers is not None
