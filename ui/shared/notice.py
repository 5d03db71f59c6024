"""What the window tells beside a page: what happened and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["info", "good", "warn", "bad"]


@dataclass(frozen=True)
class Notice:
    """One thing said once; `action` is the words of a button, if there is one."""

    tone: Tone
    title: str
    text: str = ""
    action: str = ""
