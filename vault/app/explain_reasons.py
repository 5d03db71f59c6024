"""The words for each reason of `Refused` and `ReadOnly`: what happened, what to do."""

from vault.i18n import translate as _

REASONS: dict[str, tuple[str, str]] = {
    "a-backup": (
        _("This is a backup: it is looked at, and never changed."),
        _("Bring it back as a vault of its own to go on from it."),
    ),
    "a-kit": (
        _("This is a look into a printed kit: nothing can be changed in it."),
        _("Make it your vault first."),
    ),
    "card-not-shown": (
        _("Only the key card would open the vault, and it may not be there."),
        _("Open the vault with the key card first, then remove the passphrase."),
    ),
    "code-not-unused": (
        _("This code cannot be used: it is {detail}."),
        _("Take the next unused one."),
    ),
    "code-not-used": (
        _("This code is not marked used: it is {detail}."),
        _("Only a used mark can be taken back."),
    ),
    "code-unused": (
        _("This code counts as unused already."),
        _("There is nothing to take back."),
    ),
    "cost-above-limit": (
        _("That key cost is above what this program would open again unasked."),
        _("Choose a lower one."),
    ),
    "cost-below-floor": (
        _("That key cost is too low to protect anything."),
        _("At least 64 MiB and 3 passes are written."),
    ),
    "code-needs-card": (
        _("A new code needs a new key card, and no place for it was named."),
        _("Print the card and keep it apart from the vault."),
    ),
    "kit-needs-card-file": (
        _("What locks this kit needs the key card, and no place for it was named."),
        _("The card is printed apart and kept in another place."),
    ),
    "kit-needs-generated": (
        _(
            "A passphrase alone may open a kit only if it was drawn by the program: "
            "whoever finds the sheets has years to guess. Yours was chosen by hand."
        ),
        _("Let the key card open it, alone or with the passphrase."),
    ),
    "kit-needs-passphrase": (
        _("This lock needs a passphrase, and none was given."),
        _("Open the vault with its passphrase, or let the key card alone open it."),
    ),
    "kit-not-registered": (
        _("The register of this vault does not know this kit ({detail})."),
        _(
            "It is of another vault, or its entry was removed. Restore it to see what "
            "it holds."
        ),
    ),
    "merge-other-vault": (
        _("{detail} is another vault: only copies of one vault are merged."),
        _("A vault restored from a kit of chosen accounts is one of its own, too."),
    ),
    "needs-parent-first": (
        _("It hung on {detail}, which was removed too."),
        _("Bring that back first."),
    ),
    "card-not-typed-back": (
        _("The code was not typed back as it is, so no kit was made."),
        _("Try again, or let the key card be printed."),
    ),
    "clear-not-in-kit": (
        _("An account was chosen to be shown in clear that is not in this kit."),
        _("Choose among those that the kit holds."),
    ),
    "clear-nothing": (
        _("Nothing is noted of what was to be printed in clear."),
        _("Note it first, or choose something else."),
    ),
    "clear-unanswered": (
        _("Codes in clear were not agreed to, so nothing was made."),
        _("Leave them out, or answer the warning."),
    ),
    "needs-what-is-gone": (
        _("What {detail} hung on is gone for good."),
        _("Add it anew; a backup from that time may still hold it."),
    ),
    "newer-minor": (
        _("It was written by a newer Spare Key, which keeps more in it."),
        _("Reading is safe; to change it, get the newer program."),
    ),
    "older-copy": (
        _("This copy is older than one you had on this computer."),
        _("Look for the newer one, or make this one current to go on from it."),
    ),
    "older-ways": (
        _(
            "The ways in were changed since this copy was saved: what was replaced "
            "then still opens it."
        ),
        _("Look for the newer one, or make this one current to go on from it."),
    ),
    "nothing-remembered": (
        _("This computer has no place to remember a second place in."),
        _("The program was told not to keep any notes here, or has no home folder."),
    ),
    "open-elsewhere": (
        _("It is open in another place, and only one place may change it."),
        _("Close it there and open it here again to change it."),
    ),
    "disk-read-only": (
        _("Nothing may be written where it lies."),
        _("To change it, copy it to another disk."),
    ),
    "no-identity": (
        _("This vault has no identity to sign with."),
        _("Restore it as a vault of its own first."),
    ),
    "no-value": (
        _("There was nothing before this change."),
        _("Only what was there can be brought back."),
    ),
    "no-way-in": (
        _("That would leave no way in at all."),
        _("Add another way in first."),
    ),
    "partial-kit-needs-generate": (
        _("A kit of chosen accounts never opens with the vault's own passphrase."),
        _("Let the program draw six words of its own."),
    ),
    "passphrase-empty": (
        _("The passphrase is empty."),
        _("Type one, or let the program draw it."),
    ),
    "passphrase-text": (
        _("The passphrase holds half a character, which no keyboard types."),
        _("Type it anew."),
    ),
    "passphrases-differ": (
        _("The two passphrases are not the same."),
        _("Nothing was made. Try again."),
    ),
    "platform-shipped": (
        _("We ship a pack for that platform."),
        _("Name the platform on the account; nothing has to be written down."),
    ),
    "platform-twice": (
        _("There is a platform of your own with that name already."),
        _("Edit that one, or choose another name."),
    ),
    "register-is-kept": (
        _("The register of kits is kept by the program itself."),
        _("Making a kit enters it."),
    ),
    "rules-newer": (
        _("The house rules are newer: they are of {detail}."),
        _("Name that day or a later one."),
    ),
    "rules-not-set": (
        _("No house rules are set, so nobody can confirm them."),
        _("Set them first: those that are proposed, or your own."),
    ),
    "second-place-same": (
        _("{detail} is where the vault itself lies: what takes one takes both."),
        _("Choose a folder on another disk, on a stick, or one that is synced."),
    ),
    "share-needs-accounts": (
        _("No account is chosen, so there is nothing to share."),
        _("Choose at least one account."),
    ),
    "share-vault-passphrase": (
        _("This passphrase opens your vault: whoever has the share would have it too."),
        _("Let the program draw one for the share."),
    ),
    "supplement-exposed": (
        _("Somebody may know what opens kit {detail}."),
        _("Print a new kit: a supplement would open with the same."),
    ),
    "supplement-kit-over": (
        _("Kit {detail} is a supplement itself, or is destroyed or being retired."),
        _("Name another kit, or print a new one."),
    ),
    "supplement-needs-kit": (
        _("A supplement holds only what changed: kit {detail} is needed for the rest."),
        _("Add the sheets of kit {detail}, in any order."),
    ),
    "supplement-no-kit": (
        _("There is no such kit to which a supplement could be printed."),
        _("Print a kit first."),
    ),
    "supplement-not-known": (
        _("What kit {detail} holds was not kept: an older Spare Key printed it."),
        _("Print a new kit; the next change can go on a supplement to that."),
    ),
    "supplement-nothing": (
        _("Nothing was changed since kit {detail} was printed."),
        _("It holds all that there is."),
    ),
    "supplement-other-card": (
        _("The key card was renewed since kit {detail} was printed."),
        _("Print a new kit: a supplement must open with the card of its kit."),
    ),
    "supplement-partial": (
        _("Kit {detail} holds chosen accounts, and its code is kept nowhere."),
        _("Print those accounts again."),
    ),
    "two-kits": (
        _("Two or more kits are complete: {detail}."),
        _("Choose the one you want; the date is on its sheets."),
    ),
    "way-needs-name": (
        _("It was not said whose passphrase this is."),
        _("Name the person, so that it can be taken away again."),
    ),
    "way-not-proven": (
        _("Whoever changes a passphrase must know the one in force."),
        _("Give it, or open the vault with the key card."),
    ),
    "way-same": (
        _("This is the passphrase that opens the vault already."),
        _("Choose another one, or let the program draw it."),
    ),
    "way-unknown": (
        _("There is no way in with the number {detail}."),
        _("List the ways in for their numbers."),
    ),
    "way-which": (
        _("Several ways in have a passphrase: {detail}."),
        _("Say which one by its number."),
    ),
    "way-without-file": (
        _("This passphrase opens the vault without a key file."),
        _("There is nothing to take away."),
    ),
    "ways-changed": (
        _("The ways in were changed meanwhile."),
        _("Nothing was done. Look at them and begin again."),
    ),
    "value-not-kept": (
        _("This value is not kept any more."),
        _("A backup from that time may still hold it."),
    ),
    "value-points-nowhere": (
        _("What this value points to was removed."),
        _("Bring that back first, if it was removed lately."),
    ),
    "value-shows": (
        _("This value is what shows now."),
        _("There is nothing to bring back."),
    ),
    "value-without-record": (
        _("What this value belonged to was removed."),
        _("Bring that back first, if it was removed lately."),
    ),
}
