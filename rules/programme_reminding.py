"""What must hold of when a programme says people are to be reminded, and meet."""

from collections.abc import Iterator

from rules.campaigning import Campaign
from rules.programme import Programme, Reminding, Scheduling, Stage

_EARLIEST, _LATEST = 60, 30  # days before a last day, and after it
_LAST_OF_A_MONTH = 28  # of every month there is

_Broken = Iterator[tuple[str, str]]


def broken_reminding(programme: Programme) -> _Broken:
    """Yield each rule the reminders and schedules break, as (key in the file, sentence)."""
    for index, stage in enumerate(programme.stages):
        yield from _steps(f"stages[{index}]", stage)
    for index, campaign in enumerate(programme.campaigns):
        yield from _campaign(f"campaigns[{index}]", campaign)
    yield from _hours(programme.reminding)
    yield from _days(programme.scheduling)
    known = [code for code, _ in programme.unit_types]
    for index, code in enumerate(programme.scheduling.units):
        if code not in known:
            message = f"“{code}” is no type of unit; write one of unit_types."
            yield f"scheduling.units[{index}]", message


def _steps(key: str, stage: Stage) -> _Broken:
    for index, days in enumerate(stage.remind):
        if not 0 <= days <= _EARLIEST:
            message = f"{days} days before is no such day; write 0 to {_EARLIEST}."
            yield f"{key}.remind[{index}]", message
        elif days in stage.remind[:index]:
            yield f"{key}.remind[{index}]", f"{days} days before stands here twice; leave it out."
    if not 0 <= stage.remind_after <= _LATEST:
        message = f"{stage.remind_after} days after is no such day; write 0 to {_LATEST}."
        yield f"{key}.remind_after", message


def _campaign(key: str, campaign: Campaign) -> _Broken:
    if not campaign.label.strip():
        yield f"{key}.label", "This is empty; write the words people are to read."
    if campaign.last < campaign.first:
        yield f"{key}.last", f"It begins on {campaign.first}; write that day or a later one."
    for index, days in enumerate(campaign.remind):
        if not 0 <= days <= (campaign.last - campaign.first).days:
            message = f"{days} days before the last day it has not begun; write a smaller number."
            yield f"{key}.remind[{index}]", message


def _hours(reminding: Reminding) -> _Broken:
    if not reminding.hours:
        yield "reminding.hours", "There is no hour to remind at; write one such as 06:45:00."
    for index, hour in enumerate(reminding.hours):
        if reminding.is_quiet(hour):
            message = f"{hour:%H:%M} is in the quiet hours; write another, or change those."
            yield f"reminding.hours[{index}]", message


def _days(scheduling: Scheduling) -> _Broken:
    for name in ("register_before", "agree_on"):
        if not 0 <= getattr(scheduling, name) <= _LAST_OF_A_MONTH:
            message = f"This is no day of every month; write 1 to {_LAST_OF_A_MONTH}."
            yield f"scheduling.{name}", message
    if bool(scheduling.register_before) != bool(scheduling.agree_on):
        missing = "agree_on" if scheduling.register_before else "register_before"
        yield f"scheduling.{missing}", "One day is written without the other; write both."
    elif scheduling.agree_on < scheduling.register_before:
        yield "scheduling.agree_on", "This is before the day of registering; write a later one."
