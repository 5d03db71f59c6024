"""Which addresses may be given to the browser.

A share comes from somebody else, and a system opens far more than pages: files, other
computers, programs that have an address of their own.
"""

from typing import Final

from PySide6.QtCore import QUrl

SCHEMES: Final = frozenset({"https", "http"})


def is_page(address: str) -> bool:
    """Tell whether this is the plain address of a page on the web.

    One with a name in front of the host is none: it looks like another page's.
    """
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in SCHEMES:
        return False
    return bool(url.host()) and not url.userInfo()
