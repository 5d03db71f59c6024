"""Why nothing was read of a picture, as far as can be seen."""

from typing import Final, Literal

from vault.optics.pictures import Picture

Fault = Literal["", "blurred", "blank"]
BLANK_CONTRAST: Final = 40  # of 255: black print on white paper has five times that
# Edges less steep than this part of the contrast: no code was read above it, and none
# that was read lay below (blurs of 0.5 to 5 pixels at 150 dpi, sheets and covers).
BLURRED_EDGE: Final = 0.22


def fault_of(picture: Picture) -> Fault:
    """Say why nothing was read: for a sharp picture of something else, nothing."""
    contrast, edge = picture.sharpness()
    if max(contrast, edge) < BLANK_CONTRAST:
        return "blank"
    return "blurred" if edge < BLURRED_EDGE * contrast else ""
