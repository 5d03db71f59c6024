"""What the system below must bring, and the Debian package that brings it.

As root on Debian or Ubuntu what is missing is installed. Elsewhere it is named in one
line: what the program cannot do without ends the run, the rest is said and left.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
from pathlib import Path

from shell import answers, call, fail, say

# Shared libraries that Qt loads (SETUP: read off a bare bookworm). The first that
# fails hides the next, so all are looked up.
DRAWING = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "xkbcommon": "libxkbcommon0",
    "glib-2.0": "libglib2.0-0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
}
# Qt's own plug-ins, and what each wants beyond that.
XCB, WAYLAND = "platforms/libqxcb.so", "platforms/libqwayland.so"
PRINTING = "printsupport/libcupsprintersupport.so"
PLUGINS = {
    XCB: {
        "xcb-cursor": "libxcb-cursor0",
        "xkbcommon-x11": "libxkbcommon-x11-0",
        "xcb-icccm": "libxcb-icccm4",
        "xcb-keysyms": "libxcb-keysyms1",
        "xcb-shape": "libxcb-shape0",
    },
    WAYLAND: {"wayland-cursor": "libwayland-cursor0"},
    PRINTING: {"cups": "libcups2"},
}
SOUND = {"pulse": "libpulse0"}
# What some tests start as a stranger would: a second PDF and QR reader; and a screen
# with a keyboard, a pointer, a camera and a screen reader's view of it; a program that
# keeps folders of two devices in step; and what prints.
TEST_PROGRAMS = {
    "pdftoppm": "poppler-utils",
    "zbarimg": "zbar-tools",
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "dbus-run-session": "dbus",
    "syncthing": "syncthing",
    "cupsd": "cups",
    "lp": "cups-client",
    "gs": "ghostscript",
}
# A printer that prints to a file: a test brings up a CUPS of its own around it.
PRINTER, PRINTER_PACKAGE = (
    Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"),
    "printer-driver-cups-pdf",
)
READER = (
    "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
)
READER_PACKAGES = ["at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]
BENCH_PROGRAMS = {
    "Xvfb": "xvfb",
    "keepassxc": "keepassxc",
    "keepassxc-cli": "keepassxc",
}

# Printed: each plug-in of the list that does not load. It fails where Qt does not.
PROBE = """
import ctypes, sys
import PySide6.QtGui, PySide6.QtWidgets
from PySide6.QtCore import QLibraryInfo
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(QLibraryInfo.path(QLibraryInfo.PluginsPath) + "/" + name)
    except OSError:
        print(name)
"""


def may_install() -> bool:
    """Tell whether this is root on Debian or Ubuntu."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and shutil.which("apt-get") is not None


def install(packages: list[str], why: str) -> bool:
    """Install Debian packages and tell whether that went well."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    words = ("apt-get", "install", "-q", "-y", "--no-install-recommends", *packages)
    say(f"{why}: apt-get install {' '.join(packages)}")
    return not (call("apt-get", "update", "-q", **quiet) or call(*words, **quiet))


def want(packages: list[str], why: str) -> None:
    """Install what the program cannot do without, else end and name it in one line."""
    if not may_install():
        line = f"apt-get install {' '.join(packages)}"
        fail(f"{why}. On Debian or Ubuntu: sudo {line}")
    if not install(packages, why):
        fail("apt-get failed; its words above say why")


def has_screen() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the packages of the libraries that the system does not find."""
    find = ctypes.util.find_library
    return [package for name, package in libraries.items() if not find(name)]


def find_libraries(python: Path) -> None:
    """On Linux, make sure that Qt loads, and with a screen its window plug-in."""
    if not sys.platform.startswith("linux"):
        return
    window = XCB if os.environ.get("DISPLAY") else WAYLAND
    plugins = [window, PRINTING] if has_screen() else []
    drawn, out = answers(python, "-c", PROBE, *plugins)
    if not drawn:
        packages = missing(DRAWING) or list(DRAWING.values())
        want(packages, "Qt lacks system libraries")
        drawn, out = answers(python, "-c", PROBE, *plugins)
    if not drawn:
        fail("Qt still does not load; run .venv/bin/python -c 'import PySide6.QtGui'")
    if window in out:
        libraries = PLUGINS[window]
        want(missing(libraries) or list(libraries.values()), "a window lacks libraries")
    if PRINTING in out:
        offer(missing(PLUGINS[PRINTING]), "without libcups no printer is found")


def offer(packages: list[str], why: str) -> None:
    """Install what the program can do without, else say what follows and go on."""
    if not packages or (may_install() and install(packages, why)):
        return
    say(f"{why} (Debian: {' '.join(packages)})")


def find_sound() -> None:
    """Install the library of sound that Qt's part for cameras does not load without."""
    if sys.platform.startswith("linux"):
        offer(missing(SOUND), "without libpulse no camera is found")


def find_test_programs() -> None:
    """Install what tests start from outside; where that cannot be, they skip."""
    if not sys.platform.startswith("linux"):
        return
    packages = [p for name, p in TEST_PROGRAMS.items() if not shutil.which(name)]
    if not answers("/usr/bin/python3", "-c", READER)[0]:
        packages += READER_PACKAGES
    if not PRINTER.is_file():
        packages.append(PRINTER_PACKAGE)
    offer([*packages, *missing(PLUGINS[XCB])], "without these some tests are skipped")


def find_bench_programs() -> None:
    """Install what the bench compares with; where that cannot be, it says so."""
    if not sys.platform.startswith("linux"):
        return
    packages = {p for name, p in BENCH_PROGRAMS.items() if not shutil.which(name)}
    offer(sorted(packages), "without these nothing is compared with KeePassXC")
