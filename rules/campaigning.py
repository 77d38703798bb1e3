"""What contacts are told of a campaign: that it begins, and that it ends soon."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rules.occurrences import Due, Key
from rules.utc_ms import day_begins

RULE = "campaign:"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A time in which units are called on to take part in something, such as an election.

    Contacts are told when it begins, with `words`, and `remind` days before its last day.
    """

    code: str
    label: str
    first: dt.date
    last: dt.date
    words: str = ""
    remind: tuple[int, ...] = (7,)


@dataclass(frozen=True, slots=True)
class CampaignBegins:
    """A campaign of a programme has begun; `unit` is whose contact is told."""

    campaign: Campaign
    programme: str
    unit: str


@dataclass(frozen=True, slots=True)
class CampaignEnds:
    """It ends in so many days, 0 today."""

    campaign: Campaign
    days: int
    programme: str
    unit: str


def rule_of(programme: str, campaign: Campaign) -> str:
    """Return the rule a campaign is planned under, and what it is about."""
    return f"{RULE}{programme}:{campaign.code}"


def dues_of(
    programme: str, campaign: Campaign, person: str, unit: str, zone: dt.tzinfo
) -> Iterator[Due]:
    """Yield what a contact of a unit is due to hear of a campaign, once for all their units."""
    rule, over = rule_of(programme, campaign), day_begins(campaign.last + _DAY, zone)
    ends = [
        (str(days), campaign.last - days * _DAY, CampaignEnds(campaign, days, programme, unit))
        for days in campaign.remind
    ]
    begins = ("begins", campaign.first, CampaignBegins(campaign, programme, unit))
    for step, day, facts in (begins, *ends):
        key = Key(rule, person, str(campaign.last.year), step)
        yield Due(key, person, unit, rule, over, facts, day=day)
