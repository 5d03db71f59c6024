"""The second reader on the malformed corpus: it opens nothing but what is marked."""

import json

import pytest

from tests.reader.decrypt import document
from tests.reader.test_decrypt import REFUSALS
from tests.vectors.generate_malformed import THEMES
from tests.vectors.read_vector import FOLDER, ReadVector, read_vector


def opens(vector: ReadVector) -> bool:
    """Tell whether the second reader gets a document out of a vector."""
    phrase = vector.head.get("passphrase")
    typed = json.loads(phrase) if phrase else None
    try:
        document(vector.data, typed, vector.head.get("code"))
    except REFUSALS:
        return False
    return True


@pytest.mark.parametrize("theme", THEMES)
def test_it_refuses_what_it_can_judge(theme: str) -> None:
    """It looks at no order and counts nothing; it trusts costs, and is not asked."""
    paths = sorted((FOLDER / "malformed").glob(f"{theme}-*.vector"))
    vectors = [read_vector(path) for path in paths]
    judged = [one for one in vectors if one.head["expect"] != "NeedsConsent"]
    assert judged
    wrong = [one.name for one in judged if opens(one) != ("second" in one.head)]
    assert wrong == []
