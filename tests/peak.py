"""How much memory something took at its highest, as the system tells it."""

from pathlib import Path
from types import TracebackType
from typing import Self

_CLEAR = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


def tells_peaks() -> bool:
    """Whether this system tells the peak of a process, and starts it anew."""
    return _CLEAR.exists()


def status_kib(name: str) -> int:
    """Return a figure of this process, in KiB."""
    lines = _STATUS.read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1])


class Peak:
    """Around what is measured; `kib` is then what it took above what was there."""

    kib = 0

    def __enter__(self) -> Self:
        _CLEAR.write_text("5", "ascii")  # the highest figure starts anew
        self._before = status_kib("VmRSS")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kib = status_kib("VmHWM") - self._before
