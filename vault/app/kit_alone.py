"""A supplement whose kit is not there: it opens with what it has, to be looked at.

What its records hang on stands in the kit, and is shown as a gap with that name; no
vault is ever made of it.
"""

from collections.abc import Iterable

import msgspec

from vault.app.kit_reading import Gathering
from vault.app.kit_supplements import Joined, must_be_sound, open_supplement
from vault.document.codec import encode_document
from vault.document.schema import Form
from vault.envelope.seal import Credentials, Opened
from vault.errors import Refused
from vault.i18n import translate as _
from vault.kit.collect import Recovered
from vault.kit.label import Label, label_of
from vault.model.account import Account
from vault.model.link import LINKS, Link, relinked, targets
from vault.model.person import Person
from vault.model.record import Record
from vault.model.vault import KINDS, Vault


def first_choices(
    gathering: Gathering, begun: Iterable[Recovered]
) -> tuple[Recovered, ...]:
    """Return what may be opened of what is complete: whole kits, if there are any.

    Else, of each kit of which no sheet was read, the newest supplement.
    """
    labels = {one.kit: (label_of(one.envelope), one) for one in begun}
    kits = tuple(one for label, one in labels.values() if label is None)
    if kits:
        return kits
    met = {state.kit for state in gathering.collection.kits()}
    newest: dict[bytes, tuple[int, Recovered]] = {}
    for label, one in labels.values():
        if label and label.to not in met:
            most = newest.get(label.to, (0, one))
            newest[label.to] = max(most, (label.number, one), key=lambda pair: pair[0])
    return tuple(one for _number, one in newest.values())


def must_be_whole(recovered: Recovered) -> None:
    """Raise `Refused` for a supplement without its kit: no vault is made of it."""
    if label := label_of(recovered.envelope):
        raise Refused("supplement-needs-kit", str(label.kit))


def open_alone(
    recovered: Recovered, label: Label, shown: Credentials
) -> tuple[Opened, Joined]:
    """Open a supplement without its kit; raises as `open_supplement`."""
    opened, one = open_supplement(recovered, label, [shown])
    must_be_sound(one.vault)
    vault = _patched(one.vault, label)
    document = encode_document(vault, Form(minor=one.minor))
    return opened, Joined(vault, document, opened.stamp, recovered, read_only=True)


def _patched(vault: Vault, label: Label) -> Vault:
    """Return the vault with a name for what stands in the kit, and no dangling link."""
    name = _("(stands in kit {n})").format(n=label.kit)
    missing = _missing(vault)
    accounts = {id_: Account(id=id_, name=name) for id_ in missing["account"]}
    people = {id_: Person(id=id_, name=name) for id_ in missing["person"]}
    patched = msgspec.structs.replace(
        vault,
        accounts={**vault.accounts, **accounts},
        people={**vault.people, **people},
    )
    for link in LINKS:
        if link.on_removal == "clear":
            patched = _cut(patched, link)
    return patched


def _missing(vault: Vault) -> dict[str, set[str]]:
    """Return the ids that records can't do without and that are not there, by kind."""
    missing: dict[str, set[str]] = {"account": set(), "person": set()}
    for link in LINKS:
        if link.on_removal == "cascade":
            there = vault.collection(link.target)
            for record in vault.collection(link.kind).values():
                missing[link.target] |= set(targets(record, link)) - there.keys()
    return missing


def _cut(vault: Vault, link: Link) -> Vault:
    there = vault.collection(link.target)
    collection = KINDS[link.kind].collection
    cut: dict[str, Record] = {
        id_: relinked(record, link, lambda name: name if name in there else "")
        for id_, record in vault.collection(link.kind).items()
    }
    return msgspec.structs.replace(vault, **{collection: cut})
