"""What each thing that a leaver touches is called, and what is to be done about it."""

from typing import Final, NamedTuple

from vault.i18n import translate as _


class Place(NamedTuple):
    """How one sort of item is told; `{name}` is the record's."""

    what: str
    advice: str


# Each link of `vault.model.link.LINKS` to a person; the tests hold the two together.
LINK_WORDS: Final = {
    ("account", "owner"): Place(
        _("Answers for {name}"), _("Choose who answers for it from now on.")
    ),
    ("access", "person"): Place(
        _("Has access to {name}"), _("Take the access away on the platform.")
    ),
    ("code-set", "codes.used_by"): Place(
        _("Used codes of {name}"), _("Ask the platform for new codes.")
    ),
    ("procedure", "checked_by"): Place(
        _("Checked the steps “{name}”"), _("Have somebody else check the steps.")
    ),
    ("kit", "keeper"): Place(
        _("Keeps {name}"), _("Take the kit back; print a new one with a new lock.")
    ),
    ("share", "keeper"): Place(
        _("Has a file made for a deputy: {name}"),
        _("It can't be called back: have the codes in it made anew."),
    ),
    ("thing", "person"): Place(
        _("Has {name}"), _("Have it handed over, and note who has it now.")
    ),
    ("route", "people"): Place(
        _("Is needed for the way back “{name}”"),
        _("Find another way back, and remove this one."),
    ),
    ("review", "signed_by"): Place(
        _("Signed {name}"), _("Choose who signs the next review.")
    ),
}
ANY_LINK: Final = Place(_("Is named in {name}"), _("Check what is to be changed."))
SEEN: Final = Place(
    _("May have seen the codes of {name}"), _("Ask the platform for new codes.")
)
LEANS: Final = Place(
    _("{name} recovers through an account of this person"),
    _("Check that nobody gets in that way; sign out all devices."),
)
EMAIL: Final = Place(
    _("{name} writes to this person's mailbox"),
    _("Change the e-mail address on the platform."),
)
PHONE: Final = Place(
    _("{name} calls this person's phone"), _("Change the number on the platform.")
)
CHANNEL: Final = Place(
    _("{name} is reached by this person's e-mail or phone"),
    _("Change the contact, or remove it."),
)
PRINTED: Final = Place(
    _("{name} holds accounts of this person"),
    _("Check who has had it in hand; print a new one once the codes are new."),
)
WAY: Final = Place(
    _("Knows a way into this vault: {name}"), _("Take that way out of the vault.")
)
TRUSTED: Final = Place(
    _("Is someone to ring when in doubt"), _("Choose somebody else to ring.")
)
ONLY_ONE: Final = _("Nobody else has access: give it to somebody first.")
ACCOUNTABLE: Final = _("This person answers for the account: choose somebody else.")
OWN_MAILBOX: Final = _("The recovery mailbox is this person's: change it first.")
OWN_PHONE: Final = _("The recovery phone is this person's: change it first.")
CHECK: Final = _("check, for we are not sure: {step}")
SOURCED: Final = _("{step} ({source})")
KIT: Final = _("kit {number}")
SHARE: Final = _("issue {issue}, made {day}")
REVIEW: Final = _("a review")
NO_PACK: Final = _("Check on the platform where people are removed: we don't know.")
