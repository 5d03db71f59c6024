"""What of a vault would go into a share and what would stay out, before it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vault.model.code import CodeSet
from vault.model.person import Access
from vault.model.record import Record
from vault.model.vault import Vault
from vault.share.scope import FIELDS_LEFT_OUT, Depth, scoped

Names = Mapping[str, tuple[str, ...]]  # of records or fields, by kind


@dataclass(frozen=True)
class AccountPreview:
    """One chosen account: the names of what goes in with it and what stays out."""

    id: str
    name: str
    goes_in: Names
    stays_out: Names
    codes: int  # unused ones that go in


@dataclass(frozen=True)
class SharePreview:
    """What goes in, by account, and what stays out; accounts in the order of names.

    `of_the_vault` names what hangs on no account; `fields_left_out` are those of the
    records that go in.
    """

    accounts: tuple[AccountPreview, ...]
    people: tuple[str, ...]
    people_left_out: tuple[str, ...]
    other_accounts: tuple[str, ...]
    of_the_vault: Names
    fields_left_out: Names

    @property
    def goes_in(self) -> dict[str, int]:
        """How many records go in, by kind, and under "code" how many unused codes."""
        counts = {"account": len(self.accounts), "person": len(self.people)}
        for one in self.accounts:
            for kind, names in one.goes_in.items():
                counts[kind] = counts.get(kind, 0) + len(names)
        counts["code"] = sum(one.codes for one in self.accounts)
        return {kind: count for kind, count in counts.items() if count}


def share_preview(vault: Vault, accounts: Iterable[str], depth: Depth) -> SharePreview:
    """Return what a share of these accounts would hold.

    Raises `NotFound` for an account that is not there.
    """
    part = scoped(vault, frozenset(accounts), depth, _another_id(vault))
    hanging = _hanging(vault)
    others = vault.accounts.keys() - part.accounts.keys()
    people = vault.people.keys() - part.people.keys()
    return SharePreview(
        accounts=tuple(
            _account(vault, part, one.id, hanging.get(one.id, {}))
            for one in _by_name(part, "account")
        ),
        people=_names(part, part.people.values()),
        people_left_out=_names(vault, (vault.people[id_] for id_ in people)),
        other_accounts=_names(vault, (vault.accounts[id_] for id_ in others)),
        of_the_vault={
            kind: _names(vault, records)
            for kind, records in hanging.get("", {}).items()
        },
        fields_left_out=FIELDS_LEFT_OUT[depth],
    )


def _another_id(vault: Vault) -> str:
    """Return an id that is not the vault's; nothing is sealed under it."""
    return f"{int(vault.id, 16) ^ 1:016x}"


def _hanging(vault: Vault) -> dict[str, dict[str, list[Record]]]:
    """Return, by account and kind, the records that hang on accounts, in one pass."""
    found: dict[str, dict[str, list[Record]]] = {}
    for kind in ("procedure", "contact", "access", "code-set"):
        for record in vault.collection(kind).values():
            kinds = found.setdefault(_account_of(record), {})
            kinds.setdefault(kind, []).append(record)
    return found


def _account(
    vault: Vault, part: Vault, id_: str, hanging: Mapping[str, list[Record]]
) -> AccountPreview:
    goes_in: dict[str, tuple[str, ...]] = {}
    stays_out: dict[str, tuple[str, ...]] = {}
    codes = 0
    for kind, records in hanging.items():
        kept = part.collection(kind)
        inside = [kept[record.id] for record in records if record.id in kept]
        outside = [record for record in records if record.id not in kept]
        if inside:
            goes_in[kind] = _names(vault, inside)
        if outside:
            stays_out[kind] = _names(vault, outside)
        codes += sum(len(one.codes) for one in inside if isinstance(one, CodeSet))
    return AccountPreview(id_, vault.accounts[id_].name, goes_in, stays_out, codes)


def _account_of(record: Record) -> str:
    return str(getattr(record, "account", ""))


def _by_name(vault: Vault, kind: str) -> list[Record]:
    records = vault.collection(kind).values()
    return sorted(records, key=lambda one: (_name(vault, one).casefold(), one.id))


def _names(vault: Vault, records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted((_name(vault, one) for one in records), key=str.casefold))


def _name(vault: Vault, record: Record) -> str:
    """Return what a record is called; an access is called by its person."""
    if isinstance(record, Access):
        person = vault.people.get(record.person)
        return person.name if person else record.person
    if isinstance(record, CodeSet):
        return record.label or record.kind or record.id
    return str(getattr(record, "name", "") or getattr(record, "title", ""))
