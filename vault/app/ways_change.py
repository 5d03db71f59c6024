"""The acts on the ways in, as plans: a passphrase, a partner's, the code, a key file.

Rules. A replacement or removal draws a new file key, since an old copy and the old
passphrase would otherwise open every later save. Whoever replaces a passphrase proves
the current one, or has opened the vault by its code. A key file is never a way in by
itself: it lies on the same disk as the vault.
"""

from dataclasses import replace

from vault.app.credentials import Credentials, Passphrase
from vault.app.session import Session
from vault.app.unlock import CODE_BYTES, disk_cost
from vault.app.ways_in import WayIn, note_of, ways_in
from vault.app.ways_plan import Added, Plan, Wanted, discard, plan_change
from vault.crypto.secret import Secret
from vault.envelope.factors import unwrap_slot
from vault.envelope.seal import Way
from vault.errors import NoKey, Refused
from vault.limits import NAME_CHARACTERS


def proven_way(session: Session, shown: Credentials) -> WayIn:
    """Return the way in with a passphrase that `shown` opens; raises `NoKey`.

    A key file that opened the session need not be shown again. Runs Argon2.
    """
    shown = _with_file(session, shown)
    slots = session.file.keys.slots
    for way in ways_in(session):
        slot = slots[way.number - 1]
        if not way.by_passphrase or not shown.fit(slot.mask):
            continue
        try:
            unwrap_slot(slot, session.file.ident, shown).close()
        except NoKey:
            continue
        return way
    raise NoKey(tuple(slot.mask for slot in slots))


def plan_passphrase(
    session: Session,
    new: Passphrase,
    old: Credentials | None = None,
    number: int | None = None,
) -> Plan:
    """Plan to replace the passphrase that `old` proves, by one of today's cost.

    It must be that of way `number`, if one is named. Without `old`, after opening by
    the code, it is that of `number`, or the only one, unproven; it then lacks a key
    file that was not shown. Raises `NoKey`, `Refused`.
    """
    shown = _with_file(session, old or Credentials())
    if old is not None:
        way = proven_way(session, old)
        if number not in (None, way.number):  # it is the passphrase of another way
            raise NoKey(tuple(slot.mask for slot in session.file.keys.slots))
        _must_differ(new, old.passphrase)
    else:
        way = _reset(session, number)
    file = shown.key_file if way.by_file else None
    code = _kept_code(session) if way.by_code else None
    made = Way(new.secret, code, disk_cost(session.ports), file)
    return plan_change(
        session,
        Wanted(
            opens=replace(session.presented, passphrase=new.secret),
            add=(Added(made, way.whose, new.generated),),
            remove=frozenset({way.number - 1}),
            proven=shown,
        ),
    )


def plan_partner(session: Session, new: Passphrase, whose: str) -> Plan:
    """Plan to add somebody's own passphrase; `Refused` where nobody is named."""
    whose = whose.strip()[:NAME_CHARACTERS]
    if not whose:
        raise Refused("way-needs-name")
    _must_differ(new, session.presented.passphrase)
    way = Way(new.secret, cost=disk_cost(session.ports))
    added = Added(way, whose, new.generated)
    return plan_change(session, Wanted(opens=session.presented, add=(added,)))


def plan_removal(session: Session, number: int) -> Plan:
    """Plan to remove a way in.

    `Refused` where it is none, or the last one, or where only the key card would be
    left and its code did not open the session: it may never have been printed.
    """
    if not 1 <= number <= len(session.file.keys.slots):
        raise Refused("way-unknown", str(number))
    gone = frozenset({number - 1})
    plan = plan_change(session, Wanted(opens=session.presented, remove=gone))
    if session.presented.code is None and all(way.by_code for way in plan.left):
        discard(plan)
        raise Refused("card-not-shown")
    return plan


def plan_code(session: Session) -> Plan:
    """Plan a new vault code: a new key card, and every card before it opens nothing."""
    code = Secret(session.ports.random(CODE_BYTES))
    cards = (way.number - 1 for way in ways_in(session) if way.by_code)
    return plan_change(
        session,
        Wanted(
            opens=replace(session.presented, code=code),
            add=(Added(Way(code=code)),),
            remove=frozenset(cards),
            fields=code_fields(session, code),
        ),
    )


def plan_key_file(session: Session, file: Secret, shown: Credentials | None) -> Plan:
    """Plan that the passphrase, proven here, opens only with a key file beside it.

    Raises `NoKey`; `Refused` where no passphrase is shown: a code proves none.
    """
    if shown is None or shown.passphrase is None:
        raise Refused("way-not-proven")
    return _with_or_without(session, shown, file)


def plan_no_key_file(session: Session, shown: Credentials | None) -> Plan:
    """Plan that the passphrase, proven with its key file, opens alone again.

    Raises as `plan_key_file`, and `Refused` where it does already.
    """
    if shown is None or shown.passphrase is None:
        raise Refused("way-not-proven")
    return _with_or_without(session, _with_file(session, shown), None)


def code_fields(session: Session, code: Secret) -> dict[str, object]:
    """Return what the vault keeps of a new code: it, and the number of its card."""
    number = session.vault.card_number + 1
    return {"vault_code": code.reveal().hex(), "card_number": number}


def _with_or_without(session: Session, shown: Credentials, file: Secret | None) -> Plan:
    way = proven_way(session, shown)
    if file is None and not way.by_file:
        raise Refused("way-without-file")
    note = note_of(session.vault, session.file.keys.slots[way.number - 1])
    code = _kept_code(session) if way.by_code else None
    made = Way(shown.passphrase, code, disk_cost(session.ports), file)
    return plan_change(
        session,
        Wanted(
            opens=replace(
                session.presented, passphrase=shown.passphrase, key_file=file
            ),
            add=(Added(made, note.whose, note.generated),),
            remove=frozenset({way.number - 1}),
            proven=_with_file(session, shown),
        ),
    )


def _reset(session: Session, number: int | None) -> WayIn:
    """Return the way whose passphrase is replaced unproven, by the key card's right."""
    if session.presented.code is None:
        raise Refused("way-not-proven")
    asking = [way for way in ways_in(session) if way.by_passphrase]
    if number is None and len(asking) > 1:
        raise Refused("way-which", ", ".join(str(way.number) for way in asking))
    for way in asking:
        if number in (None, way.number):
            return way
    raise Refused("way-unknown", str(number or 1))


def _with_file(session: Session, shown: Credentials) -> Credentials:
    file = shown.key_file or session.presented.key_file
    return replace(shown, key_file=file)


def _kept_code(session: Session) -> Secret:
    return Secret(bytes.fromhex(session.vault.vault_code))


def _must_differ(new: Passphrase, known: Secret | None) -> None:
    if known is not None and new.secret.equals(known):
        raise Refused("way-same")
