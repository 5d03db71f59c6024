"""From words on a command line to an exit code: 0 done, 1 refused or wanting, 2 misuse.

`main` is the composition root: it alone takes the real disk, clock and chance.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from vault.app.explain import explain
from vault.app.ports import Ports
from vault.app.system import system_ports
from vault.cli import edit_cmd, exchange_cmd, kit_cmd, open_cmd, read_cmd
from vault.cli.parser import parse
from vault.cli.prompt import Misuse
from vault.cli.terminal import Terminal, system_terminal
from vault.errors import VaultError
from vault.i18n import translate as _

Command = Callable[[argparse.Namespace, Ports, Terminal], int]

INTERRUPTED = 130  # what shells report for a command stopped by hand

COMMANDS: dict[str, Command] = {
    "new": open_cmd.new,
    "info": open_cmd.info,
    "list": read_cmd.list_records,
    "show": read_cmd.show,
    "codes": read_cmd.codes,
    "add": edit_cmd.add,
    "edit": edit_cmd.edit,
    "remove": edit_cmd.remove,
    "import": exchange_cmd.import_files,
    "export": exchange_cmd.export_vault,
    "kit make": kit_cmd.make,
    "kit check": kit_cmd.check,
    "kit restore": kit_cmd.restore_kit,
}


def run(arguments: Sequence[str], ports: Ports, terminal: Terminal) -> int:
    """Do what the words say and return the exit code; only misuse of argparse exits."""
    options = parse(arguments)
    terminal.as_json = options.json
    words = f"kit {options.part}" if options.command == "kit" else options.command
    try:
        return COMMANDS[words](options, ports, terminal)
    except Misuse as misuse:
        terminal.note(f"sparekey: {misuse}")
        return 2
    except VaultError as error:
        return refuse(error, terminal)
    except KeyboardInterrupt:
        terminal.note(_("sparekey: stopped; nothing was changed."))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    finally:
        terminal.clear()


def refuse(error: VaultError, terminal: Terminal) -> int:
    """Say what happened and what to do; return exit code 1."""
    words = explain(error)
    terminal.report({"error": type(error).__name__, **words._asdict()})
    terminal.note(f"sparekey: {words.happened} {words.advice}".rstrip())
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the real disk, clock, chance and terminal."""
    terminal = system_terminal()
    words = sys.argv[1:] if arguments is None else arguments
    return run(words, system_ports(terminal.progress), terminal)
