"""What a rule of `validate` finds in the record at hand."""

import re
from typing import NamedTuple


class Fault(NamedTuple):
    """Where, and which of PROBLEMS; `findings` says which record it was."""

    field: str
    problem: str
    detail: str = ""


def is_hex(text: str, size_bytes: int) -> bool:
    """Tell whether a text is so many bytes in small hexadecimal digits."""
    return re.fullmatch(f"[0-9a-f]{{{2 * size_bytes}}}", text) is not None
