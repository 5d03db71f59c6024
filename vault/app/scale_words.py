"""The scale at which sheets were printed, as a hint: nothing is wrong with them."""

from collections.abc import Iterable
from statistics import median

from vault.app.kit_reading import PageRead
from vault.i18n import translate as _
from vault.kit.scale import is_scaled


def scale_words(pages: Iterable[PageRead]) -> str:
    """Return at which scale the sheets were printed; "" where they have their size.

    Also where it can't be told: on photos.
    """
    seen = [page.percent for page in pages if page.percent is not None]
    if not seen or not is_scaled(median(seen)):
        return ""
    words = _(
        "They were printed at {percent} % of their size: next time switch “fit to "
        "page” off, so that their codes are as large as they should be."
    )
    return words.format(percent=f"{median(seen):.0f}")
