"""Supplements for tests: of a session, or forged by one who knows its code."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as swapped

from msgspec.structs import replace

from tests.builders import a_code_set, an_account
from tests.desk import WORDS
from vault.app.credentials import Credentials, typed_passphrase
from vault.app.kit_make import Made, make_kit
from vault.app.kit_order import Order, vault_passphrase
from vault.app.kit_reading import Gathering
from vault.app.kit_restore import OpenedKit
from vault.app.owner_key import signature
from vault.app.session import Session
from vault.app.supplement_order import newest_of, supplement_order
from vault.crypto import signing
from vault.crypto.secret import Secret
from vault.document.body import encode_body, pack_paper
from vault.document.kit_document import kit_document
from vault.document.supplement import About
from vault.envelope.header import Profile
from vault.envelope.seal import Way, new_keys, seal
from vault.kit.collect import Collection
from vault.kit.frames import frames_of
from vault.kit.label import Label
from vault.kit.plan import Density, Plan, plan_for
from vault.model.change import Add, Replace
from vault.model.kit import Kit
from vault.model.removal import removal_of
from vault.model.vault import Vault

BY_WORDS = Credentials(typed_passphrase(WORDS).secret)


@dataclass(frozen=True)
class Paper:
    """Sheets of somebody who knows what opens the kit."""

    envelope: bytes
    plan: Plan


def by_code(session: Session) -> Credentials:
    return Credentials(code=Secret(bytes.fromhex(session.vault.vault_code)))


def a_kit(session: Session, ways: str = "either") -> Made:
    return make_kit(session, Order(ways, "a4", vault_passphrase(session)))


def a_supplement(session: Session, kit: Kit | None = None) -> Made:
    kit = session.vault.kits[(kit or newest_of(session.vault)).id]
    phrase = vault_passphrase(session)
    return make_kit(session, supplement_order(session.vault, kit, phrase, "a4"))


def pile(
    *papers: Made | Paper, order: int = 1, sheets: Iterable[int] = ()
) -> Gathering:
    """Gather the codes of several papers, of all sheets or of those named."""
    frames = [
        frame
        for made in papers
        for frame in frames_of(made.envelope, made.plan)
        if not sheets or frame.sheet in sheets
    ]
    gathered = Collection()
    for frame in frames[::order]:
        gathered.add(frame)
    return Gathering(gathered, ())


def rename(session: Session, name: str = "Renamed") -> None:
    account = min(session.vault.accounts.values(), key=lambda one: one.id)
    session.apply(Replace("account", account, replace(account, name=name)))


def change_all(session: Session) -> None:
    """Rename an account, add one with codes, and remove one with all that is its."""
    rename(session)
    session.apply(Add("account", an_account(77)))
    session.apply(Add("code-set", a_code_set(an_account(77).id, 77)))
    last = max(session.vault.accounts)
    session.apply(removal_of(session.vault, "account", last))


def bare(vault: Vault) -> Vault:
    """Return what a whole kit of a vault would hold, the register left out."""
    return replace(kit_document(vault), kits={}, counter=0)


def states(kit: OpenedKit) -> list[str]:
    return [one.state for one in kit.beside]


def sealed(
    session: Session, document: bytes, label: Label | None, seed: Secret | None = None
) -> Paper:
    """Seal a document as our own are sealed; signed by the owner, or by `seed`."""
    vault, random = session.vault, session.ports.random
    ident, code = bytes.fromhex(vault.id), bytes.fromhex(vault.vault_code)
    keys = new_keys(ident, [Way(code=Secret(code))], random)
    if label:
        keys = swapped(keys, kept=(label.to_field(),))
    envelope = seal(
        pack_paper(encode_body(document)),
        profile=Profile.KIT,
        ident=ident,
        keys=keys,
        stamp=session.file.stamp,
        random=random,
        sign=lambda said: signing.sign(seed, said) if seed else signature(vault, said),
        symbol_bytes=Density.STURDY.symbol_bytes,
    )
    return Paper(envelope, plan_for(len(envelope), Density.STURDY))


def about(kit: Made, number: int = 1) -> About:
    return About(to=kit.entry.kit, kit=kit.entry.number, number=number)


def label(kit: Made, number: int = 1) -> Label:
    return Label(bytes.fromhex(kit.entry.kit), kit.entry.number, number)


def held(session: Session, **fields: object) -> Vault:
    return replace(kit_document(session.vault), **fields)
