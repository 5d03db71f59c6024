"""The process that decodes pictures, as a frozen program starts it: as itself."""

from vault.kit.scan_child import main

__all__ = ["main"]
