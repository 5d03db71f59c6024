"""What can be done from a menu or by keys: one table of words, keys and needs."""

from typing import Final, Literal, NamedTuple

# When an action can be chosen: always; only with a vault open; only where it may be
# written to; only where there is something to undo or to do again.
Need = Literal["always", "open", "write", "undo", "redo", "locked"]


class ActionSpec(NamedTuple):
    """One action; `keys` in Qt's portable spelling, which maps Ctrl to Cmd on macOS."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    need: Need = "always"
    icon: str = ""


ACTIONS: Final = (
    ActionSpec("create", "Create a vault…", (), "locked", "create"),
    ActionSpec("open", "Open a file…", ("Ctrl+O",), "locked", "open"),
    ActionSpec("restore", "Restore from a printed kit…", (), "locked", "restore"),
    ActionSpec("merge", "Merge another copy…", (), "write"),
    ActionSpec("copy", "Save a copy…", (), "open", "save"),
    ActionSpec("backups", "Backups", (), "open", "history"),
    ActionSpec("lock", "Lock", ("Ctrl+L",), "open", "lock"),
    ActionSpec("quit", "Quit", ("Ctrl+Q",)),
    ActionSpec("undo", "Undo", ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", "Redo", ("Ctrl+Shift+Z",), "redo", "redo"),
    ActionSpec("search", "Search accounts", ("Ctrl+F",), "open", "search"),
    ActionSpec("new-account", "New account…", ("Ctrl+N",), "write", "plus"),
    ActionSpec("rename", "Rename the account", ("F2",), "write", "edit"),
    ActionSpec("next-code", "Copy the next unused code", ("Ctrl+Shift+C",), "open"),
    ActionSpec("home", "Home", ("Ctrl+1",), "open", "home"),
    ActionSpec("accounts", "Accounts", ("Ctrl+2",), "open", "accounts"),
    ActionSpec("people", "People", ("Ctrl+3",), "open", "people"),
    ActionSpec("kits", "Kits", ("Ctrl+4",), "open", "kit"),
    ActionSpec("shares", "Share", ("Ctrl+5",), "open", "share"),
    ActionSpec("history", "History", ("Ctrl+6",), "open", "history"),
    ActionSpec("deleted", "Deleted lately", (), "open", "remove"),
    ActionSpec("rehearsal", "What if…", ("Ctrl+7",), "open", "steps"),
    ActionSpec("review", "Review", ("Ctrl+8",), "open", "check-circle"),
    ActionSpec("papers", "Papers", ("Ctrl+9",), "open", "file"),
    ActionSpec("kit-new", "Print a kit…", ("Ctrl+P",), "write", "print"),
    ActionSpec("kit-read", "Read a kit back…", (), "write", "check-circle"),
    ActionSpec("trouble", "I'm locked out…", ("F1",), "always", "lifebuoy"),
    ActionSpec("reporting", "Where to report…", (), "always", "link"),
    ActionSpec("larger", "Larger text", ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", "Smaller text", ("Ctrl+-",)),
    ActionSpec("theme", "Light or dark", ("Ctrl+Shift+D",), "always", "theme"),
    ActionSpec("settings", "Settings", ("Ctrl+,",), "always", "settings"),
    ActionSpec("keys", "Keys", ("?", "Ctrl+/")),
    ActionSpec("about", "About Spare Key"),
)
ACTION: Final = {spec.name: spec for spec in ACTIONS}
