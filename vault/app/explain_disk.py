"""The words for what the disk refuses: why, and what to do."""

import errno
import os

from vault.app.explain_words import Words
from vault.errors import OnlyReadable, StillComing
from vault.i18n import translate as _

_ABSENT = (
    _("its content is not on this computer, and what keeps it does not answer"),
    _(
        "If it lies in a cloud folder, go on line, let that program fetch the file "
        "(“always keep on this device”), then try again."
    ),
)
_SILENT = (  # a placeholder that can't be filled, a network disk that is gone
    "ETIMEDOUT",
    "EAGAIN",
    "EDEADLK",  # a Mac's placeholder that may not be filled
    "ENOTCONN",
    "ENETDOWN",
    "ENETUNREACH",
    "EHOSTDOWN",
    "EHOSTUNREACH",
    "EREMOTEIO",
    "ESTALE",
)
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
    errno.ENXIO: (_("that is a pipe or a device"), _("Name a file.")),
    errno.EIO: (_("the disk reports a fault"), _("Copy what you can to another disk.")),
    **{getattr(errno, name): _ABSENT for name in _SILENT if hasattr(errno, name)},
}


def disk_words(number: int) -> tuple[str, str]:
    """Return why the system refused, by its error number, and what to do."""
    told = _("the system refused ({reason})").format(reason=os.strerror(number))
    return REASONS.get(number, (told, _("Try another place.")))


def only_readable(error: OnlyReadable) -> Words:
    """Explain `OnlyReadable`: it opens, and can't be changed there."""
    reason, _advice = disk_words(error.errno)
    return Words(
        _("It can only be read there"),
        _("Nothing may be written where {path} lies: {reason}.").format(
            path=error.path, reason=reason
        ),
        _("Open it for reading; to change it, copy it to another disk."),
    )


def still_coming(error: StillComing) -> Words:
    """Explain `StillComing`: it may come, or its end is lost."""
    happened = _("{path} is empty.")
    if error.whole:
        happened = _("Of {path} only {here:,} of {whole:,} bytes are there.")
    elif error.here:
        happened = _("{path} ends too early, after {here:,} bytes.")
    return Words(
        _("Not all here yet"),
        happened.format(path=error.path, here=error.here, whole=error.whole),
        _(
            "If a cloud folder or another program is still bringing it, wait until "
            "that is done and open it again. If nothing comes, its end is lost: open "
            "a backup (the folder that ends in “backups” beside the vault), another "
            "copy, or restore from a kit. It was left as it is."
        ),
    )
