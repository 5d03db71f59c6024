"""A share's entry in the register of files that were made for deputies."""

from vault.model.record import Record, Whole


class Share(Record, frozen=True, kw_only=True):
    """One file for one deputy: what it holds, who has it, what became of it."""

    share: str  # 16 hex digits: the id that the file itself tells
    made: str  # time
    issue: Whole = 1
    keeper: str = ""  # id of a person, or a free name
    depth: str = ""  # how much of each account, as `vault.share.scope` names it
    accounts: tuple[str, ...] = ()  # ids
    expires: str = ""  # last day on which it is not old
    counter: Whole = 0  # of the vault's changes, when made: later ones are missing
    prints: tuple[str, ...] = ()  # of each record in it, as a kit's
    opened: str = ""  # day on which the deputy was known to have opened it
    withdrawn: str = ""  # day since which it is not to be used any more
    note: str = ""
