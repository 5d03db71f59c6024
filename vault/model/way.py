"""What the vault remembers of one of its ways in, beside what the file itself tells."""

from vault.model.record import Part


class WayNote(Part, frozen=True, kw_only=True):
    """Whose a way in is and since when; `slot` is the salt of the slot it belongs to.

    A salt is drawn at every wrapping, so a note never fits another way than its own.
    """

    slot: str  # 32 hex digits
    whose: str = ""  # "" for the owner's own
    added: str = ""  # time
    generated: bool = False  # whether its passphrase was drawn by the program
