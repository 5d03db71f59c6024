"""Passphrases and codes: from a file, from standard input, or asked for.

Rules. A secret is never taken from an argument, the environment or a history file.
`-` is standard input, one line for each option that names it, in the order passphrase,
code, new passphrase; what follows is left for the command (JSON). A file holds the
secret and at most one line end. Without an option the terminal asks, unseen; where
nobody sits there, the command ends with a sentence and exit code 2.
"""

import argparse
from codecs import BOM_UTF8
from pathlib import Path

from vault.app.credentials import (
    Credentials,
    Passphrase,
    TypedCode,
    code_typed,
    drawn_passphrase,
    has_edge_spaces,
    read_secret,
    typed_passphrase,
)
from vault.app.key_file import KeyFile, read_key_file
from vault.app.ports import Ports
from vault.cli.terminal import Terminal
from vault.errors import BadInput, Refused
from vault.i18n import translate as _

SHORT_BYTES = 12  # drawn words have about 40


class Misuse(Exception):
    """The command was given words that don't go together: exit code 2."""


def presented(
    options: argparse.Namespace, ports: Ports, terminal: Terminal
) -> Credentials:
    """Return what the options present; ask for the passphrase where they say nothing.

    Raises `Misuse` where nobody could be asked, `BadInput` for an unreadable secret.
    """
    passphrase = code = key_file = None
    if options.key_file:
        key_file = key_file_named(options.key_file, ports).secret
    if options.passphrase_file:
        passphrase = _passphrase(options.passphrase_file, ports, terminal).secret
    if options.code_file:
        code = _code(options.code_file, ports, terminal).secret
    if passphrase is None and code is None:
        passphrase = asked(terminal, _("Passphrase"), "--passphrase-file").secret
    return Credentials(passphrase=passphrase, code=code, key_file=key_file)


def key_file_named(file: str, ports: Ports) -> KeyFile:
    """Return a key file; it has no lines, and so is no standard input."""
    if file == "-":
        raise Misuse(_("a key file can't be standard input: name the file"))
    return read_key_file(ports, Path(file))


def presented_by(file: str, ports: Ports, terminal: Terminal) -> Credentials:
    """Return what a passphrase file presents; raises as `presented`."""
    return Credentials(passphrase=_passphrase(file, ports, terminal).secret)


def chosen(
    options: argparse.Namespace, ports: Ports, terminal: Terminal, file: str | None
) -> Passphrase:
    """Return a passphrase for a new way in: drawn, from a file, or asked for twice."""
    if options.generate:
        if file:
            raise Misuse(_("give either --generate or a passphrase file, not both"))
        return drawn_passphrase(ports, Path(options.generate))
    if file:
        return _not_short(_passphrase(file, ports, terminal), terminal)
    first = asked(terminal, _("New passphrase"), "--generate")
    again = asked(terminal, _("The same again"), "--generate")
    if not first.secret.equals(again.secret):
        raise Refused("passphrases-differ")
    return _not_short(first, terminal)


def _not_short(passphrase: Passphrase, terminal: Terminal) -> Passphrase:
    """Warn of a passphrase that could be guessed; whoever insists may have it."""
    if len(passphrase.secret) < SHORT_BYTES:
        terminal.note(
            _("Note: a short passphrase can be guessed; --generate F draws six words.")
        )
    return passphrase


def asked(terminal: Terminal, question: str, option: str) -> Passphrase:
    """Ask for a passphrase; `Misuse`, naming the option, where nobody sits there."""
    if not terminal.interactive:
        raise Misuse(
            _("no terminal to ask on: give {option} FILE").format(option=option)
        )
    return _taken(terminal.ask_secret(question), terminal)


def _passphrase(file: str, ports: Ports, terminal: Terminal) -> Passphrase:
    return _taken(_text(file, ports, terminal), terminal)


def _taken(text: str, terminal: Terminal) -> Passphrase:
    if has_edge_spaces(text):
        terminal.note(_("Note: the passphrase begins or ends with a space."))
    return typed_passphrase(text)


def _code(file: str, ports: Ports, terminal: Terminal) -> TypedCode:
    code = code_typed(_text(file, ports, terminal).strip())
    if code.mended:
        places = ", ".join(str(place + 1) for place in code.mended)
        words = _("Note: the code was mended at character {places} of 31.")
        terminal.note(words.format(places=places))
    return code


def _text(file: str, ports: Ports, terminal: Terminal) -> str:
    """Return a secret's text: one line of standard input, or a whole small file."""
    if file == "-":
        data = terminal.line()
    else:
        if ports.files.is_named_pipe(Path(file)):
            words = _("Waiting for what somebody writes into the pipe {file}.")
            terminal.note(words.format(file=file))
        data = read_secret(ports, Path(file))
        data = data.removesuffix(b"\n").removesuffix(b"\r").removeprefix(BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadInput(file, "secret-not-utf-8") from error
