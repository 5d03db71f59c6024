"""What the vaults of the picture book hold: nothing, the usual, or far too much."""

from hashlib import sha256
from itertools import islice
from types import MappingProxyType
from typing import Final, Literal

from msgspec.structs import replace

from vault.app.ports import Ports
from vault.app.sample import LONG_NAME_CHARACTERS, with_samples
from vault.app.unlock import blank_vault
from vault.model.account import Account
from vault.model.attachment import SORTS, Attachment
from vault.model.person import Person
from vault.model.vault import Vault

Fill = Literal["empty", "typical", "overfull"]
FILLS: Final[tuple[Fill, ...]] = ("empty", "typical", "overfull")
TYPICAL_ACCOUNTS: Final = 9
OVERFULL_ACCOUNTS: Final = 60
OVERFULL_PAPERS: Final = 20
_LONG: Final = (
    "The very long name of a shop for paper lanterns, kilns and second-hand wheels "
)
_HAN: Final = "深圳市南山区光影纸灯笼手工艺术工作室有限责任公司第二分店"
_UNBROKEN: Final = "kilnandclay-second-hand-kilns-and-potters-wheels"


def vault_with(ports: Ports, fill: Fill) -> Vault:
    """Return a vault of that fill, with its own secrets freshly drawn."""
    vault = blank_vault(ports, "Kiln & Clay")
    if fill == "empty":
        return vault
    if fill == "typical":
        return _with_papers(with_samples(vault, TYPICAL_ACCOUNTS), ("Passport.pdf",))
    names = tuple(f"{_name(number)}.pdf" for number in range(OVERFULL_PAPERS))
    return _with_papers(_stretched(with_samples(vault, OVERFULL_ACCOUNTS)), names)


def _with_papers(vault: Vault, names: tuple[str, ...]) -> Vault:
    """Keep a paper of each name for the business, and as many for one account."""
    data = b"%PDF-1.4 of an invented shop"
    content = sha256(data).hexdigest()
    accounts = ("", min(vault.accounts))
    made = [
        Attachment(
            id=f"{number:010d}",
            name=name,
            size=len(data),
            content=content,
            sort=SORTS[number % len(SORTS)],
            account=accounts[number % 2],
            added="2026-03-01T12:00:00Z",
            expires=("2020-03-01", "")[number // 2 % 2],
        )
        for number, name in enumerate(name for name in names for _ in accounts)
    ]
    return replace(
        vault,
        attachments={one.id: one for one in made},
        blobs=MappingProxyType({content: data}),
    )


def _stretched(vault: Vault) -> Vault:
    """Give every second account and person the longest name there may be."""
    accounts = {
        id_: replace(one, name=_name(number), login=_login(number, one))
        if number % 2
        else one
        for number, (id_, one) in enumerate(vault.accounts.items())
    }
    people = {
        id_: replace(one, name=_name(number)) if number % 2 else one
        for number, (id_, one) in enumerate(vault.people.items())
    }
    return replace(vault, accounts=accounts, people={**people, **_crowd(people)})


def _name(number: int) -> str:
    text = (_LONG, _HAN, _UNBROKEN)[number // 2 % 3] * 4
    return f"{number + 1} {text}"[:LONG_NAME_CHARACTERS]


def _login(number: int, account: Account) -> str:
    return f"{_UNBROKEN}.{number}@example.com" if number % 4 == 1 else account.login


def _crowd(people: dict[str, Person]) -> dict[str, Person]:
    """Return more people than anybody has, under ids of their own."""
    some = islice(people.items(), 4)
    return {
        f"{number}{id_[1:]}": replace(
            one,
            id=f"{number}{id_[1:]}",
            name=f"{number} {one.name}"[:LONG_NAME_CHARACTERS],
            trusted=False,
        )
        for id_, one in some
        for number in range(6)
        if f"{number}{id_[1:]}" not in people
    }
