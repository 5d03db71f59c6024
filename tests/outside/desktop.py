"""What a person does at a desktop, and what they see there.

Nothing is faked: keys and clicks go through the X server, names come over the
accessibility bus, pictures are of the screen. Each act waits until it can be done.
There is no window manager, so the newest window that has a title is given the
keyboard, as any window manager would.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest

from tests.outside.screen import Screen, running

PATIENCE_S = 30.0  # for a busy machine; a step that works takes a tenth of a second
LOOK_S = 0.05  # between two looks at the tree


@dataclass(frozen=True)
class Node:
    """One node of the accessibility tree, in screen pixels."""

    depth: int
    role: str
    name: str
    description: str
    states: Sequence[str]
    text: str
    x: int
    y: int
    width: int
    height: int

    @property
    def shown(self) -> bool:
        """Tell whether it is on the screen and has a size."""
        return "showing" in self.states and self.width > 0 and self.height > 0

    def __str__(self) -> str:
        text = f" = {self.text!r}" if self.text and self.text != self.name else ""
        return f"{'  ' * self.depth}{self.role} {self.name!r}{text}"


@dataclass
class Desktop:
    """What a person does at the desktop; each act waits until it can be done."""

    screen: Screen
    pictures: Path
    stack: ExitStack  # what it starts ends with it
    program: "subprocess.Popen | None" = None
    taken: int = field(default=0)

    def start(self, *command: str | Path) -> None:
        """Start a program in the home folder; without words, Spare Key itself."""
        words = [str(word) for word in command] or [sys.executable, "-m", "ui"]
        heard = self.stack.enter_context(self._heard.open("wb"))
        self.program = self.stack.enter_context(
            running(words, self.screen.environment, stdout=heard, stderr=heard)
        )
        self._first(lambda node: node.depth == 1, "window")

    def said(self) -> str:
        """Return what the program printed so far."""
        return self._heard.read_text(encoding="utf-8")

    def tree(self) -> list[Node]:
        """Return every node that programs tell a screen reader about."""
        return [Node(**told) for told in self.screen.look()]

    def find(self, name: str | None = None, role: str | None = None) -> Node:
        """Return the newest shown node of this (whole) name and role, once it is."""
        wanted = f"{role or 'node'} named {name!r}"
        return self._first(lambda node: _is(node, name, role), wanted)

    def reads(self, words: str) -> Node:
        """Return the newest shown node whose name or text has the words, once it is."""
        return self._first(
            lambda node: words in f"{node.name}\n{node.text}", f"words {words!r}"
        )

    def gone(self, name: str | None = None, role: str | None = None) -> None:
        """Wait until no such node is shown."""
        for _ in patience():
            if not any(node.shown and _is(node, name, role) for node in self.tree()):
                return
        self._fail(f"{role or 'node'} named {name!r} is still shown")

    def click_named(self, name: str, role: str | None = None) -> None:
        """Click the middle of the node of this name, once it can be used."""
        wanted = f"{role or 'node'} named {name!r} that can be used"
        node = self._first(
            lambda node: _is(node, name, role) and "sensitive" in node.states, wanted
        )
        self.click_at(node.x + node.width // 2, node.y + node.height // 2)

    def click_at(self, x: int, y: int) -> None:
        """Click a point of the screen."""
        self._xdotool("mousemove", "--sync", x, y)
        self._xdotool("click", 1)

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        self._give_keyboard()
        self._xdotool("type", "--delay", 8, "--", text)

    def keys(self, *names: str) -> None:
        """Press keys one after the other: `Tab`, `Return`, `ctrl+l`, `shift+Tab`."""
        self._give_keyboard()
        self._xdotool("key", "--delay", 8, *names)

    def focused(self) -> Node:
        """Return the innermost node that has the keyboard, once one has."""
        self._give_keyboard()
        return self._first(lambda node: "focused" in node.states, "focus")

    def focused_on(self, name: str) -> None:
        """Wait until the node of this name has the keyboard."""
        self._give_keyboard()
        self._first(
            lambda node: node.name == name and "focused" in node.states,
            f"{name!r} with the keyboard",
        )

    def screenshot(self, name: str) -> Path:
        """Keep a picture of the screen, numbered in the order of taking."""
        self.taken += 1
        path = self.pictures / f"{self.taken:02}-{name}.png"
        words = ["import", "-window", "root", str(path)]
        subprocess.run(words, env=self.screen.environment, check=True)
        return path

    def ended(self) -> int:
        """Wait for the program's end and return its exit code."""
        return self.program.wait(PATIENCE_S)

    def handed_over(self) -> int:
        """Wait for the program's end, and look on for what it started itself."""
        code = self.ended()
        self.program = None
        return code

    @property
    def _heard(self) -> Path:
        return self.screen.home / "said.txt"

    def _first(self, fits: Callable[[Node], bool], wanted: str) -> Node:
        """Return the newest shown node that fits, once there is one."""
        for _ in patience():
            nodes = [node for node in self.tree() if node.shown and fits(node)]
            if nodes:
                return nodes[-1]
            code = self.program.poll() if self.program else None
            if code is not None:
                self._fail(f"the program ended with {code}:\n{self.said()}")
        return self._fail(f"no {wanted}")

    def _fail(self, what: str) -> NoReturn:
        """Fail with what is shown instead, and a picture of it."""
        shown = "\n".join(map(str, self.tree()))
        pytest.fail(f"{what}; picture {self.screenshot('failed')}; shown:\n{shown}")

    def _xdotool(self, *words: str | int) -> str:
        command = ["xdotool", *map(str, words)]
        return subprocess.run(
            command,
            env=self.screen.environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def _windows(self) -> list[str]:
        """Return the windows that have a title; xdotool ends with 1 at none."""
        words = ["--onlyvisible", "--maxdepth", "1", "--name", "."]
        return subprocess.run(
            ["xdotool", "search", *words],
            env=self.screen.environment,
            check=False,
            capture_output=True,
            text=True,
        ).stdout.split()

    def _give_keyboard(self) -> None:
        """Give the keyboard to the newest window that has a title."""
        for _ in patience():
            if shown := self._windows():
                self._xdotool("windowfocus", "--sync", shown[-1])
                return
        self._fail("no window with a title")


def _is(node: Node, name: str | None, role: str | None) -> bool:
    return name in (None, node.name) and role in (None, node.role)


def patience() -> Iterator[None]:
    """Yield again and again, a moment between, until patience ends."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        yield
        time.sleep(LOOK_S)
