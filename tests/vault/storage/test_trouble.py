"""From the system's refusal to ours."""

import errno
from pathlib import Path

import pytest

from vault.errors import Exists, FileTrouble
from vault.storage.trouble import step


def test_a_taken_name_is_its_own_error() -> None:
    """Everything else names the step and why."""
    with pytest.raises(Exists), step("name", Path("shop")):
        raise FileExistsError(errno.EEXIST, "there")
    with pytest.raises(FileTrouble) as caught, step("write", Path("shop")):
        raise OSError(errno.ENOSPC, "full")
    assert (caught.value.step, caught.value.errno) == ("write", errno.ENOSPC)


def test_a_placeholder_that_windows_can_not_fill_is_no_invalid_argument() -> None:
    """Python knows no better name for what a cloud folder says there."""

    class ProviderNotRunning(OSError):
        winerror = 362

    with pytest.raises(FileTrouble) as caught, step("read", Path("shop")):
        raise ProviderNotRunning(errno.EINVAL, "The cloud file provider is not running")
    assert caught.value.errno == errno.ETIMEDOUT
