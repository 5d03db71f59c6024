"""What a platform offers for getting back in, as its pack tells it."""

from typing import Final, NamedTuple


class Offer(NamedTuple):
    """Methods that recover, those of which nobody is sure, and what it gives and is.

    Methods are the packs' words. `mailbox` and `carrier` tell what an account there is
    for others: an address that mail goes to, a number that texts go to.
    """

    recovers: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    second_steps: frozenset[str] = frozenset()
    gives_codes: bool = False
    mailbox: bool = False
    carrier: bool = False


# Where no pack tells: that a forgotten password is set anew by mail, as everywhere, and
# that a number which is noted is asked for.
UNKNOWN_PLATFORM: Final = Offer(
    recovers=frozenset({"email"}), second_steps=frozenset({"sms"}), gives_codes=True
)
