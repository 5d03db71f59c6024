"""What a walk through the window needs beside it: a vault, a kit's sheets, a share."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ui.book.fills import Fill, vault_with
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.kit_make import Made, enter_kit, prepare_kit
from vault.app.kit_order import Order
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.share_make import ShareOrder, hand_out_share, make_share
from vault.app.tour_steps import photograph
from vault.app.unlock import create_vault, open_vault

# Of invented files, which hold nothing that is true.
WORDS: Final = "glad amber river stone quiet lamp"
SHARE_WORDS: Final = "calm copper meadow signal violet sea"
NOTE: Final = "Ring the carrier first; the mailbox hangs on the number."
DPI: Final = 200

Scan = Callable[[Ports, Made, Path], list[Path]]


@dataclass(frozen=True)
class Props:
    """Everything invented that one walk is given; WORDS open the vault and its kit."""

    folder: Path
    fill: Fill
    ports: Ports
    sheets: tuple[
        Path, ...
    ] = ()  # pictures of the kit's sheets; none of an empty vault

    @property
    def vault(self) -> Path:
        """The vault of this fill."""
        return self.folder / "kiln-and-clay.sparekey"

    @property
    def share(self) -> Path:
        """A share of its first accounts; SHARE_WORDS open it."""
        return self.folder / "for-jonas.sparekey"

    def open(self) -> Session:
        """Open the vault, to be written."""
        shown = Credentials(passphrase=typed_passphrase(WORDS).secret)
        return open_vault(self.ports, self.vault, shown, write=True)


def lay_out(
    folder: Path, fill: Fill, make_ports: Callable[[], Ports], scan: Scan | None = None
) -> Props:
    """Make what a walk needs in an empty folder; `scan` turns a kit into pictures."""
    props = Props(folder, fill, make_ports())
    vault = vault_with(props.ports, fill)
    with create_vault(props.ports, props.vault, vault, _drawn(WORDS)) as session:
        if fill == "empty":
            return props
        made = _printed(session)
        _shared(session, props.share)
    return Props(
        folder, fill, props.ports, tuple((scan or scanned)(props.ports, made, folder))
    )


def scanned(ports: Ports, made: Made, folder: Path) -> list[Path]:
    """Return pictures of a kit's sheets, as a scanner would make them."""
    pdf = folder / "kit.pdf"
    pdf.write_bytes(made.sheets_pdf)
    return photograph(ports, pdf, DPI, folder / "sheets")[-made.plan.sheets :]


def _printed(session: Session) -> Made:
    """Make a kit of the vault and enter it into the register, not yet read back."""
    made = prepare_kit(session, Order("either", "a4", _drawn(WORDS)))
    enter_kit(session, made)
    session.save()
    return made


def _shared(session: Session, path: Path) -> None:
    accounts = tuple(session.vault.accounts)[:4]
    order = ShareOrder(accounts, "codes", _drawn(SHARE_WORDS), NOTE)
    hand_out_share(session, make_share(session, order), path)


def _drawn(text: str) -> Passphrase:
    return Passphrase(typed_passphrase(text).secret, generated=True)
