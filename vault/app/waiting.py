"""Wait for a vault that a sync program is still bringing, for as long as it grows."""

from pathlib import Path
from typing import Final

from vault.app.ports import Ports
from vault.app.unlock import must_be_vault
from vault.errors import StillComing

PAUSES_S: Final = (0.1, 0.2, 0.4, 0.8)  # without growth, then it is given up
MOST_LOOKS: Final = 600  # a few minutes, however slowly it grows


def when_here(ports: Ports, path: Path) -> None:
    """Look until the whole file is here.

    Raises what `must_be_vault` does; `StillComing` where nothing comes any more.
    """
    most, idle = -1, 0
    for look in range(MOST_LOOKS):
        try:
            must_be_vault(ports, path)
        except StillComing as error:
            idle = 0 if error.here > most else idle + 1
            most = max(most, error.here)
            if idle == len(PAUSES_S) or look == MOST_LOOKS - 1:
                raise
            ports.clock.wait(PAUSES_S[idle])
        else:
            return
