"""Make a kit: seal what goes in, lay it out, and prove it before it is handed out.

A kit that does not read back from its own pages, with each sheet dropped in turn, is
never handed out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from msgspec import structs

from vault.app.kit_order import Order, must_be_allowed
from vault.app.kit_proof import prove_sheets, prove_ways_in
from vault.app.kit_register import blanked, filled
from vault.app.owner_key import signature, signer_words
from vault.app.session import Session
from vault.app.supplement_order import label_for, next_number, supplement_document
from vault.app.unlock import CODE_BYTES, IDENT_BYTES
from vault.crypto.secret import Secret
from vault.document.body import encode_body, pack_paper
from vault.document.codec import encode_document
from vault.document.kit_document import kit_document
from vault.encoding.recovery_code import CodeKind, print_code
from vault.envelope.header import Profile
from vault.envelope.seal import Credentials, Stamp, Way, new_keys, seal
from vault.i18n import translate as _
from vault.ids import new_id
from vault.kit.frames import Frame, frames_of, kit_id
from vault.kit.pages import (
    KitFacts,
    card_page,
    code_sheets,
    cover_page,
    letter_pages,
)
from vault.kit.plan import Plan, plan_for
from vault.limits import CODES_A_SHEET
from vault.model.change import Add, Change, Changes, Replace, apply
from vault.model.kit import Kit
from vault.model.vault import Vault
from vault.optics.qr_write import Matrix, matrix
from vault.printing.draw import draw_pdf
from vault.printing.fonts import unprintable

CARD_VERSION = 3  # 31 characters at level H
CARD_LEVEL: Final = "H"


@dataclass(frozen=True)
class Made:
    """A kit, proven: its pages, what it says, its entry for the register."""

    sheets_pdf: bytes
    card_pdf: bytes | None
    entry: Kit
    document: bytes  # the JSON that was sealed
    envelope: bytes
    plan: Plan
    code_text: str  # the recovery code, for a card that is written by hand
    names_somebody: bool  # whether the cover says whom to ring
    unprintable: str  # characters of names and letter that print as boxes


def make_kit(session: Session, order: Order) -> Made:
    """Make a kit of an open vault and enter it into the register, in memory.

    Raises what `prepare_kit` does.
    """
    made = prepare_kit(session, order)
    enter_kit(session, made)
    return made


def prepare_kit(session: Session, order: Order) -> Made:
    """Make a kit of an open vault as it is now; the session is not touched.

    Raises `Refused` where the lock asked for is not allowed, `TooLarge` beyond forty
    sheets, `BrokenInvariant` where the kit's own pages do not give it back.
    """
    must_be_allowed(session.vault, order)
    entry = _new_entry(session, order)
    # The kit's own copy of the register has it too.
    vault, _changes = apply(session.vault, Add("kit", entry), session.ports.now())
    return _Maker(session, vault, order, entry).made()


def enter_kit(session: Session, made: Made, note: str = "") -> Changes:
    """Enter a kit into the register, in memory: one act that can be undone.

    In the two steps that printing and restoring take, so that both end alike. The
    `note` stands in the register only, such as which printer it went to.
    """
    blank = blanked(made.entry)
    entry = structs.replace(made.entry, note=note)
    steps: list[Change] = [Add("kit", blank), Replace("kit", blank, entry)]
    return session.apply(steps, _("Print a kit"))


def _new_entry(session: Session, order: Order) -> Kit:
    """Return the register's entry as it stands inside the kit itself.

    The kit's id and its sheets are known only when it is sealed: they are filled in
    afterwards here, and by whoever restores it.
    """
    vault, ports = session.vault, session.ports
    number = max((kit.number for kit in vault.kits.values()), default=0) + 1
    partial, to = bool(order.accounts), order.supplement_to
    card = number if partial else vault.card_number
    return Kit(
        id=new_id(ports.random, vault.kits),
        number=to.number if to else number,
        kit="",
        made=ports.now(),
        ways=order.ways,
        generation=session.file.stamp.generation,
        counter=vault.counter,
        paper=order.paper,
        density=order.density.name.lower(),
        card_number=card if order.needs_card else None,
        partial=partial,
        accounts=order.accounts,
        in_clear=order.in_clear,
        supplement=next_number(tuple(vault.kits.values()), to) if to else 0,
        supplement_to=to.id if to else "",
    )


class _Maker:
    """One kit in the making."""

    def __init__(
        self, session: Session, vault: Vault, order: Order, entry: Kit
    ) -> None:
        self._file = session.file
        self._ports = session.ports
        self._vault = vault
        self._order = order
        self._entry = entry
        full = not order.accounts
        random = session.ports.random
        self._ident = bytes.fromhex(self._vault.id) if full else random(IDENT_BYTES)
        kept = bytes.fromhex(self._vault.vault_code)
        self._code = kept if full else random(CODE_BYTES)
        self._kind = CodeKind.VAULT if full else CodeKind.PARTIAL_KIT

    def made(self) -> Made:
        """Seal, lay out, draw, read back."""
        progress = self._ports.progress
        progress("seal", 0, 1)
        document = self._document()
        body = pack_paper(encode_body(document))
        envelope, plan = self._sealed(body)
        frames = frames_of(envelope, plan)
        facts = self._facts(envelope, plan)
        code = print_code(self._code, self._kind)
        whole = self._order.supplement_to is None
        front = [cover_page(facts), *letter_pages(facts)] if whole else []
        sheets = code_sheets(facts, self._drawn(frames))
        sheets_pdf = draw_pdf([*front, *sheets], _title(self._entry))
        wants_card = whole and self._order.needs_card
        card_pdf = self._card(facts, code) if wants_card else None
        prove_sheets(self._ports, sheets_pdf, len(front), envelope, plan)
        prove_ways_in(self._ports, envelope, self._presented(), body)
        entry = filled(self._entry, kit_id(envelope), plan, self._vault)
        return Made(
            sheets_pdf,
            card_pdf,
            entry,
            document,
            envelope,
            plan,
            code,
            names_somebody=bool(facts.ring),
            unprintable=unprintable(_in_clear(facts)),
        )

    def _document(self) -> bytes:
        kit, content = self._order.supplement_to, self._content()
        if kit is None:
            return encode_document(content)
        return supplement_document(self._vault, content, kit, self._entry.supplement)

    def _content(self) -> Vault:
        """Return what goes on paper; a partial kit is a vault of its own."""
        if not self._order.accounts:
            return kit_document(self._vault)
        return kit_document(self._vault, self._order.accounts, self._ident.hex())

    def _ways(self) -> list[Way]:
        chosen = self._order.passphrase
        secret = chosen.secret if chosen else None
        code, cost = Secret(self._code), self._ports.costs.paper
        match self._order.ways:
            case "passphrase":
                return [Way(passphrase=secret, cost=cost)]
            case "card":
                return [Way(code=code)]
            case "either":
                return [Way(passphrase=secret, cost=cost), Way(code=code)]
            case "both":
                return [Way(passphrase=secret, code=code, cost=cost)]

    def _sealed(self, body: bytes) -> tuple[bytes, Plan]:
        """Seal to a whole number of codes; more groups ask for a wider padding."""
        keys = new_keys(
            self._ident, self._ways(), self._ports.random, self._ports.costs.floor
        )
        if kit := self._order.supplement_to:
            label = label_for(kit, self._entry.supplement).to_field()
            keys = replace(keys, kept=(label,))
        file = self._file
        stamp = Stamp(file.stamp.generation, file.stamp.epoch, parent=file.save_id)
        multiple = self._order.density.symbol_bytes
        while True:
            envelope = seal(
                body,
                profile=Profile.KIT,
                ident=self._ident,
                keys=keys,
                stamp=stamp,
                random=self._ports.random,
                sign=self._sign,
                symbol_bytes=multiple,
            )
            plan = plan_for(len(envelope), self._order.density)
            if plan.envelope_bytes == len(envelope):
                return envelope, plan
            multiple = plan.multiple_bytes

    def _sign(self, message: bytes) -> bytes:
        return signature(self._vault, message)

    def _facts(self, envelope: bytes, plan: Plan) -> KitFacts:
        order, vault = self._order, self._vault
        count = len(order.accounts or vault.accounts)
        return KitFacts(
            kit_number=self._entry.number,
            kit_id=kit_id(envelope).hex(),
            date=date.fromisoformat(self._entry.made[:10]),
            owner=vault.name,
            ring=_to_ring(vault),
            ways=order.ways,
            card_number=self._entry.card_number,
            sheets=plan.sheets,
            needed=plan.needed,
            paper=order.paper,
            partial=self._entry.partial,
            accounts_count=count,
            letter=order.letter,
            signer_words=signer_words(vault),
            generation=self._entry.generation,
            density=order.density,
            supplement=self._entry.supplement,
        )

    def _drawn(self, frames: list[Frame]) -> list[list[Matrix]]:
        sheets: list[list[Matrix]] = []
        for start in range(0, len(frames), CODES_A_SHEET):
            self._ports.progress("draw", start, len(frames))
            part = frames[start : start + CODES_A_SHEET]
            version = self._order.density.version
            sheets.append([matrix(frame.to_text(), version) for frame in part])
        return sheets

    def _card(self, facts: KitFacts, code: str) -> bytes:
        shown = self._order.code_on_card
        plain = code.replace("-", "")
        drawn = matrix(plain, CARD_VERSION, CARD_LEVEL) if shown else None
        page = card_page(facts, code if shown else None, drawn)
        return draw_pdf([page], f"Spare Key key card {facts.card_number}")

    def _presented(self) -> Iterator[Credentials]:
        """Yield what will be presented: every way in is tried."""
        for way in self._ways():
            yield Credentials(passphrase=way.passphrase, code=way.code)


def _title(entry: Kit) -> str:
    """Return the title of the PDF; it names neither vault nor business."""
    kit = f"kit {entry.number}"
    if entry.supplement:
        return f"Spare Key supplement {entry.supplement} to {kit}"
    return f"Spare Key {kit}"


def _in_clear(facts: KitFacts) -> str:
    """Return the owner's own words that are printed in clear."""
    named = (words for pair in facts.ring for words in pair)
    return "".join([facts.owner, facts.letter, *named])


def _to_ring(vault: Vault) -> tuple[tuple[str, str], ...]:
    """List whom to ring: the trusted people, with a number or an address."""
    trusted = [person for person in vault.people.values() if person.trusted]
    trusted.sort(key=lambda person: (person.name.casefold(), person.id))
    return tuple((p.name, p.phone or p.email) for p in trusted if p.phone or p.email)
