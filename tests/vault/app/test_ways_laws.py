"""Laws of the ways in: after any acts, exactly the listed ways open the vault."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import WORDS, make_shop, opened
from tests.fakes import ports_on_disk
from vault.app.credentials import Credentials, Passphrase, typed_passphrase
from vault.app.ports import Ports
from vault.app.session import Session
from vault.app.unlock import open_vault
from vault.app.ways_change import (
    plan_code,
    plan_key_file,
    plan_no_key_file,
    plan_partner,
    plan_passphrase,
    plan_removal,
)
from vault.app.ways_in import ways_in
from vault.app.ways_known import plan_known
from vault.app.ways_plan import Plan, carry_out
from vault.crypto.secret import Secret
from vault.envelope.header import Profile
from vault.envelope.seal import Keys, reopen
from vault.errors import EnvelopeError, NoKey, Refused

FILE = bytes(64)


class Walk:
    """A vault whose ways in are changed at random, and what has ever opened it."""

    def __init__(self, ports: Ports, session: Session, seed: int) -> None:
        """Begin with the shop's two ways in."""
        self.ports, self.session = ports, session
        self.chance = random.Random(seed)
        self.own = WORDS
        self.file = False
        self.partners: dict[str, str] = {}  # whose: words
        self.card = True
        self.codes = {session.vault.vault_code}
        self.words = {WORDS}
        self.count = 0

    def act(self) -> None:
        """Do one act that the vault allows, as its owner."""
        acts: list[Callable[[], Plan]] = [self.change, self.code, self.known]
        acts += [self.without_file if self.file else self.with_file]
        acts += [self.partner] if len(self.partners) < 2 else []
        acts += [self.remove_partner] if self.partners else []
        acts += [self.remove_card] if self.card else []
        plan = self.chance.choice(acts)()
        if plan.gone:  # nobody else was there to show what is theirs
            self.partners.clear()
        carry_out(self.session, plan)
        self.codes.add(self.session.vault.vault_code)

    def change(self) -> Plan:
        shown, new = Credentials(secret(self.own)), self.fresh()
        self.own = new
        return plan_passphrase(self.session, passphrase(new), shown)

    def partner(self) -> Plan:
        words = self.fresh()
        whose = f"Person {self.count}"
        self.partners[whose] = words
        return plan_partner(self.session, passphrase(words), whose)

    def remove_partner(self) -> Plan:
        whose = self.chance.choice(sorted(self.partners))
        way = next(one for one in ways_in(self.session) if one.whose == whose)
        return plan_removal(self.session, way.number)

    def remove_card(self) -> Plan:
        way = next(one for one in ways_in(self.session) if one.by_code)
        self.card = False
        return plan_removal(self.session, way.number)

    def code(self) -> Plan:
        had = self.card
        self.card = True
        plan = plan_code(self.session)
        assert bool(plan.gone) is had
        return plan

    def with_file(self) -> Plan:
        self.file = True
        return plan_key_file(self.session, Secret(FILE), Credentials(secret(self.own)))

    def without_file(self) -> Plan:
        self.file = False
        return plan_no_key_file(self.session, Credentials(secret(self.own)))

    def known(self) -> Plan:
        self.own, self.file, self.card = self.fresh(), False, True
        return plan_known(self.session, passphrase(self.own))

    def fresh(self) -> str:
        """Return words that were never used here."""
        self.count += 1
        words = f"fresh words {self.count}"
        self.words.add(words)
        return words

    def opens(self, shown: Credentials) -> bool:
        """Tell whether these open the file on the disk."""
        path = self.session.file.path
        try:
            open_vault(self.ports, path, shown, write=False).close()
        except NoKey:
            return False
        return True

    def check(self) -> None:
        """Hold the law: what is listed opens, and nothing else that ever did."""
        file = Secret(FILE)
        alone = {words: self.opens(Credentials(secret(words))) for words in self.words}
        both = {
            words: self.opens(Credentials(secret(words), key_file=file))
            for words in self.words
        }
        live = set(self.partners.values())
        assert {w for w in alone if alone[w]} == live | (
            set() if self.file else {self.own}
        )
        assert {w for w in both if both[w]} == live | {self.own}
        current = self.session.vault.vault_code
        for code in self.codes:
            shown = Credentials(code=Secret(bytes.fromhex(code)))
            assert self.opens(shown) is (self.card and code == current)
        whose = {way.whose for way in ways_in(self.session) if way.by_passphrase}
        assert whose == {"", *self.partners}


def secret(words: str) -> Secret:
    return typed_passphrase(words).secret


def passphrase(words: str) -> Passphrase:
    return Passphrase(secret(words), generated=False)


@pytest.mark.parametrize("seed", range(8))
def test_exactly_the_listed_ways_open(tmp_path: Path, seed: int) -> None:
    """Whatever was done, in whatever order; the old file key opens no later save."""
    ports = ports_on_disk(seed=seed)
    make_shop(ports, tmp_path, accounts=1)
    with opened(ports, tmp_path / "shop.sparekey", write=True) as session:
        walk = Walk(ports, session, seed)
        for _ in range(12):
            before = session.file
            old = Keys(Secret(before.keys.file_key.reveal()), before.keys.slots)
            walk.act()
            walk.check()
            after = session.file
            assert after.stamp.epoch == before.stamp.epoch + 1
            if set(old.slots) <= set(after.keys.slots):
                continue  # something was added: the file key stays, and all its slots
            assert not old.file_key.equals(after.keys.file_key)
            with pytest.raises(EnvelopeError):
                reopen(after.path.read_bytes(), old, profile=Profile.VAULT)


def test_no_act_ever_leaves_a_vault_without_a_way_in(session: Session) -> None:
    """The last one stays, whatever is asked."""
    carry_out(session, plan_removal(session, 2))
    (last,) = ways_in(session)
    with pytest.raises(Refused, match="no-way-in"):
        plan_removal(session, last.number)
