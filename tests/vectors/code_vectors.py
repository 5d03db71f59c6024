"""Typed recovery codes: what is read as it was meant, and what is refused."""

from collections.abc import Iterator

from vault.encoding.recovery_code import CodeKind, print_code


def code_vectors() -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the vectors of the typed code, by name."""
    key = bytes(range(16))
    for kind in CodeKind:
        text = print_code(key, kind)
        meant = {"expect": "parsed", "key": key.hex(), "kind": kind, "text": text}
        yield f"good_{kind.name.lower()}", {"typed": text, "mended": [], **meant}
    text = print_code(key, CodeKind.VAULT)
    meant = {"expect": "parsed", "key": key.hex(), "kind": 0, "text": text}
    bare = text.replace("-", "")
    typed: dict[str, tuple[str, list[int]]] = {
        "lower_case": (text.lower(), []),
        "no_hyphens": (bare, []),
        "spaces": (text.replace("-", " \n"), []),
        "dashes": (text.replace("-", "\u2013"), []),
        "look_alikes": (text.replace("0", "o").replace("1", "i"), []),
        "full_width": ("".join(chr(ord(c) + 0xFEE0) for c in bare), []),
        "one_wrong": ("7" + bare[1:], [0]),
        "two_wrong": (bare[:3] + "ZZ" + bare[5:], [3, 4]),
        "last_wrong": (bare[:-1] + ("2" if bare[-1] != "2" else "3"), [30]),
        "no_symbol": (bare[:9] + "U" + bare[10:], [9]),
    }
    for name, (entered, mended) in typed.items():
        yield f"good_{name}", {"typed": entered, "mended": mended, **meant}
    wrong = {
        "three_wrong": ("ZZZ" + bare[3:], "code-wrong"),
        "three_no_symbols": ("UUU" + bare[3:], "code-wrong"),
        "short": (bare[1:], "code-length"),
        "long": (bare + "0", "code-length"),
        "empty": ("", "code-length"),
        "kind_3": (print_code(key, 3), "code-kind"),
    }
    for name, (entered, problem) in wrong.items():
        yield f"bad_{name}", {"typed": entered, "expect": problem}
