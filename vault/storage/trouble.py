"""From the system's refusal to one of our errors, with the step that failed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vault.errors import Exists, FileTrouble


@contextmanager
def step(name: str, path: Path) -> Iterator[None]:
    """Turn an `OSError` inside into `FileTrouble`, a taken name into `Exists`."""
    try:
        yield
    except FileExistsError as error:
        raise Exists(str(path)) from error
    except OSError as error:
        raise FileTrouble(str(path), name, error.errno or 0) from error
