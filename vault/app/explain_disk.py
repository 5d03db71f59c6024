"""The words for what the disk refuses: why, and what to do."""

import errno
import os

from vault.i18n import translate as _

REASONS = {
    errno.ENOSPC: (_("the disk is full"), _("Free some space, or save elsewhere.")),
    errno.EDQUOT: (_("your quota is used up"), _("Free some space.")),
    errno.EFBIG: (_("the file may not grow that far"), _("Save on another disk.")),
    errno.EROFS: (_("the disk can only be read"), _("Save on another disk.")),
    errno.EACCES: (_("you may not write or read there"), _("Choose another folder.")),
    errno.EPERM: (_("you may not write or read there"), _("Choose another folder.")),
    errno.ENOENT: (_("there is no such file or folder"), _("Check the path.")),
    errno.ENOTDIR: (_("a part of the path is no folder"), _("Check the path.")),
    errno.EISDIR: (_("that is a folder"), _("Name a file.")),
    errno.EIO: (_("the disk reports a fault"), _("Copy what you can to another disk.")),
}


def disk_words(number: int) -> tuple[str, str]:
    """Return why the system refused, by its error number, and what to do."""
    told = _("the system refused ({reason})").format(reason=os.strerror(number))
    return REASONS.get(number, (told, _("Try another place.")))
