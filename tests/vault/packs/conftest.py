"""A small whole pack, for faults to be planted in."""

import msgspec
import pytest

from vault.packs import Pack


def _known(**fields: object) -> dict[str, object]:
    return fields | {"sources": ["help"], "confidence": "medium"}


def _procedure(situation: str) -> dict[str, object]:
    steps = [_known(text=f"Do thing {number}.", link="") for number in range(3)]
    return {
        "situation": situation,
        "title": "Trouble",
        "steps": steps,
        "evidence": [_known(text="An ID.")],
        "waits": [],
    }


def _fields() -> dict[str, object]:
    return {
        "schema": 1,
        "id": "shopfront",
        "name": "Shopfront",
        "aliases": ["SF", "Ladenzeile"],
        "group": "marketplace",
        "edition": "2026-11-23",
        "stored": "2026-11-22",
        "depends_on": ["mobile-carrier"],
        "links": [_known(role="recover", url="https://shop.example/r", note="")],
        "codes": [
            _known(
                kind="backup-codes",
                label="Backup codes",
                count=5,
                pattern=r"^\d{8}$",
                display=r"^\d{4} \d{4}$",
                shape="8 digits",
                examples=["1234 5678"],
                single_use=True,
                renewal="",
                menu_path=["Settings"],
                note="",
            )
        ],
        "factors": [_known(method="totp", supported=True, recovers=None, note="")],
        "procedures": [_procedure("locked-out"), _procedure("hacked")],
        "contacts": [
            _known(
                channel="form", purpose="hacked", address="https://a.b", condition=""
            )
        ],
        "deadlines": [_known(what="Appeal", days=30, text="In time.")],
        "roles": [],
        "leaving": [],
        "traps": [_known(trap="Lost phone", avoid="Keep codes.")],
        "keep": [_known(item="Codes", kind="code", secret=True, why="To get in.")],
        "sources": {
            "help": {
                "title": "Help",
                "url": "https://shop.example/help",
                "kind": "official",
                "date": "2022-12",
                "note": "",
            }
        },
        "open_questions": [],
    }


@pytest.fixture
def fields() -> dict[str, object]:
    """Return the pack as its JSON file holds it, fresh for each test."""
    return _fields()


@pytest.fixture
def pack() -> Pack:
    """Return the pack as a record."""
    return msgspec.convert(_fields(), Pack)
