"""The sample vault: as an owner's would be after two years, for tours and tests.

Rules. The same count, seed and time give the same records, whatever the machine; no
record is the program's own secret (no identity, no vault code); every value that a
platform would check has the shape its pack states.
"""

from datetime import date, timedelta
from itertools import cycle, islice
from random import Random
from typing import Final

from msgspec.structs import replace

from vault.app.sample_codes import SampleCodes, Use
from vault.app.sample_words import (
    DESKS,
    FACTORS,
    LAST_STEP,
    LONG_TAIL,
    NOTES,
    PEOPLE,
    PHONE_LOST,
    PLACES,
    ROLES,
)
from vault.ids import new_id
from vault.model.account import Account
from vault.model.code import Code, CodeSet
from vault.model.contact import Channel, Contact
from vault.model.person import Access, Person
from vault.model.procedure import SITUATIONS, Procedure, Step
from vault.model.record import Record
from vault.model.vault import KINDS, Vault, kind_of
from vault.packs import CodeKind, Pack, shipped_packs
from vault.packs import Procedure as PackProcedure

SEED: Final = 20261123
# Few, and always the same: the kit of 25 such accounts is what PAPER's sheets were
# measured with, and no picture of the tour changes because a platform came in.
PLATFORMS: Final = (
    "bilibili",
    "douyin",
    "etsy",
    "facebook",
    "google-account",
    "instagram",
    "mobile-carrier",
    "snapchat",
    "x",
)
OLDEST_DAYS: Final = 3001  # no day lies further back
LONG_NAME_CHARACTERS: Final = 80
_STEPS: Final = 8  # an owner's own list is shorter than the pack's
_CODES: Final = 10  # where the pack does not say how many a set has


def sample_vault(
    count: int, random_seed: int = SEED, *, now: str, name: str = "Kiln & Clay"
) -> Vault:
    """Return a vault of `count` accounts, on each of `PLATFORMS` in turn.

    `now` is the time as records spell it; all days lie before it. History is empty.
    """
    packs = [shipped_packs()[platform] for platform in PLATFORMS]
    random = Random(random_seed)  # noqa: S311 - a sample hides nothing and must repeat
    maker = _Maker(random, date.fromisoformat(now[:10]), len(packs))
    id_ = f"{random.getrandbits(64):016x}"
    maker.keep_people()
    maker.keep_vault_wide()
    for number, pack in enumerate(islice(cycle(packs), count)):
        maker.keep_account(number, pack)
    collections = {kind.collection: maker.records[kind.word] for kind in KINDS.values()}
    empty = Vault(id=id_, name=name, created=now, currency="EUR")
    return replace(empty, **collections)


def with_samples(vault: Vault, count: int) -> Vault:
    """Return a vault that is still empty, filled with `count` sample accounts.

    Its own fields stay, and its day of making is the sample's.
    """
    sample = sample_vault(count, now=vault.created)
    collections = {
        kind.collection: sample.collection(kind.word) for kind in KINDS.values()
    }
    return replace(vault, currency=vault.currency or sample.currency, **collections)


class _Maker:
    """Draws one record after the other, in an order that never changes."""

    def __init__(self, random: Random, today: date, platforms: int) -> None:
        self.platforms = platforms
        self.random = random
        self.today = today
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.people: list[str] = []
        self._steps: dict[tuple[str, str], tuple[Step, ...]] = {}
        self._codes = SampleCodes(random, self._day)
        self._days = [
            (today - timedelta(days=days)).isoformat() for days in range(OLDEST_DAYS)
        ]
        self._first: dict[str, str] = {}  # pack id → id of its first account

    def keep_people(self) -> None:
        for one in PEOPLE:
            self._keep(Person(id=self._id(), **one._asdict()))
        self.people = list(self.records["person"])
        self._codes.people = self.people[:4]

    def keep_vault_wide(self) -> None:
        self._keep(
            Procedure(
                id=self._id(),
                title="My phone is gone",
                situation="phone-lost",
                steps=tuple(map(Step, PHONE_LOST)),
                checked=self._day(30, 90),
                checked_by=self.people[0],
            )
        )
        for name, role, kind, address, hours in DESKS:
            channels = (Channel(kind, address),)
            self._keep(
                Contact(
                    id=self._id(), name=name, role=role, channels=channels, hours=hours
                )
            )

    def keep_account(self, number: int, pack: Pack) -> None:
        """Keep one account and all that hangs on it."""
        account = self._account(number, pack)
        self._keep(account)
        self._first.setdefault(pack.id, account.id)
        for place, kind in enumerate(pack.codes):
            if place == 0 or number % 2:
                self._keep_codes(number, account.id, pack, kind)
        self._keep_procedures(number, account.id, pack)
        self._keep_contact(number, account.id, pack)
        for who in range(1 + number % 2):
            self._keep_access(number, account.id, self.people[2 + (number + who) % 4])

    def _account(self, number: int, pack: Pack) -> Account:
        turn = number // self.platforms
        bare = _every(11, number)
        handle = f"kilnandclay{turn or ''}"
        depends = (self._first.get(other, "") for other in pack.depends_on)
        return Account(
            id=self._id(),
            name=_name(number, turn, pack),
            platform=pack.id,
            login="" if bare else handle,
            email="" if bare else f"{handle}@example.com",
            phone=f"+44 20 7946 0{100 + number % 100}" if _every(4, number + 2) else "",
            url=pack.links[0].url if pack.links and number % 5 == 0 else "",
            owner="" if bare else self.people[0 if number % 5 else 2],
            worth_a_day=None if bare else 10 * self.random.randint(1, 40),
            created="" if _every(7, number) else self._day(400, 3000),
            recovers_through=tuple(filter(None, depends)),
            notes=self._notes(number),
        )

    def _notes(self, number: int) -> str:
        note = NOTES[number % len(NOTES)]
        bill = f"Bill {self.random.randrange(10**6):06} is the proof of ownership."
        return f"{note} {bill}" if note else note

    def _keep_codes(
        self, number: int, account: str, pack: Pack, kind: CodeKind
    ) -> None:
        count = kind.count or _CODES
        used = min(number % 4, count - 1) if count > 1 else 0
        if number % 2 and count > 1:
            # Used after it was issued and before it was retired, as the days below say.
            use = Use(min(2, count), (391, 399), "void")
            old = self._codes.draw(pack, kind, count, use)
            since, until = self._day(400, 700), self._day(100, 390)
            self._keep_set(account, kind, old, issued=since, retired=until)
        codes = self._codes.draw(pack, kind, count, Use(used, (1, 19), "unused"))
        if _every(6, number) and count > 1:
            codes = (*codes[:-1], replace(codes[-1], state="void"))
        self._keep_set(account, kind, codes, issued=self._day(20, 99), retired="")

    def _keep_set(
        self,
        account: str,
        kind: CodeKind,
        codes: tuple[Code, ...],
        *,
        issued: str,
        retired: str,
    ) -> None:
        made = CodeSet(
            id=self._id(),
            account=account,
            kind=kind.kind,
            label=kind.label,
            issued=issued,
            retired=retired,
            codes=codes,
        )
        self._keep(made)

    def _keep_procedures(self, number: int, account: str, pack: Pack) -> None:
        wanted = SITUATIONS[: 1 + number % 4]
        for one in pack.procedures:
            if one.situation not in wanted:
                continue
            made = Procedure(
                id=self._id(),
                title=one.title,
                account=account,
                situation=one.situation,
                steps=self._shortened(pack, one),
                checked="" if _every(9, number) else self._day(5, 300),
                checked_by="" if _every(9, number) else self.people[0],
                source=f"{pack.id} {pack.edition}",
                source_date=pack.edition,
                wait_days=(None, 1, 3, 7, 30)[number % 5],
            )
            self._keep(made)

    def _shortened(self, pack: Pack, procedure: PackProcedure) -> tuple[Step, ...]:
        key = (pack.id, procedure.situation)
        if key not in self._steps:
            steps = [Step(step.text, step.link) for step in procedure.steps[:_STEPS]]
            self._steps[key] = (*steps, Step(LAST_STEP))
        return self._steps[key]

    def _keep_contact(self, number: int, account: str, pack: Pack) -> None:
        channels = [
            Channel(one.channel, one.address, one.purpose)
            for one in pack.contacts[:2]
            if one.address
        ]
        made = Contact(
            id=self._id(),
            name=f"{pack.name} help",
            account=account,
            role="support",
            channels=tuple(channels),
            language=("en", "zh", "ko")[number % 3],
            case_numbers=(f"C-{1000 + number}",) if number % 6 == 0 else (),
        )
        self._keep(made)

    def _keep_access(self, number: int, account: str, person: str) -> None:
        made = Access(
            id=self._id(),
            person=person,
            account=account,
            role=ROLES[number % len(ROLES)],
            since=self._day(200, 390),
            factor=FACTORS[number % len(FACTORS)],
            last_confirmed=self._day(20, 190) if number % 3 else "",
            ended=self._day(1, 19) if _every(8, number) else "",
        )
        self._keep(made)

    def _id(self) -> str:
        return new_id(self.random.randbytes)

    def _day(self, least: int, most: int) -> str:
        days = least + int(self.random.random() * (most - least + 1))
        return self._days[days]

    def _keep(self, record: Record) -> None:
        self.records[kind_of(record)][record.id] = record


def _name(number: int, turn: int, pack: Pack) -> str:
    place = PLACES[turn % len(PLACES)]
    name = f"{pack.name}, {place} {turn}" if place else pack.name
    if _every(25, number + 17):
        return f"{name}{LONG_TAIL}"[:LONG_NAME_CHARACTERS]
    return name


def _every(count: int, number: int) -> bool:
    """Say whether `number`, from zero, is the last of a group of `count`."""
    return number % count == count - 1
