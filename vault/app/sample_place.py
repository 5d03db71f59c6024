"""The sample vault as a file of its own, to look at and to try things in."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.sample import with_samples
from vault.app.session import Session
from vault.app.unlock import blank_vault, create_vault
from vault.i18n import translate as _

SAMPLE_WORDS: Final = "sample"  # told to everybody: it guards invented records


def make_sample(ports: Ports, folder: Path, count: int) -> Session:
    """Make the sample in an empty folder and return it open.

    Its name says what it is, wherever it is printed; its key is the cheapest that is
    written. Raises as `create_vault`.
    """
    cheap = replace(ports, costs=replace(ports.costs, disk=ports.costs.floor))
    vault = with_samples(blank_vault(ports, _("Kiln & Clay (sample)")), count)
    secret = typed_passphrase(SAMPLE_WORDS).secret
    # As if drawn: every lock of a kit can be tried.
    words = Passphrase(secret, generated=True)
    session = create_vault(cheap, folder / "sample.sparekey", vault, words)
    session.ports = ports
    return session
