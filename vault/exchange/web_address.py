"""The words of a web address that may name a platform."""

from urllib.parse import urlsplit


def host_words(address: str) -> tuple[str, ...]:
    """Return the host, and the part before its ending; none where there is no host."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:  # brackets that hold no address
        return ()
    labels = (host or "").removeprefix("www.").split(".")
    return (".".join(labels), labels[-2]) if len(labels) > 1 else ()
