"""An attachment: a paper that a platform asks for, or evidence; its bytes lie apart."""

from typing import Final

from vault.model.record import Record, Whole

# Open on purpose, as the situations of a procedure are
SORTS: Final = (
    "identity",
    "registration",
    "invoice",
    "contract",
    "screenshot",
    "message",
    "other",
)


class Attachment(Record, frozen=True, kw_only=True):
    """What is known of one file; `Vault.blobs` has its bytes under `content`."""

    name: str  # of the file, without any folder
    size: Whole  # bytes
    content: str  # 64 hex digits: SHA-256 of the bytes
    sort: str = ""
    account: str = ""  # id of an account, "" for the whole business
    incident: str = ""  # id of the incident that it is evidence of
    added: str = ""  # time
    expires: str = ""  # last day on which the paper is valid, "" for ever
    notes: str = ""
