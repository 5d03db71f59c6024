"""The routes of one account: as it is used, and each way back into it."""

from collections.abc import Mapping
from typing import NamedTuple

from vault.model.person import Access, Person
from vault.rehearsal.facts import Kept, Unknown, UnknownKind
from vault.rehearsal.graph import How, Node, Route
from vault.rehearsal.offer import Offer
from vault.rehearsal.paper_routes import VAULT
from vault.rehearsal.people import Staff, rules
from vault.rehearsal.plain import plain_address, plain_number
from vault.rehearsal.second_step import factor_meant

_Needs = tuple[Node, ...]
_NOTHING = Kept()


class About(NamedTuple):
    """What is known of an account; `mail` is "" where that is the account itself."""

    account: Node
    mail: str
    number: str
    offer: Offer
    staff: Staff
    owner: str
    people: Mapping[str, Person]
    kept: Kept | None


def account_routes(about: About) -> tuple[list[Route], list[Unknown]]:
    """Return its routes, and what is not written down about it."""
    maker = _Maker(about)
    maker.add_daily()
    maker.add_codes()
    maker.add_resets()
    maker.add_process()
    return list(dict.fromkeys(maker.routes)), list(dict.fromkeys(maker.unknown))


class _Maker:
    def __init__(self, about: About) -> None:
        self.about = about
        self.kept = about.kept or _NOTHING
        self.routes: list[Route] = []
        self.unknown: list[Unknown] = []
        self._seconds: dict[_Needs, None] = {}  # what a second step rests on

    def add_daily(self) -> None:
        """Each person signs in with a password and the second step that is noted."""
        for person, access in self.about.staff.access.items():
            second = self._second(person, access)
            self._seconds[second] = None
            needs = (Node("person", person), *second)
            self._add(needs, "sign-in", daily=True, password=True)
            if rules(access) and person != self.about.owner:
                self._add(needs, "admin")  # by a login of their own
        if not self.about.staff.access:
            self._miss("nobody")
            second = self._assumed()
            self._seconds[second] = None
            self._add(second, "sign-in", daily=True, password=True)

    def add_codes(self) -> None:
        """A code, or a seed, stands for the second step; a recovery key for all."""
        for person in self.about.staff.access:
            needs = (Node("person", person), VAULT)
            if self.kept.codes:
                self._add(needs, "code", password=True)
            if self.kept.seed:
                self._add(needs, "seed", password=True)
        if self.kept.whole_key:
            self._add((VAULT,), "recovery-key")

    def add_resets(self) -> None:
        """A new password by mail or by text; the second step is still asked for."""
        self._unsure("email" if self.about.mail else "")
        self._unsure("sms" if self.about.number else "")
        seconds = list(self._seconds)
        if self.kept.codes or self.kept.seed:
            seconds.append((VAULT,))
        for second in seconds:
            if self.about.mail and "email" in self.about.offer.recovers:
                self._add((Node("mailbox", self.about.mail), *second), "mail")
            if self.about.number and "sms" in self.about.offer.recovers:
                self._add((Node("number", self.about.number), *second), "text")

    def add_process(self) -> None:
        """The platform's own way with proof of who one is, for its owner."""
        written = self.kept.process_days is not None
        self._unsure("id-check")
        if "id-check" not in self.about.offer.recovers and not written:
            return
        owner = self.about.owner
        if not owner or owner in self.about.staff.left:
            self._miss("owner")
            return
        needs = (Node("person", owner), Node("id-papers", owner))
        days = self.kept.process_days
        self.routes.append(Route(self.about.account, needs, "process", days))

    def _second(self, person: str, access: Access | None) -> _Needs:
        """Return what this person's second step rests on."""
        factor = factor_meant(access.factor if access else "")
        if factor == "unknown":
            self._miss("second-step")
            return self._assumed()
        known = self.about.people.get(person)
        phone = Node("phone", person)
        number = self.about.number or plain_number(known.phone if known else "")
        mail = self.about.mail or plain_address(known.email if known else "")
        needs: dict[str, _Needs] = {
            "app": (phone,),
            "passkey": (phone,),
            "text": (Node("number", number) if number else phone,),
            "security-key": (Node("security-key", person),),
            "mail": (Node("mailbox", mail),) if mail else (),
            "none": (),
        }
        return needs[factor]

    def _assumed(self) -> _Needs:
        """Return what a platform asks for if nothing is noted: the number it has."""
        asks = self.about.number and "sms" in self.about.offer.second_steps
        return (Node("number", self.about.number),) if asks else ()

    def _add(
        self, needs: _Needs, how: How, *, daily: bool = False, password: bool = False
    ) -> None:
        route = Route(self.about.account, needs, how, daily=daily, password=password)
        self.routes.append(route)

    def _miss(self, kind: UnknownKind) -> None:
        self.unknown.append(Unknown(kind, self.about.account))

    def _unsure(self, method: str) -> None:
        if method in self.about.offer.unsure:
            self._miss("unsure")
