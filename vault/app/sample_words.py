"""The words of the sample vault: an invented pottery shop, its people and troubles.

Addresses are example.com (RFC 2606); telephone numbers are those that the regulators
of Great Britain (020 7946 0xxx) and North America (202 555 01xx) keep for fiction.
"""

from typing import Final, NamedTuple


class SamplePerson(NamedTuple):
    """One person around the shop."""

    name: str
    role: str
    email: str
    phone: str
    trusted: bool
    notes: str


PEOPLE: Final = (
    SamplePerson(
        "Mina Okafor",
        "owner",
        "mina@example.com",
        "+44 20 7946 0101",
        trusted=False,
        notes="",
    ),
    SamplePerson(
        "Jonas Okafor",
        "husband, not in the business",
        "jonas@example.com",
        "+44 20 7946 0102",
        trusted=True,
        notes="Knows where the safe is. Ring him first.",
    ),
    SamplePerson(
        "Ada Lindqvist",
        "staff: shop and parcels",
        "ada@example.com",
        "+44 20 7946 0103",
        trusted=False,
        notes="",
    ),
    SamplePerson(
        "王小雨",
        "staff: videos for China",
        "xiaoyu@example.com",
        "+1 202 555 0104",
        trusted=False,
        notes="周一到周五可以联系。",
    ),
    SamplePerson(
        "Northlight Studio",
        "agency: advertising",
        "desk@northlight.example.com",
        "+1 202 555 0105",
        trusted=False,
        notes="Contract ends in March.",
    ),
    SamplePerson(
        "김서연",
        "translator",
        "",
        "+1 202 555 0106",
        trusted=False,
        notes="한국어 메시지를 확인해 줍니다.",
    ),
)

# What an account is for; the first place of each platform goes to the shop itself.
PLACES: Final = (
    "",
    "workshop",
    "second-hand kilns",
    "courses",
    "도자기 교실",
    "wholesale",
    "陶艺工作室",
    "glazes",
    "museum shop",
)
NOTES: Final = (
    "Opened on the old laptop.",
    "",
    "Ads are paid with the blue card.",
    "密码在密码管理器里，不在这里。",  # noqa: RUF001 - Chinese prose has its own comma
    "",
    "계정 이름을 바꾸면 먼저 미나에게 알려 주세요.",
)
LONG_TAIL: Final = (
    ", seasonal stall at the riverside market, run with the neighbours in May"
)
USED_FOR: Final = ("new phone", "locked out while travelling", "drill", "new laptop")
FACTORS: Final = ("authenticator app", "text message", "security key", "none")
ROLES: Final = ("admin", "editor", "content", "analyst")
LAST_STEP: Final = "If none of this helps: ring Jonas, then look at the contacts."
PHONE_LOST: Final = (
    "Ring the carrier from another phone and have the SIM blocked.",
    "Take the printed kit out of the safe.",
    "Get the mailbox back first, then the shop accounts, one code each.",
    "Order a new SIM and pair the authenticator afresh.",
)
DESKS: Final = (
    ("Carrier, fraud desk", "carrier", "phone", "+44 20 7946 0190", "day and night"),
    (
        "Hart & Vale Insurance",
        "insurer",
        "phone",
        "+44 20 7946 0191",
        "Mon to Fri, 9 to 17",
    ),
    ("R. Adeyemi", "lawyer", "email", "adeyemi@example.com", ""),
)
