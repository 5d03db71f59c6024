"""The proof that a kit can be restored, before anybody is given it.

The pages are drawn as a scanner would see them and read back; with each sheet left out
in turn the envelope must come again; and every way in must open it to the same content.
"""

from collections.abc import Iterable

from vault.app.ports import Ports
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, open_envelope
from vault.errors import BrokenInvariant, Malformed, VaultError
from vault.kit.collect import Collection
from vault.kit.frames import Frame, parse_frame
from vault.kit.plan import Plan
from vault.kit.scan import scan

READ_BACK_DPI = 300  # what a plain scanner gives


def prove_sheets(
    ports: Ports, pdf: bytes, first_sheet: int, envelope: bytes, plan: Plan
) -> None:
    """Read the drawn sheets back; with each one dropped, all must come again.

    `first_sheet` is the page, from 0, behind cover and letter. Raises
    `BrokenInvariant`.
    """
    frames: list[Frame] = []
    for page in scan("kit.pdf", pdf, READ_BACK_DPI, first_sheet):
        ports.progress("read back", page.number - 1, page.pages)
        frames += _parsed(page.texts)
    for dropped in (None, *range(plan.sheets)):
        gathered = Collection()
        for frame in frames:
            if frame.sheet != dropped:
                gathered.add(frame)
        if _recovered(gathered) != envelope:
            raise BrokenInvariant("kit-reads-differently")


def _parsed(texts: Iterable[str]) -> list[Frame]:
    """Return the frames read; a code that is none of ours proves the kit wrong."""
    try:
        return [parse_frame(text) for text in texts]
    except Malformed as error:
        raise BrokenInvariant("kit-reads-wrongly") from error


def _recovered(gathered: Collection) -> bytes:
    """Return what the codes give; codes that give nothing prove the kit wrong."""
    try:
        return gathered.recover().envelope
    except VaultError as error:
        raise BrokenInvariant("kit-does-not-read-back") from error


def prove_ways_in(
    ports: Ports, envelope: bytes, presented: Iterable[Credentials], body: bytes
) -> None:
    """Open the envelope by every way in; raises `BrokenInvariant` where one differs."""
    for number, credentials in enumerate(presented):
        ports.progress("open", number, number + 1)
        opened = open_envelope(envelope, credentials, profile=Profile.KIT)
        if opened.body != body:
            raise BrokenInvariant("kit-opens-differently")
