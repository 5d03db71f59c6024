"""What to do in trouble, in general words: no vault, no platform, no network needed.

The owner's own numbers, steps and codes stand in the vault; these are for before it is
open, and for an account of which nothing better is known.
"""

from typing import Final, NamedTuple

from vault.i18n import translate as _


class Situation(NamedTuple):
    """One kind of trouble: what it is called, when it is that one, and the steps."""

    sort: str
    name: str
    sign: str
    steps: tuple[str, ...]


SITUATIONS: Final = (
    Situation(
        "locked-out",
        _("I'm locked out"),
        _("The password or the second step no longer works, and nobody else is in."),
        (
            _(
                "Stop guessing. Many platforms shut you out for longer after each "
                "wrong try."
            ),
            _(
                "Try a device on which you are still signed in: an old phone, a "
                "tablet, the shop's computer. Sign out nowhere."
            ),
            _(
                "Look for recovery codes: in your vault, in the printed kit, with your "
                "deputy. One code works once."
            ),
            _(
                "Check that you can still read the mailbox and the phone that the "
                "platform writes to. If not, get those back first."
            ),
            _(
                "Type the platform's address yourself and use its own page for a "
                "forgotten password. Follow no link from a message."
            ),
            _(
                "Use a device and a place from which you often signed in; platforms "
                "trust those more."
            ),
            _(
                "Ask another admin to let you in again. Nobody who writes to you first "
                "and offers help is from the platform."
            ),
            _("Write down what you tried and when. Support will ask."),
        ),
    ),
    Situation(
        "hacked",
        _("Somebody else is in"),
        _("Posts, messages, orders or settings that nobody of yours made."),
        (
            _(
                "Secure the mailbox first: new password, sign out everywhere, look for "
                "forwarding rules and strange recovery addresses."
            ),
            _(
                "While you are still signed in to the account, change its password and "
                "sign out all other devices."
            ),
            _(
                "If you are out, type the platform's address yourself and use its page "
                "for hacked accounts. Follow no link from a message."
            ),
            _(
                "Look for a message from the platform about a changed address or "
                "number: it often holds a link that takes the change back."
            ),
            _(
                "Stop money: ring the bank for cards and payouts that hang on the "
                "account, and pause advertisements."
            ),
            _(
                "Tell your staff not to answer messages from the account, and your "
                "customers by another way."
            ),
            _(
                "Keep evidence: pictures of the screen, addresses, times, amounts. "
                "Delete nothing yet."
            ),
            _(
                "Look at every account with the same mailbox, phone number or "
                "password: it is next."
            ),
        ),
    ),
    Situation(
        "phone-lost",
        _("Phone lost or stolen"),
        _("Its number and its codes may be in other hands."),
        (
            _(
                "Ring your carrier from another phone and have the SIM blocked. The "
                "number is on your bill and on the carrier's own page."
            ),
            _(
                "Lock the phone from afar, with the finder of its maker, from a device "
                "that you trust. Erase it only if it will not come back."
            ),
            _("Change the password of the mailbox, and sign the lost phone out there."),
            _(
                "Sign the phone out of each account, the one that costs most first. "
                "Use recovery codes where the second step was on the phone."
            ),
            _("Ring the bank if the phone could pay or approve payments."),
            _("Ask the carrier for a new SIM with the same number."),
            _(
                "If it was stolen, report it to the police and keep the report's "
                "number: insurers and platforms ask for it."
            ),
        ),
    ),
    Situation(
        "suspended",
        _("It was suspended"),
        _("The account is shut, limited or under review by the platform itself."),
        (
            _(
                "Read the notice to the end, in the account and in its mailbox. Note "
                "the reason, the case number and the day by which to appeal."
            ),
            _(
                "Check that the notice is real: type the platform's address yourself. "
                "False suspensions are a common trick."
            ),
            _("Open no new account meanwhile: that can end the appeal."),
            _(
                "Save what you can still reach: orders, customers, messages, invoices, "
                "payouts."
            ),
            _(
                "Gather what they ask for: ID, registration of the business, invoices, "
                "proof of address."
            ),
            _(
                "Appeal once, by the platform's own form: short, polite, with the "
                "facts and the proofs. Note the day."
            ),
            _(
                "Tell customers with open orders how to reach you, and look where "
                "payouts stand."
            ),
        ),
    ),
    Situation(
        "ransom",
        _("A ransom is demanded"),
        _("They hold an account or files of yours, or threaten to publish something."),
        (
            _(
                "Do not pay and do not answer yet. Paying often brings nothing back, "
                "and makes you a payer."
            ),
            _(
                "Keep everything: the messages, names, addresses of wallets, times. "
                "Take pictures of the screen."
            ),
            _(
                "If a computer is affected, take it off the network, and leave it "
                "switched on for whoever examines it."
            ),
            _(
                "From a clean device, secure the mailbox, then the accounts that are "
                "still yours."
            ),
            _("Ring the bank if cards, payouts or advertisements hang on it."),
            _(
                "Report it to the police and to the platform, and to your insurer if "
                "you have one for this."
            ),
            _(
                "Look whether data of customers was reached: then there may be a day "
                "by which an authority must be told. Ask at once."
            ),
            _(
                "Use the platform's page for hacked accounts; somebody who promises to "
                "hack it back for money is the next cheat."
            ),
        ),
    ),
)
SITUATION: Final = {one.sort: one for one in SITUATIONS}


def situation_name(sort: str) -> str:
    """Return what a kind of trouble is called; one that is not known stays as it is."""
    return SITUATION[sort].name if sort in SITUATION else sort or _("Trouble")


def general_steps(sort: str) -> tuple[str, ...]:
    """Return the general steps; those of a lock-out where the kind is not known."""
    return SITUATION.get(sort, SITUATIONS[0]).steps
