"""The kit of 25 sample accounts, as its pages come out of the printer."""

import random
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from tests.desk import WORDS
from tests.fakes import ports_on_disk
from vault.app.credentials import Passphrase, typed_passphrase
from vault.app.kit_make import Made, prepare_kit
from vault.app.kit_order import Order
from vault.app.sample import with_samples
from vault.app.unlock import blank_vault, create_vault
from vault.kit.pages_paper import PaperName
from vault.kit.plan import Density, Plan
from vault.optics.pdf_pages import PdfFile
from vault.optics.pictures import Picture

ACCOUNTS = 25
DPI = 300
PIXELS_A_MM = DPI / 25.4
COVER_PAGES = 1


@dataclass(frozen=True)
class Printed:
    """A kit on paper: what its sheets must give back, and its PDF."""

    plan: Plan
    envelope: bytes = field(repr=False)
    pdf: bytes = field(repr=False)

    def sheet(self, number: int, dpi: int = DPI) -> Picture:
        """Return a code sheet, from 0, as a clean render."""
        pdf = PdfFile(self.pdf)
        try:
            front = pdf.page_count - self.plan.sheets
            return pdf.picture(front + number, dpi)
        finally:
            pdf.close()


@cache
def printed(
    paper: PaperName = "a4", density: Density = Density.STURDY, accounts: int = ACCOUNTS
) -> Printed:
    """Return the kit that `accounts` sample accounts make."""
    made = made_kit(paper, density, accounts)
    return Printed(made.plan, made.envelope, made.sheets_pdf)


def made_kit(paper: PaperName, density: Density, accounts: int) -> Made:
    """Make a kit as the window does, of a vault with cheap keys."""
    ports = ports_on_disk()
    passphrase = Passphrase(typed_passphrase(WORDS).secret, generated=True)
    vault = with_samples(blank_vault(ports, "Kiln & Clay"), accounts)
    with (
        tempfile.TemporaryDirectory() as folder,
        create_vault(
            ports, Path(folder) / "shop.sparekey", replace(vault), passphrase
        ) as session,
    ):
        return prepare_kit(session, Order("either", paper, passphrase, density=density))


@cache
def pages(kit: Printed) -> tuple[Image.Image, ...]:
    """Return the kit's code sheets at 300 dpi, to be damaged."""
    return tuple(image_of(kit.sheet(number)) for number in range(kit.plan.sheets))


def image_of(picture: Picture) -> Image.Image:
    """Return a picture as Pillow has it."""
    return Image.frombytes("L", (picture.width, picture.height), picture.grey)


def drawn(seed: str) -> random.Random:
    """Return chance that repeats itself."""
    return random.Random(seed)
