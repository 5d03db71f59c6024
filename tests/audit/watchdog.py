"""Is any long work done on the window's thread? Counted by calls, never by seconds.

What takes long is listed below: Argon2, disk, pictures, PDF, codes, whole documents,
packs. While the watchdog watches, each call of it is noted that the window's own code
asked for on the window's thread; what a test itself prepares is not.
"""

import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Self

LONG_WORK = (
    ("vault.crypto.kdf", "argon2id"),
    ("vault.crypto.kdf", "argon2id_in_child"),
    ("vault.document.codec", "encode_document"),
    ("vault.document.codec", "decode_document"),
    ("vault.packs.load", "load_pack"),
    ("vault.optics.pdf_pages", "pages"),
    ("vault.kit.scan", "scan"),
    ("vault.optics.pictures", "decode_picture"),
    ("vault.optics.qr_read", "read_codes"),
    ("vault.optics.qr_write", "matrix"),
    ("vault.printing.draw", "draw_pdf"),
    ("vault.storage.backups", "prune"),
)
DISK = ("read", "create", "write", "sync", "replace", "sync_directory", "names")
ROOT = Path(__file__).parents[2]
_WATCHED = ("vault", "ui", "tests")


@dataclass
class Watchdog:
    """Watches between `with` and its end; `blocked` is what the window waited for."""

    calls: Counter[str] = field(default_factory=Counter)  # by name, any thread
    blocked: list[str] = field(default_factory=list)
    _undo: list[Callable[[], None]] = field(default_factory=list)

    def __enter__(self) -> Self:
        for module, name in LONG_WORK:
            real = getattr(import_module(module), name)
            self._everywhere(real, self._noting(real, name))
        files = import_module("vault.storage.files").Files
        for name in DISK:
            real = getattr(files, name)
            setattr(files, name, self._noting(real, f"Files.{name}"))
            self._undo.append(lambda name=name, real=real: setattr(files, name, real))
        return self

    def __exit__(self, *_: object) -> None:
        for undo in self._undo:
            undo()

    def _noting(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        @wraps(real)
        def noting(*words: object, **named: object) -> Any:  # noqa: ANN401 - as it is
            self.calls[name] += 1
            asker = _asker()
            if asker and threading.current_thread() is threading.main_thread():
                self.blocked.append(f"{name} asked for by {asker}")
            return real(*words, **named)

        return noting

    def _everywhere(self, real: object, noting: object) -> None:
        """Put `noting` wherever `real` was imported to, until the end."""
        for module, name in _holders(real):
            setattr(module, name, noting)
        self._undo.append(lambda: self._back(noting, real))

    def _back(self, noting: object, real: object) -> None:
        """Put `real` back, also where it was imported to meanwhile."""
        for module, name in _holders(noting):
            setattr(module, name, real)


def _holders(one: object) -> Iterator[tuple[ModuleType, str]]:
    for title, module in list(sys.modules.items()):
        if title.split(".")[0] in _WATCHED:
            for name, value in list(vars(module).items()):
                if value is one:
                    yield module, name


def _asker() -> str:
    """Return the innermost place in the window's code that asked, "" where none did."""
    inner = [
        f"{one.name} in {Path(one.filename).relative_to(ROOT).as_posix()}"
        for one in traceback.extract_stack()
        if Path(one.filename).is_relative_to(ROOT / "ui")
        and not Path(one.filename).is_relative_to(ROOT / "ui" / "book")
    ]
    return inner[-1] if inner else ""
