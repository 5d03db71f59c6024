"""The menus, as data: names of actions in the order in which they are shown."""

from typing import Final

RULE: Final = "-"

MENUS: Final = (
    (
        "&File",
        (
            "create",
            "open",
            "restore",
            RULE,
            "copy",
            "backups",
            "merge",
            RULE,
            "lock",
            "quit",
        ),
    ),
    (
        "&Edit",
        (
            "undo",
            "redo",
            RULE,
            "search",
            "new-account",
            "rename",
            "next-code",
            "deleted",
        ),
    ),
    (
        "&Go",
        (
            "home",
            "accounts",
            "people",
            "kits",
            "shares",
            "history",
            "rehearsal",
            "review",
            "papers",
        ),
    ),
    ("&Kit", ("kit-new", "kit-read")),
    ("&View", ("larger", "smaller", "theme", RULE, "settings")),
    ("&Help", ("trouble", "reporting", RULE, "keys", "about")),
)
