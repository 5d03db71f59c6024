"""Folders under watch: every name that is made in them, however short it is there."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CREATED, MOVED_IN, NO_WAITING = 0x100, 0x80, os.O_NONBLOCK
HEAD = struct.Struct("iIII")
ONLY_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the watch is Linux's own"
)


@contextmanager
def watched(*folders: Path) -> Iterator[list[str]]:
    """Yield the names of all files made below these folders meanwhile, when it ends."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(NO_WAITING)
    assert watch >= 0
    for folder in folders:
        for inner in [folder, *(p for p in folder.rglob("*") if p.is_dir())]:
            flags = CREATED | MOVED_IN
            assert libc.inotify_add_watch(watch, os.fsencode(inner), flags) >= 0
    names: list[str] = []
    try:
        yield names
        names += _names(watch)
    finally:
        os.close(watch)


def _names(watch: int) -> Iterator[str]:
    try:
        data = os.read(watch, 1 << 20)
    except BlockingIOError:
        return
    at = 0
    while at < len(data):
        _watch, _mask, _cookie, length = HEAD.unpack_from(data, at)
        at += HEAD.size
        yield data[at : at + length].rstrip(b"\0").decode()
        at += length
