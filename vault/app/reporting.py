"""Where crime online is reported in a country, in words; general advice elsewhere."""

from typing import Final, NamedTuple

from vault.i18n import translate as _
from vault.packs import source_words
from vault.packs.bodies import ANYWHERE, EU, Bodies, Body, shipped_bodies

COUNTRY_NAMES: Final = {
    "AE": _("United Arab Emirates"),
    "AT": _("Austria"),
    "AU": _("Australia"),
    "BE": _("Belgium"),
    "BG": _("Bulgaria"),
    "CA": _("Canada"),
    "CH": _("Switzerland"),
    "CY": _("Cyprus"),
    "CZ": _("Czechia"),
    "DE": _("Germany"),
    "DK": _("Denmark"),
    "EE": _("Estonia"),
    "ES": _("Spain"),
    EU: _("European Union"),
    "FI": _("Finland"),
    "FR": _("France"),
    "GB": _("United Kingdom"),
    "GR": _("Greece"),
    "HR": _("Croatia"),
    "HU": _("Hungary"),
    "IE": _("Ireland"),
    "IN": _("India"),
    "IT": _("Italy"),
    "LT": _("Lithuania"),
    "LU": _("Luxembourg"),
    "LV": _("Latvia"),
    "MT": _("Malta"),
    "NL": _("Netherlands"),
    "NZ": _("New Zealand"),
    "PL": _("Poland"),
    "PT": _("Portugal"),
    "RO": _("Romania"),
    "SE": _("Sweden"),
    "SG": _("Singapore"),
    "SI": _("Slovenia"),
    "SK": _("Slovakia"),
    "US": _("United States"),
    ANYWHERE: _("Anywhere"),
}
_ALSO: Final = {"UK": "GB", "USA": "US", "EL": "GR", "UAE": "AE"}  # as people type them


class ToldBody(NamedTuple):
    """One body; `source` says how old and how sure that is."""

    name: str
    what_for: str
    url: str
    email: str
    phone: str
    note: str
    source: str


class Advice(NamedTuple):
    """One thing to do about any report; `source` says how old and how sure that is."""

    text: str
    source: str


class Reporting(NamedTuple):
    """Whom to report to in a country; `known` where we have bodies for it or its union.

    The last body is the one that holds anywhere; `advice` is for every report.
    """

    country: str
    name: str
    known: bool
    bodies: tuple[ToldBody, ...]
    advice: tuple[Advice, ...]


def countries() -> tuple[tuple[str, str], ...]:
    """Return the countries that have bodies of their own, as code and name, by name."""
    told = {one.country for one in shipped_bodies().bodies} - {ANYWHERE}
    named = [(code, COUNTRY_NAMES[code]) for code in told]
    return tuple(sorted(named, key=lambda one: one[1].casefold()))


def reporting_in(country: str) -> Reporting:
    """Return whom to report to in a country, by its two letters or its name.

    In the EU those of the whole Union follow the country's own. A country that is not
    known gets what holds anywhere.
    """
    told = shipped_bodies()
    code = _meant(country)
    wanted = [code, EU] if code in told.eu else [code]
    found = [one for place in wanted for one in told.bodies if one.country == place]
    general = [one for one in told.bodies if one.country == ANYWHERE]
    return Reporting(
        country=code,
        name=COUNTRY_NAMES.get(code, code),
        known=bool(found) and code != ANYWHERE,
        bodies=tuple(_told(told, one) for one in dict.fromkeys([*found, *general])),
        advice=tuple(Advice(one.text, source_words(told, one)) for one in told.advice),
    )


def _meant(country: str) -> str:
    """Return the two letters of a country; what is not known stays as it was typed."""
    text = country.strip()
    by_name = {name.casefold(): code for code, name in COUNTRY_NAMES.items()}
    code = _ALSO.get(text.upper(), text.upper())
    return by_name.get(text.casefold(), code if len(code) == len(EU) else text)


def _told(told: Bodies, body: Body) -> ToldBody:
    return ToldBody(
        body.name,
        body.what_for,
        body.url,
        body.email,
        body.phone,
        body.note,
        source_words(told, body),
    )
