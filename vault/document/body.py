"""The body: the document as it lies in an envelope, on disk and on paper."""

import zlib
from typing import Final

from vault.errors import Malformed, TooLarge
from vault.limits import INFLATE_RATIO, INFLATE_RATIO_FROM_BYTES, INFLATED_BYTES

_LENGTH_BYTES: Final = 4
_RAW: Final = (
    -zlib.MAX_WBITS
)  # raw deflate: no header, no checksum; the envelope has one


def encode_body(document: bytes) -> bytes:
    """Return the body: u32 length of the JSON, the JSON."""
    return len(document).to_bytes(_LENGTH_BYTES, "big") + document


def decode_body(body: bytes) -> bytes:
    """Return the JSON of a body that holds nothing else; raises Malformed."""
    length, document = _split(body, "body.length")
    if length != len(document):
        raise Malformed("body.length", length)
    return document


def parted_body(body: bytes) -> tuple[bytes, bytes]:
    """Return the JSON of a body and what lies behind it; raises Malformed."""
    length, rest = _split(body, "body.length")
    if length > len(rest):
        raise Malformed("body.length", length)
    return rest[:length], rest[length:]


def pack_paper(body: bytes) -> bytes:
    """Return the body as paper carries it: u32 raw length, raw deflate.

    Raises TooLarge. Text so monotonous that a reader would take it for a bomb is packed
    with Huffman codes only, which never shrink it more than eightfold.
    """
    if len(body) > INFLATED_BYTES:
        raise TooLarge("INFLATED_BYTES", INFLATED_BYTES, len(body))
    packed = _deflated(body, zlib.Z_DEFAULT_STRATEGY)
    if _is_bomb(len(body), len(packed)):
        packed = _deflated(body, zlib.Z_HUFFMAN_ONLY)
    return len(body).to_bytes(_LENGTH_BYTES, "big") + packed


def unpack_paper(packed: bytes) -> bytes:
    """Return the body that paper carried; raises Malformed.

    The declared length is checked first, and no more than that is ever inflated.
    """
    length, deflated = _split(packed, "paper.length")
    if length > INFLATED_BYTES or _is_bomb(length, len(deflated)):
        raise Malformed("paper.length", length)
    inflater = zlib.decompressobj(wbits=_RAW)
    try:
        body = inflater.decompress(deflated, length + 1)  # 0 would mean: no bound
    except zlib.error as error:
        raise Malformed("paper.deflate") from error
    if len(body) != length or not inflater.eof or inflater.unused_data:
        raise Malformed("paper.deflate")
    return body


def _split(data: bytes, where: str) -> tuple[int, bytes]:
    if len(data) < _LENGTH_BYTES:
        raise Malformed(where, len(data))
    return int.from_bytes(data[:_LENGTH_BYTES], "big"), data[_LENGTH_BYTES:]


def _deflated(body: bytes, strategy: int) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, _RAW, zlib.DEF_MEM_LEVEL, strategy)
    return deflater.compress(body) + deflater.flush()


def _is_bomb(length: int, deflated: int) -> bool:
    return length > INFLATE_RATIO_FROM_BYTES and length > INFLATE_RATIO * deflated
