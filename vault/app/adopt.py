"""Take a pack's procedures and contacts into the vault, for the owner to edit.

What lies in the vault is printed with the kit, and is there for a deputy who has no
pack at hand.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from vault.app.own_packs import packs_of
from vault.app.ports import Ports
from vault.i18n import translate as _
from vault.ids import new_id
from vault.model.account import Account
from vault.model.change import Add
from vault.model.contact import Channel, Contact
from vault.model.procedure import Procedure, Step
from vault.model.vault import Vault
from vault.packs import OWN, Pack, find_pack
from vault.packs import Procedure as PackProcedure

LOW: Final = "low"
WEAK_WORDS: Final = _("Of low confidence, so check them: steps {numbers}.")


def adopting(
    ports: Ports, vault: Vault, packs: Mapping[str, Pack], accounts: Iterable[Account]
) -> list[Add]:
    """Return the changes that give accounts their platform's procedures and contacts.

    An account that has some of its own, or no pack, is left as it is.
    """
    told = {one.account for one in vault.procedures.values()}
    helped = {one.account for one in vault.contacts.values()}
    changes: list[Add] = []
    for account in accounts:
        pack = find_pack(packs, account.platform) if account.platform else None
        if pack and account.id not in told:
            copies = (copied(ports, account, pack, one) for one in pack.procedures)
            changes += [Add("procedure", copy) for copy in copies]
        if pack and account.id not in helped and (pack.contacts or pack.group != OWN):
            changes.append(Add("contact", _contact(ports, account, pack)))
    return changes


def pack_steps(ports: Ports, vault: Vault, account: Account) -> list[Add]:
    """Return the changes that give one account what its platform's shipped pack has."""
    return adopting(ports, vault, packs_of(vault), [account])


def channels_of(pack: Pack) -> tuple[Channel, ...]:
    """Return the pack's desks, forms and lines as a contact of the vault has them."""
    return tuple(
        Channel(
            one.channel,
            one.address,
            "; ".join(filter(None, [one.purpose, one.condition])),
        )
        for one in pack.contacts
    )


def steps_of(one: PackProcedure) -> tuple[Step, ...]:
    """Return a pack's steps as a procedure of the vault has them."""
    return tuple(Step(step.text, step.link) for step in one.steps)


def _contact(ports: Ports, account: Account, pack: Pack) -> Contact:
    return Contact(
        id=new_id(ports.random),
        name=_("{platform} help").format(platform=pack.name),
        account=account.id,
        role=_("support"),
        channels=channels_of(pack),
        notes=contact_mark(pack),
    )


def contact_mark(pack: Pack) -> str:
    """Say in a contact's notes from which pack and edition it comes."""
    if pack.group == OWN:
        return own_notes(pack)
    words = _("from pack {pack}, {edition}")
    return words.format(pack=pack.id, edition=pack.edition)


def copied(ports: Ports, account: Account, pack: Pack, one: PackProcedure) -> Procedure:
    """Return a pack's procedure as a new one of the account's."""
    return Procedure(
        id=new_id(ports.random),
        title=one.title,
        account=account.id,
        situation=one.situation,
        steps=steps_of(one),
        source=source_of(pack, one),
        notes=weak_steps(n for n, s in enumerate(one.steps, 1) if s.confidence == LOW),
    )


def source_of(pack: Pack, one: PackProcedure) -> str:
    """Say where the steps come from and how old that is; nobody has tried them."""
    if pack.group == OWN:
        return own_notes(pack)
    keys = {key for step in one.steps for key in step.sources}
    dates = sorted(date for key in keys if (date := pack.sources[key].date))
    edition = _("pack {id}, edition {edition}").format(id=pack.id, edition=pack.edition)
    if not dates:
        copied = _("{pack}: undated sources, copies of {stored}")
        return copied.format(pack=edition, stored=pack.stored)
    words = _("{pack}: sources of {first} to {last}")
    return words.format(pack=edition, first=dates[0], last=dates[-1])


def own_notes(pack: Pack) -> str:
    """Say of which day the owner's own notes on a platform are, where it is known."""
    dated = _("your own notes on {name}, {day}") if pack.edition else ""
    words = dated or _("your own notes on {name}")
    return words.format(name=pack.name, day=pack.edition)


def weak_steps(numbers: Iterable[int]) -> str:
    """Name the steps that rest on weak sources; none is hidden. Empty for none."""
    weak = ", ".join(map(str, numbers))
    return WEAK_WORDS.format(numbers=weak) if weak else ""
