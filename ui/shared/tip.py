"""Tips that show a text as it stands.

Qt takes a tip that looks like HTML for HTML, pictures and all, and the texts of a vault
or a share are whatever somebody wrote.
"""

from html import escape


def tip(text: str) -> str:
    """Return what to give a control as its tip, so that this very text is shown."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text
