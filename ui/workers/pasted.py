"""What lies on the clipboard, as far as it can be read like a dropped file."""

from dataclasses import dataclass, field

from PySide6.QtGui import QClipboard, QImage


@dataclass(frozen=True)
class Pasted:
    """Paths of copied files, or a picture; the picture is null where there is none."""

    paths: tuple[str, ...] = ()
    image: QImage = field(default_factory=QImage, repr=False)


def pasted(clipboard: QClipboard) -> Pasted:
    """Return what lies there now."""
    data = clipboard.mimeData()
    if data is None:
        return Pasted()
    paths = tuple(filter(None, (url.toLocalFile() for url in data.urls())))
    if paths or not data.hasImage():
        return Pasted(paths)
    return Pasted(image=clipboard.image())
