"""A second reader of supplements, from vault/document/SPEC.md alone.

Takes the JSON of a kit and of a supplement, both as they came out of their envelopes,
and gives the JSON of both together. It trusts its input: it is no program to open a
stranger's paper with.
"""

import hashlib
import json
from typing import Any

KINDS = {
    "account": "accounts",
    "code-set": "code_sets",
    "procedure": "procedures",
    "contact": "contacts",
    "person": "people",
    "access": "access",
}


def join(kit: bytes, supplement: bytes) -> bytes:
    """Return the document of both; ValueError where they do not belong together."""
    before, told = json.loads(kit)["vault"], json.loads(supplement)
    about, after = told["supplement"], dict(told["vault"])
    for name in ("identity", "vault_code"):
        if name in before:
            after[name] = before[name]
    for kind, name in KINDS.items():
        gone = {one["id"] for one in about.get("gone", ()) if one["kind"] == kind}
        records = {one["id"]: one for one in before.get(name, ())}
        if not gone <= records.keys():
            raise ValueError(kind)
        records = {id_: one for id_, one in records.items() if id_ not in gone}
        records |= {one["id"]: one for one in after.get(name, ())}
        after.pop(name, None)
        if records:
            after[name] = [records[id_] for id_ in sorted(records)]
    whole = _printed({"minor": told["minor"], "vault": after, "version": 1})
    if hashlib.sha256(whole).hexdigest() != about["whole"]:
        raise ValueError(about["whole"])
    return whole


def _printed(document: dict[str, Any]) -> bytes:
    tight = (",", ":")
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=tight)
    return text.encode()
