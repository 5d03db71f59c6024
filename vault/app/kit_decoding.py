"""Where pictures are decoded for one gathering: in a process of its own, or here.

A program that runs for real says so by its ports; tests of rules decode here.
"""

from collections.abc import Callable, Iterator

from vault.app.ports import Ports
from vault.errors import BadInput
from vault.kit.scan import Page
from vault.kit.scan_apart import Dots, ScanApart
from vault.kit.scan_dots import scan_dots, scan_frame
from vault.limits import PICTURE_PIXELS

Scan = Callable[[str, bytes, int], Iterator[Page]]


class Decoding:
    """Reads files one after the other; one thread at a time.

    While it waits for the other process it tells the port for progress again and
    again how far the reading is, so that whoever stops it is heard at once.
    """

    def __init__(self, ports: Ports) -> None:
        """Start nothing yet."""
        self._ports = ports
        self._apart = ScanApart() if ports.scan_apart else None
        self.at = (0, 1)  # what is done, and of how many

    def pages(self, here: Scan, name: str, data: bytes, dpi: int) -> Iterator[Page]:
        """Yield the pages of a file as `scan` does, by `here` in this process."""
        if self._apart is None:
            return here(name, data, dpi)
        return self._apart.pages(name, data, dpi, self._waiting)

    def dots(self, name: str, dots: Dots) -> Page:
        """Return what a picture shows that comes decoded."""
        if dots.width * dots.height > PICTURE_PIXELS:
            raise BadInput(name, "picture-large", f"{dots.width}x{dots.height}")
        if self._apart is not None:
            return self._apart.dots(name, dots, self._waiting)
        return (scan_frame if dots.quick else scan_dots)(name, *dots[:3])

    def rest(self) -> None:
        """End the other process: nothing is to be read soon."""
        if self._apart is not None:
            self._apart.end()

    def _waiting(self) -> None:
        self._ports.progress("read", *self.at)
