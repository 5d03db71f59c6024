"""The search for secrets finds them however they are written, and nothing else."""

import base64
import zlib
from pathlib import Path

import pytest

from tests.audit.leaks import hits, leaks_below, spellings

SECRET = "glad amber river-stone"
SECRETS = {"words": SECRET}


@pytest.mark.parametrize(
    "written",
    [
        SECRET.encode(),
        SECRET.encode("utf-16-le"),
        SECRET.encode("utf-16-be"),
        SECRET.encode().hex().encode(),
        SECRET.replace(" ", "").replace("-", "").encode(),
        SECRET.upper().encode(),
        b"glad\namber\nriver-stone",
        b"glad%20amber%20river-stone",
        base64.b64encode(SECRET.encode()),
        base64.b64encode(b"a" + SECRET.encode() + b"bcd"),
        base64.b64encode(b"ab" + SECRET.encode() + b"c"),
        base64.urlsafe_b64encode(SECRET.encode("utf-16-le")),
    ],
)
def test_a_secret_is_found_however_it_is_written(written: bytes) -> None:
    """In the middle of other things."""
    assert hits(b"before " + written + b" after", SECRETS) == ["words"]


def test_what_is_no_secret_is_not_found() -> None:
    """Nor a part of one, nor words of it apart."""
    assert hits(b"glad to see the river; amber and stone", SECRETS) == []
    assert hits(b"glad amber river", SECRETS) == []


def test_a_secret_is_found_in_files_in_names_and_in_what_is_packed(
    tmp_path: Path,
) -> None:
    """PDF streams, whole files, folders."""
    packed = zlib.compress(SECRET.encode())
    (tmp_path / "a.pdf").write_bytes(b"stream\n" + packed + b"\nendstream")
    in_85 = base64.a85encode(packed) + b"~>"
    (tmp_path / "b.pdf").write_bytes(b"stream\r\n" + in_85 + b"\nendstream")
    (tmp_path / SECRET).mkdir()
    (tmp_path / SECRET / "c.ini").write_text("nothing here", encoding="utf-8")
    assert leaks_below(tmp_path, SECRETS) == [
        "a.pdf: words",
        "b.pdf: words",
        f"the name of {SECRET}: words",
        f"the name of {SECRET}/c.ini: words",
    ]


def test_a_secret_that_chance_would_find_is_refused() -> None:
    """A PIN of four digits is in every long file."""
    with pytest.raises(AssertionError):
        spellings("1234")
