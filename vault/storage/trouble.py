"""From the system's refusal to one of our errors, with the step that failed."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vault.errors import Exists, FileTrouble

# What Windows says of a cloud folder's placeholder that it can't fill: no provider, no
# network, no success, aborted, cancelled, provider gone, too late.
_PLACEHOLDER = frozenset({362, 388, 389, 393, 398, 404, 426})


@contextmanager
def step(name: str, path: Path) -> Iterator[None]:
    """Turn an `OSError` inside into `FileTrouble`, a taken name into `Exists`."""
    try:
        yield
    except FileExistsError as error:
        raise Exists(str(path)) from error
    except OSError as error:
        number = error.errno or 0
        if getattr(error, "winerror", 0) in _PLACEHOLDER:
            number = errno.ETIMEDOUT
        raise FileTrouble(str(path), name, number) from error
