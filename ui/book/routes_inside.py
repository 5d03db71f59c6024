"""The ways through an open vault: home, accounts, one account, people."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from ui.book.hand import Hand
from ui.book.props import Props
from vault.app.adopt import pack_steps
from vault.i18n import translate as _
from vault.model.change import Add, Remove, Replace
from vault.model.procedure import Procedure, Step


def home(hand: Hand, _props: Props) -> Iterator[str]:
    """How ready the owner is."""
    hand.go("home")
    yield "home"


def accounts(hand: Hand, props: Props) -> Iterator[str]:
    """The list, the search, one account, a new one."""
    hand.go("accounts")
    yield "accounts"
    if props.fill != "empty":
        hand.fill(_("Search accounts"), "zzz")
        yield "accounts-nothing-found"
        hand.fill(_("Search accounts"), "")
    hand.go("new-account")
    yield "account-new"
    hand.leave()


def account(hand: Hand, _props: Props) -> Iterator[str]:
    """One account, and the sheets that open from it."""
    for id_ in _with_most_codes(hand):
        hand.go("accounts", id_)
        yield "account"
        if hand.press_first(_("Show: {title}").format(title="")):
            yield "account-steps"
        hand.press_first(_("Change the steps"))
        yield "account-steps-changed"
        hand.press_first(_("Done"))
        for scene, name in (
            ("contact-new", _("Add a contact…")),
            ("access-new", _("Add a person…")),
            ("through", _("Choose accounts…")),
        ):
            if hand.press_first(name):
                yield f"account-{scene}"
                hand.leave()


def own_platform(hand: Hand, props: Props) -> Iterator[str]:
    """A platform of the owner's own: a new one, refused, then with all its parts."""
    vault = hand.application.vault
    before, accounts = vault.vault.platforms, vault.vault.accounts
    hand.go("platform", ("new", min(accounts, default="")))
    yield "platform-new"
    hand.fill(_("Locked out"), "Ask for a new password")
    hand.fill(_("Other names"), "")  # what is typed is kept when its field is left
    yield "platform-nameless"
    hand.fill(_("Name"), "Etsy")
    hand.fill(_("Other names"), "")
    yield "platform-refused"
    hand.fill(_("Name"), "Folksy" if props.fill != "overfull" else "民间 Folksy " * 8)
    hand.fill(_("Other names"), "")
    yield "platform"
    for id_ in sorted(accounts)[:1]:
        hand.go("accounts", id_)
        yield "account-on-own-platform"
    while vault.session.undo_name and (
        (vault.vault.platforms, vault.vault.accounts) != (before, accounts)
    ):
        vault.undo()


def own_ways(hand: Hand, _props: Props) -> Iterator[str]:
    """A way back of the owner's own: asked for, refused, shown; one of its things."""
    accounts = hand.application.vault.vault.accounts
    for id_ in sorted(accounts)[:1]:
        hand.go("accounts", id_)
        hand.press(_("Add a way back…"))
        yield "way-new"
        hand.fill(_("What you call it"), "Letter to the desk")
        hand.press(_("Add"))
        yield "way-refused"
        hand.fill(_("Days it takes"), "3")
        hand.fill(_("A new thing it needs"), "The grey safe in the office")
        hand.press(_("Add"))
        hand.go("accounts", (id_, "ways"))
        yield "ways-of-your-own"
        hand.press_first(
            _("Change {name}").format(name="The grey safe in the office, for")
        )
        yield "thing"
        hand.leave()
        hand.application.vault.undo()


def link(hand: Hand, _props: Props) -> Iterator[str]:
    """An address, shown before it is opened; and one that is not opened."""
    vault = hand.application.vault
    for one in [one for one in vault.vault.accounts.values() if one.url][:1]:
        hand.go("accounts", one.id)
        hand.press(_("Open the address"))
        yield "account-link"
        hand.leave()
        other = replace(one, url="file://server/share/reset-your-password.exe")
        vault.apply([Replace("account", one, other)], _("Change the address"))
        hand.go("accounts", one.id)
        hand.press(_("Open the address"))
        yield "account-link-refused"
        hand.leave()
        vault.undo()


def codes(hand: Hand, _props: Props) -> Iterator[str]:
    """The sheets for the codes of an account that has several."""
    for id_ in _with_most_codes(hand):
        hand.go("accounts", (id_, "codes"))
        yield "codes"
        hand.press_first(_("Show all {codes}").format(codes=""))
        yield "codes-shown"
        hand.press(_("Next unused code"))
        yield "code-next"
        hand.leave()
        hand.press_first(_("Mark"))
        yield "code-used"
        hand.leave()
        hand.press_first(_("Edit"))
        yield "codes-edit"
        hand.leave()
        hand.press(_("Add codes…"))
        yield "codes-add"
        hand.fill(_("Codes"), "4471 8820\n9913 0027\n4471 8820\nsee you soon")
        hand.settle()
        yield "codes-add-preview"
        hand.leave()


def papers(hand: Hand, _props: Props) -> Iterator[str]:
    """What is kept, what one of it is, and the warning before it leaves the vault."""
    hand.go("papers")
    yield "papers"
    for scene, name in (
        ("edit", _("Say what {name} is")),
        ("save", _("Save {name} as a file")),
    ):
        if hand.press_first(name.partition("{")[0]):
            yield f"papers-{scene}"
            hand.leave()


def pack(hand: Hand, _props: Props) -> Iterator[str]:
    """What is known of the platform of an account; one part opened."""
    for id_ in _with_most_codes(hand):
        hand.go("pack", id_)
        yield "pack"
        hand.press_first(_("Addresses"))
        yield "pack-addresses"
        hand.go("home")


def news(hand: Hand, _props: Props) -> Iterator[str]:
    """What a newer pack says otherwise than the steps that were taken."""
    vault, ports = hand.application.vault, hand.application.desk.ports
    for account in vault.vault.accounts.values():
        procedures = vault.vault.procedures.values()
        own = [one for one in procedures if one.account == account.id]
        others = {one.id: one for one in procedures if one.account != account.id}
        bare = replace(vault.vault, procedures=others)
        taken = [one.record for one in pack_steps(ports, bare, account)]
        if steps := [one for one in taken if isinstance(one, Procedure)]:
            break
    else:
        return
    source = re.sub(r"\d{4}-\d{2}-\d{2}", "2020-01-01", steps[0].source, count=1)
    worded = (Step(_("Ask a friend.")), Step(_("Wait.")))
    older = replace(steps[0], steps=worded, source=source)
    gone = [Remove("procedure", one) for one in own]
    vault.apply([*gone, Add("procedure", older)], _("Take older steps"))
    hand.go("accounts", account.id)
    yield "account-news"
    hand.go("news", account.id)
    yield "news"
    hand.press(_("Tick all"))
    yield "news-ticked"
    hand.go("home")
    vault.undo()


def people(hand: Hand, _props: Props) -> Iterator[str]:
    """Who there is, and somebody new."""
    hand.go("people")
    yield "people"
    for person in _with_most_access(hand):
        hand.go("leaver", person)
        yield "leave"
        if hand.press_first(_("All of it is done")):
            yield "leave-settled"
        hand.go("people")
    hand.go("rules")
    yield "rules"
    if hand.press_first(_("Take these")):
        yield "rules-set"
        hand.press(_("Change the rules…"))
        yield "rules-change"
        hand.leave()
        hand.application.vault.undo()
    hand.go("people", "new")
    yield "person-new"
    hand.leave()


def _with_most_access(hand: Hand) -> list[str]:
    """Return the id of whoever gets into most accounts, if anybody does."""
    counts = Counter(one.person for one in hand.application.vault.vault.access.values())
    return sorted(counts, key=lambda one: (counts[one], one))[-1:]


def _with_most_codes(hand: Hand) -> list[str]:
    """Return the id of the account that has most to show, if there is one."""
    vault = hand.application.vault.vault
    counts = {one.account: len(one.codes) for one in vault.code_sets.values()}
    return sorted(counts, key=lambda one: counts[one])[-1:]
