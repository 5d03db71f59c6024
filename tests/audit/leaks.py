"""Searches for secrets in whatever is left behind, however it may be written there."""

import base64
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

SHORTEST = 6  # of a secret: a shorter one would be found by chance
_PACKED = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@cache
def spellings(secret: str) -> frozenset[bytes]:
    """Return the ways in which a secret might be written.

    As it is, without its spaces and hyphens, in either case, and all of these as
    one-byte and two-byte text, in hexadecimal, base64, JSON and in an address.
    """
    assert len(secret) >= SHORTEST, "too short to be searched for"
    close = re.sub(r"[\s-]", "", secret)
    texts = {secret, close} | {one.lower() for one in (secret, close)}
    texts |= {one.upper() for one in (secret, close)}
    texts |= {secret.replace(" ", "\n"), secret.replace("\n", " ")}
    texts |= {quote(secret), json.dumps(secret)[1:-1]}
    found: set[bytes] = set()
    for text in texts:
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(code)
            found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
            found |= set(_in_base64(raw))
    return frozenset(one for one in found if len(one) >= SHORTEST)


def hits(data: bytes, secrets: Mapping[str, str]) -> list[str]:
    """Return the names of the secrets that are found in some bytes."""
    return sorted(
        name
        for name, secret in secrets.items()
        if any(one in data for one in spellings(secret))
    )


def leaks_below(folder: Path, secrets: Mapping[str, str]) -> list[str]:
    """Return what is found in the files below a folder, and in their names."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found += [f"the name of {name}: {one}" for one in hits(name.encode(), secrets)]
        if path.is_file():
            data = unpacked(path.read_bytes())
            found += [f"{name}: {one}" for one in hits(data, secrets)]
    return found


def unpacked(data: bytes) -> bytes:
    """Return bytes with what is packed in them behind: PDF streams, zlib as a whole."""
    return b"\n".join([data, *_inflated(data)])


def _inflated(data: bytes) -> Iterator[bytes]:
    for packed in [data, *_PACKED.findall(data)]:
        stream = packed.strip()
        if stream.endswith(b"~>"):
            stream = base64.a85decode(stream.removesuffix(b"~>"))
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """Yield what stays the same of a text in base64, wherever in a line it begins."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw).rstrip(b"=")
        start = -(-before * 4 // 3)
        kept = coded[start : len(coded) - 1 if (len(raw) + before) % 3 else None]
        yield kept
        yield kept.replace(b"+", b"-").replace(b"/", b"_")
