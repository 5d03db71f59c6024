"""The places one can be in the window: their names, titles, icons; one table."""

from typing import Final, NamedTuple


class Place(NamedTuple):
    """`under` names the rail's entry that is marked; "" where no vault is needed."""

    name: str
    title: str
    icon: str = ""
    under: str = ""

    @property
    def on_rail(self) -> bool:
        """Whether the rail has an entry for it."""
        return bool(self.icon) and self.under == self.name

    @property
    def on_rail_as(self) -> str:
        """The entry of the rail that is marked while it is shown."""
        return self.under


PLACES: Final = (
    Place("welcome", "Welcome"),
    Place("new", "Create a vault"),
    Place("unlock", "Unlock"),
    Place("restore", "Restore from a printed kit"),
    Place("restore-keep", "Make this my vault"),
    Place("shared", "Open a shared file"),
    Place("trouble", "In trouble"),
    Place("home", "Home", "home", "home"),
    Place("accounts", "Accounts", "accounts", "accounts"),
    Place("platform", "A platform of your own", "", "accounts"),
    Place("people", "People", "people", "people"),
    Place("leaver", "Somebody leaves", "", "people"),
    Place("rules", "House rules", "", "people"),
    Place("incident", "Incident", "lifebuoy", "incident"),
    Place("kits", "Kits", "kit", "kits"),
    Place("kit-new", "Print a kit", "", "kits"),
    Place("kit-supplement", "Print what changed", "", "kits"),
    Place("test-page", "Try your printer", "", "kits"),
    Place("kit-read", "Read a kit back", "", "kits"),
    Place("kit-retire", "Retire a kit", "", "kits"),
    Place("rehearsal", "What if…", "", "home"),
    Place("shares", "Share", "share", "shares"),
    Place("review", "Review", "check-circle", "review"),
    Place("papers", "Papers", "", "accounts"),
    Place("pack", "What is known of a platform", "", "accounts"),
    Place("news", "Newer facts", "", "accounts"),
    Place("history", "History", "history", "history"),
    Place("deleted", "Deleted lately", "", "history"),
    Place("merge", "Merge another copy", "", "home"),
    Place("to-check", "Values to check", "", "home"),
    Place("backups", "Backups", "", "home"),
    Place("ways", "Ways in", "", "home"),
    Place("reporting", "Where to report"),
    Place("settings", "Settings"),
)
PLACE: Final = {place.name: place for place in PLACES}
