"""What Windows tells a window: it goes to sleep, or its session is left or locked.

Written after Microsoft's pages about WM_POWERBROADCAST and WM_WTSSESSION_CHANGE.
"""

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

_THIS_SESSION: Final = 0
_POWER, _SUSPEND = 0x0218, 4
_SESSION: Final = 0x02B1
_LEFT: Final = frozenset({2, 4, 6, 7})  # another user, remote end, log-off, lock
_KIND: Final = b"windows_generic_MSG"


class SessionMessages(QAbstractNativeEventFilter):
    """Calls `left` when Windows tells that nobody sits here any more."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def listen(self, load: Callable[[str], Any] = ctypes.CDLL) -> None:
        """Ask to be told of this session, at the first window, and hear messages."""
        windows = QGuiApplication.topLevelWindows()
        if windows:
            handle = wintypes.HWND(windows[0].winId())
            load("wtsapi32").WTSRegisterSessionNotification(handle, _THIS_SESSION)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - as well
        message: int,
    ) -> object:
        """Look at each message for the few that count; all go on."""
        kind = eventType.data() if isinstance(eventType, QByteArray) else eventType
        if kind == _KIND:
            told = wintypes.MSG.from_address(int(message))
            asleep = told.message == _POWER and told.wParam == _SUSPEND
            if asleep or (told.message == _SESSION and told.wParam in _LEFT):
                self._left()
        return False, 0
