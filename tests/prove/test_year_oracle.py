"""The oracle of the virtual year finds what it is there to find."""

from dataclasses import replace

import pytest

from tests.hamlet import HandClock
from tests.prove.year_deeds import Deed
from tests.prove.year_oracle import STEPS, Lived, Planned, Told, wrong

UNIT, LAN = "bloc-chi_bo-1", "lan"
RULE = "deadline:hung-yen-khoi:register"


def at(moment: str) -> int:
    return HandClock(moment).ms


def reminded() -> Lived:
    """Return the year of a unit that never registered: reminded at each step."""
    planned = [
        Planned(RULE, f"{UNIT}/{LAN}", step, LAN, at(f"{day} 06:45"), "", f"o{step}")
        for step, day in STEPS.items()
    ]
    told = [Told(one.outbox, LAN, "sent", f"words {one.step}", one.at) for one in planned]
    return Lived([(UNIT, LAN)], [], planned, told)


def registered(lived: Lived, moment: str) -> Lived:
    return replace(lived, deeds=[Deed(at(moment), LAN, UNIT, "registered")])


def first(lived: Lived, **other: str) -> Lived:
    planned = [lived.planned[0]._replace(**other), *lived.planned[1:]]  # type: ignore[arg-type] # texts only
    return replace(lived, planned=planned)


def test_a_year_in_which_everything_is_right_is_right() -> None:
    assert wrong(reminded()) == []


@pytest.mark.parametrize(
    ("lived", "found"),
    [
        (registered(reminded(), "2025-03-13 09:00"), "has settled it"),
        (replace(reminded(), told=reminded().told[1:]), "is said to be sent, and is not"),
        (replace(reminded(), planned=reminded().planned[1:]), "is missing in the ledger"),
        (first(reminded(), reason="met", outbox=""), "has not settled it"),
        (first(reminded(), step="3"), "is too much in the ledger"),
        (first(reminded(), reason="late", outbox=""), "came too late"),
        (
            replace(reminded(), told=[*reminded().told, reminded().told[0]._replace(id="o2")]),
            "was told twice",
        ),
    ],
)
def test_what_is_wrong_is_found(lived: Lived, found: str) -> None:
    assert [one for one in wrong(lived) if found in one]


def test_who_was_not_reminded_of_a_meeting_and_what_was_never_closed_is_found() -> None:
    closed = Planned("meeting:m", "u/hoa", "closed", "hoa", at("2025-04-03 19:00"), "", "m1")
    lived = replace(
        reminded(), planned=[closed], invited={"m": ["hoa"], "n": ["hoa"], "o": ["hoa"]}
    )

    found = wrong(lived)

    assert any("not reminded of m" in text for text in found)
    assert any("more than one meeting" in text for text in found)


def test_who_cannot_come_is_left_alone() -> None:
    one = Planned("meeting:m", "u/hoa", "two-hours", "hoa", at("2025-04-03 17:00"), "", "m1")
    deed = Deed(at("2025-04-02 08:00"), "hoa", "u", "away", "m")
    lived = replace(
        reminded(),
        deeds=[deed],
        planned=[*reminded().planned, one],
        told=[*reminded().told, Told("m1", "hoa", "sent", "…", one.at)],
        invited={"m": ["hoa"]},
    )

    assert [text.split(" ", 1)[0] for text in wrong(lived)] != []
    assert any("cannot come" in text for text in wrong(lived))
    assert any("was not invited" in text for text in wrong(lived))
