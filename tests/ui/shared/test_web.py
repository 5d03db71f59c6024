"""Only the plain address of a page goes to the browser."""

import pytest

from ui.shared.web import is_page

PAGES = (
    "https://www.instagram.com/hacked/",
    "http://example.com",
    "HTTPS://EXAMPLE.COM/a?b=c#d",
    "https://example.com:8443/help",
    "https://käse.example/",
    " https://example.com/ ",
)
OTHERS = (
    "",
    "example.com",
    "www.example.com",
    "file:///etc/passwd",
    "file://server/share/run.exe",
    "smb://server/share",
    "\\\\server\\share",
    "//server/share",
    "C:\\Windows\\System32\\calc.exe",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x&crumb=location:\\\\server\\share",
    "vbscript:x",
    "ssh://-oProxyCommand=x",
    "tel:+4930123",
    "mailto:help@example.com",
    "https:///etc/passwd",
    "https://",
    "https:example.com",
    "https://bank.example@evil.example/",
    "https://user:secret@example.com/",
    "ht\ntps://example.com",
    "view-source:https://example.com",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_may_be_opened(address: str) -> None:
    """By either scheme of the web, at any host."""
    assert is_page(address)


@pytest.mark.parametrize("address", OTHERS)
def test_nothing_else_may(address: str) -> None:
    """No file, no other computer, no program, and nobody's page in disguise."""
    assert not is_page(address)
