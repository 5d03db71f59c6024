"""From words on a command line to an exit code: 0 done, 1 refused or wanting, 2 misuse.

`main` is the composition root: it alone takes the real disk, clock and chance.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from vault.app.explain import explain_typed
from vault.app.ports import Ports
from vault.app.system import state_folder, system_ports
from vault.cli.parser import parse
from vault.cli.prompt import Misuse
from vault.cli.terminal import ReportLost, Terminal, system_terminal
from vault.errors import VaultError, told_of
from vault.hardening import harden
from vault.i18n import translate as _

Command = Callable[[argparse.Namespace, Ports, Terminal], int]

INTERRUPTED = 130  # what shells report for a command stopped by hand

# Which file does a command. It is imported when it is wanted: what draws and reads
# paper takes longer to load than most commands take to run.
COMMANDS = {
    "new": "open_cmd",
    "info": "open_cmd",
    "list": "read_cmd",
    "show": "read_cmd",
    "codes": "codes_cmd",
    "add": "edit_cmd",
    "edit": "edit_cmd",
    "remove": "edit_cmd",
    "history": "history_cmd",
    "bring-back": "history_cmd",
    "forget": "history_cmd",
    "check": "check_cmd",
    "rehearse": "rehearse_cmd",
    "leave": "leave_cmd",
    "review": "review_cmd",
    "incident": "incident_cmd",
    "merge": "merge_cmd",
    "repair": "repair_cmd",
    "copy": "kept_cmd",
    "backups": "kept_cmd",
    "make-current": "kept_cmd",
    "keys list": "keys_cmd",
    "keys change-passphrase": "keys_cmd",
    "keys add-passphrase": "keys_cmd",
    "keys remove": "keys_cmd",
    "keys new-code": "keys_cmd",
    "keys key-file": "keys_cmd",
    "keys somebody-knows": "keys_known_cmd",
    "import": "exchange_cmd",
    "export": "exchange_cmd",
    "kit make": "kit_make_cmd",
    "kit check": "kit_read_cmd",
    "kit restore": "kit_read_cmd",
    "kit list": "kit_register_cmd",
    "kit drill": "kit_drill_cmd",
    "kit retire": "kit_register_cmd",
    "kit test-page": "test_page_cmd",
    "packs list": "packs_cmd",
    "packs show": "packs_cmd",
    "packs own": "packs_cmd",
    "packs bodies": "packs_bodies_cmd",
    "packs news": "packs_cmd",
    "attach": "attach_cmd",
    "attachments": "attach_cmd",
    "rules show": "rules_cmd",
    "rules set": "rules_cmd",
    "rules confirm": "rules_cmd",
    "share make": "share_make_cmd",
    "share open": "share_open_cmd",
    "share register": "share_register_cmd",
}


def command(words: str) -> Command:
    """Return the function that does a command: its words, joined, in its file."""
    module = import_module(f"vault.cli.{COMMANDS[words]}")
    done: Command = getattr(module, "do_" + words.replace(" ", "_").replace("-", "_"))
    return done


def run(arguments: Sequence[str], ports: Ports, terminal: Terminal) -> int:
    """Do what the words say and return the exit code; only misuse of argparse exits."""
    options = parse(arguments)
    terminal.as_json = options.json
    part = getattr(options, "part", None)
    words = f"{options.command} {part}" if part else options.command
    try:
        code = command(words)(options, ports, terminal)
        terminal.flush()
    except Misuse as misuse:
        terminal.report({"error": "Misuse", "happened": str(misuse)})
        terminal.note(f"sparekey: {misuse}")
        return 2
    except ReportLost:
        terminal.note(
            _("sparekey: the report could not be written; look whether it was done.")
        )
        return 1
    except VaultError as error:
        return refuse(error, terminal)
    except (KeyboardInterrupt, EOFError):  # Ctrl+C, or Ctrl+D at a question
        terminal.note(_("sparekey: stopped; nothing was changed."))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    finally:
        terminal.clear()
    return code


def refuse(error: VaultError, terminal: Terminal) -> int:
    """Say what happened and what to do; return exit code 1."""
    words = explain_typed(error)
    told = {"backup": error.backup} if error.backup else {}
    terminal.report({"error": type(error).__name__, **words._asdict(), **told})
    terminal.note(f"sparekey: {words.happened} {words.advice}".rstrip())
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the real disk, clock, chance and terminal."""
    harden()
    terminal = system_terminal()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        return run(words, system_ports(terminal.progress, state_folder()), terminal)
    except Exception as bug:  # noqa: BLE001 - our own: told, without Python's values
        return refuse(told_of(bug), terminal)
