"""A holder for key bytes.

Python copies bytes freely, so wiping is an effort and no promise: whoever needs the
promise ends the process.
"""

import hmac
from types import TracebackType
from typing import Self

from vault.errors import BrokenInvariant


class Secret:
    """Bytes that are never shown, never compared with ==, and wiped when closed."""

    __slots__ = ("_bytes", "_closed")

    def __init__(self, data: bytes | bytearray) -> None:
        self._bytes = bytearray(data)
        self._closed = False

    def reveal(self) -> bytes:
        """Return a copy of the bytes; BrokenInvariant once the secret is closed."""
        if self._closed:
            raise BrokenInvariant("secret-closed")
        return bytes(self._bytes)

    def equals(self, other: "Secret") -> bool:
        """Compare in a time that does not depend on where the two differ."""
        return hmac.compare_digest(self.reveal(), other.reveal())

    def close(self) -> None:
        """Overwrite the bytes in place; closing twice is harmless."""
        self._bytes[:] = bytes(len(self._bytes))
        self._closed = True

    def __len__(self) -> int:
        return len(self._bytes)

    def __repr__(self) -> str:
        return "Secret(hidden)"

    def __eq__(self, other: object) -> bool:
        raise BrokenInvariant("secret-compared")

    # A hash of the content would tell about the content.
    __hash__ = None  # type: ignore[assignment]  # the documented way to be unhashable

    def __reduce__(self) -> str:
        raise BrokenInvariant("secret-pickled")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
