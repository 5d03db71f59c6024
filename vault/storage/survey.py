"""What of a file still is what its repair part says: found without any key.

A block stands where its hash is the one in either directory, so that damage to both
directories counts only where it meets in one entry.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from vault import limits
from vault.encoding.checksum import CHECKSUM_BYTES, checksum
from vault.envelope.header import REPAIR_MAGIC
from vault.storage.parity import (
    HASH_BYTES,
    HEAD_BYTES,
    LEAST_BYTES,
    Layout,
    block_hash,
    hashes,
)

_LOOKS: Final = 256  # blocks that are hashed where no directory has kept its head


class Survey:
    """A file beside what the two directories of its repair part say of it."""

    def __init__(self, raw: bytes, layout: Layout) -> None:
        """Take the file as it was read, and where things should lie in it."""
        self.raw = raw
        self.layout = layout
        size = layout.directory_bytes
        self._directories = [raw[at : at + size] for at in layout.directories]

    def block(self, block: int) -> bytes:
        """Return a block as it was read."""
        return self.layout.block(self.raw, block)

    def stands(self, block: int) -> bool:
        """Tell whether a block is what either directory says."""
        return self._is_listed(block, self.block(block))

    def bad(self, blocks: Iterable[int]) -> list[int]:
        """Return those of the blocks that do not stand."""
        return [block for block in blocks if not self.stands(block)]

    def may_be(self, block: int, healed: bytes) -> bool:
        """Tell whether a healed block can be what was written.

        Where no directory is whole, the block's entries may be what was damaged.
        """
        return self._is_listed(block, healed) or not self._some_directory_is_whole()

    def part_stands(self) -> bool:
        """Tell whether the whole repair part is as it was written."""
        first, second = self._directories
        layout = self.layout
        return (
            len(self.raw) == layout.file_bytes
            and first == second
            and first.startswith(layout.head)
            and _is_whole(first)
            and first[layout.parity_hashes] == hashes(self.raw[layout.parity])
        )

    def _is_listed(self, block: int, content: bytes) -> bool:
        at, found = HEAD_BYTES + block * HASH_BYTES, block_hash(content)
        return any(found == one[at : at + HASH_BYTES] for one in self._directories)

    def _some_directory_is_whole(self) -> bool:
        head, size = self.layout.head, self.layout.directory_bytes
        return any(
            len(one) == size and one.startswith(head) and _is_whole(one)
            for one in self._directories
        )


def _is_whole(directory: bytes) -> bool:
    told = directory[-CHECKSUM_BYTES:]
    return checksum(directory[:-CHECKSUM_BYTES]) == told


def survey_of(raw: bytes) -> Survey | None:
    """Return what a repair part says of this file; None where none is found.

    Either directory's head tells where things lie. Where both are lost, the file's
    length does, if nothing is missing; a block that stands then proves it.
    """
    for at in {raw.find(REPAIR_MAGIC), raw.rfind(REPAIR_MAGIC)} - {-1}:
        layout = Layout.read_head(raw[at : at + HEAD_BYTES])
        if layout and at in layout.directories:
            return Survey(raw, layout)
    sizes = range(LEAST_BYTES, limits.FILE_BYTES)
    covered = bisect_left(sizes, len(raw), key=lambda size: Layout(size).file_bytes)
    layout = Layout(LEAST_BYTES + covered)
    if layout.file_bytes != len(raw):
        return None
    survey = Survey(raw, layout)
    step = -(-layout.data_blocks // _LOOKS)
    looks = range(0, layout.data_blocks, step)
    return survey if any(map(survey.stands, looks)) else None
