"""The repair part of a file: where each block of it lies, and making it.

Preamble, fields and payload are covered in blocks of 1 KiB. Block i, data first and
parity counted on behind it, belongs to stripe i mod `stripes`: neighbours lie in
different stripes, so that a run of damage is shared out. Each stripe is a codeword of
`vault.encoding.erasure`; places without a block of their own count as zeros.

    repair part = directory || parity blocks || the same directory again
    directory = magic || covered u64 || k u8 || m u8 || hashes || CRC-32 of all before
    hashes = the first 8 bytes of the SHA-256 of every block, in their order

It is no authentication: whoever can write the file can write a repair part that fits.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from vault import limits
from vault.encoding.checksum import CHECKSUM_BYTES, checksum
from vault.encoding.erasure import encode
from vault.envelope.header import PAYLOAD_BYTES, PREAMBLE_BYTES, REPAIR_MAGIC

BLOCK_BYTES: Final = 1024
DATA_BLOCKS: Final = 64  # of a stripe, at most
PARITY_BLOCKS: Final = 8  # of a stripe, always
HASH_BYTES: Final = 8
HEAD_BYTES: Final = len(REPAIR_MAGIC) + 8 + 1 + 1
LEAST_BYTES: Final = PREAMBLE_BYTES + PAYLOAD_BYTES  # no envelope is shorter
_SLICE_BYTES: Final = 16 * 1024  # sums of this length stay in a processor's cache


@dataclass(frozen=True)
class Layout:
    """Where things lie in a file whose first `covered_bytes` are covered by parity."""

    covered_bytes: int

    @cached_property
    def data_blocks(self) -> int:
        """How many blocks are covered; the last one is filled up with zeros."""
        return -(-self.covered_bytes // BLOCK_BYTES)

    @cached_property
    def stripes(self) -> int:
        """How many codewords there are side by side."""
        return -(-self.data_blocks // DATA_BLOCKS)

    @cached_property
    def k(self) -> int:
        """How many data blocks a stripe has, those that count as zeros included."""
        return -(-self.data_blocks // self.stripes)

    @cached_property
    def blocks(self) -> int:
        """How many blocks there are, data and parity."""
        return self.data_blocks + self.stripes * PARITY_BLOCKS

    @cached_property
    def directory_bytes(self) -> int:
        """How long a directory is."""
        return HEAD_BYTES + self.blocks * HASH_BYTES + CHECKSUM_BYTES

    @cached_property
    def directories(self) -> tuple[int, int]:
        """Where the two directories begin."""
        first = self.covered_bytes
        return first, first + self.directory_bytes + self._parity_bytes

    @cached_property
    def file_bytes(self) -> int:
        """How long the whole file is."""
        return self.covered_bytes + 2 * self.directory_bytes + self._parity_bytes

    @cached_property
    def head(self) -> bytes:
        """What a directory begins with."""
        numbers = bytes([self.k, PARITY_BLOCKS])
        return REPAIR_MAGIC + self.covered_bytes.to_bytes(8, "big") + numbers

    @cached_property
    def parity(self) -> slice:
        """Where the parity blocks lie in the file."""
        start = self.covered_bytes + self.directory_bytes
        return slice(start, start + self._parity_bytes)

    @cached_property
    def parity_hashes(self) -> slice:
        """Where their hashes lie in a directory."""
        end = self.directory_bytes - CHECKSUM_BYTES
        return slice(HEAD_BYTES + self.data_blocks * HASH_BYTES, end)

    @cached_property
    def _parity_bytes(self) -> int:
        return self.stripes * PARITY_BLOCKS * BLOCK_BYTES

    def start(self, block: int) -> int:
        """Return where a block begins in the file."""
        at = block * BLOCK_BYTES
        if block < self.data_blocks:
            return at
        parity = at - self.data_blocks * BLOCK_BYTES
        return self.covered_bytes + self.directory_bytes + parity

    def block(self, data: bytes, block: int) -> bytes:
        """Return a block of the file, filled up to its length where it is cut short."""
        start = self.start(block)
        end = start + BLOCK_BYTES
        if block < self.data_blocks:
            end = min(end, self.covered_bytes)
        return data[start:end].ljust(BLOCK_BYTES, b"\0")

    @classmethod
    def read_head(cls, head: bytes) -> Self | None:
        """Return the layout that a directory's head tells; None where it is none."""
        start = len(REPAIR_MAGIC)
        covered = int.from_bytes(head[start : start + 8], "big")
        layout = cls(max(covered, LEAST_BYTES))
        if layout.file_bytes > limits.FILE_BYTES:
            return None
        return layout if head[:HEAD_BYTES] == layout.head else None


def block_hash(block: bytes) -> bytes:
    """Return what a directory holds of a block."""
    return hashlib.sha256(block).digest()[:HASH_BYTES]


def repair_part(covered: bytes) -> bytes:
    """Return what goes behind these bytes of a file."""
    layout = Layout(len(covered))
    parity = _parity(covered, layout)
    directory = layout.head + hashes(covered) + hashes(parity)
    directory += checksum(directory)
    return b"".join((directory, parity, directory))


def hashes(blocks: bytes) -> bytes:
    """Return what a directory holds of these blocks, the last filled up with zeros."""
    filled = len(blocks) // BLOCK_BYTES * BLOCK_BYTES
    view, sha256 = memoryview(blocks), hashlib.sha256
    starts = range(0, filled, BLOCK_BYTES)
    found = [sha256(view[at : at + BLOCK_BYTES]).digest()[:HASH_BYTES] for at in starts]
    if filled < len(blocks):
        found.append(block_hash(blocks[filled:].ljust(BLOCK_BYTES, b"\0")))
    return b"".join(found)


def _parity(covered: bytes, layout: Layout) -> bytes:
    """Return the parity blocks of all stripes, in their order in the file.

    The j-th blocks of all stripes are neighbours, so all stripes are encoded at once;
    in slices, which keeps memory small however large the file is.
    """
    row = layout.stripes * BLOCK_BYTES
    rows: list[list[bytes]] = [[] for _ in range(PARITY_BLOCKS)]
    for at in range(0, row, _SLICE_BYTES):
        size = min(_SLICE_BYTES, row - at)
        starts = range(at, layout.k * row, row)
        parts = [covered[j : j + size].ljust(size, b"\0") for j in starts]
        for found, part in zip(rows, encode(parts, PARITY_BLOCKS), strict=True):
            found.append(part)
    turn = layout.data_blocks % layout.stripes * BLOCK_BYTES
    joined = [b"".join(parts) for parts in rows]
    return b"".join(one[turn:] + one[:turn] for one in joined)
